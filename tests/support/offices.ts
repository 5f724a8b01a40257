import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { OfficeClient } from '#shared/contract/index.ts';
import { createOffice, type Office, type OfficeOptions, type OfficeSession } from '../../src/main/office.ts';

/** A folder of this test's own, gone when it ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mediation-office-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type OpenedOffice = {
  readonly office: Office;
  readonly session: OfficeSession;
  readonly client: OfficeClient;
  readonly dataDir: string;
};

/** A clock that stands still on a day, at noon in Shanghai. */
export function clockAt(day: string): () => Date {
  return () => new Date(`${day}T12:00:00+08:00`);
}

type NewRegister = { readonly bytes: Buffer; readonly uidAt: number };

const newRegisters = new Map<string, NewRegister>();

/** The register of an office that was opened for the first time at a moment, and where its identity stands in it. */
async function aNewRegister(moment: string): Promise<NewRegister> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mediation-office-test-'));
  await (await createOffice({ dataDir, clock: () => new Date(moment) })).close();
  const file = join(dataDir, 'register.db');
  const database = new SqliteDatabase(file, { readonly: true });
  const uid = database.prepare<[], string>('SELECT uid FROM office').pluck().get() ?? '';
  database.close();
  const bytes = readFileSync(file);
  rmSync(dataDir, { recursive: true });
  const uidAt = bytes.indexOf(uid);
  if (uid.length !== 36 || uidAt !== bytes.lastIndexOf(uid))
    throw new Error('The identity stands in one place.');
  return { bytes, uidAt };
}

/**
 * Puts the register of a new office into a folder. To make one takes every migration that there ever was, a fifth of a
 * second, so it is made once for each moment; only the end of its identity is each office's own.
 */
async function putNewRegister(dataDir: string, moment: string): Promise<void> {
  const register = newRegisters.get(moment) ?? (await aNewRegister(moment));
  newRegisters.set(moment, register);
  const bytes = Buffer.from(register.bytes);
  bytes.write(randomBytes(6).toString('hex'), register.uidAt + 24);
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, 'register.db'), bytes, { mode: 0o600 });
}

/** An office on a real register in a temporary folder, on 20 November 2026, with 测试员 at work. */
export async function anOffice(options: Partial<OfficeOptions> = {}): Promise<OpenedOffice> {
  const dataDir = options.dataDir ?? temporaryFolder();
  const clock = options.clock ?? clockAt('2026-11-20');
  if (options.ids === undefined && !existsSync(join(dataDir, 'register.db'))) {
    await putNewRegister(dataDir, clock().toISOString());
  }
  const office = await createOffice({ ...options, clock, dataDir });
  onTestFinished(() => office.close());
  const session = office.openSession();
  const client = office.client(session);
  await client.office.begin({ name: '测试员' });
  return { office, session, client, dataDir };
}
