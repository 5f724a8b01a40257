import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Connection } from '../../../src/main/register/query.ts';
import { searchTokens } from '../../../src/main/register/search.ts';
import type { SyntheticCase } from './draw.ts';
import { columnsOf } from './people.ts';

function statements({ database }: Connection) {
  return {
    case: database.prepare(
      `INSERT INTO cases (id, uid, internal_prefix, internal_year, internal_sequence, status, channel, source, court_id,
         received_on, received_basis, cause_id, claim_kind, claim_fen, mediator_id, sector, registered_on, registered_by)
       VALUES (?, ?, '测政调', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '测试员')`,
    ),
    number: database.prepare(
      `INSERT INTO case_numbers (case_id, position, kind, number) VALUES (?, 0, 'court', ?)`,
    ),
    parties: database.prepare(
      `INSERT INTO parties (case_id, position, role, kind, name, id_kind, id_number, phones)
       VALUES (?, 0, 'applicant', ?, ?, ?, ?, ?), (?, 1, 'respondent', ?, ?, ?, ?, ?)`,
    ),
    closing: database.prepare('INSERT INTO closings (case_id, code, closed_on, partly) VALUES (?, ?, ?, ?)'),
    agreement: database.prepare(
      `INSERT INTO agreements (case_id, form, agreed_fen, signed_on, effect) VALUES (?, 'written', ?, ?, ?)`,
    ),
    payment: database.prepare(
      `INSERT INTO payments (case_id, paid_on, amount_fen, basis) VALUES (?, ?, ?, 'ledger')`,
    ),
    confirmation: database.prepare(
      'INSERT INTO judicial_confirmations (case_id, confirmed_on) VALUES (?, ?)',
    ),
    doubt: database.prepare(
      `INSERT INTO doubts (case_id, code, sentence, raised_at) VALUES (?, 'synthetic', '请核对收案日期。', ?)`,
    ),
    search: database.prepare('INSERT INTO case_search (rowid, tokens) VALUES (?, ?)'),
  };
}

/** Numbers that start again every year: the office's own series, and one of each court and kind. */
function yearlySeries(): (year: string, series: string) => number {
  const last = new Map<string, number>();
  return (year, series) => {
    const next = (last.get(year + series) ?? 0) + 1;
    last.set(year + series, next);
    return next;
  };
}

export type CaseWriter = {
  write(id: number, drawn: SyntheticCase): void;
  /** Writes what is still held back. */
  finish(): void;
};

/** Writes cases with everything that hangs on them, in the order of their ids; those closed before a day are archived. */
export function caseWriter(register: Connection, archivedBefore: LocalDate, withSearch: boolean): CaseWriter {
  const insert = statements(register);
  const nextOf = yearlySeries();
  // FTS5 writes out what it has gathered at every statement that may be rolled back, so its rows go in together.
  const held: [id: number, tokens: string][] = [];

  function finish(): void {
    for (const row of held.splice(0)) {
      insert.search.run(...row);
    }
  }

  function courtNumber({ channel, court, listedOn }: SyntheticCase): string | null {
    if (court === null || channel === 'C') {
      return null;
    }
    const year = listedOn.slice(0, 4);
    const kind = channel === 'A' ? '诉前调' : '民初';
    return `（${year}）${court.code}${kind}${nextOf(year, court.code + kind)}号`;
  }

  function statusOf({ ending, receivedOn }: SyntheticCase): string {
    if (ending !== null) return ending.on < archivedBefore ? 'archived' : 'closed';
    return receivedOn !== null ? 'accepted' : 'registered';
  }

  function writeOutcome(id: number, { ending, agreedFen, paidFen, confirmedOn }: SyntheticCase): void {
    if (ending === null) {
      return;
    }
    insert.closing.run(id, ending.code, ending.on, ending.partly);
    const toBeConfirmed = confirmedOn !== null || ending.on >= archivedBefore;
    const effect = toBeConfirmed ? 'judicialConfirmation' : null;
    if (agreedFen !== null) insert.agreement.run(id, agreedFen, ending.on, effect);
    if (paidFen !== null) insert.payment.run(id, ending.on, paidFen);
    if (confirmedOn !== null) insert.confirmation.run(id, confirmedOn);
  }

  function write(id: number, drawn: SyntheticCase): void {
    const { listedOn, receivedOn, channel, court, mediator, causeId, claimFen } = drawn;
    const year = listedOn.slice(0, 4);
    const sequence = nextOf(year, '');
    const status = statusOf(drawn);
    const source = channel === 'C' ? 'governanceCentre' : 'courtFilingDivision';
    const courtId = court?.id ?? null;
    const mediatorId = mediator?.id ?? null;
    const sector = mediator?.sector ?? null;
    insert.case.run(
      id,
      `synthetic-${String(id).padStart(8, '0')}`,
      Number(year),
      sequence,
      status,
      channel,
      source,
      courtId,
      receivedOn,
      receivedOn === null ? null : 'ledger',
      causeId,
      claimFen === null ? 'notStated' : 'amount',
      claimFen,
      mediatorId,
      sector,
      listedOn,
    );
    const number = courtNumber(drawn);
    if (number !== null) insert.number.run(id, number);
    insert.parties.run(id, ...columnsOf(drawn.applicant), id, ...columnsOf(drawn.respondent));
    writeOutcome(id, drawn);
    if (drawn.doubted) insert.doubt.run(id, `${listedOn}T01:00:00.000Z`);
    if (withSearch) {
      const numbers = [...(number === null ? [] : [number]), `${year} ${sequence}`];
      const own = searchTokens({ names: [], numbers });
      held.push([
        id,
        [own, mediator?.tokens ?? '', drawn.applicant.tokens(), drawn.respondent.tokens()].join(' '),
      ]);
      if (held.length === 20_000) finish();
    }
  }

  return { write, finish };
}
