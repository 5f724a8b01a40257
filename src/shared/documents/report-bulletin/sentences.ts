import { type Fen, formatWan } from '../../domain/money.ts';
import type { ComparedPeriod } from '../../domain/statistics/tables.ts';
import {
  type CountedValues,
  formatGrowth,
  formatPoints,
  formatRate,
  formatRatio,
  type RatioName,
  ratioOf,
} from '../../domain/statistics.ts';

/** The counted values of each period; null: the register knows nothing of it. */
export type BulletinValues = Readonly<Record<ComparedPeriod, CountedValues | null>> & {
  readonly current: CountedValues;
};

type Told = {
  readonly periodName: string;
  readonly isYear: boolean;
  readonly values: BulletinValues;
};

type Base = '同比' | '环比';

/** In running text sums have no separators (GB/T 15835). */
function wan(sum: number): string {
  return `${formatWan(sum as Fen).replaceAll(',', '')}万元`;
}

/** What was counted, and nothing of what did not happen. */
function counted(label: string, count: number): string[] {
  return count === 0 ? [] : [`${label}${count}件`];
}

/** 增长12.5%, 下降3.0%, 持平; nothing to say where the base is 0 or not known. */
function growth(name: Base, now: number, base: number | undefined): string[] {
  if (base === undefined || base === 0) return [];
  const change = formatGrowth(now, base).slice(1);
  return [now === base ? `${name}持平` : `${name}${now > base ? '增长' : '下降'}${change}`];
}

/** 上升1.2个百分点. */
function points(name: Base, ratio: RatioName, now: CountedValues, base: CountedValues | null): string[] {
  if (base === null) return [];
  const change = formatPoints(ratioOf(now, ratio), ratioOf(base, ratio));
  if (change === '—') return [];
  if (!/^[+−]/.test(change)) return [`${name}持平`];
  return [`${name}${change.startsWith('+') ? '上升' : '下降'}${change.slice(1)}`];
}

function inBrackets(words: readonly string[]): string {
  return words.length === 0 ? '' : `（${words.join('，')}）`;
}

function among(words: readonly string[]): string {
  return words.length === 0 ? '' : `，其中${words.join('、')}`;
}

type Moving = 'received' | 'closed' | 'succeeded';

function moved({ values, isYear }: Told, name: Moving): string {
  const { current, previous, yearBefore } = values;
  return inBrackets([
    ...growth('同比', current[name], yearBefore?.[name]),
    ...(isYear ? [] : growth('环比', current[name], previous?.[name])),
  ]);
}

/** That a comparison is missing is said once, so that nobody takes it for forgotten. */
function missing({ values, isYear }: Told): string {
  const lacks = [
    ...(values.yearBefore === null ? [{ of: '上年同期', name: '同比' }] : []),
    ...(values.previous === null && !isYear ? [{ of: '上期', name: '环比' }] : []),
  ];
  if (lacks.length === 0) return '';
  const words = (part: 'of' | 'name') => lacks.map((lack) => lack[part]).join('、');
  return `登记簿中没有${words('of')}的数据，未作${words('name')}。`;
}

function flow(told: Told): string {
  const { current } = told.values;
  const channels = [
    ...counted('委派', current.receivedA),
    ...counted('委托', current.receivedB),
    ...counted('综治中心及自行受理', current.receivedC),
  ];
  const received = `旧存${current.opening}件，新收${current.received}件${moved(told, 'received')}${among(channels)}，共受理${current.accepted}件`;
  const closed = [
    `结案${current.closed}件${moved(told, 'closed')}`,
    ...counted('退回', current.returned),
    `期末未结${current.closing}件${among(counted('超期未结', current.overdue))}`,
  ].join('，');
  return `${told.periodName}${received}；${closed}。${missing(told)}`;
}

function outcome(told: Told): string {
  const { current, previous, yearBefore } = told.values;
  const rate = (name: RatioName, basis: string, more = '') => {
    const shown = formatRate(ratioOf(current, name));
    return shown === '—' ? [] : [`按${basis}计为${shown}${more}`];
  };
  const rates = [
    ...rate(
      'ofClosed',
      '结案',
      inBrackets([
        ...points('同比', 'ofClosed', current, yearBefore),
        ...(told.isYear ? [] : points('环比', 'ofClosed', current, previous)),
      ]),
    ),
    ...rate('ofAccepted', '受理'),
    ...rate('ofMediated', '实际调解'),
  ];
  const parts = [
    ...counted('部分达成', current.partly),
    ...counted('当事人自行和解', current.settledThemselves),
  ];
  const succeeded = `调解成功${current.succeeded}件${moved(told, 'succeeded')}${among(parts)}`;
  return `${succeeded}${rates.length === 0 ? '' : `；成功率${rates.join('，')}`}。`;
}

function amounts({ values: { current } }: Told): readonly string[] {
  const sum = (label: string, fen: number) => (fen === 0 ? [] : [`${label}${wan(fen)}`]);
  const agreed = [...sum('协议金额', current.agreedFen), ...sum('到位金额', current.paidFen)];
  const days = formatRatio('averageDays', ratioOf(current, 'averageDays'));
  const sums = [
    ...sum('结案案件诉争标的额', current.claimFenOfClosed),
    ...(agreed.length === 0 ? [] : [`成功案件${agreed.join('、')}`]),
  ].join('，');
  const closed = [sums, days === '—' ? '' : `结案平均用时${days}天`].filter((words) => words !== '');
  const confirmation = [
    ...counted('申请司法确认', current.confirmationApplied),
    ...counted('裁定确认调解协议有效', current.confirmed),
    ...counted('裁定驳回申请', current.confirmationRejected),
  ];
  const sentences = [closed.join('；'), confirmation.join('，')].filter((words) => words !== '');
  return sentences.length === 0 ? [] : [`${sentences.join('。')}。`];
}

function toDate({ values, isYear }: Told): readonly string[] {
  const { yearToDate: now, yearToDateBefore: before } = values;
  if (isYear || now === null) return [];
  const grown = (name: Moving) => inBrackets(growth('同比', now[name], before?.[name]));
  const rate = formatRate(ratioOf(now, 'ofClosed'));
  return [
    `${[
      `本年累计新收${now.received}件${grown('received')}`,
      `结案${now.closed}件${grown('closed')}`,
      `调解成功${now.succeeded}件${grown('succeeded')}`,
      ...(rate === '—' ? [] : [`成功率按结案计为${rate}`]),
      ...(now.agreedFen === 0 ? [] : [`协议金额${wan(now.agreedFen)}`]),
    ].join('，')}。`,
  ];
}

/** What came, what went, what came of it, and the year so far; a paragraph each. */
export function generalSentences(told: Told): readonly string[] {
  return [flow(told), outcome(told), ...amounts(told), ...toDate(told)];
}
