import { agreementPaper } from '#shared/contract/documents.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { aCase, aCompany, aMediator, anAgreement, aPerson, aSession } from '../support/builders.ts';
import { time } from './measure.ts';

/** Milliseconds to save an agreement and issue it as a Word file that was not issued before. */
export async function agreementTime(client: OfficeClient): Promise<number> {
  const overview = await client.office.overview();
  const { id: organisationId } = await client.office.saveOrganisation({
    id: null,
    version: null,
    organisation: {
      name: '测量用调解委员会',
      kind: 'invitedMediation',
      address: null,
      phone: null,
      active: true,
    },
  });
  const { id: mediatorId } = await client.mediators.add({ mediator: aMediator({ name: '测量用调解员' }) });
  const courtId = overview.courts[1]?.id ?? null;
  const facts = aCase({
    organisationId,
    mediatorId,
    courtId,
    letterNumber: '测函1号',
    letterOn: localDate('2026-11-01'),
  });
  const { id } = await client.cases.register({ facts, parties: [aPerson(), aCompany()], draftId: null });
  const present = await client.cases.get({ id });
  await client.sessions.record({ caseId: id, session: aSession() });
  const [payee, payer] = present.parties.map((party) => party.id);
  if (payee === undefined || payer === undefined) throw new Error('The case has two parties.');
  const term = {
    kind: 'payment' as const,
    payers: [payer],
    payees: [payee],
    purpose: '货款',
    amountFen: fen(4_500_000),
    liability: null,
    onSigning: false,
    dueOn: localDate('2026-12-31'),
    instalments: [],
    method: '银行转账',
    account: null,
  };
  let version: number | null = null;
  return time(11, async (run) => {
    // Another cost clause each time, so that each run issues a new document.
    const agreement = anAgreement({ terms: [term], costClause: `费用由双方各自负担（${run}）。` });
    ({ version } = await client.agreements.save({ caseId: id, version, agreement }));
    await client.documents.issue({ caseId: id, paper: agreementPaper });
  });
}
