import { caseMarkCodes } from '#shared/domain/case-mark.ts';
import { closingCodes } from '#shared/domain/closing.ts';
import { openBeside } from '../../src/main/register/open.ts';
import {
  type CaseColumns,
  codeColumns,
  columnsOf,
  dayColumns,
  dayOfNumber,
  fenColumns,
  never,
} from '../../src/main/register/statistics/columns.ts';

function day(number: number | undefined): string | null {
  return number === undefined || number === never ? null : dayOfNumber(number);
}

/** Columns as objects by the cases' ids, so that two of them can be compared whatever the order of their rows. */
export function decoded(columns: CaseColumns) {
  const { count, caseIds, days, codes, dictionaries, flags, flagPlaces, fen, payments } = columns;
  const cases = new Map<number, ReturnType<typeof row>>();
  function row(at: number) {
    return {
      days: Object.fromEntries(dayColumns.map((name) => [name, day(days[name][at])])),
      code: closingCodes[(columns.closingCode[at] ?? 0) - 1] ?? null,
      codes: Object.fromEntries(
        codeColumns.map((name) => [name, dictionaries[name][codes[name][at] ?? 0] ?? null]),
      ),
      flags: Object.entries(flagPlaces)
        .filter(([, bit]) => ((flags[at] ?? 0) & bit) !== 0)
        .map(([name]) => name),
      marks: caseMarkCodes.filter((_, bit) => ((columns.marks[at] ?? 0) & (1 << bit)) !== 0),
      parties: columns.parties[at],
      suspendedDays: columns.suspendedDays[at],
      fen: Object.fromEntries(fenColumns.map((name) => [name, fen[name][at]])),
      payments: [] as string[],
    };
  }
  for (let at = 0; at < count; at += 1) cases.set(caseIds[at] ?? 0, row(at));
  for (let at = 0; at < payments.count; at += 1) {
    const paid = `${day(payments.day[at])} ${payments.fen[at]}`;
    cases.get(caseIds[payments.row[at] ?? -1] ?? 0)?.payments.push(paid);
  }
  for (const one of cases.values()) one.payments.sort();
  return cases;
}

/** The columns as a connection that has just been opened reads them. */
export function freshColumns(dataDir: string) {
  const connection = openBeside(dataDir);
  const fresh = decoded(columnsOf(connection.readable));
  connection.database.close();
  return fresh;
}
