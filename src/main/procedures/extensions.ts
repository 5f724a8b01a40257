import { caseLife } from '#shared/domain/case-life.ts';
import type { MoveDetails } from '#shared/domain/case-move.ts';
import { casePeriod } from '#shared/domain/case-period.ts';
import { formatLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import { extensionProblemSentence } from '#shared/domain/period.ts';
import { restCalendars } from '../register/calendars.ts';
import type { RegisteredCase } from '../register/cases.ts';
import { movesOfCase } from '../register/moves.ts';
import type { ReadableDb } from '../register/query.ts';
import { readSetting } from '../register/settings.ts';
import { refused } from './errors.ts';

/**
 * An extension needs the consent of both sides while the period still runs, and in channel B room under its limit
 * (法释〔2016〕14号 第27条第2款; 2025 意见第3条): any other is no extension and is refused with the reason.
 */
export function checkExtension(
  db: ReadableDb,
  { id, facts }: RegisteredCase,
  detail: MoveDetails['extend'],
  today: LocalDate,
): void {
  const life = caseLife(movesOfCase(db, id));
  const wished = {
    days: detail.days,
    ...(detail.applicantsConsentedOn === null ? {} : { applicantsConsentedOn: detail.applicantsConsentedOn }),
    ...(detail.respondentsConsentedOn === null
      ? {}
      : { respondentsConsentedOn: detail.respondentsConsentedOn }),
  };
  const settings = readSetting(db, 'period').value;
  const calendars = restCalendars(db);
  const period = casePeriod(
    facts,
    { ...life, extensions: [...life.extensions, wished] },
    settings,
    calendars,
  );
  if (period === undefined || period.kind === 'undetermined') {
    throw refused('extensionNotAllowed', {
      reason: '期限还算不出来（没有接收日期或程序类型），先补齐再登记延期。',
    });
  }
  for (const outcome of period.extensions) {
    if (!outcome.counted && outcome.extension === wished) {
      throw refused('extensionNotAllowed', { reason: extensionProblemSentence(outcome.problem) });
    }
  }
  // Agreed on earlier than one that stands, it would take that one's place under the limit: the last day may not come nearer.
  const present = casePeriod(facts, life, settings, calendars);
  if (present === undefined || present.kind === 'undetermined') return;
  if (present.kind === 'determined' && today > present.endsOn && detail.voucher === null) {
    throw refused('extensionNotAllowed', {
      reason: `期限已在${formatLocalDate(present.endsOn)}届满，届满后不能再延期；双方在届满前确已同意、只是没有登记的，补记时须写明凭证（延期同意书、笔录）。`,
    });
  }
  for (const { extension, counted } of present.extensions) {
    const now = period.extensions.find((outcome) => outcome.extension === extension);
    if (counted && now?.counted === false) {
      throw refused('extensionNotAllowed', {
        reason: `加上本次，此前登记的延长 ${extension.days} 日就不能计入：${extensionProblemSentence(now.problem)}`,
      });
    }
  }
}
