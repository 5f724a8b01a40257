import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { insertDocument } from '../../src/main/register/documents.ts';
import { insertTemplate } from '../../src/main/register/office-templates.ts';
import { closeRegister, openRegister } from '../../src/main/register/open.ts';
import { transact } from '../../src/main/register/transact.ts';
import { aCase, aPerson } from '../support/builders.ts';
import { anOffice } from '../support/offices.ts';

test('issued documents whose kept files are no longer what was issued are named with their case', async () => {
  const { client, dataDir } = await anOffice();
  const { id: caseId } = await client.cases.register({ facts: aCase(), parties: [aPerson()], draftId: null });
  const register = openRegister(dataDir);
  onTestFinished(() => closeRegister(register));
  const command = {
    id: 'a',
    name: 'documents.issue',
    at: '2026-11-19T17:00:00.000Z',
    staffName: '测',
  };
  const bytes = new TextEncoder().encode('the paper as it was handed out');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const issue = (title: string, kept: Uint8Array) =>
    transact(register, command, (db) => {
      db.event({ subject: 'case', subjectId: caseId, what: 'documentIssued', after: { sha256 } });
      insertDocument(db, {
        caseId,
        kind: 'mediationAgreement',
        subjectId: null,
        templateVersion: '1',
        officeTemplateId: null,
        fontScheme: 'gb2312',
        facts: '{}',
        content: JSON.stringify({ title }),
        sha256,
        bytes: kept,
      });
    });
  await issue('完好的协议书', bytes);
  expect(await client.office.verify()).toMatchObject({ ok: true, problems: [] });
  await issue('损坏的协议书', bytes.with(0, 0));
  const { ok, problems } = await client.office.verify();
  expect(ok).toBe(false);
  expect(problems).toEqual([
    {
      what: `文书“损坏的协议书”（2026年11月20日签发，SHA-256 ${sha256.slice(0, 8)}…）的文件与签发时不一致，可能已经损坏`,
      caseId,
    },
  ]);
});

test('a template of the office’s own that is no longer what was added is named', async () => {
  const { client, dataDir } = await anOffice();
  const register = openRegister(dataDir);
  onTestFinished(() => closeRegister(register));
  const command = { id: 'a', name: 'templates.add', at: '2026-11-19T17:00:00.000Z', staffName: '测' };
  const bytes = new TextEncoder().encode('the file as it was added');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const add = (kind: string, name: string, kept: Uint8Array) =>
    transact(register, command, (db) => {
      db.event({ subject: 'office', subjectId: 1, what: 'templateAdded', after: { name, sha256 } });
      insertTemplate(db, { kind, name, sha256, bytes: kept });
    });
  await add('rightsNotice', '完好的.docx', bytes);
  expect(await client.office.verify()).toMatchObject({ ok: true, problems: [] });
  await add('visitRecord', '损坏的.docx', bytes.with(0, 0));
  expect((await client.office.verify()).problems).toEqual([
    {
      what: `文书模板“损坏的.docx”（SHA-256 ${sha256.slice(0, 8)}…）的文件与添加时不一致，可能已经损坏`,
      caseId: null,
    },
  ]);
});
