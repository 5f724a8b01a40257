import type { PackageContent } from '#shared/contract/rollup-package.ts';
import type { RollupReport, RollupRow, UnitMark } from '#shared/contract/rollups.ts';
import type { Month } from '#shared/domain/local-date.ts';
import { formatWan } from '#shared/domain/money.ts';
import { formatMonth, formatPeriod } from '#shared/domain/reporting-period.ts';
import { imbalance } from '#shared/domain/rollup.ts';
import { measure } from '#shared/domain/statistics.ts';

const mostNamed = 20;

function named(names: readonly string[]): string {
  const more = names.length > mostNamed ? `等 ${names.length} 个单位` : '';
  return `${names.slice(0, mostNamed).join('、')}${more}`;
}

function marked(rows: readonly RollupRow[], mark: UnitMark): readonly string[] {
  return rows.filter(({ marks }) => marks.includes(mark)).map(({ name }) => name);
}

function signed(name: Parameters<typeof measure>[0], by: number): string {
  const { label, unit } = measure(name);
  const size =
    unit === '万元' ? formatWan(Math.abs(by) as Parameters<typeof formatWan>[0]) : String(Math.abs(by));
  return `${label}${by < 0 ? '－' : '＋'}${size}`;
}

/** 上期调整 that came with the closings of the months. */
function adjustmentsOf(counted: readonly (readonly PackageContent[])[]): readonly string[] {
  return counted.flat().flatMap(({ office, month, adjustments }) =>
    adjustments.map((one) => {
      const changes = one.changes.map(({ name, by }) => signed(name, by)).join('，');
      return `${office.name}${formatMonth(month)}锁定时调整${formatMonth(one.month)}：${changes}`;
    }),
  );
}

function otherDaysOf(counted: readonly (readonly PackageContent[])[], rows: readonly RollupRow[]): string {
  const names = new Set(marked(rows, 'otherDays'));
  return counted
    .flatMap((contents) => contents.at(-1) ?? [])
    .filter(({ office }) => names.has(office.name))
    .map(({ office, period }) => `${office.name}（${formatPeriod(period)}）`)
    .join('、');
}

/** What must be known of the sums: what lacks, what may still change, and what is not the same in all offices. */
export function notesOf(
  report: RollupReport,
  counted: readonly (readonly PackageContent[])[],
  later: readonly Month[],
): string[] {
  const { rows, missing, months } = report;
  const open = rows.filter(({ state }) => state === 'open').map(({ name }) => name);
  const uneven = rows.flatMap(({ name, figures }) => {
    const by = figures === null ? 0 : imbalance(figures);
    return by === 0 ? [] : [`${name} ${Math.abs(by)} 件`];
  });
  const given: readonly (readonly [readonly string[], (names: string) => string])[] = [
    [missing, (names) => `缺 ${missing.length} 家，不在合计里：${names}。`],
    [open, (names) => `未锁定，以后还会变：${names}。`],
    [marked(rows, 'notListed'), (names) => `不在报送单位名单上：${names}。`],
    [marked(rows, 'sameName'), (names) => `名称相同而登记簿不同，请核对是不是同一家报了两次：${names}。`],
    [
      marked(rows, 'otherDays'),
      () => `统计月的起止日与本单位不同：${otherDaysOf(counted, rows)}，合计按各自的月份相加。`,
    ],
    [
      marked(rows, 'otherDefinitions'),
      (names) => `统计口径（名称、算法的指纹）与本机程序不同，请核对两边程序的版本：${names}。`,
    ],
    [uneven, (names) => `旧存＋新收与结案＋退回＋未结有差数：${names}。各月之间有更正，见各月的上期调整。`],
    [later.map((month) => formatMonth(month)), (names) => `还没有开始的月份不计：${names}。`],
    [adjustmentsOf(counted), (words) => `上期调整（已列在各单位的报送包里，不改变上表）：${words}。`],
  ];
  const always =
    months.length > 1
      ? ['各月相加：旧存取第一个月，未结取最后一个月，其余为各月之和；缺一个月的单位整个不计入合计。']
      : [];
  return [
    ...given.flatMap(([names, sentence]) => (names.length === 0 ? [] : [sentence(named(names))])),
    ...always,
  ];
}
