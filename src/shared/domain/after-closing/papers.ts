import type { Channel } from '../channel.ts';
import type { MatterCode } from './matters.ts';

export type ListedPaper = {
  readonly name: string;
  /** Ticked from the start; the others are there to be ticked. */
  readonly usual: boolean;
  readonly note?: string;
};

const common: readonly ListedPaper[] = [
  { name: '当事人身份材料、授权委托书', usual: true },
  { name: '送达地址确认书', usual: true },
  { name: '证据材料', usual: true },
  { name: '无争议事实记载表', usual: false, note: '各方签名的才移送（法释〔2021〕23号第22条）' },
  { name: '调解终结报告', usual: true },
  { name: '保全、鉴定材料', usual: false },
  { name: '延长调解期限同意书', usual: false },
];

/** The papers that go to the court when mediation has failed (法释〔2016〕14号 第21条、第26条第2款; domain.md §5.9). */
const transferPapers: Readonly<Record<Channel, readonly ListedPaper[]>> = {
  A: [{ name: '起诉状及副本', usual: true }, ...common, { name: '委派调解函及回执', usual: true }],
  B: [...common, { name: '委托调解函及回执', usual: true }],
  C: [{ name: '调解申请书（受理登记表）', usual: true }, ...common],
};

/** What an application for confirmation comes with (民诉解释 第354条). */
const applicationPapers: readonly ListedPaper[] = [
  { name: '司法确认申请书', usual: true, note: '双方签名' },
  { name: '调解协议书', usual: true },
  { name: '调解组织主持调解的证明', usual: true },
  { name: '双方身份、住所、联系方式证明', usual: true },
  { name: '财产权利证明', usual: false, note: '与协议有关的' },
  { name: '送达地址确认书', usual: true },
];

export type PapersForm = {
  readonly legend: string;
  readonly papers: readonly ListedPaper[];
  readonly note: string | null;
};

/** The list of papers of a step that records one. */
export function papersForm(matter: MatterCode, channel: Channel): PapersForm {
  return matter === 'confirmation'
    ? { legend: '提交材料清单', papers: applicationPapers, note: null }
    : { legend: '移送材料清单', papers: transferPapers[channel], note: minutesStay };
}

/** Why the minutes are not on the list. */
const minutesStay =
  '调解笔录不在清单里：为达成协议作的妥协和认可不得作为不利证据（法释〔2016〕14号第22条），调解过程不公开（民诉解释第146条）。';
