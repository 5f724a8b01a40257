import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { AttachmentId, CaseId, DocumentId } from '#shared/contract/ids.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { attachmentPart, largestAttachment } from '#shared/domain/attachment.ts';
import type { Shell } from '../../src/main/office.ts';
import { aCase, aCompany, aPerson } from '../support/builders.ts';
import { hosts } from '../support/hosts.ts';
import { anOffice, clockAt } from '../support/offices.ts';
import { aScan, attach, bring } from '../support/scans.ts';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function register(client: OfficeClient): Promise<CaseId> {
  const facts = { facts: aCase(), parties: [aPerson(), aCompany()], draftId: null };
  return (await client.cases.register(facts)).id;
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

describe.each(Object.entries(hosts))('a scan that comes %s', (_, host) => {
  test('in several parts is kept whole, under its hash, for the office alone, and given back to the byte', async () => {
    const { office, dataDir } = await anOffice();
    const { client, dispose } = await host(office, { name: '测试员' });
    onTestFinished(dispose);
    const caseId = await register(client);
    const scan = aScan(attachmentPart * 2 + 17);
    const sha256 = hashOf(scan);
    const { id, sha256: told } = await attach(client, caseId, scan, { name: '调解协议书 签字页.PDF' });
    expect(told).toBe(sha256);

    const path = join(dataDir, 'attachments', sha256.slice(0, 2), sha256);
    expect(filesIn(join(dataDir, 'attachments'))).toEqual([`${sha256.slice(0, 2)}/${sha256}`]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'attachments')).mode & 0o777).toBe(0o700);
    expect(readFileSync(path).equals(scan)).toBe(true);

    const listed = await client.attachments.ofCase({ caseId });
    expect(listed).toMatchObject([
      {
        id,
        name: '调解协议书 签字页.pdf',
        type: 'application/pdf',
        size: scan.length,
        sha256,
        attachedBy: '测试员',
      },
    ]);
    const file = await client.attachments.file({ id });
    expect(file.name).toBe('调解协议书 签字页.pdf');
    expect(hashOf(new Uint8Array(await file.arrayBuffer()))).toBe(sha256);
    expect((await client.office.verify()).problems).toEqual([]);
  });
});

describe('the scans of a case', () => {
  test('of which two are the same file keep it once, and the same for the same paper is no second one', async () => {
    const { client, dataDir } = await anOffice();
    const one = await register(client);
    const other = await register(client);
    const first = await attach(client, one, aScan());
    expect(await attach(client, one, aScan(), { name: '又一次.pdf' })).toEqual(first);
    const elsewhere = await attach(client, other, aScan());
    expect(elsewhere.sha256).toBe(first.sha256);
    expect(filesIn(join(dataDir, 'attachments'))).toHaveLength(1);
    expect(await client.attachments.ofCase({ caseId: one })).toHaveLength(1);
  });

  test('are told in its history, and one that was attached wrongly is cancelled with a reason and can be read', async () => {
    const { client } = await anOffice();
    const caseId = await register(client);
    const { id } = await attach(client, caseId, aScan());
    await client.attachments.cancel({ id, reason: '附到了别的案件' });
    expect(await client.attachments.ofCase({ caseId })).toMatchObject([
      { id, cancelled: { reason: '附到了别的案件' } },
    ]);
    expect((await client.attachments.file({ id })).size).toBe(2000);
    await expect(client.attachments.cancel({ id, reason: '再一次' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const told = (await client.cases.history({ id: caseId })).map(({ what }) => what);
    expect(told).toEqual(expect.arrayContaining(['attachmentAdded', 'attachmentCancelled']));
    // Attached again after all: a new one, because the old one says that it was wrong.
    expect((await attach(client, caseId, aScan())).id).not.toBe(id);
  });

  test('belong to a document of the same case only', async () => {
    const { client } = await anOffice();
    const caseId = await register(client);
    await expect(attach(client, caseId, aScan(), { documentId: 4711 as DocumentId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { noun: 'document' },
    });
  });

  test('are found missing or changed by “verify”, with the case', async () => {
    const { client, dataDir } = await anOffice();
    const caseId = await register(client);
    const [first, second] = [
      await attach(client, caseId, aScan(2000, 1)),
      await attach(client, caseId, aScan(2000, 2)),
    ];
    const path = ({ sha256 }: { sha256: string }) => join(dataDir, 'attachments', sha256.slice(0, 2), sha256);
    rmSync(path(first));
    writeFileSync(path(second), aScan(2000, 3));
    const { ok, problems } = await client.office.verify();
    expect(ok).toBe(false);
    expect(
      problems.map((problem) => ({ ...problem, what: problem.what.replace(/[0-9a-f]{8}…/, '…') })).sort(),
    ).toEqual(
      expect.arrayContaining([
        { what: '扫描件“签字页.pdf”（SHA-256 …）的文件不见了', caseId },
        { what: '扫描件“签字页.pdf”（SHA-256 …）的文件与附上时不一致，可能已经损坏', caseId },
      ]),
    );
    // Bringing the same content again mends it.
    await attach(client, caseId, aScan(2000, 1), { name: '重新扫描.pdf' });
    await attach(client, caseId, aScan(2000, 2));
    expect((await client.office.verify()).ok).toBe(true);
  });
});

describe('a file', () => {
  test('that is no scan is refused by its content, whatever it is called, and leaves nothing behind', async () => {
    const { client, dataDir } = await anOffice();
    const caseId = await register(client);
    const program = new Uint8Array([0x4d, 0x5a, 0x90, 0, 1, 2, 3]);
    await expect(attach(client, caseId, program, { name: '签字页.pdf' })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { reason: 'fileNotTaken', detail: { sentence: expect.stringContaining('PDF、OFD 和图片') } },
    });
    expect(filesIn(join(dataDir, 'attachments'))).toEqual([]);
    expect(await client.attachments.ofCase({ caseId })).toEqual([]);
  });

  test('that is empty or too large is refused with the sentence that helps', async () => {
    const { client, dataDir } = await anOffice();
    const caseId = await register(client);
    await expect(attach(client, caseId, new Uint8Array(0))).rejects.toMatchObject({
      data: { detail: { sentence: expect.stringContaining('空的') } },
    });
    const upload = randomUUID();
    await expect(
      client.attachments.upload({ upload, offset: largestAttachment, part: new File([aScan()], 'part') }),
    ).rejects.toMatchObject({ data: { detail: { sentence: expect.stringContaining('100 MB') } } });
    expect(filesIn(join(dataDir, 'attachments'))).toEqual([]);
  });

  test('of which a part is missing or comes twice is no file', async () => {
    const { client } = await anOffice();
    const caseId = await register(client);
    const upload = randomUUID();
    const part = new File([aScan()], 'part');
    await expect(client.attachments.upload({ upload, offset: 10, part })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await client.attachments.upload({ upload, offset: 0, part });
    await expect(client.attachments.upload({ upload, offset: 4000, part })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const nowhere = { caseId, upload: randomUUID(), name: '签字页.pdf', documentId: null, paperId: null };
    await expect(client.attachments.attach(nowhere)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('cannot be brought under a name that leads out of the folder, nor by nobody', async () => {
    const { client, office } = await anOffice();
    const part = new File([aScan()], 'part');
    await expect(
      client.attachments.upload({ upload: '../../register.db', offset: 0, part }),
    ).rejects.toMatchObject({ code: 'INVALID' });
    const nobody = office.client(office.openSession());
    await expect(nobody.attachments.upload({ upload: randomUUID(), offset: 0, part })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('that somebody began to bring and left is gone a day later, and not sooner', async () => {
    const { client, office, dataDir } = await anOffice();
    const [old, fresh] = [await bring(client, aScan()), await bring(client, aScan())];
    const incoming = join(dataDir, 'attachments', 'incoming');
    const at = (when: string) => new Date(`${when}+08:00`);
    utimesSync(join(incoming, old), at('2026-11-19T08:00:00'), at('2026-11-19T08:00:00'));
    utimesSync(join(incoming, fresh), at('2026-11-20T08:00:00'), at('2026-11-20T08:00:00'));
    await office.close();
    await anOffice({ dataDir, clock: clockAt('2026-11-20') });
    expect(readdirSync(incoming)).toEqual([fresh]);
  });
});

test('the desktop program opens a scan with the system’s program, browser mode says that it cannot', async () => {
  const opened: { name: string; bytes: number }[] = [];
  const shell: Shell = {
    abilities: { saveDialog: true, openWith: true, print: true, pdf: true },
    save: async () => ({ saved: false, name: null }),
    open: async (file) => void opened.push({ name: file.name, bytes: (await file.arrayBuffer()).byteLength }),
    print: async () => ({ printed: false, failure: null }),
    savePdf: async () => ({ saved: false, name: null, failure: null }),
  };
  const { client } = await anOffice({ shell });
  const { id } = await attach(client, await register(client), aScan(), { name: 'CON.pdf' });
  expect(await client.shell.openAttachment({ id })).toEqual({ opened: true });
  expect(opened).toEqual([{ name: '_CON.pdf', bytes: 2000 }]);
  await expect(client.shell.openAttachment({ id: 99 as AttachmentId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const { client: plain } = await anOffice();
  const { id: other } = await attach(plain, await register(plain), aScan());
  expect(await plain.shell.openAttachment({ id: other })).toEqual({ opened: false });
});
