import { z } from 'zod';
import { type CaseFacts, type Claim, causeRefSchema } from '#shared/contract/cases.ts';
import {
  courtIdSchema,
  mediatorIdSchema,
  organisationIdSchema,
  studioIdSchema,
} from '#shared/contract/ids.ts';
import { caseMarkSchema } from '#shared/domain/case-mark.ts';
import { type CaseNumber, parseCaseNumber } from '#shared/domain/case-number.ts';
import { caseSourceSchema, channelSchema, procedureKindSchema } from '#shared/domain/channel.ts';
import { formatYuanPlain } from '#shared/domain/money.ts';
import { readTypedAmount } from '../fields/amount-field.tsx';
import { readTypedDate } from '../fields/date-field.tsx';

/** The facts of a case as they stand in the form: what was typed, readable or not. */
export const factsDraftSchema = z.object({
  channel: channelSchema.nullable(),
  source: caseSourceSchema.nullable(),
  courtId: courtIdSchema.nullable(),
  tribunal: z.string(),
  judge: z.string(),
  clerk: z.string(),
  courtNumbers: z.array(z.string()),
  /** A court number that is being typed. */
  courtNumberTyped: z.string(),
  platformNumber: z.string(),
  letterNumber: z.string(),
  letterOn: z.string(),
  transferredBy: z.string().default(''),
  procedureKind: procedureKindSchema.nullable(),
  filedOn: z.string(),
  receivedOn: z.string(),
  cause: causeRefSchema.nullable(),
  claimKind: z.enum(['amount', 'noProperty', 'notStated']),
  claimTyped: z.string(),
  claims: z.string(),
  facts: z.string(),
  district: z.string(),
  marks: z.array(caseMarkSchema),
  mediatorId: mediatorIdSchema.nullable(),
  assistingMediatorIds: z.array(mediatorIdSchema),
  studioId: studioIdSchema.nullable(),
  organisationId: organisationIdSchema.nullable(),
  remarks: z.string(),
});
export type FactsDraft = z.infer<typeof factsDraftSchema>;

export const emptyFacts: FactsDraft = {
  channel: null,
  source: null,
  courtId: null,
  tribunal: '',
  judge: '',
  clerk: '',
  courtNumbers: [],
  courtNumberTyped: '',
  platformNumber: '',
  letterNumber: '',
  letterOn: '',
  transferredBy: '',
  procedureKind: null,
  filedOn: '',
  receivedOn: '',
  cause: null,
  claimKind: 'amount',
  claimTyped: '',
  claims: '',
  facts: '',
  district: '',
  marks: [],
  mediatorId: null,
  assistingMediatorIds: [],
  studioId: null,
  organisationId: null,
  remarks: '',
};

/** Registered facts as a form. */
export function factsDraftOf(facts: CaseFacts): FactsDraft {
  return {
    ...facts,
    tribunal: facts.tribunal ?? '',
    judge: facts.judge ?? '',
    clerk: facts.clerk ?? '',
    courtNumberTyped: '',
    platformNumber: facts.platformNumber ?? '',
    letterNumber: facts.letterNumber ?? '',
    letterOn: facts.letterOn ?? '',
    transferredBy: facts.transferredBy ?? '',
    filedOn: facts.filedOn ?? '',
    receivedOn: facts.receivedOn ?? '',
    claimKind: facts.claim.kind,
    claimTyped: facts.claim.kind === 'amount' ? formatYuanPlain(facts.claim.fen) : '',
    claims: facts.claims ?? '',
    facts: facts.facts ?? '',
    district: facts.district ?? '',
    remarks: facts.remarks ?? '',
  };
}

/** A field that keeps the form from being taken: its name, to jump there, and what is the matter. */
export type Obstacle = { readonly field: string; readonly label: string };

type ReadFacts =
  | { readonly kind: 'facts'; readonly facts: CaseFacts }
  | { readonly kind: 'obstacles'; readonly obstacles: readonly Obstacle[] };

const orNull = (typed: string) => (typed.trim() === '' ? null : typed.trim());

/** How a case came here. */
export type Way = Pick<FactsDraft, 'channel' | 'source'>;

/** Whether a case of the office's own was sent by somebody, not applied for by a party. */
export function wasTransferred({ channel, source }: Way): boolean {
  return channel === 'C' && source !== 'partyApplication';
}

/** What `letterOn` is called where the case came this way. */
export function letterDayLabel({ channel, source }: Way): string {
  if (channel !== 'C') {
    return '函日期';
  }
  return source === null ? '移送（申请）日期' : source === 'partyApplication' ? '申请日期' : '移送日期';
}

const dates = { receivedOn: () => '接收日', filedOn: () => '法院收案日', letterOn: letterDayLabel } as const;

/** The form as facts of a case, or what has to be chosen or put right first. Nothing is filled in that nobody said. */
export function readFacts(draft: FactsDraft): ReadFacts {
  const obstacles: Obstacle[] = [];
  if (draft.channel === null) {
    obstacles.push({ field: 'channel', label: '受理通道' });
  }
  if (draft.source === null) {
    obstacles.push({ field: 'source', label: '案件来源' });
  }
  if (draft.courtId === null && (draft.channel === 'A' || draft.channel === 'B')) {
    obstacles.push({ field: 'courtId', label: '委派（委托）法院' });
  }
  const courtNumbers = readCourtNumbers(draft);
  if (courtNumbers === null) {
    obstacles.push({ field: 'courtNumbers', label: `法院案号“${draft.courtNumberTyped.trim()}”认不出来` });
  }
  for (const field of ['receivedOn', 'filedOn', 'letterOn'] as const) {
    if (readTypedDate(draft[field]).kind === 'unreadable') {
      obstacles.push({ field, label: `${dates[field](draft)}“${draft[field].trim()}”看不出是哪一天` });
    }
  }
  const claim = readClaim(draft);
  if (claim === null) {
    obstacles.push({ field: 'claim', label: `标的额“${draft.claimTyped.trim()}”看不出金额` });
  }
  if (
    obstacles.length > 0 ||
    draft.channel === null ||
    draft.source === null ||
    courtNumbers === null ||
    claim === null
  ) {
    return { kind: 'obstacles', obstacles };
  }
  return {
    kind: 'facts',
    facts: {
      channel: draft.channel,
      source: draft.source,
      courtId: draft.courtId,
      tribunal: orNull(draft.tribunal),
      judge: orNull(draft.judge),
      clerk: orNull(draft.clerk),
      courtNumbers,
      platformNumber: orNull(draft.platformNumber),
      letterNumber: orNull(draft.letterNumber),
      letterOn: dayOf(draft.letterOn),
      transferredBy: wasTransferred(draft) ? orNull(draft.transferredBy) : null,
      procedureKind: draft.channel === 'B' ? draft.procedureKind : null,
      filedOn: dayOf(draft.filedOn),
      receivedOn: dayOf(draft.receivedOn),
      cause: draft.cause,
      claim,
      claims: orNull(draft.claims),
      facts: orNull(draft.facts),
      district: orNull(draft.district),
      marks: draft.marks,
      mediatorId: draft.mediatorId,
      assistingMediatorIds: draft.assistingMediatorIds,
      studioId: draft.studioId,
      organisationId: draft.organisationId,
      remarks: orNull(draft.remarks),
    },
  };
}

function dayOf(typed: string) {
  const read = readTypedDate(typed);
  return read.kind === 'day' ? read.day : null;
}

/** The taken numbers and the one that is being typed; null where that one is no court number. */
export function readCourtNumbers(draft: FactsDraft): CaseNumber[] | null {
  const typed = [
    ...draft.courtNumbers,
    ...(draft.courtNumberTyped.trim() === '' ? [] : [draft.courtNumberTyped]),
  ];
  const numbers = typed.map(parseCaseNumber);
  const read = numbers.filter((number) => number !== undefined);
  return read.length === numbers.length ? [...new Set(read)] : null;
}

/** An empty amount is 未载明: the sum is not known, which is not the same as none. */
function readClaim(draft: FactsDraft): Claim | null {
  if (draft.claimKind !== 'amount') {
    return { kind: draft.claimKind };
  }
  const amount = readTypedAmount(draft.claimTyped);
  switch (amount.kind) {
    case 'empty':
      return { kind: 'notStated' };
    case 'amount':
      return { kind: 'amount', fen: amount.fen };
    case 'unreadable':
      return null;
  }
}
