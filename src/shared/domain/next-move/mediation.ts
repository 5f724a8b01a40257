import type { CaseLife } from '../case-life.ts';
import { type CaseSoFar, hasCurrentAgreementPaper, lastSession } from '../case-so-far.ts';
import { formatLocalDate } from '../local-date.ts';
import { suspensionGrounds } from '../period.ts';
import {
  agreement,
  type Circumstances,
  close,
  closeAs,
  issue,
  type NextMove,
  next,
  offer,
  session,
} from './offer.ts';

/** The period has ended: the machine closes nothing, somebody chooses (domain.md §2.5). */
export function overdue(soFar: CaseSoFar, { period, lastDay }: Circumstances): NextMove | null {
  if (period?.kind !== 'overdue' || lastDay === null) return null;
  if (soFar.facts.channel === 'C') {
    return next(close, {
      why: `本室的期限已于${formatLocalDate(lastDay)}届满，程序不会自动结案。调不成的选终结方式、写明原因；双方愿意再调的，登记延期。`,
      source: '没有法定期限，按本室设置（惯例一个月）',
      urgent: true,
      instead: offer('extend', soFar),
    });
  }
  return next(closeAs('C25', 'C25 期满未成'), {
    why: `期限已于${formatLocalDate(lastDay)}届满，程序不会自动结案。双方在届满前已经同意延长的，补记延期；没有的，以 C25 结案。`,
    source: '法释〔2016〕14号 第27条；法释〔2021〕23号 第25条第6项',
    urgent: true,
    instead: offer('extend', soFar),
  });
}

/** In mediation: what the last session led to, unless the period has ended or is about to. */
export function whileMediating(soFar: CaseSoFar, life: CaseLife, circumstances: Circumstances): NextMove {
  const last = lastSession(soFar);
  const reopened =
    life.moves.findLast(({ code }) => code === 'reopen' || code === 'agree')?.code === 'reopen';
  if (last?.result === 'agreed' && !reopened) {
    return soFar.agreement === null
      ? next(agreement, { why: '双方达成一致，把约定写成协议。', source: '法释〔2016〕14号 第24条' })
      : next(offer('agree', soFar), { why: '协议内容已经登记。', instead: agreement });
  }
  if (last?.result === 'failed') {
    return next(close, {
      why: '上次调解没有成功：选终结方式、写明原因；愿意再调的记下一次。',
      source: '法释〔2016〕14号 第26条；法释〔2021〕23号 第21条',
      instead: session,
    });
  }
  const late = overdue(soFar, circumstances);
  if (late !== null) return late;
  const { period, today } = circumstances;
  if (period?.kind === 'dueToday' || (period?.kind === 'due' && period.warning !== undefined)) {
    return next(session, {
      why: `期限${period.kind === 'dueToday' ? '今天届满' : `还有 ${period.inDays} 天届满`}；双方同意延长的，须在届满前登记延期。`,
      source: '法释〔2016〕14号 第27条第2款',
      urgent: true,
      instead: offer('extend', soFar),
    });
  }
  if (last?.nextOn != null) {
    const when = formatLocalDate(last.nextOn);
    return next(session, {
      why: last.nextOn < today ? `原定${when}再调，还没有记录。` : `下次调解定在${when}。`,
    });
  }
  return next(session);
}

/** Standing still: to be taken up again. */
export function whileSuspended(soFar: CaseSoFar, life: CaseLife): NextMove {
  const open = life.suspensions.at(-1);
  if (open === undefined) return next(offer('resume', soFar));
  const { label, source } = suspensionGrounds[open.ground];
  return next(offer('resume', soFar), {
    why: `${formatLocalDate(open.from)}起中止（${label}）。事由消除后恢复调解${open.ground === 'suspectedSham' ? '；查实虚假调解的，以 C27 结案' : ''}。`,
    source,
    instead: open.ground === 'suspectedSham' ? closeAs('C27', 'C27 虚假调解') : null,
  });
}

/** Agreed: the paper, the signatures, the closing; or on with mediation. */
export function beforeClosing(soFar: CaseSoFar): NextMove {
  const refuse = offer('reopen', soFar, '没有签成，继续调解');
  if (soFar.agreement === null) return next(agreement, { instead: refuse });
  if (soFar.agreement.form === 'oral') {
    return next(close, {
      why: '口头协议已经记录，以记录之日结案。',
      source: '法释〔2016〕14号 第23条',
      instead: refuse,
    });
  }
  if (!hasCurrentAgreementPaper(soFar)) {
    return next(issue, {
      why: '打印调解协议书，双方和调解员签名，调解组织盖章。',
      source: '法释〔2016〕14号 第24条',
      instead: refuse,
    });
  }
  return next(close, {
    why: '协议书已出。最后一方签名后结案；之后的确认、履行不改变终结日期。',
    source: '法释〔2016〕14号 第26条',
    instead: refuse,
  });
}
