import type { AmountName } from '../amounts.ts';
import type { Slice } from '../dimensions.ts';
import type { FigureName } from '../figures.ts';
import { type CountedValues, type MeasureName, measure } from '../ratios.ts';
import { blankCell, changeCell, measureCell } from './cell.ts';
import { definitionsOf } from './column.ts';
import { type DisputeKind, disputeKindCodes, disputeKinds } from './dispute-kind.ts';
import { type Item, itemPeriods, itemTable } from './items.ts';
import { type ComparedPeriod, figureBehind, type ReportTable, summedBehind } from './report-table.ts';

/** The counted values of the cases of 人民调解 in a period: all of them, by source, and by kind of dispute. */
export type PeoplesValues = {
  readonly all: CountedValues;
  readonly bySource: ReadonlyMap<string, number>;
  readonly byKind: Readonly<Record<DisputeKind, number>>;
};

export type PeoplesFacts = {
  readonly periodName: string;
  readonly isYear: boolean;
  readonly values: Readonly<Partial<Record<ComparedPeriod, PeoplesValues | null>>>;
  /** The organisations whose cases are meant; none where there is no such organisation. */
  readonly organisations: readonly string[];
};

/** Which of the cases a line counts besides. */
type More = {
  readonly sources?: readonly string[];
  readonly group?: DisputeKind;
  readonly summed?: AmountName | undefined;
};

/** Where the cases came from; the sources that the register knows, and which of them make up a line. */
const sourceLines = [
  { label: '依当事人申请', sources: ['partyApplication'] },
  { label: '主动调解', sources: null },
  { label: '接受委托移送：人民法院', sources: ['courtFilingDivision', 'tribunal'] },
  { label: '接受委托移送：公安机关', sources: null },
  { label: '接受委托移送：检察机关', sources: null },
  { label: '接受委托移送：信访（含政协转办）', sources: ['petitionTransfer'] },
  { label: '接受委托移送：其他行政机关', sources: null },
  { label: '综治中心移送（并入何栏按当地要求）', sources: ['governanceCentre'] },
  { label: '其他来源', sources: ['other', ''] },
] as const;

/** What this register does not know, and somebody who does writes in. */
const byHand = {
  达成协议后: [
    '达成协议后向法院起诉',
    '法院判决维持调解协议',
    '法院判决变更调解协议',
    '法院判决撤销或确认无效',
  ],
  疑难复杂: ['疑难复杂案件'],
  预防与激化: [
    '预防纠纷',
    '防止民间纠纷转化为刑事案件',
    '防止民间纠纷转化为刑事案件（人）',
    '防止群体性上访',
    '防止群体性械斗',
  ],
} as const;

/** 附表一: the table of the justice administration for offices under a 人民调解委员会 (domain.md §8.3). */
export function peoplesTable({ periodName, isYear, values, organisations }: PeoplesFacts): ReportTable {
  const periods = itemPeriods(isYear);
  const of = (period: ComparedPeriod) => values[period] ?? null;
  const committees = organisations.map((key): Slice => ({ dimension: 'organisation', key }));
  const opening = (figure: FigureName, more: More = {}): Item['opens'] =>
    committees.length === 0
      ? null
      : {
          figure,
          slices: [],
          anyOf: [...committees, ...(more.sources ?? []).map((key): Slice => ({ dimension: 'source', key }))],
          ...(more.group !== undefined && { group: more.group }),
          summed: more.summed,
        };
  const measured = (group: string, label: string, name: MeasureName, figure = figureBehind(name)): Item => ({
    group,
    label,
    unit: measure(name).unit,
    opens: opening(figure, { summed: summedBehind(name) }),
    cells: periods.map((period) => measureCell(name, of(period)?.all ?? null)),
    change: changeCell(name, of('current')?.all ?? null, of('yearBefore')?.all ?? null),
  });
  const counted = (
    group: string,
    label: string,
    count: (values: PeoplesValues) => number,
    more: More,
  ): Item => {
    // A count of its own is a count of closed cases.
    const as = (period: ComparedPeriod) => {
      const found = of(period);
      return found === null ? null : { ...found.all, closed: count(found) };
    };
    return {
      group,
      label,
      unit: '件',
      opens: opening('closed', more),
      cells: periods.map((period) => measureCell('closed', as(period))),
      change: changeCell('closed', as('current'), as('yearBefore')),
    };
  };
  const empty = (group: string, label: string): Item => ({
    group,
    label: `${label}（手填）`,
    unit: label.endsWith('（人）') ? '人' : '件',
    opens: null,
    cells: periods.map(() => blankCell),
    change: blankCell,
  });
  return itemTable({
    name: 'peoplesMediation',
    periodName,
    unit: '件、人、万元',
    isYear,
    items: [
      measured('调解案件', '调解案件总数（结案）', 'closed'),
      ...sourceLines.map(({ label, sources }) =>
        sources === null
          ? empty('其中：来源', label)
          : counted(
              '其中：来源',
              label,
              ({ bySource }) => sources.reduce((sum, source) => sum + (bySource.get(source) ?? 0), 0),
              { sources },
            ),
      ),
      measured('调解结果', '调解成功', 'succeeded'),
      measured('调解结果', '成功率（按结案计）', 'ofClosed'),
      measured('调解结果', '涉及当事人', 'partiesOfClosed'),
      measured('调解结果', '协议涉及金额', 'agreedFen'),
      measured('调解协议', '书面协议（C11）', 'endedC11'),
      measured('调解协议', '口头协议（C12）', 'endedC12'),
      measured('调解协议', '即时履行（C13，书面口头未分）', 'endedC13'),
      measured('履行与确认', '履行期在本期届满', 'performanceDue'),
      measured('履行与确认', '其中已履行', 'performed'),
      measured('履行与确认', '司法确认', 'confirmed'),
      ...Object.entries(byHand)
        .slice(0, 2)
        .flatMap(([group, labels]) => labels.map((label) => empty(group, label))),
      ...disputeKindCodes.map((kind) =>
        counted('纠纷类型', disputeKinds[kind].label, ({ byKind }) => byKind[kind], { group: kind }),
      ),
      ...byHand.预防与激化.map((label) => empty('预防与激化', label)),
    ],
    notes: [
      `${definitionsOf(['closed', 'succeeded', 'partiesOfClosed', 'agreedFen', 'performanceDue', 'performed', 'confirmed'])}。`,
      '来源、纠纷类型按结案案件分，各自合计等于调解案件总数。纠纷类型由案由按《民事案件案由规定》（法〔2025〕227号）的层级归入，就近归类；拖欠农民工工资为标记“涉农牧民工”的追索劳动报酬、劳务合同纠纷；归不进的列“其他纠纷”。',
      '标“手填”的各项登记簿无从得知（来源中的主动调解和公安、检察、行政机关移送，协议达成后的诉讼，疑难复杂，预防和防止激化），留空由填表人填写，不是 0。',
    ],
  });
}
