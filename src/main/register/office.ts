import type { CourtId, OrganisationId, StaffId, StudioId } from '#shared/contract/ids.ts';
import type { Court, OfficeProfile, Organisation, StaffMember, Studio } from '#shared/contract/office.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { readingOf } from './search.ts';
import { flag, idOf, idOrNull } from './values.ts';

export type StoredProfile = OfficeProfile & { readonly version: number; readonly uid: string };

/** Writes the office's one row when the register is new. */
export function createOfficeRow(db: WritableDb, uid: string): void {
  const empty = {
    number_prefix: null,
    reporting_unit: null,
    head: null,
    reviewer: null,
    preparer: null,
    phone: null,
  };
  db.insert('office', { ...empty, id: 1, uid, name: null, court_id: null, organisation_id: null });
}

/** The office's profile; undefined in a register that was never opened before. */
export function officeProfile(db: ReadableDb): StoredProfile | undefined {
  const row = db.first(db.selectFrom('office').selectAll());
  if (row === undefined) return undefined;
  return {
    uid: row.uid,
    version: row.version,
    name: row.name,
    numberPrefix: row.number_prefix,
    reportingUnit: row.reporting_unit,
    head: row.head,
    reviewer: row.reviewer,
    preparer: row.preparer,
    phone: row.phone,
    courtId: idOrNull<CourtId>(row.court_id),
    organisationId: idOrNull<OrganisationId>(row.organisation_id),
  };
}

export function updateProfile(db: WritableDb, version: number, profile: OfficeProfile): boolean {
  const query = db.updateTable('office').set({
    name: profile.name,
    number_prefix: profile.numberPrefix,
    reporting_unit: profile.reportingUnit,
    head: profile.head,
    reviewer: profile.reviewer,
    preparer: profile.preparer,
    phone: profile.phone,
    court_id: profile.courtId,
    organisation_id: profile.organisationId,
    version: version + 1,
  });
  return db.run(query.where('version', '=', version)).changes === 1;
}

export function staff(db: ReadableDb): StaffMember[] {
  return db.all(db.selectFrom('staff').selectAll().orderBy('id')).map((row) => ({
    id: idOf<StaffId>(row.id),
    version: row.version,
    name: row.name,
    post: row.post,
    active: row.active === 1,
  }));
}

type Saved<Facts> = { readonly id: number | null; readonly version: number | null; readonly facts: Facts };

/** Adds a member of staff or amends one; undefined when the version moved. */
export function saveStaffMember(
  db: WritableDb,
  { id, version, facts }: Saved<{ name: string; post: string | null; active: boolean }>,
): StaffId | undefined {
  const values = { name: facts.name, post: facts.post, active: flag(facts.active) };
  if (id === null) return idOf<StaffId>(db.insert('staff', values));
  const query = db.updateTable('staff').set({ ...values, version: (version ?? 0) + 1 });
  return db.run(query.where('id', '=', id).where('version', '=', version ?? 0)).changes === 1
    ? idOf<StaffId>(id)
    : undefined;
}

export function courts(db: ReadableDb): Court[] {
  return db.all(db.selectFrom('courts').selectAll().orderBy('id')).map((row) => ({
    id: idOf<CourtId>(row.id),
    version: row.version,
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    pinyin: readingOf(row.short_name),
    region: row.region,
    level: row.level,
    codeVerified: row.code_verified === 1,
    active: row.active === 1,
  }));
}

/** Adds a court or amends one; undefined when the version moved. */
export function saveCourt(
  db: WritableDb,
  { id, version, facts }: Saved<Omit<Court, 'id' | 'version' | 'pinyin'>>,
): CourtId | undefined {
  const values = {
    code: facts.code,
    name: facts.name,
    short_name: facts.shortName,
    region: facts.region,
    level: facts.level,
    code_verified: flag(facts.codeVerified),
    active: flag(facts.active),
  };
  if (id === null) return idOf<CourtId>(db.insert('courts', values));
  const query = db.updateTable('courts').set({ ...values, version: (version ?? 0) + 1 });
  return db.run(query.where('id', '=', id).where('version', '=', version ?? 0)).changes === 1
    ? idOf<CourtId>(id)
    : undefined;
}

export function studios(db: ReadableDb): Studio[] {
  return db.all(db.selectFrom('studios').selectAll().orderBy('id')).map((row) => ({
    id: idOf<StudioId>(row.id),
    version: row.version,
    name: row.name,
    courtId: idOrNull<CourtId>(row.court_id),
    place: row.place,
    active: row.active === 1,
  }));
}

export function saveStudio(
  db: WritableDb,
  { id, version, facts }: Saved<Omit<Studio, 'id' | 'version'>>,
): StudioId | undefined {
  const values = {
    name: facts.name,
    court_id: facts.courtId,
    place: facts.place,
    active: flag(facts.active),
  };
  if (id === null) return idOf<StudioId>(db.insert('studios', values));
  const query = db.updateTable('studios').set({ ...values, version: (version ?? 0) + 1 });
  return db.run(query.where('id', '=', id).where('version', '=', version ?? 0)).changes === 1
    ? idOf<StudioId>(id)
    : undefined;
}

export function organisations(db: ReadableDb): Organisation[] {
  return db.all(db.selectFrom('organisations').selectAll().orderBy('id')).map((row) => ({
    id: idOf<OrganisationId>(row.id),
    version: row.version,
    name: row.name,
    kind: row.kind,
    address: row.address,
    phone: row.phone,
    active: row.active === 1,
  }));
}

export function saveOrganisation(
  db: WritableDb,
  { id, version, facts }: Saved<Omit<Organisation, 'id' | 'version'>>,
): OrganisationId | undefined {
  const values = {
    name: facts.name,
    kind: facts.kind,
    address: facts.address,
    phone: facts.phone,
    active: flag(facts.active),
  };
  if (id === null) return idOf<OrganisationId>(db.insert('organisations', values));
  const query = db.updateTable('organisations').set({ ...values, version: (version ?? 0) + 1 });
  return db.run(query.where('id', '=', id).where('version', '=', version ?? 0)).changes === 1
    ? idOf<OrganisationId>(id)
    : undefined;
}
