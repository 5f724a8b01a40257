import type { DossierHead, DossierPaperFacts } from '#shared/contract/dossiers.ts';
import type { CaseId, DocumentId, DossierPaperId } from '#shared/contract/ids.ts';
import { moveDetailSchemas } from '#shared/domain/case-move/detail.ts';
import { type DossierItem, dossierItemSchema } from '#shared/domain/dossier.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { dayOrNull, idOf, idOrNull } from './values.ts';

const retentionSchema = moveDetailSchemas.archive.shape.retention;

export type KeptDossier = { readonly version: number; readonly head: DossierHead };

/** What was entered of the dossier of a case; undefined where nothing was. */
export function dossierOfCase(db: ReadableDb, caseId: CaseId): KeptDossier | undefined {
  const row = db.first(db.selectFrom('dossiers').selectAll().where('case_id', '=', caseId));
  if (row === undefined) return undefined;
  const head = {
    form: row.form,
    archiveNumber: row.archive_number,
    retention: retentionSchema.parse(row.retention),
    compiledBy: row.compiled_by,
    compiledOn: dayOrNull(row.compiled_on),
    inspectedBy: row.inspected_by,
    situation: row.situation,
    remarks: row.remarks,
  };
  return { version: row.version, head };
}

/** Saves the head of a dossier and returns its version; undefined where the version moved. */
export function saveDossier(
  db: WritableDb,
  caseId: CaseId,
  version: number | null,
  head: DossierHead,
): number | undefined {
  const row = {
    form: head.form,
    archive_number: head.archiveNumber,
    retention: head.retention,
    compiled_by: head.compiledBy,
    compiled_on: head.compiledOn,
    inspected_by: head.inspectedBy,
    situation: head.situation,
    remarks: head.remarks,
  };
  if (version === null) {
    if (dossierOfCase(db, caseId) !== undefined) return undefined;
    db.insert('dossiers', { case_id: caseId, ...row });
    return 1;
  }
  const query = db
    .updateTable('dossiers')
    .set({ ...row, version: version + 1 })
    .where('case_id', '=', caseId)
    .where('version', '=', version);
  return db.run(query).changes === 1 ? version + 1 : undefined;
}

/** The case whose dossier bears an archive number. */
export function caseOfArchiveNumber(db: ReadableDb, archiveNumber: string): CaseId | undefined {
  const query = db.selectFrom('dossiers').select('case_id').where('archive_number', '=', archiveNumber);
  return db.first(query)?.case_id as CaseId | undefined;
}

export type FiledPaper = DossierPaperFacts & {
  readonly id: DossierPaperId;
  readonly version: number;
  readonly caseId: CaseId;
};

export function insertDossierPaper(db: WritableDb, caseId: CaseId, paper: DossierPaperFacts): DossierPaperId {
  const id = db.insert('dossier_papers', {
    case_id: caseId,
    item: paper.item,
    title: paper.title,
    pages: paper.pages,
    remarks: paper.remarks,
    document_id: paper.documentId,
    filed_at: db.command.at,
    filed_by: db.command.staffName,
    cancelled_at: null,
    cancelled_reason: null,
  });
  return idOf<DossierPaperId>(id);
}

function standing(db: ReadableDb) {
  return db
    .selectFrom('dossier_papers')
    .select(['id', 'version', 'case_id', 'item', 'title', 'pages', 'remarks', 'document_id'])
    .where('cancelled_at', 'is', null);
}

type PaperRow = {
  readonly id: number;
  readonly version: number;
  readonly case_id: number;
  readonly item: string;
  readonly title: string;
  readonly pages: number | null;
  readonly remarks: string | null;
  readonly document_id: number | null;
};

function paperOf(row: PaperRow): FiledPaper {
  return {
    id: idOf<DossierPaperId>(row.id),
    version: row.version,
    caseId: idOf<CaseId>(row.case_id),
    item: dossierItemSchema.parse(row.item),
    title: row.title,
    pages: row.pages,
    remarks: row.remarks,
    documentId: idOrNull<DocumentId>(row.document_id),
  };
}

/** The papers that lie in the dossier of a case, as they were filed. */
export function papersOfDossier(db: ReadableDb, caseId: CaseId): FiledPaper[] {
  return db.all(standing(db).where('case_id', '=', caseId).orderBy('id')).map(paperOf);
}

/** A paper that lies in a dossier; undefined where it was taken out. */
export function readDossierPaper(db: ReadableDb, id: DossierPaperId): FiledPaper | undefined {
  const row = db.first(standing(db).where('id', '=', id));
  return row === undefined ? undefined : paperOf(row);
}

/** False where the version moved or the paper was taken out. */
export function updateDossierPaper(
  db: WritableDb,
  id: DossierPaperId,
  version: number,
  paper: DossierPaperFacts,
): boolean {
  const query = db
    .updateTable('dossier_papers')
    .set({
      item: paper.item,
      title: paper.title,
      pages: paper.pages,
      remarks: paper.remarks,
      document_id: paper.documentId,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('cancelled_at', 'is', null);
  return db.run(query).changes === 1;
}

export function cancelDossierPaper(db: WritableDb, id: DossierPaperId, reason: string): boolean {
  const query = db
    .updateTable('dossier_papers')
    .set({ cancelled_at: db.command.at, cancelled_reason: reason })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null);
  return db.run(query).changes === 1;
}

/** Items that a dossier was said not to need, with the reasons. */
export function waiversOfCase(db: ReadableDb, caseId: CaseId): ReadonlyMap<DossierItem, string> {
  const query = db.selectFrom('dossier_waivers').select(['item', 'reason']).where('case_id', '=', caseId);
  return new Map(db.all(query).map(({ item, reason }) => [dossierItemSchema.parse(item), reason]));
}

/** Writes down why an item is not needed, or takes it back; the history keeps both. */
export function writeWaiver(db: WritableDb, caseId: CaseId, item: DossierItem, reason: string | null): void {
  db.run(db.deleteFrom('dossier_waivers').where('case_id', '=', caseId).where('item', '=', item));
  if (reason === null) return;
  db.insert('dossier_waivers', {
    case_id: caseId,
    item,
    reason,
    waived_at: db.command.at,
    waived_by: db.command.staffName,
  });
}
