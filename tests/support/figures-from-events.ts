import type { Channel } from '#shared/domain/channel.ts';
import type { ClosingCode } from '#shared/domain/closing.ts';
import { aPlainCase, type PlainCase } from './plain-register.ts';

/** A row of the register's table of events, as it lies in the file. */
export type EventRow = {
  readonly id: number;
  readonly at: string;
  readonly subject: string;
  readonly subject_id: number;
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** What events tell, as far as a figure can depend on it. */
type Told = {
  readonly status?: string;
  readonly receivedOn?: string | null;
  readonly channel?: Channel;
  readonly courtId?: number | null;
  readonly cause?: { readonly name: string } | null;
  readonly claim?: { readonly kind: string; readonly fen?: number };
  readonly mediatorId?: number | null;
  readonly sector?: string | null;
  readonly code?: string | null;
  readonly on?: string;
  readonly detail?: { readonly mediatorId?: number; readonly formerMediatorId?: number | null };
  readonly closedOn?: string | null;
  readonly partly?: boolean;
  readonly agreedFen?: number | null;
  readonly paidFen?: number | null;
  readonly amountFen?: number;
  readonly confirmedOn?: string | null;
  readonly afterStep?: string;
};

export type RebuiltCase = PlainCase & {
  readonly id: number;
  readonly imported: boolean;
  readonly status: string;
  readonly causeName: string | null;
  /** What an event says that there was before it, where the events before it say something else. */
  readonly contradictions: readonly string[];
};

type Draft = { -readonly [Field in keyof RebuiltCase]: RebuiltCase[Field] };
type Sectors = Map<number, string | null>;

function dayInShanghai(at: string): string {
  return new Date(Date.parse(at) + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

function mediate(one: Draft, mediatorId: number | null, sectors: Sectors): void {
  one.mediator = mediatorId;
  one.sector = mediatorId === null ? null : (sectors.get(mediatorId) ?? null);
}

function takeFacts(one: Draft, facts: Told, sectors: Sectors): void {
  one.receivedOn = facts.receivedOn ?? null;
  one.channel = facts.channel ?? one.channel;
  one.court = facts.courtId ?? null;
  one.causeName = facts.cause?.name ?? null;
  one.claimFen = facts.claim?.fen ?? null;
  const mediatorId = facts.mediatorId ?? null;
  if (mediatorId !== one.mediator) mediate(one, mediatorId, sectors);
}

function end(one: Draft, { code, closedOn, partly }: Told): void {
  if (code == null || closedOn == null) return;
  one.ending = { on: closedOn, code: code as ClosingCode, partly: partly === true };
}

function pay(one: Draft, fen: number | null | undefined): void {
  if (fen != null) one.payments = [...one.payments, { fen, cancelled: false }];
}

function cancelPayment(one: Draft, fen: number | undefined): void {
  const place = one.payments.findIndex((payment) => payment.fen === fen && !payment.cancelled);
  one.payments = one.payments.map((payment, index) =>
    index === place ? { ...payment, cancelled: true } : payment,
  );
}

type Reader = (one: Draft, after: Told, before: Told, sectors: Sectors) => void;

/** What each event does to a case; those that no figure depends on tell at most a new status. */
const readers: Readonly<Record<string, Reader>> = {
  registered: (one, after, _before, sectors) => takeFacts(one, after, sectors),
  imported: (one, after, _before, sectors) => {
    one.imported = true;
    takeFacts(one, after, sectors);
    one.sector = after.sector ?? null;
    one.agreedFen = after.agreedFen ?? null;
    one.confirmedOn = after.confirmedOn ?? null;
    end(one, after);
    pay(one, after.paidFen);
  },
  amended: (one, after, before, sectors) => {
    const { receivedOn, channel, court, causeName, claimFen, mediator } = one;
    const now = JSON.stringify([receivedOn, channel, court, causeName, claimFen, mediator]);
    const told = JSON.stringify([
      before.receivedOn ?? null,
      before.channel,
      before.courtId ?? null,
      before.cause?.name ?? null,
      before.claim?.fen ?? null,
      before.mediatorId ?? null,
    ]);
    if (now !== told) one.contradictions = [...one.contradictions, `amended: ${now}, not ${told}`];
    takeFacts(one, after, sectors);
  },
  moved: (one, after, _before, sectors) => {
    if (after.code === 'accept') one.receivedOn = after.on ?? null;
    if (after.code === 'appoint' || after.code === 'replace') {
      mediate(one, after.detail?.mediatorId ?? null, sectors);
    }
  },
  moveTakenBack: (one, _after, before, sectors) => {
    if (before.code === 'accept') one.receivedOn = null;
    if (before.code === 'appoint' || before.code === 'replace') {
      mediate(one, before.detail?.formerMediatorId ?? null, sectors);
    }
  },
  closed: (one, after) => end(one, after),
  closingCorrected: (one, _after, before) => {
    if (before.closedOn !== one.ending?.on || before.code !== one.ending?.code) {
      one.contradictions = [...one.contradictions, `closingCorrected: ${JSON.stringify(before)}`];
    }
    one.ending = null;
  },
  agreementSaved: (one, after) => {
    one.agreedFen = after.agreedFen ?? null;
  },
  paymentRecorded: (one, after) => pay(one, after.amountFen),
  paymentCancelled: (one, _after, before) => cancelPayment(one, before.amountFen),
  confirmationRecorded: (one, after) => {
    one.confirmedOn = after.confirmedOn ?? null;
  },
  afterStepTaken: (one, after) => {
    one.confirmedOn = after.confirmedOn ?? one.confirmedOn;
  },
  afterStepCancelled: (one, _after, before) => {
    if (before.afterStep === 'confirmation.confirm') one.confirmedOn = null;
  },
  removed: (one) => {
    one.removed = true;
  },
  restored: (one) => {
    one.removed = false;
  },
  sectorFilled: (one, after) => {
    one.sector = after.sector ?? null;
  },
};

function newCase(id: number, at: string): Draft {
  return {
    ...aPlainCase({ registeredOn: dayInShanghai(at), receivedOn: null, court: null, cause: null }),
    mediator: null,
    sector: null,
    claimFen: null,
    id,
    imported: false,
    status: '',
    causeName: null,
    contradictions: [],
  };
}

function told(text: string | null): Told {
  return text === null ? {} : ((JSON.parse(text) ?? {}) as Told);
}

/**
 * Every case as the events alone tell it, in their order: a second opinion that shares no code with the register, its
 * tables or its statistics.
 */
export function casesFromEvents(events: readonly EventRow[]): readonly RebuiltCase[] {
  const cases = new Map<number, Draft>();
  const sectors: Sectors = new Map();
  for (const { subject, subject_id: id, what, at, before, after } of events) {
    const present = told(after);
    if (subject === 'mediator' && present.sector !== undefined) sectors.set(id, present.sector);
    if (subject !== 'case') continue;
    const one = cases.get(id) ?? newCase(id, at);
    cases.set(id, one);
    readers[what]?.(one, present, told(before), sectors);
    if (present.status !== undefined) one.status = present.status;
  }
  return [...cases.values()];
}
