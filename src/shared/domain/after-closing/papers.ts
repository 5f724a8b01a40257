import type { Channel } from '../channel.ts';

export type TransferPaper = {
  readonly name: string;
  /** Ticked from the start; the others are there to be ticked. */
  readonly usual: boolean;
  readonly note?: string;
};

const common: readonly TransferPaper[] = [
  { name: '当事人身份材料、授权委托书', usual: true },
  { name: '送达地址确认书', usual: true },
  { name: '证据材料', usual: true },
  { name: '无争议事实记载表', usual: false, note: '各方签名的才移送（法释〔2021〕23号第22条）' },
  { name: '调解终结报告', usual: true },
  { name: '保全、鉴定材料', usual: false },
  { name: '延长调解期限同意书', usual: false },
];

/** The papers that go to the court when mediation has failed (法释〔2016〕14号 第21条、第26条第2款; domain.md §5.9). */
export const transferPapers: Readonly<Record<Channel, readonly TransferPaper[]>> = {
  A: [{ name: '起诉状及副本', usual: true }, ...common, { name: '委派调解函及回执', usual: true }],
  B: [...common, { name: '委托调解函及回执', usual: true }],
  C: [{ name: '调解申请书（受理登记表）', usual: true }, ...common],
};

/** Why the minutes are not on the list. */
export const minutesStay =
  '调解笔录不在清单里：为达成协议作的妥协和认可不得作为不利证据（法释〔2016〕14号第22条），调解过程不公开（民诉解释第146条）。';
