import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseId } from '#shared/contract/ids.ts';
import { caseNumberSchema } from '#shared/domain/case-number.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { aServedOffice, browserPath, type ServedOffice } from '../support/browser.ts';
import { aCase, aCompany, aMediator, anAgreement, aPerson, aSession } from '../support/builders.ts';

const small = { width: 1366, height: 768 };
const longCompany = '内蒙古自治区鄂尔多斯市康巴什区测试样例煤炭运销集团有限责任公司第三分公司';

/** A case of a series with a mediator, an organisation and a respondent with a long name. */
async function aFirstCase({ client }: ServedOffice): Promise<CaseId> {
  const { id: mediatorId } = await client.mediators.add({ mediator: aMediator() });
  const organisation = { name: '鄂尔多斯市样例调解委员会', address: null, phone: null, active: true };
  const { id: organisationId } = await client.office.saveOrganisation({
    id: null,
    version: null,
    organisation: { ...organisation, kind: 'invitedMediation' },
  });
  const { id } = await client.cases.register({
    facts: aCase({
      courtNumbers: [caseNumberSchema.parse('（2026）内0602诉前调77号')],
      letterOn: localDate('2026-11-01'),
      mediatorId,
      organisationId,
    }),
    parties: [aPerson(), aCompany({ name: longCompany })],
    draftId: null,
  });
  return id;
}

describe.skipIf(browserPath === null)('cases that belong together', () => {
  let served: ServedOffice;
  let first: CaseId;
  beforeAll(async () => {
    served = await aServedOffice();
    await served.client.office.begin({ name: '测试员' });
    first = await aFirstCase(served);
  }, 60_000);
  afterAll(() => served?.close());

  test('a case is copied for a series by keyboard, and its draft survives', async () => {
    const window = await served.open(small);
    const { page } = window;
    await window.goTo(`/cases/${first}`);
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: '复制为系列案…' }).click();
    await page.getByRole('complementary', { name: '系列案' }).waitFor();
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field'));
    await expect.poll(focused, { timeout: 10_000 }).toMatch(/^party:.*:name$/);
    await page.keyboard.insertText('丁小样');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByLabel('简要案情').inputValue()).toContain('买卖合同');
    await expect.poll(() => page.getByLabel('接收日').first().inputValue()).toBe('');
    await window.picture('series copied');
    await page.getByText(/草稿已暂存/).waitFor();
    expect(await window.hindrances()).toEqual([]);
    await window.goTo('/cases');
    await window.goTo('/cases/new');
    await page.getByText('系列案（').waitFor();
    await page.getByRole('button', { name: '接着填写' }).click();
    await page.getByRole('complementary', { name: '系列案' }).waitFor();
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { name: /^丁小样 与/ }).waitFor();
    await page.getByRole('tab', { name: /案情/ }).click();
    await page.getByText('系列案', { exact: true }).waitFor();
    await window.picture('series registered');
    expect((await served.client.cases.get({ id: first })).links).toMatchObject([{ kind: 'series' }]);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 90_000);

  test('a case that looks alike opens beside the form, which stays as it was', async () => {
    const window = await served.open(small);
    const { page } = window;
    await window.goTo('/cases/new');
    await page.getByLabel('姓名').first().fill('甲小明');
    await page.getByLabel('身份证号').first().fill('150602199003070012');
    const related = page.getByRole('complementary', { name: '可能相关的案件' });
    await related.getByText('证件号码相同：甲小明').waitFor();
    await related.getByRole('button', { name: /诉前调77号/ }).click();
    await page.getByRole('dialog').getByText('双方于二〇二六年三月订立买卖合同').waitFor();
    await window.picture('related case beside the form');
    await expect.poll(() => page.getByLabel('姓名').first().inputValue()).toBe('甲小明');
    await page.keyboard.press('Escape');
    expect(await window.overhang()).toBe(0);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 60_000);

  test('a dispute that was registered twice is merged from the page of the case', async () => {
    const number = caseNumberSchema.parse('（2026）内0602民初88号');
    const { id } = await served.client.cases.register({
      facts: aCase({ channel: 'B', procedureKind: 'summary', courtNumbers: [number] }),
      parties: [aPerson(), aCompany({ name: longCompany })],
      draftId: null,
    });
    const window = await served.open(small);
    const { page } = window;
    await window.goTo(`/cases/${id}?section=facts`);
    await page.getByRole('button', { name: '记此前的分流' }).click();
    await page.keyboard.insertText('东胜区综治中心');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('20260901');
    await window.picture('earlier referral');
    await page.keyboard.press('Control+s');
    await page.getByText('2026年9月1日', { exact: true }).waitFor();
    await page.getByRole('button', { name: '是同一纠纷…' }).first().click();
    await page.getByLabel('理由（记入两案的办理记录）').fill('先诉前调，后立案');
    await page.getByText(/^保留本案/).click();
    await window.picture('merge');
    expect(await window.hindrances()).toEqual([]);
    await page.getByRole('button', { name: '并成一件' }).click();
    await page.getByText('在回收站', { exact: true }).waitFor();
    await window.picture('merged');
    const kept = await served.client.cases.get({ id });
    expect(kept.facts.courtNumbers).toHaveLength(2);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 60_000);

  test('a case that nothing points to is looked for, linked and unlinked', async () => {
    const lone = async (name: string) => {
      const parties = [aPerson({ name, idNumber: null, phones: [] })];
      return (await served.client.cases.register({ facts: aCase(), parties, draftId: null })).id;
    };
    const [id, other] = [await lone('孤小样'), await lone('独小样')];
    const window = await served.open(small);
    const { page } = window;
    await window.goTo(`/cases/${id}?section=facts`);
    await page.getByText('没有关联的案件').waitFor();
    await page.getByRole('button', { name: '关联案件…' }).click();
    await page.getByLabel('找要关联的案件').fill('独小');
    await page.getByRole('radio', { name: /独小样/ }).check();
    await page.getByLabel('说明（可不填）').fill('同一工程');
    await window.picture('link dialog');
    expect(await window.hindrances()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('同一工程').waitFor();
    expect((await served.client.cases.get({ id: other })).links).toMatchObject([{ kind: 'related' }]);
    await page.getByRole('button', { name: '取消关联…' }).click();
    await page.getByLabel('理由（记入办理记录）').fill('不是同一工程');
    await page.keyboard.press('Enter');
    await page.getByText('没有关联的案件').waitFor();
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 60_000);

  test('what the law forbids keeps the paper back until it is explained', async () => {
    const { client } = served;
    const organisationId = (await client.office.overview()).organisations[0]?.id ?? null;
    const mediatorId = (await client.mediators.list())[0]?.id ?? null;
    const { id } = await client.cases.register({
      facts: aCase({ mediatorId, organisationId, letterOn: localDate('2026-11-01') }),
      parties: [aPerson({ name: '戊小样', idNumber: '150602199003070020' }), aCompany()],
      draftId: null,
    });
    await client.sessions.record({ caseId: id, session: aSession({ result: 'agreed' }) });
    const terms = [
      { kind: 'text', text: '双方自愿离婚。' },
      { kind: 'text', text: '被申请人支付人民币壹万贰仟元整（￥12,300.00），尽快付清。' },
    ] as const;
    await client.agreements.save({
      caseId: id,
      version: null,
      agreement: anAgreement({ agreedFen: null, terms: [...terms] }),
    });
    const window = await served.open(small);
    const { page } = window;
    await window.goTo(`/cases/${id}?section=agreement`);
    await page.getByText('法律不允许的 1 项').waitFor();
    await window.picture('agreement checks');
    await expect.poll(() => page.getByRole('button', { name: '保存 Word 文件' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '说明理由…' }).click();
    await page.getByLabel('理由（记入办理记录）').fill('引用的是二〇二〇年的离婚协议');
    await window.picture('agreement override');
    await page.keyboard.press('Enter');
    await page.getByText('理由：引用的是二〇二〇年的离婚协议').waitFor();
    await window.picture('agreement overridden');
    await expect
      .poll(() => page.getByRole('button', { name: '保存 Word 文件' }).isDisabled(), { timeout: 10_000 })
      .toBe(false);
    expect(await window.hindrances()).toEqual([]);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 60_000);

  test('the office adds a month of LPR in its settings', async () => {
    const window = await served.open(small);
    const { page } = window;
    await window.goTo('/settings?part=rates');
    await page.getByText(/2019年8月到2025年10月/).waitFor();
    await page.getByRole('button', { name: '添加一个月' }).click();
    await page.getByLabel('公布日期').fill('20251120');
    await page.getByLabel('一年期 %').fill('3');
    await window.picture('loan prime rates');
    await page.keyboard.press('Control+s');
    await page.getByText('已保存').waitFor();
    const { loanPrimeRates } = await served.client.settings.all();
    expect(loanPrimeRates.value.oneYear).toEqual([{ announcedOn: '2025-11-20', percent: '3.00' }]);
    expect(await window.hindrances()).toEqual([]);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 60_000);
});
