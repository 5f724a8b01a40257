import type { RollupReport } from '#shared/contract/rollups.ts';
import { localDateInShanghai, type Month } from '#shared/domain/local-date.ts';
import type { PeriodRequest } from '#shared/domain/reporting-period.ts';
import { officeProfile } from '../../register/office.ts';
import { readAtOnce } from '../../register/transact.ts';
import { rollupCsv, rollupXlsx } from '../../spreadsheets/rollup.ts';
import { found } from '../errors.ts';
import type { JobDesk } from '../job-desk.ts';
import { type Making, officePackage } from './office-package.ts';
import { packageFile, type ReadPackage, readPackage } from './package-file.ts';
import { rollUp, rollupTitle } from './report.ts';
import { sumsPackage } from './sums-package.ts';

type By = { readonly program: string };

function making(desk: JobDesk, { program }: By): Making {
  return { at: desk.now, by: desk.staffName, program, today: localDateInShanghai(new Date(desk.now)) };
}

export type MadePackage = {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly officeName: string;
  readonly closed: boolean;
  readonly sequence: number;
  readonly cases: number;
};

/** A month as the bytes of a package. */
export async function makePackage(
  input: By & { readonly month: Month; readonly of: 'office' | 'sums'; readonly mediators: boolean },
  desk: JobDesk,
): Promise<MadePackage> {
  const { month, of, mediators } = input;
  const content = readAtOnce(desk.register, (db) =>
    of === 'sums'
      ? sumsPackage(db, month, making(desk, input))
      : officePackage(db, month, mediators, making(desk, input)),
  );
  const { closed, sequence } = content.closing;
  return {
    ...packageFile(content),
    officeName: content.office.name,
    closed,
    sequence,
    cases: content.cases.length,
  };
}

/** Reads a package of strangers away from the thread that answers. */
export async function readPackageFile(input: { readonly bytes: Uint8Array }): Promise<ReadPackage> {
  return readPackage(input.bytes);
}

type Asked = By & { readonly request: PeriodRequest };

/** The sums of a period. */
export async function rollUpPeriod(input: Asked, desk: JobDesk): Promise<RollupReport> {
  return readAtOnce(desk.register, (db) => rollUp(db, input.request, making(desk, input)).report);
}

/** The sums of a period as the bytes of a file. */
export async function renderRollup(
  input: Asked & { readonly format: 'xlsx' | 'csv' },
  desk: JobDesk,
): Promise<Uint8Array> {
  const made = making(desk, input);
  const { report, who } = readAtOnce(desk.register, (db) => ({
    report: rollUp(db, input.request, made).report,
    who: found(officeProfile(db), 'office'),
  }));
  const title = rollupTitle(input.request);
  return input.format === 'csv'
    ? rollupCsv(report, title)
    : rollupXlsx(report, { title, who, madeOn: made.today });
}
