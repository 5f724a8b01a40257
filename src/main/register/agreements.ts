import type { Agreement, AgreementFacts, AgreementTerm } from '#shared/contract/agreements.ts';
import type { CaseId, CourtId, PartyId } from '#shared/contract/ids.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { dayOf, dayOrNull, fenOf, fenOrNull, flag, idOrNull } from './values.ts';

function columns(agreement: AgreementFacts) {
  return {
    form: agreement.form,
    agreed_fen: agreement.agreedFen,
    signed_on: agreement.signedOn,
    main_facts: agreement.mainFacts,
    disputed_matters: agreement.disputedMatters,
    default_clause: agreement.defaultClause,
    cost_clause: agreement.costClause,
    final_settlement: flag(agreement.finalSettlement),
    effect: agreement.effect,
    effect_court_id: agreement.effectCourtId,
  };
}

function insertTerm(db: WritableDb, caseId: CaseId, position: number, term: AgreementTerm): void {
  if (term.kind === 'text') {
    db.insert('agreement_terms', {
      case_id: caseId,
      position,
      kind: 'text',
      text: term.text,
      payers: '[]',
      payees: '[]',
      purpose: null,
      amount_fen: null,
      liability: null,
      due_on: null,
      method: null,
      account: null,
    });
    return;
  }
  const id = db.insert('agreement_terms', {
    case_id: caseId,
    position,
    kind: 'payment',
    text: null,
    payers: JSON.stringify(term.payers),
    payees: JSON.stringify(term.payees),
    purpose: term.purpose,
    amount_fen: term.amountFen,
    liability: term.liability,
    on_signing: flag(term.onSigning),
    due_on: term.dueOn,
    method: term.method,
    account: term.account,
  });
  for (const [number, instalment] of term.instalments.entries()) {
    const values = {
      term_id: id,
      position: number,
      due_on: instalment.dueOn,
      amount_fen: instalment.amountFen,
    };
    db.insert('instalments', values);
  }
}

function deleteTerms(db: WritableDb, caseId: CaseId): void {
  const terms = db.selectFrom('agreement_terms').select('id').where('case_id', '=', caseId);
  db.run(db.deleteFrom('instalments').where('term_id', 'in', terms));
  db.run(db.deleteFrom('agreement_terms').where('case_id', '=', caseId));
}

/**
 * Writes the whole agreement of a case and gives its new version; undefined when somebody else saved it since `version`
 * was read (null: there was none).
 */
export function saveAgreement(
  db: WritableDb,
  caseId: CaseId,
  version: number | null,
  agreement: AgreementFacts,
): number | undefined {
  const present = db.first(db.selectFrom('agreements').select('version').where('case_id', '=', caseId));
  if ((present?.version ?? null) !== version) return undefined;
  const next = (version ?? 0) + 1;
  if (present === undefined) {
    db.insert('agreements', { ...columns(agreement), case_id: caseId, version: next });
  } else {
    db.run(
      db
        .updateTable('agreements')
        .set({ ...columns(agreement), version: next })
        .where('case_id', '=', caseId),
    );
    deleteTerms(db, caseId);
  }
  for (const [position, term] of agreement.terms.entries()) insertTerm(db, caseId, position, term);
  return next;
}

function termsOfCase(db: ReadableDb, caseId: CaseId): AgreementTerm[] {
  const rows = db.all(
    db.selectFrom('agreement_terms').selectAll().where('case_id', '=', caseId).orderBy('position'),
  );
  return rows.map((row) => {
    if (row.kind === 'text') return { kind: 'text', text: row.text ?? '' };
    const instalments = db.all(
      db
        .selectFrom('instalments')
        .select(['due_on', 'amount_fen'])
        .where('term_id', '=', row.id)
        .orderBy('position'),
    );
    return {
      kind: 'payment',
      payers: JSON.parse(row.payers) as PartyId[],
      payees: JSON.parse(row.payees) as PartyId[],
      purpose: row.purpose,
      amountFen: fenOf(row.amount_fen ?? 0),
      liability: row.liability,
      onSigning: row.on_signing === 1,
      dueOn: dayOrNull(row.due_on),
      instalments: instalments.map((one) => ({ dueOn: dayOf(one.due_on), amountFen: fenOf(one.amount_fen) })),
      method: row.method,
      account: row.account,
    };
  });
}

export function agreementOfCase(db: ReadableDb, caseId: CaseId): Agreement | null {
  const row = db.first(db.selectFrom('agreements').selectAll().where('case_id', '=', caseId));
  if (row === undefined) return null;
  return {
    version: row.version,
    form: row.form,
    agreedFen: fenOrNull(row.agreed_fen),
    signedOn: dayOrNull(row.signed_on),
    mainFacts: row.main_facts,
    disputedMatters: row.disputed_matters,
    defaultClause: row.default_clause,
    costClause: row.cost_clause,
    finalSettlement: row.final_settlement === 1,
    effect: row.effect as Agreement['effect'],
    effectCourtId: idOrNull<CourtId>(row.effect_court_id),
    terms: termsOfCase(db, caseId),
  };
}
