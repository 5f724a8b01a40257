import type { CaseId, PartyId } from '#shared/contract/ids.ts';
import type { AgentFacts, Party, PartyFacts, PartyInput } from '#shared/contract/parties.ts';
import { releaseParty } from './party-records.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import type { PartiesTable } from './schema.ts';
import { dayOrNull, idOf, textList } from './values.ts';

function columns(party: PartyFacts) {
  return {
    role: party.role,
    kind: party.kind,
    name: party.name,
    sex: party.sex,
    ethnicity: party.ethnicity,
    birth_on: party.birthOn,
    id_kind: party.idKind,
    id_number: party.idNumber,
    address: party.address,
    phones: JSON.stringify(party.phones),
    occupation: party.occupation,
    employer: party.employer,
    email: party.email,
    representative_name: party.representativeName,
    representative_position: party.representativePosition,
    representative_id_number: party.representativeIdNumber,
    service_address: party.serviceAddress,
    electronic_service: party.electronicService,
    electronic_service_to: party.electronicServiceTo,
    remarks: party.remarks,
  };
}

function writeAgents(db: WritableDb, partyId: number, agents: readonly AgentFacts[]): void {
  db.run(db.deleteFrom('agents').where('party_id', '=', partyId));
  for (const [position, agent] of agents.entries()) {
    db.insert('agents', {
      party_id: partyId,
      position,
      kind: agent.kind,
      name: agent.name,
      relation: agent.relation,
      employer: agent.employer,
      licence_number: agent.licenceNumber,
      id_number: agent.idNumber,
      authority: agent.authority,
      phone: agent.phone,
    });
  }
}

export function insertParties(db: WritableDb, caseId: CaseId, parties: readonly PartyFacts[]): void {
  for (const [position, party] of parties.entries()) {
    const id = db.insert('parties', { ...columns(party), case_id: caseId, position });
    if (party.agents.length > 0) writeAgents(db, id, party.agents);
  }
}

/**
 * Writes the whole list of a case's parties: those with an id are kept under it, so that agreement terms go on pointing
 * at them; those that are gone are taken out. An id of another case is answered with false.
 */
export function replaceParties(db: WritableDb, caseId: CaseId, parties: readonly PartyInput[]): boolean {
  const present = new Set(
    db.all(db.selectFrom('parties').select('id').where('case_id', '=', caseId)).map((row) => row.id),
  );
  const kept = parties.flatMap((party) => (party.id === null ? [] : [party.id]));
  if (kept.some((id) => !present.has(id)) || new Set(kept).size !== kept.length) return false;
  for (const id of present) {
    if (kept.some((keptId) => keptId === id)) continue;
    releaseParty(db, id);
    db.run(db.deleteFrom('agents').where('party_id', '=', id));
    db.run(db.deleteFrom('parties').where('id', '=', id));
  }
  for (const [position, party] of parties.entries()) {
    const values = { ...columns(party), case_id: caseId, position };
    if (party.id === null) {
      writeAgents(db, db.insert('parties', values), party.agents);
    } else {
      db.run(db.updateTable('parties').set(values).where('id', '=', party.id));
      writeAgents(db, party.id, party.agents);
    }
  }
  return true;
}

function partyOf(row: PartyRow, agents: readonly AgentFacts[]): Party {
  return {
    id: idOf<PartyId>(row.id),
    role: row.role as Party['role'],
    kind: row.kind as Party['kind'],
    name: row.name,
    sex: row.sex as Party['sex'],
    ethnicity: row.ethnicity,
    birthOn: dayOrNull(row.birth_on),
    idKind: row.id_kind as Party['idKind'],
    idNumber: row.id_number,
    address: row.address,
    phones: textList(row.phones),
    occupation: row.occupation,
    employer: row.employer,
    email: row.email,
    representativeName: row.representative_name,
    representativePosition: row.representative_position,
    representativeIdNumber: row.representative_id_number,
    serviceAddress: row.service_address,
    electronicService: row.electronic_service as Party['electronicService'],
    electronicServiceTo: row.electronic_service_to,
    remarks: row.remarks,
    agents: [...agents],
  };
}
type PartyRow = Omit<PartiesTable, 'id'> & { id: number };

function agentsOf(db: ReadableDb, partyId: number): AgentFacts[] {
  return db
    .all(db.selectFrom('agents').selectAll().where('party_id', '=', partyId).orderBy('position'))
    .map((row) => ({
      kind: row.kind as AgentFacts['kind'],
      name: row.name,
      relation: row.relation,
      employer: row.employer,
      licenceNumber: row.licence_number,
      idNumber: row.id_number,
      authority: row.authority as AgentFacts['authority'],
      phone: row.phone,
    }));
}

export function partiesOfCase(db: ReadableDb, caseId: CaseId): Party[] {
  return db
    .all(db.selectFrom('parties').selectAll().where('case_id', '=', caseId).orderBy('position'))
    .map((row) => partyOf(row, agentsOf(db, row.id)));
}

/** Parties by the newest of their cases, one for each name and ID number. */
export function partiesById(db: ReadableDb, ids: readonly number[]): Party[] {
  if (ids.length === 0) return [];
  const rows = db.all(db.selectFrom('parties').selectAll().where('id', 'in', ids).orderBy('id', 'desc'));
  const distinct = new Map(rows.reverse().map((row) => [`${row.name} ${row.id_number ?? ''}`, row]));
  return [...distinct.values()].reverse().map((row) => partyOf(row, agentsOf(db, row.id)));
}
