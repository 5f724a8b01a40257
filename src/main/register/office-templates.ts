import type { OfficeTemplateId } from '#shared/contract/ids.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import type { OfficeTemplatesTable } from './schema.ts';
import { idOf } from './values.ts';

/** A Word file of the office's own in the place of one kind's built-in wording. */
export type OfficeTemplate = {
  readonly id: OfficeTemplateId;
  readonly kind: string;
  /** The name of the file as it was added. */
  readonly name: string;
  readonly sha256: string;
  readonly addedAt: string;
  readonly addedBy: string;
  /** null: it is in use. */
  readonly retiredAt: string | null;
  readonly retiredBy: string | null;
};

const listed = ['id', 'kind', 'name', 'sha256', 'added_at', 'added_by', 'retired_at', 'retired_by'] as const;

function template(row: { readonly id: number } & Omit<OfficeTemplatesTable, 'id' | 'bytes'>): OfficeTemplate {
  return {
    id: idOf<OfficeTemplateId>(row.id),
    kind: row.kind,
    name: row.name,
    sha256: row.sha256,
    addedAt: row.added_at,
    addedBy: row.added_by,
    retiredAt: row.retired_at,
    retiredBy: row.retired_by,
  };
}

/** All that were ever added, newest first. */
export function officeTemplates(db: ReadableDb): OfficeTemplate[] {
  return db.all(db.selectFrom('office_templates').select(listed).orderBy('id', 'desc')).map(template);
}

/** The one that is in use for a kind of document; undefined: the built-in wording holds. */
export function templateInUse(db: ReadableDb, kind: string): OfficeTemplate | undefined {
  const row = db.first(
    db.selectFrom('office_templates').select(listed).where('kind', '=', kind).where('retired_at', 'is', null),
  );
  return row === undefined ? undefined : template(row);
}

export function officeTemplate(db: ReadableDb, id: OfficeTemplateId): OfficeTemplate | undefined {
  const row = db.first(db.selectFrom('office_templates').select(listed).where('id', '=', id));
  return row === undefined ? undefined : template(row);
}

/** Its file, as it was added. */
export function templateBytes(db: ReadableDb, id: OfficeTemplateId): Uint8Array | undefined {
  const row = db.first(db.selectFrom('office_templates').select('bytes').where('id', '=', id));
  return row === undefined ? undefined : new Uint8Array(row.bytes);
}

export function insertTemplate(
  db: WritableDb,
  added: {
    readonly kind: string;
    readonly name: string;
    readonly sha256: string;
    readonly bytes: Uint8Array;
  },
): OfficeTemplateId {
  const { at, staffName } = db.command;
  return idOf<OfficeTemplateId>(
    db.insert('office_templates', { ...added, added_at: at, added_by: staffName }),
  );
}

/** Takes a template out of use; it is kept for the documents that were issued with it. */
export function retireTemplate(db: WritableDb, id: OfficeTemplateId): void {
  const { at, staffName } = db.command;
  db.run(
    db.updateTable('office_templates').set({ retired_at: at, retired_by: staffName }).where('id', '=', id),
  );
}
