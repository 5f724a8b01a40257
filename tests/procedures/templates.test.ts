import { describe, expect, test } from 'vitest';
import type { OfficeClient } from '#shared/contract/index.ts';
import { paragraph, row, table, templateFile } from '../documents/office-template/template-file.ts';
import { wordsOnPaper } from '../documents/word-file.ts';
import { anOffice } from '../support/offices.ts';
import { agree, aMediatedCase, amend, previewOf } from './papers/office-case.ts';

const kind = 'rightsNotice';
const paper = { kind, subjectId: null } as const;

const notice = [
  '样例市调解告知书',
  '{#当事人}{称谓}：{姓名}；{/当事人}',
  '案由：{案由}',
  '{#正文}',
  '{段落}',
  '{/正文}',
  '{#签名}{签名人}　　{/签名}',
]
  .map((words) => paragraph(words))
  .join('');

function wordFile(body: string, name = '本室告知书.docx'): File {
  return new File([new Uint8Array(templateFile(body))], name);
}

async function inUse(client: OfficeClient) {
  const listed = await client.templates.list();
  return listed.find((one) => one.kind === kind);
}

async function wordsOf(file: File): Promise<readonly string[]> {
  return wordsOnPaper(new Uint8Array(await file.arrayBuffer()));
}

describe('an office’s own Word file', () => {
  test('takes the place of the built-in wording, in the preview, on paper and in the frozen row', async () => {
    const { client } = await anOffice();
    const present = await aMediatedCase(client);
    const builtIn = await client.documents.issue({ caseId: present.id, paper });
    expect((await client.documents.preview({ caseId: present.id, paper })).officeTemplate).toBeNull();

    expect(await client.templates.check({ kind, file: wordFile(notice) })).toMatchObject({ problems: [] });
    await client.templates.add({ kind, file: wordFile(notice), replaces: null });
    const preview = await client.documents.preview({ caseId: present.id, paper });
    expect(preview.officeTemplate).toBe('本室告知书.docx');
    const { lines } = await previewOf(client, present, kind);
    expect(lines.slice(0, 2)).toEqual([
      '样例市调解告知书',
      `${present.parties.map(({ role, name }) => `${role === 'applicant' ? '申请人' : '被申请人'}：${name}；`).join('')}`,
    ]);
    const own = await client.documents.issue({ caseId: present.id, paper });
    expect(own.id).not.toBe(builtIn.id);
    expect((await wordsOf(own.file)).map((line) => line.trim())).toEqual(lines);
    const again = await client.documents.issue({ caseId: present.id, paper });
    expect([again.id, again.sha256]).toEqual([own.id, own.sha256]);
  });

  test('says what is missing as the built-in wording does, and is frozen when the register moves on', async () => {
    const { client } = await anOffice();
    const present = await aMediatedCase(client);
    await client.templates.add({ kind, file: wordFile(notice), replaces: null });
    const { id } = await client.documents.issue({ caseId: present.id, paper });
    await amend(client, present, { cause: null });
    expect((await previewOf(client, present, kind)).missing).toEqual(['案由']);
    const { documents } = await client.cases.get({ id: present.id });
    expect(documents.find((one) => one.id === id)?.differences).toEqual(['登记资料已不足以制作该文书']);
  });

  test('is retired and the built-in wording holds again; what was issued with it stays to the byte', async () => {
    const { client } = await anOffice();
    const present = await aMediatedCase(client);
    const { id } = await client.templates.add({ kind, file: wordFile(notice), replaces: null });
    const issued = await client.documents.issue({ caseId: present.id, paper });
    await client.templates.retire({ id });
    expect(await inUse(client)).toMatchObject({ inUse: null, retired: [{ id, name: '本室告知书.docx' }] });
    expect((await client.documents.preview({ caseId: present.id, paper })).officeTemplate).toBeNull();
    expect((await client.documents.file({ id: issued.id })).sha256).toBe(issued.sha256);
    const kept = new Uint8Array(await (await client.templates.file({ id })).arrayBuffer());
    expect(Buffer.from(kept).equals(Buffer.from(templateFile(notice)))).toBe(true);
    await expect(client.templates.retire({ id })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await client.office.verify()).toMatchObject({ ok: true });
  });

  test('replaces the one before it only where the list showed that one', async () => {
    const { client } = await anOffice();
    const first = await client.templates.add({ kind, file: wordFile(notice), replaces: null });
    await expect(
      client.templates.add({ kind, file: wordFile(notice, '另一份.docx'), replaces: null }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { noun: 'template' } });
    const second = await client.templates.add({
      kind,
      file: wordFile(notice, '另一份.docx'),
      replaces: first.id,
    });
    expect(await inUse(client)).toMatchObject({ inUse: { id: second.id }, retired: [{ id: first.id }] });
  });

  test('is refused where it is broken, with every sentence, and nothing is kept', async () => {
    const { client } = await anOffice();
    const file = wordFile(notice + paragraph('｛案由｝{案由名}'));
    expect((await client.templates.check({ kind, file })).problems.map(({ sentence }) => sentence)).toEqual([
      '“｛案由｝”的花括号是全角的，请切换到英文输入法改成半角：{案由}',
      '没有 {案由名} 这个标签，是不是 {案由}？',
    ]);
    await expect(client.templates.add({ kind, file, replaces: null })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { reason: 'templateBroken', detail: { sentence: expect.stringContaining('全角') } },
    });
    await expect(
      client.templates.add({ kind, file: new File(['%PDF-1.7'], 'a.docx'), replaces: null }),
    ).rejects.toMatchObject({
      data: { reason: 'unreadableFile', detail: { sentence: expect.stringContaining('不是 Word 文档') } },
    });
    expect(await inUse(client)).toMatchObject({ inUse: null, retired: [] });
  });

  test('is tried with a real case before it is added, and nothing is issued', async () => {
    const { client } = await anOffice();
    const present = await aMediatedCase(client);
    const [first] = await client.templates.sampleCases({ kind });
    expect(first?.label).toContain(present.parties[0]?.name);
    const [record] = await client.templates.sampleCases({ kind: 'mediationRecord' });
    expect(record).toMatchObject({ caseId: present.id, subjectId: present.sessions[0]?.id });
    const sample = await client.templates.sample({
      template: { from: 'file', file: wordFile(notice) },
      caseId: present.id,
      paper,
    });
    expect(sample.content?.blocks[0]).toMatchObject({ role: 'paragraph' });
    expect((await wordsOf(sample.file as File))[0]).toBe('样例市调解告知书');
    expect((await client.cases.get({ id: present.id })).documents).toEqual([]);
  });

  test('of an agreement prints the clauses in a table of the office’s own', async () => {
    const { client } = await anOffice();
    const present = await agree(client, await aMediatedCase(client));
    const body = [
      table(row('{申请人}', '{被申请人}'), row('{#协议条款}{条款}{/协议条款}', '{协议金额大写}')),
      paragraph('{纠纷主要事实}'),
      paragraph('{争议事项}'),
    ].join('');
    const agreement = { kind: 'mediationAgreement', subjectId: null } as const;
    await client.templates.add({ kind: 'mediationAgreement', file: wordFile(body), replaces: null });
    const { file } = await client.documents.issue({ caseId: present.id, paper: agreement });
    const words = (await wordsOf(file)).join('\n');
    expect(words).toContain('45,000.00');
    expect(words).toContain('肆万伍仟元整');
  });
});

test('the file to begin with can be added as it is', async () => {
  const { client } = await anOffice();
  const file = await client.templates.starter({ kind });
  expect(file.name).toBe('特邀调解告知书模板.docx');
  await client.templates.add({ kind, file, replaces: null });
  const present = await aMediatedCase(client);
  expect((await previewOf(client, present, kind)).lines[0]).toBe('特邀调解告知书');
});

test('the reference sheet is a Word file', async () => {
  const { client } = await anOffice();
  const file = await client.templates.referenceSheet();
  expect(file.name).toBe('文书模板标签对照表.docx');
  expect((await wordsOf(file))[0]).toBe('文书模板标签对照表');
});
