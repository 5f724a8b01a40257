import { contract } from '#shared/contract/index.ts';
import type { ReceivedPackage, RollupUnit } from '#shared/contract/rollups.ts';
import { fileNamePart, safeFileName } from '#shared/domain/file-name.ts';
import { cleanName } from '#shared/domain/names.ts';
import { formatMonth, monthsOf } from '#shared/domain/reporting-period.ts';
import type { ReadableDb } from '../register/query.ts';
import {
  casesOfPackage,
  findPackage,
  packagesOf,
  type StoredPackage,
  standingPackages,
  tablesOfPackage,
  undoPackage,
} from '../register/rollup-packages.ts';
import { insertUnit, removeUnit, rollupUnits, updateUnit } from '../register/rollup-units.ts';
import { readSetting } from '../register/settings.ts';
import { readAtOnce } from '../register/transact.ts';
import { conflict, found, refused } from './errors.ts';
import { inWorker } from './in-worker.ts';
import { atWork, command, query, task, write } from './kinds.ts';
import { refuseTwice, takeIn } from './rollup/receive.ts';
import { rollUp, rollupTitle } from './rollup/report.ts';

const procedures = contract.rollups;

const largestFile = 12 * 1024 * 1024;

function shown(stored: StoredPackage, standing: boolean): ReceivedPackage {
  const { content, officeUid, officeName, caseCount, undone, ...own } = stored;
  const { closing, office } = content;
  return {
    id: own.id,
    kind: own.kind,
    officeUid,
    officeName,
    month: own.month,
    period: content.period,
    level: office.level,
    region: office.region,
    closed: closing.closed,
    sequence: closing.sequence,
    countedAt: closing.at,
    countedBy: closing.by,
    cases: caseCount,
    fileName: own.fileName,
    sha256: own.sha256,
    receivedAt: own.receivedAt,
    receivedBy: own.receivedBy,
    state: undone !== null ? 'undone' : standing ? 'standing' : 'replaced',
    undone,
  };
}

function allShown(db: ReadableDb, packages: readonly StoredPackage[]): ReceivedPackage[] {
  const months = [...new Set(packages.map(({ month }) => month))];
  const standing = new Set(standingPackages(db, months).map(({ id }) => id));
  return packages.map((one) => shown(one, standing.has(one.id)));
}

function presentUnit(
  db: ReadableDb,
  { id, version }: { readonly id: RollupUnit['id']; readonly version: number | null },
): RollupUnit {
  const unit = found(
    rollupUnits(db).find((one) => one.id === id),
    'rollupUnit',
  );
  if (unit.version !== version) throw conflict('rollupUnit');
  return unit;
}

export const rollups = {
  export: task(procedures.export, async ({ month, of, mediators }, at, signal) => {
    const { desk, staffName } = atWork(at.desk, at.session);
    const asked = { month, of, mediators, program: desk.programVersion };
    const { bytes, officeName, ...made } = await inWorker(at, 'makePackage', asked, signal);
    // 导出留痕: the event stands before the file is handed out.
    await write(desk, 'rollups.export', staffName, (db) =>
      db.event({
        subject: 'office',
        subjectId: 1,
        what: 'packageExported',
        after: { month, of, mediators, ...made },
      }),
    );
    const open = of === 'office' && !made.closed ? '（未锁定）' : '';
    const kind = of === 'office' ? '报送包' : '汇总报送包';
    const name = safeFileName(`${kind}-${formatMonth(month)}-${fileNamePart(officeName)}${open}.zip`);
    return { file: new File([new Uint8Array(bytes)], name, { type: 'application/zip' }), ...made };
  }),

  receive: task(procedures.receive, async ({ file }, at, signal) => {
    const { desk, staffName } = atWork(at.desk, at.session);
    if (file.size > largestFile) {
      throw refused('unreadableFile', { sentence: '报送包太大（超过 12 MB），没有读取。' });
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const read = await inWorker(at, 'readPackageFile', { bytes }, signal);
    const fileName = safeFileName(file.name);
    const received = await write(desk, 'rollups.receive', staffName, (db) =>
      takeIn(db, read, fileName, desk.today()),
    );
    return { ...received, officeName: read.content.office.name, month: read.content.month };
  }),

  packages: query(procedures.packages, (db, { request }) => {
    const months = monthsOf(request, readSetting(db, 'statistics').value) ?? [];
    return allShown(db, packagesOf(db, months));
  }),

  package: query(procedures.package, (db, { id }) => {
    const stored = found(findPackage(db, id), 'rollupPackage');
    const [one] = allShown(db, [stored]);
    return {
      package: found(one, 'rollupPackage'),
      content: stored.content,
      tables: tablesOfPackage(db, id),
      cases: casesOfPackage(db, id),
    };
  }),

  undo: command('rollups.undo', procedures.undo, (db, { id, reason }) => {
    const stored = found(findPackage(db, id), 'rollupPackage');
    if (stored.undone !== null) throw refused('nothingToUndo');
    undoPackage(db, id, reason);
    // The older one that stands again may hold an office that has come in by itself since.
    refuseTwice(
      db,
      standingPackages(db, [stored.month]).map(({ content }) => content),
    );
    const { officeName: office, month, sha256 } = stored;
    db.event({
      subject: 'office',
      subjectId: 1,
      what: 'packageUndone',
      before: { office, month, sha256 },
      after: { reason },
    });
    return { id };
  }),

  units: query(procedures.units, (db) => rollupUnits(db)),

  saveUnit: command('rollups.saveUnit', procedures.saveUnit, (db, { id, version, unit }) => {
    const facts = { ...unit, name: cleanName(unit.name) };
    const taken = rollupUnits(db).find(
      (one) => one.id !== id && (one.name === facts.name || (facts.uid !== null && one.uid === facts.uid)),
    );
    if (taken !== undefined) throw refused('nameTaken', { name: taken.name });
    const tell = (before: RollupUnit | undefined) =>
      db.event({ subject: 'office', subjectId: 1, what: 'rollupUnitSaved', before, after: facts });
    if (id === null) {
      tell(undefined);
      return { id: insertUnit(db, facts), version: 1 };
    }
    const before = presentUnit(db, { id, version });
    tell(before);
    return { id, version: updateUnit(db, before, facts) };
  }),

  removeUnit: command('rollups.removeUnit', procedures.removeUnit, (db, { id, version, reason }) => {
    const before = presentUnit(db, { id, version });
    removeUnit(db, id);
    db.event({ subject: 'office', subjectId: 1, what: 'rollupUnitRemoved', before, after: { reason } });
    return { id };
  }),

  report: task(procedures.report, async ({ request }, at, signal) => {
    const program = at.desk.programVersion;
    // A month is read at once; the packages of a year are more than a moment's work.
    if (request.kind !== 'month') return inWorker(at, 'rollUpPeriod', { request, program }, signal);
    const { desk, session } = at;
    const by = session.atWork?.name ?? '';
    const making = { at: desk.now().toISOString(), by, program, today: desk.today() };
    return readAtOnce(desk.register, (db) => rollUp(db, request, making).report);
  }),

  exportReport: task(procedures.exportReport, async ({ request, format }, at, signal) => {
    const asked = { request, format, program: at.desk.programVersion };
    const bytes = await inWorker(at, 'renderRollup', asked, signal);
    const type =
      format === 'csv' ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return {
      file: new File([new Uint8Array(bytes)], safeFileName(`${rollupTitle(request)}.${format}`), { type }),
    };
  }),
};
