import type { Channel } from '#shared/domain/channel.ts';
import { channelCodes } from '#shared/domain/channel.ts';
import type { PeriodSettings } from '#shared/domain/period.ts';
import type { Settings } from '#shared/domain/settings.ts';

/** What is typed as text among the choices of periods. */
export type PeriodTextName = 'customaryDays' | `extension${Channel}` | 'warnAtDays' | 'tries' | 'triedDays';
export type PeriodTexts = Partial<Readonly<Record<PeriodTextName, string>>>;

/** What the texts say; every one that cannot be read is named with a sentence, and its choice stays as it was. */
type ReadPeriodTexts = {
  readonly period: PeriodSettings;
  readonly contact: Settings['contact'];
  readonly problems: PeriodTexts;
};

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const folded = text.normalize('NFKC').trim();
  if (!/^\d{1,4}$/.test(folded)) return undefined;
  const number = Number(folded);
  return number >= least && number <= most ? number : undefined;
}

const extensionWords = (limit: number | 'unlimited' | undefined) =>
  limit === undefined ? '' : limit === 'unlimited' ? '不限' : String(limit);

/** The choices as they are typed; nothing stands where the law's own number holds. */
export function textsOf(
  period: PeriodSettings,
  contact: Settings['contact'],
): Readonly<Record<PeriodTextName, string>> {
  return {
    customaryDays: period.customaryDays === undefined ? '' : String(period.customaryDays),
    extensionA: extensionWords(period.extensionDays.A),
    extensionB: extensionWords(period.extensionDays.B),
    extensionC: extensionWords(period.extensionDays.C),
    warnAtDays: period.warnAtDays.join('、'),
    tries: String(contact.tries),
    triedDays: String(contact.days),
  };
}

/** Reads what was typed on top of the choices as they are. */
export function readPeriodTexts(
  typed: PeriodTexts,
  period: PeriodSettings,
  contact: Settings['contact'],
): ReadPeriodTexts {
  const texts = { ...textsOf(period, contact), ...typed };
  const problems: { -readonly [Name in PeriodTextName]?: string } = {};
  const number = (name: PeriodTextName, least: number, most: number, otherwise: number) => {
    const read = wholeNumber(texts[name], least, most);
    if (read === undefined) problems[name] = `请填 ${least} 到 ${most} 的整数`;
    return read ?? otherwise;
  };
  const { customaryDays: _days, extensionDays: _limits, ...rest } = period;
  const customary = texts.customaryDays.trim() === '' ? undefined : number('customaryDays', 1, 365, 30);
  const limits: { [Code in Channel]?: number | 'unlimited' } = {};
  for (const channel of channelCodes) {
    const name = `extension${channel}` as const;
    const text = texts[name].trim();
    if (text === '不限') {
      limits[channel] = 'unlimited';
    } else if (text !== '') {
      const days = wholeNumber(text, 0, 3650);
      if (days === undefined) problems[name] = '请填天数，或者“不限”；不填的按规定';
      else limits[channel] = days;
    }
  }
  const warnings = texts.warnAtDays.split(/[、，,;；\s]+/u).filter((part) => part !== '');
  const warnAtDays = warnings.map((part) => wholeNumber(part, 1, 90));
  const readable = warnAtDays.filter((days) => days !== undefined);
  if (readable.length < warnAtDays.length) problems.warnAtDays = '请填 1 到 90 的天数，中间用顿号分开';
  return {
    period: {
      ...rest,
      ...(customary === undefined ? {} : { customaryDays: customary }),
      extensionDays: limits,
      warnAtDays: [...new Set(readable)].sort((one, other) => other - one),
    },
    contact: {
      tries: number('tries', 1, 20, contact.tries),
      days: number('triedDays', 1, 20, contact.days),
    },
    problems,
  };
}
