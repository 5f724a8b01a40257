import { type Month, month, parseLocalDate } from '#shared/domain/local-date.ts';
import { isDueTooEarly, type ReportDuty, reportDutySchema } from '#shared/domain/report-duty.ts';
import type { NamedPeriodKind, StatisticalCalendar } from '#shared/domain/reporting-period.ts';

/** A duty while it is typed. */
export type DutyDraft = {
  readonly id: string;
  readonly name: string;
  readonly of: NamedPeriodKind;
  readonly recipients: string;
  readonly monthsAfter: 'same' | 'next';
  readonly day: string;
  readonly from: string;
  readonly active: boolean;
};

export function draftOfDuty(duty: ReportDuty): DutyDraft {
  return {
    ...duty,
    monthsAfter: duty.monthsAfter === 0 ? 'same' : 'next',
    day: String(duty.day),
    from: duty.from === null ? '' : formatTypedMonth(duty.from),
  };
}

function formatTypedMonth(of: Month): string {
  return `${of.slice(0, 4)}年${Number(of.slice(5))}月`;
}

/** A new one, with an id that none of the others has. */
export function newDuty(others: readonly { readonly id: string }[]): DutyDraft {
  const taken = new Set(others.map(({ id }) => id));
  let number = others.length + 1;
  while (taken.has(`own-${number}`)) number += 1;
  return {
    id: `own-${number}`,
    name: '',
    of: 'month',
    recipients: '',
    monthsAfter: 'next',
    day: '',
    from: '',
    active: true,
  };
}

/** 2026年12月, 2026-12, 2026.12 or 202612; null for nothing, undefined for what is no month. */
function readMonth(typed: string): Month | null | undefined {
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  if (text === '') return null;
  const match = /^(\d{4})(?:年|[-./])?(\d{1,2})月?$/.exec(text);
  const day = match === null ? undefined : parseLocalDate(`${match[1]}-${match[2]}-1`);
  return day === undefined ? undefined : month(day.slice(0, 7));
}

/** The line as it is kept, or what it lacks, in words. */
export function readDuty(
  draft: DutyDraft,
  calendar: StatisticalCalendar,
): { readonly duty: ReportDuty } | { readonly lacks: string } {
  const text = draft.day.normalize('NFKC').replace(/\s|日|号/g, '');
  const day = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  const from = readMonth(draft.from);
  const lacks = [
    ...(draft.name.trim() === '' ? ['名称'] : []),
    ...(draft.recipients.trim() === '' ? ['报送给谁'] : []),
    ...(day < 1 || day > 31 ? ['几日以前（写 1 到 31 的数）'] : []),
    ...(from === undefined ? ['从哪个月起（写成 2026年12月）'] : []),
  ];
  const read = reportDutySchema.safeParse({
    ...draft,
    day,
    from: from ?? null,
    monthsAfter: draft.monthsAfter === 'same' ? 0 : 1,
  });
  if (lacks.length > 0 || !read.success) return { lacks: lacks.join('、') };
  return isDueTooEarly(read.data, calendar)
    ? { lacks: '报送日要在统计期结束以后：改为次月，或者改一个日子' }
    : { duty: read.data };
}
