import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseId } from '#shared/contract/ids.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { readParts, wordsOnPaper } from '../documents/word-file.ts';
import { aServedOffice, browserPath, type OfficePage, type ServedOffice } from '../support/browser.ts';
import { aCase, aCompany, aMediator, aPerson } from '../support/builders.ts';
import { aTypist } from '../support/typist.ts';

/** The machine may be busy with other tests. */
const poll = <Value>(ask: () => Promise<Value>) => expect.poll(ask, { timeout: 10_000 });
const window1366 = { width: 1366, height: 768 };

const applicant =
  '甲小明，男，汉族，1990年3月7日出生，住鄂尔多斯市东胜区测试路1号，公民身份号码150602199003070012，电话13800000001';
const company =
  '鄂尔多斯市样例商贸有限公司，住所地鄂尔多斯市康巴什区样例街2号，统一社会信用代码91150602MA0N00001R，法定代表人乙样例，经理，电话0477-8120000';
const guarantor =
  '额尔敦·样例图，女，蒙古族，1985年11月20日出生，住鄂尔多斯市杭锦旗样例镇3号，公民身份号码150627198511200023，电话13900000002';
const claims = '请求被申请人偿还借款本金十二万元。';
const facts = '2025年3月1日，申请人借给被申请人十二万元，约定2026年3月1日前还清，至今未还。';

/** At a machine where somebody else was working, the clerk says who is working now. */
async function takeOver({ page }: OfficePage, name: string): Promise<void> {
  await page.getByRole('button', { name: '换人' }).click();
  await page.getByLabel('不在名单里，请写姓名').fill(name);
  await page.getByRole('button', { name: '开始工作' }).click();
  await page.getByRole('button', { name: new RegExp(`${name}\\s*正在工作`) }).waitFor();
}

async function downloaded(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; bytes: Uint8Array }> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) };
}

/** The number of a row in the column of the month, as it stands on the page. */
async function monthlyNumber(page: Page, figure: string): Promise<string> {
  return page
    .getByRole('row', { name: new RegExp(`${figure} `) })
    .first()
    .getByRole('cell')
    .first()
    .innerText();
}

/** The office as it is when a clerk begins: its court, organisation, a mediator, and a case of earlier this month. */
async function aFurnishedOffice(): Promise<ServedOffice> {
  const served = await aServedOffice();
  const { client } = served;
  await client.office.begin({ name: '准备员' });
  const organisation = await client.office.saveOrganisation({
    id: null,
    version: null,
    organisation: {
      name: '鄂尔多斯市测试特邀调解组织',
      kind: 'invitedMediation',
      address: null,
      phone: null,
      active: true,
    },
  });
  const { courts, profile } = await client.office.overview();
  const court = courts.find(({ shortName }) => shortName.startsWith('东胜区'));
  const { version, ...known } = profile;
  await client.office.saveProfile({
    version,
    profile: {
      ...known,
      name: '测试联动调解室',
      numberPrefix: '鄂政法调',
      reportingUnit: '测试联动调解室',
      courtId: court?.id ?? null,
      organisationId: organisation.id,
    },
  });
  await client.mediators.add({ mediator: aMediator({ name: '丙调解' }) });
  await client.cases.register({
    facts: aCase({ courtId: court?.id ?? null, receivedOn: localDate('2026-11-02') }),
    parties: [aPerson({ name: '早先甲' }), aCompany({ name: '早先样例有限公司' })],
    draftId: null,
  });
  return served;
}

describe.skipIf(browserPath === null)('the main job, as a clerk does it', () => {
  let served: ServedOffice;
  beforeAll(async () => {
    served = await aFurnishedOffice();
  }, 180_000);
  afterAll(async () => {
    await served?.close();
  });

  test('a case is registered by keyboard, mediated, agreed, closed, printed and counted', async () => {
    const window = await served.open(window1366);
    const { page } = window;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await takeOver(window, '王测试');
    await window.picture('main job 01 at work');
    await window.goTo('/statistics?month=2026-11');
    expect(await monthlyNumber(page, '新收')).toBe('1');
    expect(await monthlyNumber(page, '结案')).toBe('0');

    await page.keyboard.press('Control+n');
    await page.getByRole('heading', { name: '登记案件' }).waitFor();
    await page.waitForTimeout(400);
    const hands = aTypist(page);
    // The first case on this machine: channel 1 (委派), the first of the sources; the court is the office's own.
    await hands.press('1', 'Enter', 'ArrowDown', 'Enter');
    await hands.type('123');
    await hands.press('Enter');
    await hands.type('20261118');
    await hands.press('Enter', 'Enter');
    await hands.type('mjjd');
    await hands.press('Enter');
    await hands.type('120000');
    await hands.press('Enter');
    await hands.write(claims);
    await hands.press('Tab');
    await hands.write(facts);
    await hands.press('Control+Enter');
    await hands.paste(applicant);
    await hands.press('Enter');
    await hands.paste(company);
    await hands.press('Control+Enter');
    await hands.paste(guarantor);
    await window.picture('main job 02 intake');
    await page.getByText('要素齐全，可以登记。').waitFor();
    await hands.press('Control+s');
    await page.getByText('内部编号 鄂政法调〔2026〕2号').waitFor();
    expect(hands.keys(), 'keys beyond names and facts').toBeLessThanOrEqual(40);
    console.info(`Intake: ${hands.keys()} keys beyond names and facts.`);
    await window.picture('main job 03 registered');
    await page.getByRole('button', { name: '再登记一件' }).waitFor();

    const { rows } = await served.client.cases.list({
      filter: {
        search: '诉前调123',
        statuses: [],
        courtId: null,
        mediatorId: null,
        causeName: null,
        channel: null,
        listed: null,
        doubtedOnly: false,
        removedOnly: false,
        importId: null,
        counted: null,
      },
      after: null,
      limit: 5,
    });
    expect(rows.map((row) => row.courtNumber)).toEqual(['（2026）内0602诉前调123号']);
    const id = rows[0]?.id as CaseId;
    const registered = await served.client.cases.get({ id });
    expect(
      registered.parties.map(({ role, kind, name, idNumber }) => ({ role, kind, name, idNumber })),
    ).toEqual([
      { role: 'applicant', kind: 'naturalPerson', name: '甲小明', idNumber: '150602199003070012' },
      {
        role: 'respondent',
        kind: 'legalPerson',
        name: '鄂尔多斯市样例商贸有限公司',
        idNumber: '91150602MA0N00001R',
      },
      { role: 'respondent', kind: 'naturalPerson', name: '额尔敦·样例图', idNumber: '150627198511200023' },
    ]);
    expect(registered.registeredBy).toBe('王测试');
    expect(registered.facts).toMatchObject({ channel: 'A', receivedOn: '2026-11-18', claims, facts });

    await page.getByRole('button', { name: '记一次调解' }).first().click();
    await page.getByLabel('日期', { exact: true }).fill('2026.11.19');
    await page.getByRole('radiogroup', { name: '方式' }).getByText('现场').click();
    await page.getByLabel('地点').fill('东胜区人民法院委员调解室');
    await page.getByRole('button', { name: '+ 甲小明' }).click();
    await page.getByLabel('调解经过', { exact: true }).fill('双方对本金无异议，同意分三期偿还。');
    await page.getByLabel('调解员私记').fill('被申请人的底线是三期。');
    await page.getByRole('radiogroup', { name: '结果' }).getByText('达成一致').click();
    await window.picture('main job 04 session');
    await page.keyboard.press('Control+s');

    await page.getByRole('button', { name: '填写协议' }).click();
    await page
      .getByRole('radiogroup', { name: '谁付给谁' })
      .getByText('被申请人付给申请人', { exact: true })
      .click();
    await page.getByRole('radiogroup', { name: '责任' }).getByText('连带').click();
    await page.getByLabel('金额', { exact: true }).fill('12万');
    await page.getByLabel('款项').fill('借款本金');
    await page.getByRole('radiogroup', { name: '履行' }).getByText('分期').click();
    await page.getByLabel('期数').fill('3');
    await page.getByLabel('首期付款日期').fill('20261231');
    await page.getByRole('button', { name: '生成' }).click();
    await expect.poll(() => page.getByLabel('第 3 期付款日期').inputValue()).toBe('2027年2月28日');
    await page.getByLabel('第 3 期金额').fill('30000');
    await page.getByText('与总额差 10,000.00 元').waitFor();
    await page.getByLabel('第 3 期金额').fill('40000');
    await page.getByText('与总额相符').waitFor();
    await page.getByRole('button', { name: '加其他约定' }).click();
    await page.getByLabel('第 2 条内容').fill('被申请人尽快出具承诺书。');
    await page.getByText('没有具体日期').waitFor();
    await page.getByLabel('第 2 条内容').fill('被申请人于2026年12月1日前出具还款承诺书。');
    await page.getByRole('radiogroup', { name: '效力' }).getByText('申请司法确认', { exact: true }).click();
    await window.picture('main job 05 terms');
    await page.keyboard.press('Control+s');

    // What the paper lacks is listed before anything is made, each with the way to its field.
    await page.getByText(/出文书还缺 2 项/).waitFor();
    await window.picture('main job 06 what is missing');
    await page.getByRole('button', { name: '调解员', exact: true }).click();
    const mediator = page.getByLabel('调解员', { exact: true });
    await poll(() => mediator.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('丙');
    await page.getByTitle('丙调解').waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('函日期').fill('20261117');
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: '修改案情' }).waitFor();

    await page.getByRole('button', { name: '出协议书' }).click();
    await page.locator('[data-preview] article').waitFor();
    const preview = (await page.locator('[data-preview] :is(h1, p)').allTextContents()).filter(
      (words) => words !== '',
    );
    await window.picture('main job 07 paper');
    const word = await downloaded(page, () => page.getByRole('button', { name: '保存 Word 文件' }).click());
    expect(word.name).toMatch(/^（2026）内0602诉前调123号.*\.docx$/);
    const paper = wordsOnPaper(word.bytes);
    expect(paper.slice(0, preview.length)).toEqual(preview);
    const words = paper.join('\n');
    expect(words).toContain('人民币壹拾贰万元整（￥120,000.00）');
    expect(words).toContain('额尔敦·样例图');
    expect(words).not.toContain('底线');
    await page.getByText('✓ 文书与登记一致').waitFor();

    await page.getByRole('button', { name: '结案' }).click();
    await page.getByText('达成书面调解协议').click();
    await page.getByLabel('终结日期').fill('20261120');
    await window.picture('main job 08 closing');
    await page.keyboard.press('Control+s');
    await page.getByText('误操作更正').waitFor();
    await window.picture('main job 09 closed');

    // Statistics open on the last whole month; the one after it is this one.
    await page.getByRole('navigation', { name: '主菜单' }).getByText('统计').click();
    await page
      .getByRole('columnheader', { name: /2026年10月/ })
      .first()
      .waitFor();
    await page.keyboard.press('Control+ArrowRight');
    await poll(() => monthlyNumber(page, '新收')).toBe('2');
    expect(await monthlyNumber(page, '结案')).toBe('1');
    expect(await monthlyNumber(page, '成功')).toBe('1');
    await window.picture('main job 10 month');
    await page.getByTitle('结案 1 件：查看案件').first().click();
    await page.getByText('统计数字“结案”').waitFor();
    await page.getByRole('gridcell').getByText('甲小明').waitFor();
    await page.getByText('找到 1 件').waitFor();
    await window.picture('main job 11 behind a number');
    await page.getByRole('button', { name: '返回统计' }).click();

    await page.getByRole('button', { name: '导出报表' }).click();
    const report = await downloaded(page, () =>
      page.getByRole('button', { name: '导出', exact: true }).click(),
    );
    expect(report.name).toMatch(/2026年11月.*\.xlsx$/);
    expect([...readParts(report.bytes).keys()]).toContain('xl/workbook.xml');
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 180_000);

  test('a crash in the middle of intake gives everything back', async () => {
    const window = await served.open(window1366);
    const { page } = window;
    await window.goTo('/cases/new');
    await page.getByLabel('姓名').first().fill('丁半途');
    await page.getByLabel('接收日').fill('202611');
    await page.getByLabel('简要案情').fill('写到一半');
    await page.getByText(/草稿已暂存/).waitFor();
    await page.waitForTimeout(2500);
    await page.reload();
    await page.getByText('有未保存的登记').waitFor();
    await window.picture('main job 12 draft offered');
    await page.getByRole('button', { name: '接着填写' }).click();
    await expect.poll(() => page.getByLabel('姓名').first().inputValue()).toBe('丁半途');
    await expect.poll(() => page.getByLabel('接收日').inputValue()).toBe('202611');
    await expect.poll(() => page.getByLabel('简要案情').inputValue()).toBe('写到一半');
    await page.getByText('看不出是哪一天').first().waitFor();
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 60_000);
});
