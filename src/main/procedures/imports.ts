import { contract } from '#shared/contract/index.ts';
import { allImports } from '../register/imports.ts';
import { xlsxFile } from './files.ts';
import { inWorker, working } from './in-worker.ts';
import { atWork, query, task } from './kinds.ts';
import type { LedgerFile } from './ledger-import.ts';

const procedures = contract.imports;

async function ledgerFile(input: {
  readonly file: File;
  readonly mapping: LedgerFile['mapping'];
}): Promise<LedgerFile> {
  return {
    name: input.file.name,
    bytes: new Uint8Array(await input.file.arrayBuffer()),
    mapping: input.mapping,
  };
}

export const imports = {
  preview: task(procedures.preview, async (input, at, signal) =>
    working(at, 'previewLedger', await ledgerFile(input), signal),
  ),

  run: task(procedures.run, async (input, at, signal) =>
    working(atWork(at.desk, at.session), 'importLedger', await ledgerFile(input), signal),
  ),

  list: query(procedures.list, (db) => allImports(db)),

  undo: task(procedures.undo, (input, at, signal) =>
    inWorker(atWork(at.desk, at.session), 'undoImport', input, signal),
  ),

  refusedRows: task(procedures.refusedRows, async (input, at, signal) => {
    const bytes = await inWorker(at, 'refusedRows', await ledgerFile(input), signal);
    return xlsxFile(`${input.file.name.replace(/\.[^.]*$/, '')}-未导入的行.xlsx`, bytes);
  }),
};
