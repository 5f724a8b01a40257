import type { AgreementFacts } from '#shared/contract/agreements.ts';
import { contract } from '#shared/contract/index.ts';
import { type Fen, formatYuan } from '#shared/domain/money.ts';
import { agreementOfCase, saveAgreement } from '../register/agreements.ts';
import { partiesOfCase } from '../register/parties.ts';
import { takeImpliedMove } from './case-moves.ts';
import { liveCase } from './case-of.ts';
import { conflict, invalid, refused } from './errors.ts';
import { statusChange } from './history.ts';
import { command } from './kinds.ts';

/** Instalments that do not make up their sum cannot be performed as agreed (domain.md §11.28) and are refused. */
function checkInstalments(agreement: AgreementFacts): void {
  for (const [index, term] of agreement.terms.entries()) {
    if (term.kind !== 'payment' || term.instalments.length === 0) continue;
    const sum = term.instalments.reduce((total, instalment) => total + instalment.amountFen, 0) as Fen;
    if (sum !== term.amountFen) {
      throw refused('instalmentsDoNotSum', {
        term: String(index + 1),
        sum: formatYuan(sum),
        amount: formatYuan(term.amountFen),
      });
    }
  }
}

export const agreements = {
  save: command(
    'agreements.save',
    contract.agreements.save,
    (db, { caseId, version, agreement }, { desk }) => {
      const { status, facts } = liveCase(db, caseId);
      checkInstalments(agreement);
      const parties = new Set(partiesOfCase(db, caseId).map((party) => party.id));
      for (const [index, term] of agreement.terms.entries()) {
        if (term.kind === 'payment' && [...term.payers, ...term.payees].some((id) => !parties.has(id))) {
          throw invalid({ path: `agreement.terms.${index}`, message: '付款人或收款人不是本案当事人。' });
        }
      }
      const before = agreementOfCase(db, caseId);
      const saved = saveAgreement(db, caseId, version, agreement);
      if (saved === undefined) throw conflict('agreement');
      const moved = takeImpliedMove(
        db,
        { id: caseId, status, channel: facts.channel },
        { code: 'agree', on: agreement.signedOn ?? desk.today(), detail: {} },
      );
      const after = { ...agreement, ...statusChange(status, moved) };
      db.event({ subject: 'case', subjectId: caseId, what: 'agreementSaved', before, after });
      return { version: saved };
    },
  ),
};
