import type { CaseLife } from '../case-life.ts';
import type { CaseSoFar } from '../case-so-far.ts';
import { consentRules, consentState } from '../consent.ts';
import { contactSource, contactTally, defaultContactRule } from '../contact.ts';
import { formatLocalDate } from '../local-date.ts';
import { workingDayPeriod } from '../period.ts';
import {
  type Circumstances,
  closeAs,
  go,
  type NextMove,
  next,
  offer,
  session,
  untilInWords,
} from './offer.ts';

/** Registered: the letter, or its receipt. */
export function afterRegistration(soFar: CaseSoFar, life: CaseLife): NextMove {
  const { facts } = soFar;
  const accept = offer('accept', soFar);
  if (facts.channel === 'C') {
    return next(accept, { why: '受理之日起算调解期限；没有接收日的案件不计入统计。' });
  }
  const source = '法释〔2016〕14号 第11条、第27条第3款';
  const letter = facts.channel === 'A' ? '委派函' : '委托函';
  const declined = life.moves.findLast(({ code }) => code === 'decline');
  if (facts.letterOn !== null && declined === undefined) {
    return next(accept, {
      why: `${letter}已于${formatLocalDate(facts.letterOn)}发出。签字接收移交材料的那一天起算期限，不是登记日也不是函日期。`,
      source: '法释〔2016〕14号 第27条第3款',
      instead: offer('dispatch', soFar),
    });
  }
  const why =
    declined === undefined
      ? `${letter}和材料交给调解室或调解员，等待签收；材料已经签收的，直接登记接收。`
      : `已退回，另行指定后重新发出${letter}。`;
  return next(offer('dispatch', soFar), { why, source, instead: accept });
}

/** Waiting for whoever shall mediate to confirm (法释〔2021〕23号 第12条). */
export function afterDispatch(
  soFar: CaseSoFar,
  life: CaseLife,
  { today, calendars }: Circumstances,
): NextMove {
  const decline = offer('decline', soFar);
  if (life.dispatch === null) return next(offer('accept', soFar), { instead: decline });
  const due = workingDayPeriod('confirmAcceptance', life.dispatch.on, calendars);
  const { words, late } = untilInWords(due.endsOn, today);
  return next(offer('accept', soFar), {
    why: `调解员应在 3 个工作日内确认接收（${words}）；不接收或逾期未确认的，退回重新指定。`,
    source: due.source,
    urgent: late,
    instead: decline,
  });
}

/** Received: consent, then a mediator, then the notice of rights. */
export function beforeAppointment(soFar: CaseSoFar, life: CaseLife, circumstances: Circumstances): NextMove {
  const asked = askConsent(soFar, circumstances);
  if (asked !== null) return asked;
  if (life.appointments.length === 0) {
    return next(offer('appoint', soFar), {
      why: '双方协商选定；协商不成的由调解组织或法院指定，并核查有无回避情形。',
      source: '法释〔2016〕14号 第12条、第15条',
      instead: session,
    });
  }
  return beforeMediation(soFar, life);
}

/** Who has to be asked whether they agree; null where everybody did, or nobody keeps consents here. */
function askConsent(soFar: CaseSoFar, { today, calendars }: Circumstances): NextMove | null {
  if (soFar.consents === undefined) return null;
  const state = consentState(soFar.parties, soFar.consents);
  const names = (parties: readonly { readonly name: string }[]) => parties.map(({ name }) => name).join('、');
  if (state.declined.length > 0) {
    return next(closeAs('C21', 'C21 不同意调解'), {
      why: `${names(state.declined)}不同意调解。`,
      source: '法释〔2016〕14号 第26条第2项',
      instead: { action: go('sessions', 'consent'), label: '改记调解意愿' },
    });
  }
  if (state.unknown.length === 0) return null;
  const contacts = soFar.contacts ?? [];
  const unreachable = state.unknown.filter(
    ({ id }) => contactTally(contacts, id, soFar.contactRule ?? defaultContactRule).unreachable,
  );
  if (unreachable.length > 0) {
    return next(closeAs('C23', 'C23 联系不上'), {
      why: `多次联系不上${names(unreachable)}，联系经过已经记下。`,
      source: contactSource,
      instead: { action: go('sessions', 'contact'), label: '再记一次联系' },
    });
  }
  const { receivedOn, channel } = soFar.facts;
  // The three working days are those of a court's platform: what came to the office itself has none.
  const due =
    receivedOn === null || channel === 'C'
      ? null
      : workingDayPeriod('notifyOtherParty', receivedOn, calendars);
  const until = due === null ? null : untilInWords(due.endsOn, today);
  return next(
    { action: go('sessions', 'consent'), label: '记录是否同意调解' },
    {
      why: `还没有${names(state.unknown)}是否同意调解的记录${until === null ? '' : `；接收后 3 个工作日内联系（${until.words}）`}。`,
      source: due === null ? consentRules[channel].source : `法释〔2016〕14号 第11条；${due.source}`,
      urgent: until?.late ?? false,
      instead: session,
    },
  );
}

/** Appointed: the notice of rights, then the first session. */
export function beforeMediation(soFar: CaseSoFar, life: CaseLife): NextMove {
  return life.informedOn === null
    ? next(offer('inform', soFar), {
        why: '调解开始前告知双方权利义务、调解规则和协议效力。',
        source: '法释〔2016〕14号 第14条',
        instead: session,
      })
    : next(session, { source: '法释〔2016〕14号 第14条' });
}
