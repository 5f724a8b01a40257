import type { PartyId } from '#shared/contract/ids.ts';
import type { ReadableDb, WritableDb } from './query.ts';

/** The tables whose rows name a party, with what they are called where the party cannot be left out because of them. */
const records = {
  consents: '调解意愿',
  contacts: '联系记录',
  after_steps: '后续办理记录',
  visits: '回访',
} as const;
const tables = Object.keys(records) as (keyof typeof records)[];

/** What stands on record of a party, such as 调解意愿 and 联系记录; cancelled entries do not count. */
export function recordsOfParty(db: ReadableDb, id: PartyId): readonly string[] {
  return tables
    .filter((table) => {
      const query = db.selectFrom(table).select('id').where('party_id', '=', id);
      return db.first(query.where('cancelled_at', 'is', null)) !== undefined;
    })
    .map((table) => records[table]);
}

/**
 * Lets cancelled entries go of a party who is left out of a case, so that a party entered by mistake can be; the case's
 * history keeps them. A consent is nothing without its party and goes with them.
 */
export function releaseParty(db: WritableDb, id: number): void {
  db.run(db.deleteFrom('consents').where('party_id', '=', id).where('cancelled_at', 'is not', null));
  for (const table of tables) {
    if (table === 'consents') continue;
    db.run(
      db
        .updateTable(table)
        .set({ party_id: null })
        .where('party_id', '=', id)
        .where('cancelled_at', 'is not', null),
    );
  }
}
