import type { CaseNumber } from '#shared/domain/case-number.ts';
import type { Channel } from '#shared/domain/channel.ts';
import type { ClosingCode } from '#shared/domain/closing.ts';
import type { ListedCase } from '#shared/domain/counted-case.ts';
import { formatInternalNumber, type InternalNumber } from '#shared/domain/internal-number.ts';
import type { PartyKind, PartyRole } from '#shared/domain/party.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import { type FigureName, figureNames, type Slice } from '#shared/domain/statistics.ts';
import type { ReadableDb } from '../query.ts';
import { dayOf, dayOrNull, fenOf, fenOrNull } from '../values.ts';
import { select } from './selection.ts';

/** In which figures of the period each case is counted. */
function figuresByCase(
  db: ReadableDb,
  period: Period,
  filter: readonly Slice[],
): Map<number, readonly FigureName[]> {
  const { columns, count, rows, shareOf, shares } = select(db, { period, filter, wanted: figureNames });
  const counted = shares.map(({ figures }) => figures.flatMap((place) => figureNames[place] ?? []));
  const byCase = new Map<number, readonly FigureName[]>();
  for (let place = 0; place < count; place += 1) {
    const figures = counted[shareOf[place] as number] ?? [];
    if (figures.length > 0) byCase.set(columns.caseIds[rows[place] as number] as number, figures);
  }
  return byCase;
}

type Row = {
  readonly id: number;
  readonly internal_prefix: string;
  readonly internal_year: number;
  readonly internal_sequence: number;
  readonly channel: Channel;
  readonly court: string | null;
  readonly cause: string | null;
  readonly mediator: string | null;
  readonly clerk: string | null;
  readonly sector: string | null;
  readonly received_on: string | null;
  readonly due_on: string | null;
  readonly claim_fen: number | null;
  readonly ended_on: string | null;
  readonly closing_code: ClosingCode | null;
  readonly partly: number;
  readonly agreed_fen: number | null;
  readonly paid_fen: number;
  readonly confirmed_on: string | null;
  readonly confirmation: string | null;
};

// What came after the period is left out, so that a list made later is the same list.
const listed = `
  SELECT c.id, c.internal_prefix, c.internal_year, c.internal_sequence, f.channel, courts.short_name AS court,
    causes.name AS cause, mediators.name AS mediator, c.clerk, f.sector, f.received_on, f.due_on, f.claim_fen,
    CASE WHEN f.ended_on <= :to THEN f.ended_on END AS ended_on,
    f.closing_code, f.partly, f.agreed_fen, f.paid_fen,
    CASE WHEN f.confirmed_on <= :to THEN f.confirmed_on END AS confirmed_on,
    CASE WHEN f.confirmed_on <= :to THEN j.number END AS confirmation
  FROM json_each(?) asked
  JOIN case_figures f ON f.case_id = asked.value
  JOIN cases c ON c.id = f.case_id
  LEFT JOIN courts ON courts.id = f.court_id
  LEFT JOIN causes ON causes.id = f.cause_id
  LEFT JOIN mediators ON mediators.id = f.mediator_id
  LEFT JOIN judicial_confirmations j ON j.case_id = f.case_id
  ORDER BY f.received_on IS NULL, f.received_on, c.internal_year, c.internal_sequence`;

function grouped<Found extends { readonly case_id: number }>(rows: readonly Found[]): Map<number, Found[]> {
  const byCase = new Map<number, Found[]>();
  for (const row of rows) {
    const group = byCase.get(row.case_id);
    if (group === undefined) byCase.set(row.case_id, [row]);
    else group.push(row);
  }
  return byCase;
}

type NumberRow = { readonly case_id: number; readonly number: CaseNumber };
type PartyRow = {
  readonly case_id: number;
  readonly role: PartyRole;
  readonly kind: PartyKind;
  readonly name: string;
};

/** The cases behind the figures of a period, in the order in which they were received. */
export function countedCases(db: ReadableDb, period: Period, filter: readonly Slice[] = []): ListedCase[] {
  const byCase = figuresByCase(db, period, filter);
  const ids = JSON.stringify([...byCase.keys()]);
  const numbers = grouped(
    db.plain<NumberRow>(
      `SELECT n.case_id, n.number FROM json_each(?) asked
       JOIN case_numbers n ON n.case_id = asked.value WHERE n.kind = 'court' ORDER BY n.case_id, n.position`,
      ids,
    ),
  );
  const parties = grouped(
    db.plain<PartyRow>(
      `SELECT p.case_id, p.role, p.kind, p.name FROM json_each(?) asked
       JOIN parties p ON p.case_id = asked.value ORDER BY p.case_id, p.position`,
      ids,
    ),
  );
  const rows = db.plain<Row>(listed.replaceAll(':to', '?'), period.to, period.to, period.to, ids);
  return rows.map((row) => ({
    caseId: row.id,
    internalNumber: formatInternalNumber({
      prefix: row.internal_prefix,
      year: row.internal_year,
      sequence: row.internal_sequence,
    }),
    courtNumbers: (numbers.get(row.id) ?? []).map(({ number }) => number),
    channel: row.channel,
    courtShortName: row.court,
    causeName: row.cause,
    parties: (parties.get(row.id) ?? []).map(({ role, kind, name }) => ({ role, kind, name })),
    mediatorName: row.mediator,
    clerk: row.clerk,
    sector: row.sector,
    receivedOn: dayOrNull(row.received_on),
    dueOn: dayOrNull(row.due_on),
    claimFen: fenOrNull(row.claim_fen),
    ending:
      row.ended_on === null || row.closing_code === null
        ? null
        : {
            on: dayOf(row.ended_on),
            code: row.closing_code,
            partly: row.partly === 1,
            agreedFen: fenOrNull(row.agreed_fen),
            paidFen: fenOf(row.paid_fen),
          },
    confirmedOn: dayOrNull(row.confirmed_on),
    confirmationNumber: row.confirmation,
    counted: byCase.get(row.id) ?? [],
  }));
}

/** The internal numbers of the first so many of some cases. */
export function internalNumbersOf(db: ReadableDb, ids: readonly number[], most: number): InternalNumber[] {
  return db.plain<InternalNumber>(
    `SELECT internal_prefix AS prefix, internal_year AS year, internal_sequence AS sequence
     FROM cases WHERE id IN (SELECT value FROM json_each(?)) ORDER BY internal_year, internal_sequence LIMIT ?`,
    JSON.stringify(ids),
    most,
  );
}
