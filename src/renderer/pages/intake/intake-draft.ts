import { z } from 'zod';
import type { CaseDetail, CaseFacts } from '#shared/contract/cases.ts';
import { caseIdSchema } from '#shared/contract/ids.ts';
import type { PartyFacts } from '#shared/contract/parties.ts';
import { partyKindLabels, partyRoleLabels } from '#shared/domain/glossary.ts';
import {
  emptyFacts,
  factsDraftSchema,
  type Obstacle,
  readFacts,
} from '../../components/case-form/facts-draft.ts';
import { readTypedDate } from '../../components/fields/date-field.tsx';
import {
  emptyParty,
  isBlankParty,
  partyDraftOf,
  partyDraftSchema,
  readParty,
} from '../../components/party-form/party-draft.ts';
import type { Remembered } from './remembered.ts';

/** A half-filled intake form, as it is kept beside the register so that a crash costs nothing. */
export const intakeDraftSchema = z.object({
  form: z.literal('intake'),
  facts: factsDraftSchema,
  parties: z.array(partyDraftSchema),
  /** The case that this one was copied from (系列案); both are linked when it is registered. */
  seriesOf: z.object({ id: caseIdSchema, internalNumber: z.string() }).nullable().default(null),
});
export type IntakeDraft = z.infer<typeof intakeDraftSchema>;

/** An empty form with what is the same from case to case. */
export function newIntake(remembered: Remembered): IntakeDraft {
  return {
    form: 'intake',
    facts: { ...emptyFacts, ...remembered },
    parties: [emptyParty('applicant'), emptyParty('respondent')],
    seriesOf: null,
  };
}

/**
 * The next case of a series (系列案): what is the same in all of them, without an applicant, a number, a day or a sum, which
 * are facts of the other case alone.
 */
export function copyForSeries({ id, internalNumber, facts, parties }: CaseDetail): IntakeDraft {
  const { channel, source, courtId, tribunal, judge, clerk, procedureKind, cause, district } = facts;
  const { transferredBy, mediatorId, assistingMediatorIds, studioId, organisationId } = facts;
  const respondents = parties.filter(({ role }) => role === 'respondent');
  return {
    form: 'intake',
    facts: {
      ...emptyFacts,
      ...{ channel, source, courtId, procedureKind, cause, mediatorId, studioId, organisationId },
      tribunal: tribunal ?? '',
      judge: judge ?? '',
      clerk: clerk ?? '',
      transferredBy: transferredBy ?? '',
      facts: facts.facts ?? '',
      district: district ?? '',
      assistingMediatorIds: [...assistingMediatorIds],
    },
    parties: [
      emptyParty('applicant'),
      ...(respondents.length === 0
        ? [emptyParty('respondent')]
        : respondents.map(({ id: _id, ...party }) => partyDraftOf(party))),
    ],
    seriesOf: { id, internalNumber },
  };
}

/** Whether somebody has put anything into the form that would be missed. */
export function isUntouched(draft: IntakeDraft): boolean {
  const {
    channel: _channel,
    source: _source,
    courtId: _courtId,
    procedureKind: _kind,
    ...typed
  } = draft.facts;
  const { channel: _c, source: _s, courtId: _i, procedureKind: _k, ...empty } = emptyFacts;
  return JSON.stringify(typed) === JSON.stringify(empty) && draft.parties.every(isBlankParty);
}

/** How a draft is called where it is offered again: its parties, or that it has none yet. */
export function titleOf(draft: IntakeDraft): string {
  const names = (role: 'applicant' | 'respondent') =>
    draft.parties
      .filter((party) => party.role === role && party.name.trim() !== '')
      .map((party) => party.name.trim())
      .join('、');
  const applicants = names('applicant');
  const respondents = names('respondent');
  const parties = [applicants, respondents].filter((name) => name !== '').join(' 与 ');
  const series = draft.seriesOf === null ? null : `系列案（${draft.seriesOf.internalNumber}）`;
  return [parties === '' ? '尚未填写当事人' : parties, draft.facts.cause?.name ?? null, series]
    .filter((word) => word !== null)
    .join(' · ');
}

type ReadIntake =
  | { readonly kind: 'ready'; readonly facts: CaseFacts; readonly parties: PartyFacts[] }
  | { readonly kind: 'obstacles'; readonly obstacles: readonly Obstacle[] };

/** What can be registered, or what stands in the way; only what the register cannot hold stands in the way. */
export function readIntake(draft: IntakeDraft): ReadIntake {
  const facts = readFacts(draft.facts);
  const obstacles: Obstacle[] = facts.kind === 'obstacles' ? [...facts.obstacles] : [];
  const filled = draft.parties.filter((party) => !isBlankParty(party));
  const [first] = draft.parties;
  if (filled.length === 0 && first !== undefined) {
    obstacles.push({ field: `party:${first.key}:name`, label: '至少一位当事人的姓名' });
  }
  const parties: PartyFacts[] = [];
  for (const party of filled) {
    const read = readParty(party);
    if (party.name.trim() === '') {
      obstacles.push({ field: `party:${party.key}:name`, label: `${partyRoleLabels[party.role]}的姓名` });
    } else if (readTypedDate(party.birth).kind === 'unreadable') {
      obstacles.push({ field: `party:${party.key}:birth`, label: `${party.name}的出生日期看不出是哪一天` });
    }
    if (read !== null) {
      const { id: _id, ...known } = read;
      parties.push(known);
    }
  }
  return facts.kind === 'facts' && obstacles.length === 0
    ? { kind: 'ready', facts: facts.facts, parties }
    : { kind: 'obstacles', obstacles };
}

/** What a legally complete record has and this form lacks (domain.md §2.1, §7.3); the case can be registered all the same. */
export function stillOpen(draft: IntakeDraft): readonly Obstacle[] {
  const { facts, parties } = draft;
  const open: Obstacle[] = [];
  const want = (missing: boolean, field: string, label: string) => {
    if (missing) {
      open.push({ field, label });
    }
  };
  want(facts.receivedOn.trim() === '', 'receivedOn', '接收日（不填不计入统计）');
  want(facts.channel === 'B' && facts.procedureKind === null, 'procedureKind', '程序类型');
  want(
    facts.channel === 'B' && facts.courtNumbers.length === 0 && facts.courtNumberTyped.trim() === '',
    'courtNumbers',
    '法院案号',
  );
  want(facts.cause === null, 'cause', '案由');
  want(facts.claimKind === 'amount' && facts.claimTyped.trim() === '', 'claim', '标的额');
  want(facts.claims.trim() === '', 'claims', '请求事项');
  want(facts.facts.trim() === '', 'facts', '简要案情');
  for (const role of ['applicant', 'respondent'] as const) {
    const blank = parties.find((party) => party.role === role && party.name.trim() === '');
    if (!parties.some((party) => party.role === role && party.name.trim() !== '')) {
      open.push({
        field: blank === undefined ? 'parties' : `party:${blank.key}:name`,
        label: partyRoleLabels[role],
      });
    }
  }
  for (const party of parties.filter(({ name }) => name.trim() !== '')) {
    const lacks = (field: string, label: string) =>
      open.push({ field: `party:${party.key}:${field}`, label: `${party.name.trim()}的${label}` });
    if (party.idNumber.trim() === '') {
      lacks('idNumber', party.kind === 'naturalPerson' ? '证件号码' : '信用代码');
    }
    if (party.kind === 'naturalPerson' && party.ethnicity.trim() === '') {
      lacks('ethnicity', '民族');
    }
    if (party.kind !== 'naturalPerson' && party.representativeName.trim() === '') {
      lacks('representativeName', partyKindLabels[party.kind] === '法人' ? '法定代表人' : '负责人');
    }
    if (party.address.trim() === '') {
      lacks('address', '地址');
    }
    if (party.phones.trim() === '') {
      lacks('phones', '电话');
    }
  }
  return open;
}
