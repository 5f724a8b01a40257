import type { AgreementEffect, AgreementTerm, Instalment } from '#shared/contract/agreements.ts';
import type { CaseCursor, CaseDetail, CaseFacts, CaseRow } from '#shared/contract/cases.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import type { Party, PartyInput } from '#shared/contract/parties.ts';
import type { ClosingCode } from '#shared/domain/closing.ts';
import { checkResidentId } from '#shared/domain/identity.ts';
import { addMonths, type LocalDate, localDate } from '#shared/domain/local-date.ts';
import { type Fen, fen, formatYuan } from '#shared/domain/money.ts';

/** Of how many cases an agreement can be printed in the demo: the newest that closed with a written one. */
const wanted = 100;
/** From this sum on the demo pays in three instalments. */
const instalmentsFrom = 2_000_000;

const writtenClosings: readonly (ClosingCode | null)[] = ['C11', 'C13', 'C14', 'C15'];

/** The newest cases that closed with a written agreement about money. */
async function casesWithAgreement(client: OfficeClient): Promise<readonly CaseRow[]> {
  const filter = {
    search: null,
    statuses: ['closed' as const],
    courtId: null,
    mediatorId: null,
    causeName: null,
    channel: null,
    listed: null,
    doubtedOnly: false,
    removedOnly: false,
    importId: null,
    counted: null,
  };
  const found: CaseRow[] = [];
  let after: CaseCursor | null = null;
  do {
    const page: { readonly rows: readonly CaseRow[]; readonly next: CaseCursor | null } =
      await client.cases.list({ filter, after, limit: 200 });
    found.push(
      ...page.rows.filter(
        ({ closingCode, agreedFen }) => writtenClosings.includes(closingCode) && (agreedFen ?? 0) > 0,
      ),
    );
    after = page.next;
  } while (after !== null && found.length < wanted);
  return found.slice(0, wanted);
}

/** What a ledger does not tell of a party and a paper must; the address says that it is invented. */
function completed(party: Party, place: number): PartyInput {
  const resident = party.idNumber === null ? undefined : checkResidentId(party.idNumber);
  const ethnicity = party.ethnicity ?? (party.name.includes('·') ? '蒙古族' : '汉族');
  const person =
    resident?.kind === 'valid'
      ? { sex: resident.sex, birthOn: resident.birthDate }
      : { sex: party.sex ?? 'female', birthOn: party.birthOn ?? localDate('1985-06-15') };
  const common = {
    ...party,
    address: party.address ?? `鄂尔多斯市东胜区演示路${place + 1}号（编造）`,
    phones: party.phones.length > 0 ? party.phones : ['13800000000'],
  };
  return party.kind === 'naturalPerson'
    ? { ...common, ...person, ethnicity }
    : {
        ...common,
        representativeName: party.representativeName ?? '演示代表人',
        representativePosition: party.representativePosition ?? '负责人',
      };
}

function completedFacts({ facts, parties }: CaseDetail): CaseFacts {
  const names = (role: Party['role']) =>
    parties
      .filter((party) => party.role === role)
      .map(({ name }) => name)
      .join('、');
  const claim = facts.claim.kind === 'amount' ? `，涉及${formatYuan(facts.claim.fen)}元` : '';
  return {
    ...facts,
    letterOn: facts.letterOn ?? facts.receivedOn,
    transferredBy: facts.transferredBy ?? (facts.source === 'partyApplication' ? null : '演示综治中心'),
    facts:
      facts.facts ??
      `（演示，内容为编造）${names('applicant')}与${names('respondent')}因${(facts.cause?.name ?? '').replace(/纠纷$/, '')}发生纠纷${claim}。`,
    claims: facts.claims ?? '（演示）双方对应付款项的数额和付款时间有争议。',
  };
}

/** Three instalments, a month apart, that make up a sum to the fen. */
function inThree(sum: Fen, from: LocalDate): Instalment[] {
  const third = Math.floor(sum / 300) * 100;
  return [third, third, sum - 2 * third].map((amount, index) => ({
    dueOn: addMonths(from, index + 1),
    amountFen: fen(amount),
  }));
}

function effectOf(code: ClosingCode, { facts, confirmation }: CaseDetail): AgreementEffect {
  if (code === 'C13') return 'performedAtOnce';
  if (facts.channel === 'B') return code === 'C15' ? 'conciliationStatement' : 'withdrawal';
  return confirmation === null ? 'noConfirmation' : 'judicialConfirmation';
}

function paymentOf({ parties }: CaseDetail, sum: Fen, on: LocalDate, atOnce: boolean): AgreementTerm {
  const side = (role: Party['role']) => parties.filter((party) => party.role === role).map(({ id }) => id);
  const payers = side('respondent');
  const instalments = !atOnce && sum >= instalmentsFrom ? inThree(sum, on) : [];
  return {
    kind: 'payment',
    payers,
    payees: side('applicant'),
    purpose: '应付款项',
    amountFen: sum,
    liability: payers.length > 1 ? 'joint' : null,
    onSigning: atOnce,
    dueOn: atOnce || instalments.length > 0 ? null : addMonths(on, 1),
    instalments,
    method: '银行转账',
    account: null,
  };
}

/** Gives one closed case what its agreement states: parties, facts, a session and terms of the sum that was agreed. */
async function complete(
  client: OfficeClient,
  { id, closingCode, closedOn, agreedFen }: CaseRow,
): Promise<void> {
  if (closingCode === null || closedOn === null || agreedFen === null) return;
  const present = await client.cases.get({ id });
  const { version, partiesVersion, agreement } = present;
  await client.cases.saveParties({
    caseId: id,
    version: partiesVersion,
    parties: present.parties.map(completed),
  });
  await client.cases.amend({ caseId: id, version, facts: completedFacts(present) });
  await client.sessions.record({
    caseId: id,
    session: {
      heldOn: closedOn,
      startedAt: '09:00',
      endedAt: '10:30',
      place: '联动调解室（演示）',
      form: 'onSite',
      attendance: '双方到场',
      notes: '（演示）核对身份，告知权利义务，双方达成一致。',
      privateNotes: null,
      result: 'agreed',
      nextOn: null,
      disputed: null,
      undisputed: null,
      proposals: null,
    },
  });
  const effect = effectOf(closingCode, present);
  await client.agreements.save({
    caseId: id,
    version: agreement?.version ?? null,
    agreement: {
      form: 'written',
      agreedFen,
      signedOn: closedOn,
      mainFacts: null,
      disputedMatters: null,
      defaultClause: null,
      costClause: null,
      finalSettlement: true,
      effect,
      effectCourtId: null,
      terms: [paymentOf(present, agreedFen, closedOn, effect === 'performedAtOnce')],
    },
  });
}

/** Completes the newest agreements of the demo, through the commands that an office uses, so that they can be printed. */
export async function fillAgreements(client: OfficeClient): Promise<void> {
  for (const row of await casesWithAgreement(client)) await complete(client, row);
}
