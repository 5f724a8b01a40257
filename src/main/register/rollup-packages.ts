import type { RollupPackageId } from '#shared/contract/ids.ts';
import {
  type PackageContent,
  type PackageTable,
  type PackedCase,
  packageCasesSchema,
  packageContentSchema,
  packageTablesSchema,
} from '#shared/contract/rollup-package.ts';
import { type Month, month as monthOf } from '#shared/domain/local-date.ts';
import { packageRank } from '#shared/domain/rollup.ts';
import type { ReadableDb, WritableDb } from './query.ts';
import { idOf } from './values.ts';

/** A package that came in, without its tables and its list of cases. */
export type StoredPackage = {
  readonly id: RollupPackageId;
  readonly officeUid: string;
  readonly kind: PackageContent['kind'];
  readonly officeName: string;
  readonly month: Month;
  readonly rank: number;
  readonly content: PackageContent;
  readonly caseCount: number;
  readonly sha256: string;
  readonly fileName: string;
  readonly receivedAt: string;
  readonly receivedBy: string;
  readonly undone: { readonly at: string; readonly by: string; readonly reason: string } | null;
};

type Row = {
  readonly id: number;
  readonly office_uid: string;
  readonly kind: PackageContent['kind'];
  readonly office_name: string;
  readonly month: string;
  readonly rank: number;
  readonly content: string;
  readonly case_count: number;
  readonly content_sha256: string;
  readonly file_name: string;
  readonly received_at: string;
  readonly received_by: string;
  readonly undone_at: string | null;
  readonly undone_by: string | null;
  readonly undone_reason: string | null;
};

function storedOf(row: Row): StoredPackage {
  const { undone_at: at, undone_by: by, undone_reason: reason } = row;
  return {
    id: idOf<RollupPackageId>(row.id),
    officeUid: row.office_uid,
    kind: row.kind,
    officeName: row.office_name,
    month: monthOf(row.month),
    rank: row.rank,
    content: packageContentSchema.parse(JSON.parse(row.content)),
    caseCount: row.case_count,
    sha256: row.content_sha256,
    fileName: row.file_name,
    receivedAt: row.received_at,
    receivedBy: row.received_by,
    undone: at === null || by === null || reason === null ? null : { at, by, reason },
  };
}

const columns = `id, office_uid, kind, office_name, month, rank, content, json_array_length(cases) AS case_count,
  content_sha256, file_name, received_at, received_by, undone_at, undone_by, undone_reason`;

/** Every package for some months, the newest of each office first; those that were taken back too. */
export function packagesOf(db: ReadableDb, months: readonly Month[]): StoredPackage[] {
  return db
    .plain<Row>(
      `SELECT ${columns} FROM rollup_packages WHERE month IN (SELECT value FROM json_each(?))
       ORDER BY month DESC, office_name, office_uid, kind, undone_at IS NOT NULL, rank DESC, id DESC`,
      JSON.stringify(months),
    )
    .map(storedOf);
}

/** The packages that count: of each office, month and kind the newest that was not taken back. */
export function standingPackages(db: ReadableDb, months: readonly Month[]): StoredPackage[] {
  const newest = new Map<string, StoredPackage>();
  for (const one of packagesOf(db, months)) {
    const key = `${one.month} ${one.kind} ${one.officeUid}`;
    if (one.undone === null && !newest.has(key)) newest.set(key, one);
  }
  return [...newest.values()];
}

/** Of which region each office said to be in the newest of its packages, whatever its month; by the office's register. */
export function regionsOfOffices(db: ReadableDb): ReadonlyMap<string, string> {
  const rows = db.plain<{ readonly office_uid: string; readonly region: string }>(
    `SELECT office_uid, content ->> '$.office.region' AS region FROM rollup_packages
     WHERE undone_at IS NULL AND region IS NOT NULL ORDER BY month, id`,
  );
  return new Map(rows.map((row) => [row.office_uid, row.region]));
}

export function findPackage(db: ReadableDb, id: RollupPackageId): StoredPackage | undefined {
  return db.plain<Row>(`SELECT ${columns} FROM rollup_packages WHERE id = ?`, id).map(storedOf)[0];
}

/** The one with the same content that was not taken back. */
export function findSame(db: ReadableDb, sha256: string): StoredPackage | undefined {
  return db
    .plain<Row>(
      `SELECT ${columns} FROM rollup_packages WHERE content_sha256 = ? AND undone_at IS NULL`,
      sha256,
    )
    .map(storedOf)[0];
}

/** The figures of a package row by row. */
export function tablesOfPackage(db: ReadableDb, id: RollupPackageId): PackageTable[] {
  const row = db.first(db.selectFrom('rollup_packages').select('tables').where('id', '=', id));
  return row === undefined ? [] : packageTablesSchema.parse(JSON.parse(row.tables));
}

/** The masked list of cases of a package. */
export function casesOfPackage(db: ReadableDb, id: RollupPackageId): PackedCase[] {
  const row = db.first(db.selectFrom('rollup_packages').select('cases').where('id', '=', id));
  return row === undefined ? [] : packageCasesSchema.parse(JSON.parse(row.cases));
}

export type NewPackage = {
  readonly content: PackageContent;
  readonly tables: readonly PackageTable[];
  readonly cases: readonly PackedCase[];
  readonly sha256: string;
  readonly fileName: string;
  readonly fileSha256: string;
};

export function insertPackage(db: WritableDb, brought: NewPackage): RollupPackageId {
  const { content } = brought;
  const id = db.insert('rollup_packages', {
    office_uid: content.office.uid,
    kind: content.kind,
    office_name: content.office.name,
    month: content.month,
    rank: packageRank({ kind: content.kind, ...content.closing }),
    content: JSON.stringify(content),
    tables: JSON.stringify(brought.tables),
    cases: JSON.stringify(brought.cases),
    content_sha256: brought.sha256,
    file_name: brought.fileName,
    file_sha256: brought.fileSha256,
    received_at: db.command.at,
    received_by: db.command.staffName,
    undone_at: null,
    undone_by: null,
    undone_reason: null,
  });
  return idOf<RollupPackageId>(id);
}

export function undoPackage(db: WritableDb, id: RollupPackageId, reason: string): void {
  db.run(
    db
      .updateTable('rollup_packages')
      .set({ undone_at: db.command.at, undone_by: db.command.staffName, undone_reason: reason })
      .where('id', '=', id),
  );
}
