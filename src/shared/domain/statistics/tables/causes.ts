import { change, type FigureColumn, fact, ordinal, shown } from './column.ts';

/** 表二: by cause of action. */
export function causeColumns(isYear: boolean): readonly FigureColumn[] {
  const rate = { group: '成功率', width: 8 };
  const amount = { group: '金额（万元）', width: 12 };
  const closed = { group: '结案比较', width: 8 };
  return [
    ordinal(),
    fact('案由', 'label', 26),
    shown('opening'),
    shown('received'),
    shown('accepted', { width: 7 }),
    shown('closed'),
    shown('succeeded'),
    shown('failed'),
    shown('returned'),
    shown('closing'),
    shown('ofClosed', { ...rate, head: '按结案' }),
    shown('ofAccepted', { ...rate, head: '按受理' }),
    shown('claimFenOfClosed', amount),
    shown('agreedFen', amount),
    shown('paidFen', amount),
    shown('confirmed', { head: '司法确认' }),
    shown('averageDays'),
    ...(isYear ? [] : [shown('closed', { ...closed, head: '本年累计' }, 'yearToDate')]),
    shown('closed', { ...closed, head: isYear ? '上年' : '上年同期' }, 'yearBefore'),
    change('closed', 'current', 'yearBefore', { ...closed, head: '同比' }),
  ];
}
