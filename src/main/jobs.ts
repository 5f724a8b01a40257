import { closeMonth } from './procedures/close-month.ts';
import { combineDocuments } from './procedures/combine-documents.ts';
import { issueMany } from './procedures/issue-many.ts';
import type { JobDesk } from './procedures/job-desk.ts';
import { importLedger, previewLedger, refusedRowsOf, undoImport } from './procedures/ledger-import.ts';
import { renderPivot } from './procedures/pivot-table.ts';
import { renderReport } from './procedures/report-export.ts';
import { makePackage, readPackageFile, renderRollup, rollUpPeriod } from './procedures/rollup/jobs.ts';
import { renderRoster } from './procedures/roster-export.ts';
import { importRoster, rosterTemplate } from './procedures/roster-import.ts';
import { verifyRegister } from './procedures/verify.ts';

/** The jobs that a worker thread can be asked for. */
export const jobs = {
  closeMonth,
  combineDocuments,
  importLedger,
  importRoster,
  issueMany,
  makePackage,
  previewLedger,
  renderPivot,
  renderReport,
  renderRollup,
  renderRoster,
  readPackageFile,
  refusedRows: refusedRowsOf,
  rollUpPeriod,
  rosterTemplate: (_input: null, _desk: JobDesk) => rosterTemplate(),
  undoImport,
  verify: (_input: null, desk: JobDesk) => Promise.resolve(verifyRegister(desk.register, desk.dataDir)),
} as const satisfies Readonly<Record<string, (input: never, desk: JobDesk) => Promise<unknown>>>;

export type JobName = keyof typeof jobs;
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[0];
export type JobOutput<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>;
