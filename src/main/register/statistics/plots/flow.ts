import type { FlowCell } from '#shared/contract/plots.ts';
import { type Channel, channelCodes } from '#shared/domain/channel.ts';
import type { Selection } from '../selection.ts';
import { plottedPlace } from './plotted.ts';

const opening = plottedPlace('opening');
const received = plottedPlace('received');

/** Where the cases of a period came from and how they stood at its end; together they are 受理. */
export function flowOf({ columns, count, rows, shareOf, shares }: Selection): readonly FlowCell[] {
  const channels = columns.dictionaries.channel;
  const width = channels.length;
  const tally = new Float64Array(shares.length * width);
  for (let place = 0; place < count; place += 1) {
    const at = (shareOf[place] as number) * width + (columns.codes.channel[rows[place] as number] as number);
    tally[at] = (tally[at] as number) + 1;
  }
  const cells = new Map<string, FlowCell>();
  shares.forEach(({ figures, state }, share) => {
    const from = figures.includes(opening) ? 'opening' : figures.includes(received) ? 'received' : null;
    if (from === null) return;
    channels.forEach((code, place) => {
      const cases = tally[share * width + place] ?? 0;
      if (code === null || cases === 0) return;
      const key = `${from} ${code} ${state}`;
      const known = cells.get(key)?.cases ?? 0;
      cells.set(key, { from, channel: code as Channel, state, cases: known + cases });
    });
  });
  return flowInOrder([...cells.values()]);
}

/** 旧存 before 新收, by channel, by code. */
export function flowInOrder(cells: readonly FlowCell[]): readonly FlowCell[] {
  const order = ({ from, channel }: FlowCell) =>
    (from === 'opening' ? 0 : channelCodes.length) + channelCodes.indexOf(channel);
  return cells.toSorted(
    (one, other) =>
      order(one) - order(other) || (one.state === other.state ? 0 : one.state < other.state ? -1 : 1),
  );
}
