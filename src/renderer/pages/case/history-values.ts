import type { AgreementTerm } from '#shared/contract/agreements.ts';
import { agreementEffectSchema, agreementTermSchema } from '#shared/contract/agreements.ts';
import type { HistoryEntry } from '#shared/contract/cases.ts';
import { causeRefSchema, claimSchema } from '#shared/contract/cases.ts';
import { sessionFormSchema, sessionResultSchema } from '#shared/contract/sessions.ts';
import { type MatterCode, matterOf, matterSchema } from '#shared/domain/after-closing.ts';
import { linkKindSchema } from '#shared/domain/case-link.ts';
import { caseMarkSchema } from '#shared/domain/case-mark.ts';
import { consentFormSchema } from '#shared/domain/case-move.ts';
import { caseStatusSchema } from '#shared/domain/case-status.ts';
import { caseSourceSchema, channelSchema, procedureKindSchema } from '#shared/domain/channel.ts';
import { closingCodeSchema } from '#shared/domain/closing.ts';
import { contactMeansSchema, contactResultSchema } from '#shared/domain/contact.ts';
import { recusalDecisionSchema } from '#shared/domain/disclosure.ts';
import {
  caseMarkLabels,
  caseSourceLabels,
  caseStatusLabels,
  channelLabels,
  closingLabels,
  consentFormLabels,
  contactMeansLabels,
  contactResultLabels,
  linkKindLabels,
  procedureKindLabels,
  recusalDecisionLabels,
  satisfactionLabels,
  visitPerformanceLabels,
} from '#shared/domain/glossary.ts';
import { formatLocalDate, localDateSchema } from '#shared/domain/local-date.ts';
import { fenSchema, formatYuan } from '#shared/domain/money.ts';
import { satisfactionSchema, visitPerformanceSchema } from '#shared/domain/visit.ts';
import type { Way } from '../../components/case-form/facts-draft.ts';
import { effectLabels } from './agreement/effect-words.ts';
import type { ChangeInWords } from './change-in-words.ts';
import { claimInWords, type KnownNames } from './fact-words.ts';
import { fieldInWords } from './history-words.ts';
import { partyChanges } from './party-changes.ts';
import { maskedIfPhone, type PersonalNumbers } from './personal-numbers.tsx';
import { sessionFormLabels, sessionResultLabels } from './session-words.ts';

type Change = HistoryEntry['changes'][number];

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

type HistoryWords = {
  readonly names: KnownNames;
  readonly numbers: PersonalNumbers;
  /** How the case came here when the change was made: it decides what the day of the letter is called. */
  readonly way: Way;
};

/** What an entry changed, in words; parties are told apart field by field. */
export function changesInWords(changes: readonly Change[], words: HistoryWords): readonly ChangeInWords[] {
  const { names, numbers, way } = words;
  return changes
    .filter(({ field }) => field !== 'version' && field !== 'id' && field !== 'uid')
    .flatMap(({ field, before, after }): readonly ChangeInWords[] => {
      if (field === 'parties') {
        return partyChanges(
          before === null ? [] : parsed(before),
          after === null ? [] : parsed(after),
          numbers,
        );
      }
      const change = {
        // An agreement is written or oral; a session is held in some way.
        label:
          field === 'form' && (after === 'written' || after === 'oral') ? '形式' : fieldInWords(field, way),
        before: before === null ? null : masked(field, inWords(field, before, names), numbers),
        after: after === null ? null : masked(field, inWords(field, after, names), numbers),
      };
      return change.before === change.after ? [] : [change];
    })
    .filter(({ before, after }) => before !== null || after !== null);
}

/** Where somebody was tried to be reached is often a phone. */
function masked(field: string, words: string | null, numbers: PersonalNumbers): string | null {
  return field === 'reachedAt' && words !== null ? maskedIfPhone(words, numbers) : words;
}

/** How the case came here once an entry had been made. */
export function wayAfter(changes: readonly Change[], before: Way): Way {
  const now = (field: string) => changes.find((change) => change.field === field)?.after ?? undefined;
  return {
    channel: channelSchema.safeParse(now('channel')).data ?? before.channel,
    source: caseSourceSchema.safeParse(now('source')).data ?? before.source,
  };
}

function inWords(field: string, value: string, names: KnownNames): string | null {
  const known = valuesByField[field];
  const words = known?.(parsed(value), names);
  return words === undefined ? plain(value) : words;
}

type Reader = (value: unknown, names: KnownNames) => string | null | undefined;

const named =
  (list: (names: KnownNames) => readonly { readonly id: number; readonly name: string }[]): Reader =>
  (value, names) =>
    list(names).find(({ id }) => id === value)?.name;

const money: Reader = (value) => {
  const amount = fenSchema.safeParse(value).data;
  return amount === undefined ? undefined : `${formatYuan(amount)} 元`;
};

function labelled<Key extends string>(
  schema: { safeParse: (value: unknown) => { data?: Key | undefined } },
  labels: Readonly<Record<Key, string>>,
): Reader {
  return (value) => {
    const key = schema.safeParse(value).data;
    return key === undefined ? undefined : labels[key];
  };
}

/** 司法确认：双方共同申请, of `confirmation.apply`. */
const afterStep: Reader = (value) => {
  const [code, step = ''] = typeof value === 'string' ? value.split('.') : [];
  const matter: MatterCode | undefined = matterSchema.safeParse(code).data;
  if (matter === undefined) return undefined;
  const { label, steps } = matterOf(matter);
  return `${label}：${steps[step]?.label ?? step}`;
};

const joined: Reader = (value) => (Array.isArray(value) ? value.join('、') || null : undefined);

const valuesByField: Readonly<Record<string, Reader>> = {
  channel: labelled(channelSchema, channelLabels),
  source: labelled(caseSourceSchema, caseSourceLabels),
  procedureKind: labelled(procedureKindSchema, procedureKindLabels),
  status: labelled(caseStatusSchema, caseStatusLabels),
  code: labelled(closingCodeSchema, closingLabels),
  result: labelled(sessionResultSchema, sessionResultLabels),
  effect: labelled(agreementEffectSchema, effectLabels),
  form: (value) => {
    const session = sessionFormSchema.safeParse(value).data;
    return session === undefined ? (value === 'oral' ? '口头协议' : '书面协议') : sessionFormLabels[session];
  },
  consentForm: labelled(consentFormSchema, consentFormLabels),
  means: labelled(contactMeansSchema, contactMeansLabels),
  contactResult: labelled(contactResultSchema, contactResultLabels),
  linkKind: labelled(linkKindSchema, linkKindLabels),
  decision: labelled(recusalDecisionSchema, recusalDecisionLabels),
  // What they say is the mediator's own; the office does not send it here.
  privateNotes: (value) => (value === 'changed' ? '已修改（内容不显示）' : '有（内容不显示）'),
  courtId: named((names) => names.courts),
  effectCourtId: named((names) => names.courts),
  mediatorId: named((names) => names.mediators),
  studioId: named((names) => names.studios),
  organisationId: named((names) => names.organisations),
  assistingMediatorIds: (value, names) =>
    Array.isArray(value)
      ? value.map((id) => names.mediators.find((one) => one.id === id)?.name ?? '').join('、') || null
      : undefined,
  claim: (value) => {
    const claim = claimSchema.safeParse(value).data;
    return claim === undefined ? undefined : claimInWords(claim);
  },
  cause: (value) => causeRefSchema.safeParse(value).data?.name,
  courtNumbers: joined,
  papers: joined,
  afterStep,
  performance: labelled(visitPerformanceSchema, visitPerformanceLabels),
  satisfaction: labelled(satisfactionSchema, satisfactionLabels),
  marks: (value) =>
    Array.isArray(value)
      ? value
          .flatMap((mark) => caseMarkSchema.safeParse(mark).data ?? [])
          .map((mark) => caseMarkLabels[mark])
          .join('、') || null
      : undefined,
  terms: (value) =>
    Array.isArray(value)
      ? value
          .flatMap((term) => agreementTermSchema.safeParse(term).data ?? [])
          .map(termInWords)
          .join('；') || null
      : undefined,
  agreedFen: money,
  amountFen: money,
};

function termInWords(term: AgreementTerm, place: number): string {
  const which = `第 ${place + 1} 条`;
  if (term.kind === 'text') {
    return `${which} ${term.text}`;
  }
  const parts = term.instalments.map((part) => `${part.dueOn} ${formatYuan(part.amountFen)}`).join('、');
  return `${which} 给付 ${formatYuan(term.amountFen)} 元${parts === '' ? '' : `，分 ${term.instalments.length} 期（${parts}）`}`;
}

function plain(value: string): string | null {
  switch (value) {
    case 'true':
      return '是';
    case 'false':
      return '否';
    case '[]':
      return null;
    default: {
      const day = localDateSchema.safeParse(value).data;
      return day === undefined ? value : formatLocalDate(day);
    }
  }
}
