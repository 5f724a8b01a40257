import type { MediatorId } from '#shared/contract/ids.ts';
import type { Mediator } from '#shared/contract/mediators.ts';
import type { Court } from '#shared/contract/office.ts';
import { type Cell, emptyCell } from '#shared/domain/ledger/cells.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { maskIdNumber, maskPhone } from '#shared/domain/masking.ts';
import { type RosterColumn, rosterColumns, standingWords } from '#shared/domain/roster-columns.ts';
import { roster } from '../register/mediators.ts';
import { courts } from '../register/office.ts';
import { writeTable } from '../spreadsheets/workbook.ts';
import type { JobDesk } from './job-desk.ts';

/** What stands in a cell of a column; a list is written as the import splits it. */
function told(
  mediator: Mediator,
  column: RosterColumn,
  allCourts: readonly Court[],
  masked: boolean,
): string {
  const day = (value: LocalDate | null) => value ?? '';
  switch (column) {
    case 'name':
      return mediator.name;
    case 'isMember':
      return mediator.isMember === null ? '' : mediator.isMember ? '是' : '否';
    case 'sector':
      return mediator.sector ?? '';
    case 'employer':
      return mediator.employer ?? '';
    case 'phones':
      return mediator.phones.map((phone) => (masked ? maskPhone(phone) : phone)).join('、');
    case 'residentId': {
      const { residentId } = mediator;
      return residentId === null ? '' : masked ? maskIdNumber(residentId) : residentId;
    }
    case 'expertise':
      return mediator.expertise.join('、');
    case 'languages':
      return mediator.languages.join('、');
    case 'certificateNumber':
      return mediator.certificateNumber ?? '';
    case 'court':
      return allCourts.find(({ id }) => id === mediator.courtId)?.shortName ?? '';
    case 'listedOn':
      return day(mediator.listedOn);
    case 'termFrom':
      return day(mediator.termFrom);
    case 'termTo':
      return day(mediator.termTo);
    case 'training':
      return mediator.training ?? '';
    case 'standing':
      return standingWords[mediator.standing];
    case 'remarks':
      return mediator.remarks ?? '';
  }
}

const widths: Partial<Record<RosterColumn, number>> = {
  employer: 32,
  phones: 24,
  residentId: 22,
  expertise: 30,
  training: 30,
  remarks: 24,
};

/** Renders lines of the roster as xlsx, in the order asked for, in the columns that `importRoster` reads. */
export async function renderRoster(
  input: { readonly ids: readonly MediatorId[]; readonly masked: boolean },
  desk: JobDesk,
): Promise<Uint8Array> {
  const db = desk.register.readable;
  const allCourts = courts(db);
  const listed = new Map(roster(db).map((mediator) => [mediator.id, mediator]));
  const columns = Object.keys(rosterColumns) as RosterColumn[];
  const cell = (text: string): Cell => (text === '' ? emptyCell : { kind: 'text', text });
  const rows = input.ids.flatMap((id) => {
    const mediator = listed.get(id);
    return mediator === undefined
      ? []
      : [columns.map((column) => cell(told(mediator, column, allCourts, input.masked)))];
  });
  const heads = columns.map((column) => cell(rosterColumns[column][0]));
  return writeTable([
    {
      name: '名册',
      headRows: 1,
      rows: [heads, ...rows],
      widths: columns.map((column) => widths[column] ?? 14),
    },
  ]);
}
