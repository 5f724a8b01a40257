import { type FigureColumn, fact, ordinal, shown } from './column.ts';

/** 表三: by mediator; a case counts for whoever led it, and assisting is a column of its own. */
export const mediatorColumns: readonly FigureColumn[] = [
  ordinal(),
  fact('姓名', 'label', 16),
  fact('界别', 'sector', 14),
  fact('入册法院', 'court', 18),
  shown('opening'),
  shown('received', { head: '接案' }),
  shown('closed'),
  shown('succeeded'),
  shown('ofClosed', { head: '成功率（按结案计）', width: 9 }),
  shown('closing'),
  shown('agreedFen', { head: '协议金额（万元）', width: 13 }),
  shown('averageDays', { width: 7 }),
  shown('confirmed', { head: '司法确认', width: 7 }),
  {
    ...fact('协助', 'assisted', 6, 'end'),
    opens: { figure: 'closed', of: 'current', slices: [], assisting: true },
    tells: 'assistances',
  },
  { ...fact('履职积分', 'points', 8, 'end'), tells: 'points' },
  { ...fact('核定', 'granted', 11, 'end'), group: '补贴（元）', tells: 'subsidies' },
  { ...fact('已发', 'paid', 11, 'end'), group: '补贴（元）', tells: 'subsidies' },
];

export const mediatorNotes: readonly string[] = [
  '按成功、结案、受理（旧存＋接案）的件数从多到少排列；旧存＋接案－结案－退回＝未结。',
  '一件案件只计主持的调解员，协助另列一栏（本期结案中协助的件数），不重复计件。',
  '履职积分按办公室在设置中填写的积分表对本期的数计算，与履职档案相同；没有填写积分表的，各项为 0。补贴“核定”按核定日期、“已发”按发放日期计入本期，已撤销的不计。',
];
