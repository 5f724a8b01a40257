import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** An office on a real register in a temporary folder, on 20 November 2026, with 测试员 at work. */
export async function anOffice(options: Partial<OfficeOptions> = {}): Promise<OpenedOffice> {
  const dataDir = options.dataDir ?? temporaryFolder();
  const office = await createOffice({ clock: clockAt('2026-11-20'), ...options, dataDir });
  onTestFinished(() => office.close());
  const session = office.openSession();
  const client = office.client(session);
  await client.office.begin({ name: '测试员' });
  return { office, session, client, dataDir };
}
