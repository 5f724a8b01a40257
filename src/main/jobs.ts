import type { JobDesk } from './procedures/job-desk.ts';

/**
 * The jobs that a worker thread can be asked for, each with how it is loaded: every job has a thread of its own, which
 * reads no more of the program than that job needs.
 */
export const jobs = {
  closeMonth: async () => (await import('./procedures/close-month.ts')).closeMonth,
  combineDocuments: async () => (await import('./procedures/combine-documents.ts')).combineDocuments,
  importLedger: async () => (await import('./procedures/ledger-import.ts')).importLedger,
  importRoster: async () => (await import('./procedures/roster-import.ts')).importRoster,
  issueMany: async () => (await import('./procedures/issue-many.ts')).issueMany,
  makePackage: async () => (await import('./procedures/rollup/jobs.ts')).makePackage,
  previewLedger: async () => (await import('./procedures/ledger-import.ts')).previewLedger,
  renderPivot: async () => (await import('./procedures/pivot-table.ts')).renderPivot,
  renderReport: async () => (await import('./procedures/report-export.ts')).renderReport,
  renderRollup: async () => (await import('./procedures/rollup/jobs.ts')).renderRollup,
  renderRoster: async () => (await import('./procedures/roster-export.ts')).renderRoster,
  readPackageFile: async () => (await import('./procedures/rollup/jobs.ts')).readPackageFile,
  refusedRows: async () => (await import('./procedures/ledger-import.ts')).refusedRowsOf,
  rollUpPeriod: async () => (await import('./procedures/rollup/jobs.ts')).rollUpPeriod,
  rosterTemplate: async () => {
    const { rosterTemplate } = await import('./procedures/roster-import.ts');
    return (_input: null, _desk: JobDesk) => rosterTemplate();
  },
  undoImport: async () => (await import('./procedures/ledger-import.ts')).undoImport,
  verify: async () => {
    const { verifyRegister } = await import('./procedures/verify.ts');
    return (_input: null, desk: JobDesk) => Promise.resolve(verifyRegister(desk.register, desk.dataDir));
  },
} as const satisfies Readonly<
  Record<string, () => Promise<(input: never, desk: JobDesk) => Promise<unknown>>>
>;

export type JobName = keyof typeof jobs;

/** The jobs that count cases: they begin with the columns that the process has read already. */
export const countingJobs: ReadonlySet<JobName> = new Set<JobName>([
  'closeMonth',
  'makePackage',
  'renderPivot',
  'renderReport',
]);

type Job<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>;
export type JobInput<Name extends JobName> = Parameters<Job<Name>>[0];
export type JobOutput<Name extends JobName> = Awaited<ReturnType<Job<Name>>>;
