import { z } from 'zod';
import { ledgerMappingSchema } from '../domain/ledger/head.ts';
import { importIdSchema } from './ids.ts';
import { procedure, task, text } from './procedure.ts';

/** A cell that was refused or warned of, with the sheet's own row number. */
export const importProblemSchema = z.object({
  sheet: z.string(),
  row: z.int(),
  column: z.string(),
  value: z.string(),
  reason: z.string(),
});
export type ImportProblem = z.infer<typeof importProblemSchema>;

/** A row below the head that is no case of its own; 'continuation': further persons of the case above it. */
export const leftOutRowSchema = z.object({
  sheet: z.string(),
  row: z.int(),
  why: z.enum(['blank', 'total', 'repeatedHead', 'note', 'continuation']),
});
export type LeftOutRow = z.infer<typeof leftOutRowSchema>;

const outcome = {
  /** The sheets that were read: where there are several, a row's number alone does not say which row. */
  sheets: z.array(z.string()),
  imported: z.int(),
  skipped: z.int(),
  refused: z.array(importProblemSchema),
  warned: z.array(importProblemSchema),
  doubts: z.int(),
  newMediators: z.array(z.string()),
  /** With the cases, the skipped and the refused rows: every row below the head. */
  leftOut: z.array(leftOutRowSchema),
};

export const importPreviewSchema = z.object({
  mapping: ledgerMappingSchema,
  unread: z.array(z.object({ name: z.string(), reason: z.string() })),
  sample: z.array(z.object({ sheet: z.string(), row: z.int(), cells: z.array(z.string()) })),
  ...outcome,
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const importResultSchema = z.object({ id: importIdSchema.nullable(), ...outcome });
export type ImportResult = z.infer<typeof importResultSchema>;

const ledger = z.object({
  file: z.file(),
  /** As the user changed it; null: as the program reads the heads. */
  mapping: ledgerMappingSchema.nullable(),
});

export const imports = {
  /** Reads and checks a ledger against the register without writing: the mapping, what would happen, a few rows. */
  preview: procedure.input(ledger).output(task(importPreviewSchema)),
  /** Imports in one transaction that can be undone as a whole; `id` is null where nothing was imported. */
  run: procedure.input(ledger).output(task(importResultSchema)),
  list: procedure.output(
    z.array(
      z.object({
        id: importIdSchema,
        fileName: z.string(),
        at: z.string(),
        staffName: z.string(),
        imported: z.int(),
        skipped: z.int(),
        refused: z.int(),
        /** Its cases that somebody has worked on since; an undoing takes them along. */
        amendedSince: z.int(),
        undone: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
      }),
    ),
  ),
  undo: procedure
    .input(z.object({ id: importIdSchema, reason: text(500) }))
    .output(z.object({ removed: z.int() })),
  /** The rows that were refused, as xlsx, with an added 错误说明 column. */
  refusedRows: procedure.input(ledger).output(z.file()),
};
