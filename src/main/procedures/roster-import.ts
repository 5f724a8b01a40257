import { randomUUID } from 'node:crypto';
import { type Mediator, type MediatorFacts, mediatorFactsSchema } from '#shared/contract/mediators.ts';
import type { Court } from '#shared/contract/office.ts';
import { matchCourt } from '#shared/domain/court.ts';
import { type Cell, cellText, type Sheet } from '#shared/domain/ledger/cells.ts';
import { type LocalDate, parseLocalDate } from '#shared/domain/local-date.ts';
import { cleanName, cleanText } from '#shared/domain/names.ts';
import { splitPhones } from '#shared/domain/phone.ts';
import { type RosterColumn, rosterColumn, rosterColumns, standingIn } from '#shared/domain/roster-columns.ts';
import { matchSector } from '#shared/domain/sector.ts';
import { insertMediator, roster } from '../register/mediators.ts';
import { courts } from '../register/office.ts';
import type { WritableDb } from '../register/query.ts';
import type { Reference } from '../resources.ts';
import { writeTable } from '../spreadsheets/workbook.ts';
import { refused } from './errors.ts';
import type { JobDesk } from './job-desk.ts';
import { openWorkbook } from './ledger-import.ts';
import { namedMediator } from './ledger-mediators.ts';
import { amendMediator } from './roster-entry.ts';

type Refusal = {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
};
export type RosterOutcome = { added: number; completed: number; unchanged: number; refused: Refusal[] };

type Line = {
  readonly row: number;
  text(column: RosterColumn): string;
  head(column: RosterColumn): string;
};

function linesOf(sheet: Sheet): Line[] {
  const headRow = sheet.rows.findIndex((cells) =>
    cells.some((cell) => rosterColumn(cellText(cell)) === 'name'),
  );
  if (headRow < 0)
    throw refused('unreadableFile', { sentence: '没有找到名册表头：至少要有“姓名”一列。可先下载名册模板。' });
  const places = new Map<RosterColumn, number>();
  const heads = new Map<RosterColumn, string>();
  for (const [place, cell] of (sheet.rows[headRow] ?? []).entries()) {
    const column = rosterColumn(cellText(cell));
    if (column === undefined || places.has(column)) continue;
    places.set(column, place);
    heads.set(column, cellText(cell));
  }
  return sheet.rows.slice(headRow + 1).map((cells: readonly Cell[], index) => ({
    row: headRow + 2 + index,
    head: (column) => heads.get(column) ?? rosterColumns[column][0],
    text: (column) => {
      const place = places.get(column);
      return place === undefined ? '' : cleanText(cellText(cells[place])).trim();
    },
  }));
}

type Draft = { readonly facts: Partial<MediatorFacts>; readonly problems: readonly Refusal[] };

function draftOf(line: Line, reference: Reference, allCourts: readonly Court[]): Draft {
  const problems: Refusal[] = [];
  function refuse(column: RosterColumn, reason: string): undefined {
    problems.push({ row: line.row, column: line.head(column), value: line.text(column), reason });
    return undefined;
  }
  function day(column: RosterColumn): LocalDate | undefined {
    const written = line.text(column);
    if (written === '') return undefined;
    return parseLocalDate(written) ?? refuse(column, '不是日期，请写成 2026年3月5日 或 2026/3/5。');
  }
  function list(column: RosterColumn): string[] | undefined {
    const parts = line
      .text(column)
      .split(/[、，,；;/\s]+/)
      .filter((part) => part !== '');
    return parts.length === 0 ? undefined : parts;
  }
  function court() {
    const written = line.text('court');
    if (written === '') return undefined;
    const known = matchCourt(reference.courts, written);
    const found = allCourts.find((one) => [one.name, one.shortName].includes(known?.name ?? written));
    return found?.id ?? refuse('court', '法院名单里没有这个法院，请先在设置里增加，或更正名称。');
  }
  function standing() {
    return (
      standingIn(line.text('standing')) ??
      (line.text('standing') === '' ? undefined : refuse('standing', '请写“在册”“暂停”或“除名”。'))
    );
  }
  const sector = line.text('sector');
  const member = line.text('isMember');
  const termFrom = day('termFrom');
  const termTo = day('termTo');
  if (termFrom !== undefined && termTo !== undefined && termTo < termFrom)
    refuse('termTo', '聘期止早于聘期起。');
  const facts: Record<string, unknown> = {
    isMember: member === '' ? undefined : /^(是|√|✓|y|yes|1|委员)/i.test(member),
    sector: sector === '' ? undefined : (matchSector(reference.sectors, sector)?.name ?? sector),
    employer: line.text('employer') || undefined,
    phones: isStated(line.text('phones')) ? [...splitPhones(line.text('phones'))] : undefined,
    residentId: isStated(line.text('residentId')) ? line.text('residentId').toUpperCase() : undefined,
    expertise: list('expertise'),
    languages: list('languages'),
    certificateNumber: line.text('certificateNumber') || undefined,
    courtId: court(),
    listedOn: day('listedOn'),
    termFrom,
    termTo,
    training: line.text('training') || undefined,
    standing: standing(),
    remarks: line.text('remarks') || undefined,
  };
  const schemas = mediatorFactsSchema.shape;
  for (const column of Object.keys(rosterColumns) as RosterColumn[]) {
    if (column === 'court') continue;
    const value = column === 'name' ? cleanName(line.text('name')) : facts[column];
    // The roster could not be read again with a text that the contract does not take.
    if (value !== undefined && !schemas[column].safeParse(value).success)
      refuse(column, '太长或太多，名册放不下，请缩短后再导入。');
  }
  const stated = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return { facts: stated as Partial<MediatorFacts>, problems };
}

/** A number that an export has masked (138****5678) tells nothing, and must not take the place of the whole one. */
function isStated(text: string): boolean {
  return text !== '' && !/[*＊]/.test(text);
}

function factsOf({
  id: _i,
  version: _v,
  courtShortName: _c,
  pinyin: _y,
  pendingCases: _p,
  allCases: _a,
  ...facts
}: Mediator): MediatorFacts {
  return facts;
}

function enter(
  db: WritableDb,
  listed: Mediator[],
  name: string,
  facts: Partial<MediatorFacts>,
  outcome: RosterOutcome,
): void {
  const known = listed.find(
    (mediator) =>
      mediator.name === name &&
      (facts.sector === undefined || mediator.sector === null || mediator.sector === facts.sector),
  );
  if (known === undefined) {
    const mediator = { ...namedMediator(name, null), ...facts, incomplete: false };
    const id = insertMediator(db, randomUUID(), mediator, null);
    db.event({ subject: 'mediator', subjectId: id, what: 'added', after: mediator });
    listed.push({
      ...mediator,
      id,
      version: 1,
      courtShortName: null,
      pinyin: '',
      pendingCases: 0,
      allCases: 0,
    });
    outcome.added += 1;
    return;
  }
  const before = factsOf(known);
  const after: MediatorFacts = { ...before, ...facts, incomplete: false };
  if (JSON.stringify(after) === JSON.stringify(before)) outcome.unchanged += 1;
  else if (amendMediator(db, known, known.version, after)) {
    outcome.completed += 1;
    listed[listed.indexOf(known)] = { ...known, ...after, version: known.version + 1 };
  }
}

/** Brings in a roster: a line that is known by name and sector is completed with what the sheet states. */
export async function importRoster(
  file: { readonly name: string; readonly bytes: Uint8Array },
  desk: JobDesk,
): Promise<RosterOutcome> {
  desk.progress({ stage: 'reading', done: 0, total: null });
  const workbook = await openWorkbook(file.bytes, file.name);
  const sheet = workbook.sheets.find((one) => !one.hidden && one.rows.length > 0);
  if (sheet === undefined) throw refused('unreadableFile', { sentence: '文件里没有内容。' });
  const lines = linesOf(sheet);
  return desk.write('mediators.importRoster', (db) => {
    const outcome: RosterOutcome = { added: 0, completed: 0, unchanged: 0, refused: [] };
    const allCourts = courts(db);
    const listed = roster(db);
    for (const line of lines) {
      const name = cleanName(line.text('name'));
      if (name === '') continue;
      const { facts, problems } = draftOf(line, desk.reference, allCourts);
      if (problems.length > 0) outcome.refused.push(...problems);
      else enter(db, listed, name, facts, outcome);
    }
    return outcome;
  });
}

/** An empty roster sheet with the heads that `importRoster` reads. */
export function rosterTemplate(): Promise<Uint8Array> {
  const heads = Object.values(rosterColumns).map(([head]) => ({ kind: 'text' as const, text: head }));
  return writeTable([{ name: '名册', headRows: 1, rows: [heads], widths: heads.map(() => 16) }]);
}
