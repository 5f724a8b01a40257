import { type ClosingCode, closingCodes, closings } from '../../closing.ts';
import { sliceDimensions } from '../dimensions.ts';
import type { FigureName } from '../figures.ts';
import { change, type FigureColumn, fact, ordinal, shown } from './column.ts';
import type { UnitDimension } from './report-table.ts';

const succeeding = closingCodes.filter((code) => closings[code].outcome === 'success');
export const failing = closingCodes.filter((code) => closings[code].outcome === 'failure');

/** The figure of the cases that ended in a way. C16 has one of its own name. */
export function figureOfClosing(code: ClosingCode): FigureName {
  return code === 'C16' ? 'settledThemselves' : code === 'C28' ? 'returned' : `ended${code}`;
}

/** Short heads of narrow columns (domain.md §8.3, 表一). */
export const closingHeads: Readonly<Record<ClosingCode, string>> = {
  C11: '书面协议',
  C12: '口头协议',
  C13: '即时履行',
  C14: '撤诉',
  C15: '调解书',
  C16: '和解撤回',
  C21: '不同意',
  C22: '撤回',
  C23: '联系不上',
  C24: '分歧大',
  C25: '超期',
  C26: '拒签',
  C27: '虚假',
  C28: '退回',
  C29: '其他',
};

/** 表一: by court, 旗区 or 调解室. It prints on two sheets side by side: what came and went, and what came of it. */
export function unitColumns(unit: UnitDimension, isYear: boolean): readonly FigureColumn[] {
  const received = { group: '新收', width: 5.5 };
  const closed = { group: '结案', width: 5 };
  const failed = { group: '未成', width: 5 };
  const rate = { group: '成功率', width: 9, sheet: 2 } as const;
  const amount = { group: '金额（万元）', width: 12, sheet: 2 } as const;
  const confirmation = { group: '司法确认', width: 6, sheet: 2 } as const;
  const success = { group: '成功数比较', width: 8, sheet: 2 } as const;
  return [
    ordinal(),
    fact(`单位（${sliceDimensions[unit].label}）`, 'label', 20),
    shown('opening', { width: 5.5 }),
    shown('received', { ...received, head: '小计' }),
    shown('receivedA', received),
    shown('receivedB', received),
    shown('receivedC', { ...received, head: '综治中心及自行', width: 8 }),
    shown('accepted', { head: '受理合计', width: 6 }),
    shown('closed', { ...closed, head: '小计' }),
    ...succeeding.map((code) => shown(figureOfClosing(code), { ...closed, head: closingHeads[code] })),
    shown('failed', { ...failed, head: '小计' }),
    ...failing.map((code) => shown(figureOfClosing(code), { ...failed, head: closingHeads[code] })),
    shown('returned', { width: 5 }),
    shown('closing', { width: 5.5 }),
    shown('overdue', { head: '其中超期未结', width: 6 }),
    shown('succeeded', { head: '成功数', sheet: 2 }),
    shown('partly', { head: '其中部分达成', sheet: 2 }),
    shown('mediated', { sheet: 2 }),
    shown('ofClosed', { ...rate, head: '按结案' }),
    shown('ofAccepted', { ...rate, head: '按受理' }),
    shown('ofMediated', { ...rate, head: '按实际调解' }),
    shown('claimFenOfClosed', amount),
    shown('agreedFen', amount),
    shown('paidFen', amount),
    shown('confirmationApplied', { ...confirmation, head: '申请' }),
    shown('confirmed', { ...confirmation, head: '有效' }),
    shown('confirmationRejected', { ...confirmation, head: '驳回' }),
    shown('averageDays', { width: 8, sheet: 2 }),
    ...(isYear
      ? [
          shown('succeeded', { ...success, head: '上年' }, 'yearBefore'),
          change('succeeded', 'current', 'yearBefore', { ...success, head: '同比' }),
        ]
      : [
          shown('succeeded', { ...success, head: '本年累计' }, 'yearToDate'),
          shown('succeeded', { ...success, head: '上年同期累计' }, 'yearToDateBefore'),
          change('succeeded', 'yearToDate', 'yearToDateBefore', { ...success, head: '累计同比' }),
          change('succeeded', 'current', 'yearBefore', { ...success, head: '同比' }),
          change('succeeded', 'current', 'previous', { ...success, head: '环比' }),
        ]),
    { ...fact('备注', 'remarks', 8), sheet: 2 },
  ];
}
