import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paragraph, templateFile } from '../documents/office-template/template-file.ts';
import { wordsOnPaper } from '../documents/word-file.ts';
import { aMediatedCase } from '../procedures/papers/office-case.ts';
import { aServedOffice, browserPath, type OfficePage, type ServedOffice } from '../support/browser.ts';

const size = { width: 1366, height: 768 };
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function chosen(name: string, ...lines: readonly string[]) {
  const body = lines.map((words) => paragraph(words)).join('');
  return { name, mimeType: word, buffer: Buffer.from(templateFile(body)) };
}

const notice = [
  '样例市政协法院联动调解告知书',
  '{#当事人}',
  '{称谓}：{姓名}',
  '{/当事人}',
  '案由：{案由}',
  '{#正文}',
  '{段落}',
  '{/正文}',
];

describe.skipIf(browserPath === null)('the Word files of an office', () => {
  let served: ServedOffice;
  let window: OfficePage;
  let caseId: number;

  beforeAll(async () => {
    served = await aServedOffice();
    await served.client.office.begin({ name: '测试员' });
    ({ id: caseId } = await aMediatedCase(served.client));
    window = await served.open(size);
  }, 180_000);

  afterAll(async () => {
    // A refused file is an answer of 409, which browsers note as a failed request.
    expect((await window?.complaints())?.filter((said) => !said.includes('409'))).toEqual([]);
    await window?.close();
    await served?.close();
  });

  async function open(): Promise<void> {
    await window.goTo('/settings?part=templates');
    await window.page.getByRole('button', { name: '添加模板：特邀调解告知书' }).click();
    await window.page.getByRole('dialog', { name: '文书模板：特邀调解告知书' }).waitFor();
  }

  test('a broken one is refused with the sentences that help', async () => {
    const { page } = window;
    await window.goTo('/settings?part=templates');
    await window.picture('templates none');
    await open();
    const input = page.locator('input[type=file]');
    await input.setInputFiles(
      chosen('坏的.docx', '{申请人姓名}与{被申请人}', '案由：｛案由｝', '{#正文}{段落}'),
    );
    await page.getByText('“坏的.docx”有 3 处要改，还不能用').waitFor();
    await page.getByText('没有 {申请人姓名} 这个标签，是不是 {申请人}？').waitFor();
    await page.getByText('请切换到英文输入法改成半角：{案由}').waitFor();
    await page.getByText('{#正文} 没有结束，请在它的末尾加上 {/正文}').waitFor();
    await expect.poll(() => page.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true);
    await window.picture('templates broken');
    await input.setInputFiles({ name: '图.docx', mimeType: word, buffer: Buffer.from('\x89PNG') });
    await page.getByText('这不是 Word 文档（docx）').waitFor();
    await window.picture('templates no word file');
    expect((await served.client.templates.list()).every(({ inUse }) => inUse === null)).toBe(true);
    await page.keyboard.press('Escape');
  });

  test('a sound one is tried with a real case, taken into use, and its words stand on the paper', async () => {
    const { page } = window;
    await open();
    await page.locator('input[type=file]').setInputFiles(chosen('本室告知书.docx', ...notice));
    await page.getByText('“本室告知书.docx”检查通过，用了 6 个标签').waitFor();
    await page.getByLabel('用哪件案件试').click();
    await page.getByRole('option').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.getByText('样例市政协法院联动调解告知书').first().waitFor();
    await window.picture('templates sample');
    await page.keyboard.press('Control+s');
    await page.getByText('已启用，以后的特邀调解告知书用这份模板').waitFor();
    await page.getByText('本室告知书.docx').first().waitFor();
    await window.picture('templates in use');
    expect(await window.hindrances()).toEqual([]);

    const paper = { kind: 'rightsNotice', subjectId: null } as const;
    const { file } = await served.client.documents.issue({ caseId: caseId as never, paper });
    expect(wordsOnPaper(new Uint8Array(await file.arrayBuffer()))[0]).toBe('样例市政协法院联动调解告知书');
    await window.goTo(`/cases/${caseId}?section=papers`);
    await page.getByText('特邀调解告知书').first().click();
    await page.getByText('用本单位的 Word 文件“本室告知书.docx”制作').waitFor();
    await expect.poll(() => page.getByRole('button', { name: /^打印(?!全套)/ }).isDisabled()).toBe(true);
    await window.picture('templates case page');
  });

  test('it is retired, and stays in the list of what was', async () => {
    const { page } = window;
    await window.goTo('/settings?part=templates');
    await page.getByRole('button', { name: '停用：特邀调解告知书' }).click();
    await page.getByRole('button', { name: '停用', exact: true }).last().click();
    await page.getByText('已停用，特邀调解告知书改用程序自带的文字').waitFor();
    await page.getByRole('button', { name: '停用的 1 份' }).click();
    await page.getByText(/测试员停用/).waitFor();
    await window.picture('templates retired');
  });
});
