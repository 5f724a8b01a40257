import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { agreementPaper } from '#shared/contract/documents.ts';
import { everyCase } from '#shared/contract/every-case.ts';
import type { SessionId } from '#shared/contract/ids.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { changesOf } from '../../src/main/procedures/history.ts';
import { openRegister } from '../../src/main/register/open.ts';
import { readParts } from '../documents/word-file.ts';
import { aCase, aCompany, aMediator, anAgreement, aPerson, aSession } from '../support/builders.ts';
import { anOffice } from '../support/offices.ts';
import {
  nameless,
  open,
  outputs,
  page,
  proceduresWithWords,
  withoutSessions,
  wordsOf,
} from '../support/outputs.ts';

/** What the mediator wrote for nobody else; it occurs nowhere but where it was put. */
const secret = '犟嘴鹦鹉的底线是三万二千';
const secretAmended = '蹊跷的貔貅可以再让一步';
const openNotes = '骐骥乘风，双方到场。';

/** A case that went the whole way, with private notes at every step that has some. */
async function aCaseWithSecrets() {
  const opened = await anOffice();
  const { client } = opened;
  const { id: mediatorId } = await client.mediators.add({ mediator: aMediator({ name: open }) });
  const { id: organisationId } = await client.office.saveOrganisation({
    id: null,
    version: null,
    organisation: {
      name: '鄂尔多斯市样例调解委员会',
      kind: 'invitedMediation',
      address: null,
      phone: null,
      active: true,
    },
  });
  const { id } = await client.cases.register({
    facts: aCase({ mediatorId, organisationId, letterOn: localDate('2026-11-02') }),
    parties: [aPerson({ name: open }), aCompany()],
    draftId: null,
  });
  const { id: sessionId } = await client.sessions.record({
    caseId: id,
    session: aSession({ notes: openNotes, privateNotes: secret, result: 'continue' }),
  });
  await client.sessions.record({
    caseId: id,
    session: aSession({ privateNotes: secret, heldOn: localDate('2026-11-12'), result: 'agreed' }),
  });
  await amendNotes(client, sessionId, secretAmended);
  const { parties } = await client.cases.get({ id });
  const side = (role: string) => parties.filter((party) => party.role === role).map((party) => party.id);
  await client.agreements.save({
    caseId: id,
    version: null,
    agreement: anAgreement({
      terms: [
        {
          kind: 'payment',
          payers: side('respondent'),
          payees: side('applicant'),
          purpose: '货款',
          amountFen: fen(4_500_000),
          liability: null,
          onSigning: false,
          dueOn: localDate('2026-12-31'),
          instalments: [],
          method: '银行转账',
          account: null,
        },
      ],
    }),
  });
  const { id: documentId } = await client.documents.issue({ caseId: id, paper: agreementPaper });
  const { version } = await client.cases.get({ id });
  await client.cases.close({
    caseId: id,
    version,
    closing: { code: 'C11', closedOn: localDate('2026-11-12'), partly: false, reason: null },
  });
  return { ...opened, id, mediatorId, documentId };
}

async function amendNotes(client: OfficeClient, id: SessionId, privateNotes: string | null): Promise<void> {
  await client.sessions.amend({ id, version: 1, session: aSession({ notes: openNotes, privateNotes }) });
}

describe('the mediator’s private notes', () => {
  test('are in no answer of the office but the page of the case, where everybody else’s words are', async () => {
    const given = await aCaseWithSecrets();
    const found: Record<string, { secret: boolean; open: boolean }> = {};
    for (const [name, ask] of Object.entries(outputs)) {
      const words = await wordsOf(await ask(given));
      found[name] = {
        secret: words.includes(secret) || words.includes(secretAmended),
        open: words.includes(open),
      };
    }
    const spilling = Object.entries(found).flatMap(([name, one]) => (one.secret ? [name] : []));
    expect(spilling).toEqual([]);
    // The negative control: the same look finds what may be seen, in each answer that says anything of the case.
    const seeing = Object.entries(found).flatMap(([name, one]) => (one.open ? [name] : []));
    expect(seeing).toEqual(Object.keys(outputs).filter((name) => !nameless.has(name)));
    const shown = await wordsOf(await given.client.cases.get({ id: given.id }));
    expect(shown).toContain(secret);
    expect(shown).toContain(secretAmended);
  }, 180_000);

  test('are asked of every procedure whose answer may hold words', () => {
    const known = new Set([...Object.keys(outputs), ...withoutSessions, page]);
    expect(
      proceduresWithWords().filter((name) => !known.has(name)),
      'A procedure that gives out words belongs into the table of this test: how to ask it, or that it knows no session.',
    ).toEqual([]);
    expect(proceduresWithWords()).toEqual(expect.arrayContaining([...Object.keys(outputs), page]));
  });

  test('stand in one column of the register and nowhere else, frozen documents included', async () => {
    const { office, dataDir, id } = await aCaseWithSecrets();
    await office.close();
    const { database } = openRegister(dataDir);
    try {
      const holding = (words: string) =>
        (
          database
            .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'case_search%'`)
            .pluck()
            .all() as string[]
        ).flatMap((table) =>
          (database.prepare(`SELECT name FROM pragma_table_info(?)`).pluck().all(table) as string[])
            .filter((column) =>
              (database.prepare(`SELECT "${column}" FROM "${table}"`).pluck().all() as unknown[]).some(
                (value) =>
                  value instanceof Uint8Array
                    ? [...readParts(value).values()].some((part) => part.includes(words))
                    : String(value).includes(words),
              ),
            )
            .map((column) => `${table}.${column}`),
        );
      expect(holding(secret)).toEqual(['sessions.private_notes']);
      expect(holding(secretAmended)).toEqual(['sessions.private_notes']);
      expect(holding(open)).toEqual(
        expect.arrayContaining(['documents.bytes', 'events.after', 'sessions.notes']),
      );

      database.exec(`CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, case_search, row)`);
      const indexed = database.prepare('SELECT count(*) FROM temp.words WHERE term = ?').pluck();
      expect(['鹦鹉', '底线', '貔貅'].map((pair) => indexed.get(pair))).toEqual([0, 0, 0]);
      expect(indexed.get('骐骥')).toBe(1);
      expect(id).toBeGreaterThan(0);
    } finally {
      database.close();
    }
  });

  test('find no case, nor do the open notes: the search knows names and numbers only', async () => {
    const { client } = await aCaseWithSecrets();
    const search = async (words: string) =>
      (await client.cases.list({ filter: { ...everyCase, search: words }, after: null, limit: 9 })).rows
        .length;
    expect(await search('鹦鹉')).toBe(0);
    expect(await search('貔貅')).toBe(0);
    expect(await search('到场')).toBe(0);
    expect(await search('骐骥')).toBe(1);
  });

  test('are in the history as there or changed, in events of an earlier version too', async () => {
    const { client, id } = await aCaseWithSecrets();
    const told = (await client.cases.history({ id })).flatMap(({ changes }) =>
      changes.filter(({ field }) => field === 'privateNotes'),
    );
    expect(told).toEqual([
      { field: 'privateNotes', before: 'written', after: 'changed' },
      { field: 'privateNotes', before: null, after: 'written' },
      { field: 'privateNotes', before: null, after: 'written' },
    ]);
    const earlier = (before: string | null, after: string | null) =>
      changesOf({ privateNotes: before }, { privateNotes: after });
    expect(earlier(null, secret)).toEqual([{ field: 'privateNotes', before: null, after: 'written' }]);
    expect(earlier(secret, secretAmended)).toEqual([
      { field: 'privateNotes', before: 'written', after: 'changed' },
    ]);
    expect(earlier(secret, null)).toEqual([{ field: 'privateNotes', before: 'written', after: null }]);
    expect(earlier(secret, secret)).toEqual([]);
  });

  test('are named only by the files through which they reach the page', () => {
    const source = new URL('../../src/', import.meta.url).pathname;
    const naming = readdirSync(source, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => /private_?notes/i.test(readFileSync(file, 'utf8')))
      .map((file) => relative(source, file))
      .sort();
    expect(naming).toEqual([
      'main/demo/agreements.ts',
      'main/procedures/case-detail.ts',
      'main/procedures/history.ts',
      'main/procedures/sessions.ts',
      'main/register/schema.ts',
      'main/register/sessions.ts',
      'renderer/pages/case/history-values.ts',
      'renderer/pages/case/history-words.ts',
      'renderer/pages/case/session-draft.ts',
      'renderer/pages/case/session-form.tsx',
      'renderer/pages/case/sessions-section.tsx',
      'shared/contract/sessions.ts',
    ]);
  });
});
