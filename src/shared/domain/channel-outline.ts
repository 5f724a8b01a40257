import { type Channel, mediationPeriodRules } from './channel.ts';
import { procedureKindLabels } from './glossary.ts';
import type { LocalDate } from './local-date.ts';
import type { PeriodSettings } from './period.ts';

type OutlineEntry = { readonly words: string; readonly source: string };

/** What sets the channels apart, line by line. */
export const outlineLabels = {
  startingPaper: '启动文书',
  consent: '同意',
  period: '期限',
  extension: '延期',
  success: '谈成以后',
  failure: '谈不成',
} as const;
export type OutlineLine = keyof typeof outlineLabels;
export const outlineLines = Object.keys(outlineLabels) as readonly OutlineLine[];

const opinions2025 = '最高人民法院《关于严格依法规范民事案件立案与调解工作的意见》(2025-01-01起)';

const fixed: Readonly<
  Record<Channel, Readonly<Record<Exclude<OutlineLine, 'period' | 'extension'>, OutlineEntry>>>
> = {
  A: {
    startingPaper: { words: '委派调解函', source: '法释〔2016〕14号 第11条' },
    consent: { words: '双方当事人同意', source: '法释〔2016〕14号 第11条' },
    success: {
      words: '自动履行，或者双方共同申请司法确认',
      source: '法释〔2016〕14号 第19条；民事诉讼法 第205条',
    },
    failure: { words: '材料移送法院，坚持诉讼的登记立案', source: '法释〔2016〕14号 第21条' },
  },
  B: {
    startingPaper: { words: '委托调解函', source: '法释〔2016〕14号 第11条' },
    consent: { words: '双方当事人同意', source: `${opinions2025} 第2条` },
    success: {
      words: '法院出具调解书、撤诉，或者即时履行后以其他方式结案',
      source: `法释〔2016〕14号 第20条；${opinions2025} 第4条`,
    },
    failure: { words: '转入审理', source: '法释〔2016〕14号 第21条' },
  },
  C: {
    startingPaper: { words: '移送函或者受理登记表', source: '人民调解法 第17条' },
    consent: { words: '当事人申请或者同意；一方明确拒绝的，不得调解', source: '人民调解法 第17条' },
    success: {
      words: '自动履行，或者双方共同申请司法确认',
      source: '人民调解法 第33条；民事诉讼法 第205条',
    },
    failure: { words: '告知当事人可以起诉或者走其他途径', source: '人民调解法 第26条' },
  },
};

/** One line of what sets a channel apart (domain.md §1.8), as the law and the office's settings have it on a day. */
export function outlineEntry(
  channel: Channel,
  line: OutlineLine,
  settings: PeriodSettings,
  today: LocalDate,
): OutlineEntry {
  if (line !== 'period' && line !== 'extension') return fixed[channel][line];
  const rules = mediationPeriodRules.filter(
    (rule) => rule.channel === channel && rule.from <= today && (rule.to === undefined || today <= rule.to),
  );
  const source = [...new Set(rules.map((rule) => rule.source))].join('；');
  if (line === 'extension') {
    const limit = settings.extensionDays[channel] ?? rules[0]?.extensionDays ?? 'unlimited';
    const most = limit === 'unlimited' ? '天数不限' : `合计不超过 ${limit} 日`;
    return { words: limit === 0 ? '不能延期' : `期满前双方同意，${most}`, source };
  }
  const periods = rules.map((rule) => {
    const kinds = rule.procedures.map((kind) => procedureKindLabels[kind]).join('、');
    const days = channel === 'C' ? (settings.customaryDays ?? rule.days) : rule.days;
    return `${kinds}${kinds === '' ? '' : ' '}${days} 日`;
  });
  return { words: channel === 'C' ? `无法定期限，本室按 ${periods.join('')}` : periods.join('；'), source };
}
