import type { Court } from '#shared/contract/office.ts';
import type { LedgerDoubt } from '#shared/domain/ledger/doubt.ts';
import type { CaseRow, Problem, ReadRow } from '#shared/domain/ledger/facts.ts';
import { differences } from '#shared/domain/ledger/identity.ts';
import { courts } from '../register/office.ts';
import type { ReadableDb } from '../register/query.ts';
import { type LedgerEntry, ledgerEntry } from './ledger-facts.ts';
import { fitted } from './ledger-fit.ts';
import { isStruckOff, knownMediator, type Roster, rosterOf } from './ledger-mediators.ts';
import { type Twin, twinFinder } from './registered-facts.ts';

/** What is to become of a row. */
export type Decision =
  | { readonly kind: 'enter'; readonly entry: LedgerEntry }
  | { readonly kind: 'skip' }
  | { readonly kind: 'refuse'; readonly problems: readonly Problem[] };

/** Decides on each row: entered, skipped as registered already, or refused. Nothing may be entered meanwhile. */
export function* decide(db: ReadableDb, rows: readonly ReadRow[]): Generator<Decision> {
  const allCourts = courts(db);
  const findTwin = twinFinder(db);
  const roster = rosterOf(db);
  for (const row of rows) {
    if (row.kind === 'refused') yield { kind: 'refuse', problems: row.problems };
    if (row.kind === 'case') yield decideCase(roster, fitted(row), allCourts, findTwin);
  }
}

function decideCase(
  roster: Roster,
  row: CaseRow,
  allCourts: readonly Court[],
  findTwin: ReturnType<typeof twinFinder>,
): Decision {
  const twin = findTwin(row.facts);
  if (twin !== undefined) return decideTwin(row, twin);
  const entry = ledgerEntry({ ...row, doubts: [...row.doubts, ...doubtsOfRoster(roster, row)] }, allCourts);
  return 'facts' in entry ? { kind: 'enter', entry } : { kind: 'refuse', problems: entry };
}

function decideTwin(row: CaseRow, twin: Twin): Decision {
  // A channel that was only assumed is nothing that the ledger states.
  const assumed = row.doubts.some(({ code }) => code === 'channelAssumed');
  const facts = assumed ? { ...row.facts, channel: twin.facts.channel } : row.facts;
  const fields = differences(facts, twin.facts);
  if (fields.length === 0) return { kind: 'skip' };
  const told = twin.amendedSince
    ? '这一行导入过，案件后来在案件页更正过。请更正台账；确是另一件案件的，请在“登记”页登记。'
    : '该案件已经登记，内容不同。请核对后在案件页更正，或更正台账后再导入。';
  const reason = `与登记不一致（${fields.join('、')}）：${told}`;
  return { kind: 'refuse', problems: [problemOf(row, reason)] };
}

/** A problem of the row as a whole, shown at its court number or else at its day of receipt. */
export function problemOf({ sheet, row, shown }: CaseRow, reason: string): Problem {
  const { column, value } = shown.numbers[0] ?? shown.receivedOn;
  return { sheet, row, column, value, reason };
}

function doubtsOfRoster(roster: Roster, { facts }: CaseRow): readonly LedgerDoubt[] {
  return facts.mediatorNames
    .filter((name, place) => {
      const known = knownMediator(roster, name, place === 0 ? (facts.sector ?? null) : null);
      return known !== undefined && isStruckOff(known);
    })
    .map((name) => ({
      code: 'mediatorNotListed',
      sentence: `调解员“${name}”已不在名册上；案件仍记在其名下，名册没有改动，请核对。`,
    }));
}
