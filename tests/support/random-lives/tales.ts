import type { MatterCode, StepCode } from '#shared/domain/after-closing.ts';
import type { Channel } from '#shared/domain/channel.ts';
import type { ClosingCode } from '#shared/domain/closing.ts';
import { afterALife, takeStep } from './after.ts';
import { factsOfALife } from './facts.ts';
import type { Doing } from './life.ts';
import { closeAs, movesOfALife } from './moves.ts';

/** What happens in a life, one thing after the other. */
export type Tale = { readonly channel: Channel; readonly what: readonly Doing[] };

function named(name: string): Doing {
  const found = [...movesOfALife, ...factsOfALife, ...afterALife].find((doing) => doing.name === name);
  if (found === undefined) throw new Error(`Nobody does “${name}”.`);
  return found;
}

function told(name: string, take: Doing['take']): Doing {
  return { name, weight: 0, when: () => true, take };
}

const closed = (code: ClosingCode) =>
  told(`closed ${code}`, (world, detail, id) => closeAs(world, detail, id, code));
const step = (matter: MatterCode, code: StepCode) =>
  told(`${matter}.${code}`, (world, detail, id) => takeStep(world, detail, id, [matter, code]));

/** What chance alone brings too seldom: the ways that domain.md §2.4 names, gone to their ends. */
export const tales: readonly Tale[] = [
  {
    channel: 'A',
    what: [
      named('session'),
      named('agreement'),
      closed('C11'),
      step('confirmation', 'apply'),
      step('confirmation', 'sendBack'),
      step('confirmation', 'mend'),
      step('confirmation', 'accept'),
      step('confirmation', 'confirm'),
    ],
  },
  {
    channel: 'C',
    what: [
      named('session'),
      named('agreement'),
      closed('C11'),
      step('confirmation', 'apply'),
      step('confirmation', 'accept'),
      step('confirmation', 'confirm'),
      named('step cancelled'),
    ],
  },
  {
    channel: 'B',
    what: [
      named('session'),
      named('agreement'),
      closed('C11'),
      step('statement', 'submit'),
      step('statement', 'issue'),
      step('statement', 'serve'),
      named('payment'),
      named('payment cancelled'),
      named('archive'),
    ],
  },
  {
    channel: 'C',
    what: [
      named('contact'),
      named('contact'),
      closed('C23'),
      step('transfer', 'send'),
      step('transfer', 'file'),
    ],
  },
];
