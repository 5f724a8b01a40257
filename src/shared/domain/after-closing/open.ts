import { type Closing, closings } from '../closing.ts';
import { confirmationUsual, mediatedClosings } from './confirmation-usual.ts';
import type { AfterFacts } from './facts.ts';
import { type MatterCode, matterCodes, matters } from './matters.ts';
import { matterProgress } from './progress.ts';
import type { AfterClosingSettings, AfterStep } from './step.ts';

export type Openness =
  /** `usual`: what comes next in such a case; `possible`: allowed, and shown on request. */
  | { readonly open: 'usual' | 'possible'; readonly reasonNeeded: string | null }
  | {
      readonly open: 'no';
      readonly refusal: 'notClosed' | 'confirmationForbidden' | 'stepNotPossible';
      readonly reason: string;
      readonly instead: string;
    };

type Rule = (facts: AfterFacts, steps: readonly AfterStep[], settings: AfterClosingSettings) => Openness;

const usual: Openness = { open: 'usual', reasonNeeded: null };
const possible: Openness = { open: 'possible', reasonNeeded: null };

function no(
  reason: string,
  instead: string,
  refusal: 'confirmationForbidden' | 'stepNotPossible' = 'stepNotPossible',
): Openness {
  return { open: 'no', refusal, reason, instead };
}

function closingOf({ closing }: AfterFacts): Closing | undefined {
  return closing === null ? undefined : closings[closing.code];
}

/** Agreements that the organisation mediated: written, oral, or performed at once. */
function agreed({ closing }: AfterFacts): boolean {
  return closing !== null && mediatedClosings.includes(closing.code);
}

/** 民事诉讼法 第205条; 民诉解释 第355条; channel B: 法释〔2016〕14号 第20条. */
const confirmation: Rule = (facts, _steps, settings) => {
  const { channel, restriction, agreement, closing } = facts;
  if (channel === 'B' && !settings.confirmationInChannelB && closingOf(facts)?.outcome === 'success') {
    return no(
      '立案后委托调解达成的协议由法院审查，出具调解书或者准许撤诉（法释〔2016〕14号第20条），不走司法确认。',
      '登记“民事调解书”或者“撤诉”；当地允许撤回起诉后申请确认的，由管理员在“设置—通道”里放开。',
      'confirmationForbidden',
    );
  }
  if (!agreed(facts)) {
    return no(
      '司法确认的对象是调解组织主持达成的调解协议，这件案件没有（民事诉讼法第205条）。',
      '可以登记其他后续事项；终结方式填错的，先用“误操作更正”。',
      'confirmationForbidden',
    );
  }
  const status = restriction?.kind === 'notMediable';
  if (restriction?.kind === 'identity' || (status && !restriction.partsMediable)) {
    return no(
      '确认身份关系无效、有效或者解除的，以及适用其他特别程序的，法院不予受理司法确认申请（民诉解释第355条）。',
      restriction.sentence,
      'confirmationForbidden',
    );
  }
  const reasons = [
    ...(channel === 'B' ? ['立案后委托的案件为什么申请司法确认'] : []),
    ...(restriction?.kind === 'propertyRight'
      ? ['协议只有给付内容、不涉及确权的说明（民诉解释第355条第1款第5项）']
      : []),
    ...(status ? ['协议只涉及财产、抚养，不涉及身份关系的说明（民诉解释第355条第1款第3项）'] : []),
  ];
  const effect = agreement?.effect ?? null;
  return {
    open:
      closing !== null && confirmationUsual({ channel, code: closing.code, effect }) ? 'usual' : 'possible',
    reasonNeeded: reasons.length === 0 ? null : reasons.join('；'),
  };
};

/** 法释〔2016〕14号 第20条; in channel A only the 诉前调书 of 2022 to 2024. */
const statement: Rule = (facts) => {
  const { channel, closing, agreement } = facts;
  if (closing?.code === 'C15') return usual;
  if (channel !== 'B' || !agreed(facts)) {
    return no(
      '调解书由法院在立案后据协议出具（民事诉讼法第100条），这件案件不走这一步。',
      channel === 'B' ? '没有达成协议的，登记“转审理”。' : '双方可以共同申请司法确认。',
    );
  }
  const effect = agreement?.effect ?? null;
  return effect === 'withdrawal' || effect === 'performedAtOnce' || closing?.code === 'C13'
    ? possible
    : usual;
};

/** 法释〔2016〕14号 第20条; 民事诉讼法 第148条. */
const withdrawal: Rule = (facts) => {
  const { channel, closing, agreement } = facts;
  const success = closingOf(facts)?.outcome === 'success';
  if (channel !== 'B' || !success) {
    return no(
      '撤诉是立案以后原告向法院申请的（民事诉讼法第148条），这件案件不走这一步。',
      success ? '双方可以共同申请司法确认，或者按约履行。' : '没有调成的，登记“转立案、转审理”。',
    );
  }
  return closing?.code === 'C14' || closing?.code === 'C16' || agreement?.effect === 'withdrawal'
    ? usual
    : possible;
};

/** 法释〔2016〕14号 第21条; 人民调解法 第26条. */
const transfer: Rule = (facts, steps) => {
  const outcome = closingOf(facts)?.outcome;
  if (outcome === 'failure' || outcome === 'returned') return usual;
  const state = (code: MatterCode) => matterProgress(code, steps, facts).state;
  if (
    facts.channel === 'B' &&
    (['refused', 'reneged'].includes(state('statement')) || state('withdrawal') === 'denied')
  ) {
    return usual;
  }
  return no(
    '已经调成的案件不移送立案或者审理。',
    '一方不履行的，有确认裁定或者调解书的申请执行；没有的，另行起诉（法释〔2016〕14号第25条）。',
  );
};

/** 民事诉讼法 第206条、第247条: an agreement alone cannot be enforced. */
const enforcement: Rule = (facts, steps) => {
  const confirmed = matterProgress('confirmation', steps, facts).state === 'confirmed';
  const stated = ['served', 'inRecord'].includes(matterProgress('statement', steps, facts).state);
  if (confirmed || stated) return possible;
  return no(
    '调解协议本身不能申请执行，要有法院的确认裁定或者生效的调解书（民事诉讼法第206条、第247条）。',
    '先登记司法确认或者调解书；不能办的，可以就协议起诉或者申请支付令。',
  );
};

const rules: Readonly<Record<MatterCode, Rule>> = {
  confirmation,
  statement,
  withdrawal,
  transfer,
  enforcement,
};

/** Whether a matter is open for a case, by its channel, closing and cause (domain.md §1.8, §2.4). */
export function matterOpen(
  code: MatterCode,
  facts: AfterFacts,
  steps: readonly AfterStep[],
  settings: AfterClosingSettings,
): Openness {
  if (facts.closing === null) {
    return {
      open: 'no',
      refusal: 'notClosed',
      reason: `“${matters[code].label}”在结案以后办理。`,
      instead: '先结案，再登记后续事项。',
    };
  }
  return rules[code](facts, steps, settings);
}

/** The matters that a page shows of a case: those that usually follow and those that were begun. */
export function shownMatters(
  facts: AfterFacts,
  steps: readonly AfterStep[],
  settings: AfterClosingSettings,
): readonly MatterCode[] {
  return matterCodes.filter(
    (code) =>
      matterOpen(code, facts, steps, settings).open === 'usual' ||
      steps.some((step) => step.matter === code) ||
      (code === 'confirmation' && facts.confirmationOnRecord !== null),
  );
}
