import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseFacts } from '#shared/contract/cases.ts';
import type { OrganisationId } from '#shared/contract/ids.ts';
import { type LocalDate, localDate, month } from '#shared/domain/local-date.ts';
import { aServedOffice, browserPath, type OfficePage, type ServedOffice } from '../support/browser.ts';
import { aCase, aMediator, aPerson } from '../support/builders.ts';

const size = { width: 1366, height: 768 };
const traffic = { edition: '2025', name: '机动车交通事故责任纠纷' } as const;
const october = '/statistics?month=2026-10';

describe.skipIf(browserPath === null)('the numbers that stand for cases in a way of their own', () => {
  let served: ServedOffice;
  let window: OfficePage;

  async function committee(name: string): Promise<OrganisationId> {
    const organisation = {
      name,
      kind: 'peoplesMediation',
      address: null,
      phone: null,
      active: true,
    } as const;
    return (await served.client.office.saveOrganisation({ id: null, version: null, organisation })).id;
  }

  async function closedCase(facts: Partial<CaseFacts>, on: LocalDate): Promise<void> {
    const { client } = served;
    const { id } = await client.cases.register({ facts: aCase(facts), parties: [aPerson()], draftId: null });
    const { version } = await client.cases.get({ id });
    const closing = { code: 'C24', closedOn: on, partly: false, reason: null } as const;
    await client.cases.close({ caseId: id, version, closing });
  }

  beforeAll(async () => {
    served = await aServedOffice();
    const { client } = served;
    await client.office.begin({ name: '测试员' });
    const first = await committee('甲测试人民调解委员会');
    const second = await committee('乙测试人民调解委员会');
    const { profile } = await client.office.overview();
    const { version, ...own } = profile;
    await client.office.saveProfile({ version, profile: { ...own, organisationId: first } });
    const { id: led } = await client.mediators.add({ mediator: aMediator({ name: '丙测试' }) });
    const { id: assisted } = await client.mediators.add({ mediator: aMediator({ name: '丁测试' }) });
    const receivedOn = localDate('2026-10-08');
    const both = { receivedOn, mediatorId: led };
    await closedCase({ ...both, organisationId: first }, localDate('2026-10-20'));
    await closedCase(
      { ...both, organisationId: second, assistingMediatorIds: [assisted] },
      localDate('2026-10-21'),
    );
    await closedCase(
      { ...both, organisationId: second, cause: traffic, platformNumber: '测试平台1号' },
      localDate('2026-10-22'),
    );
    await closedCase({ ...both, cause: traffic, source: 'other' }, localDate('2026-10-09'));
    await client.handFigures.save({
      month: month('2026-10'),
      name: 'trafficDisputes',
      value: 8,
      version: null,
    });
    window = await served.open(size);
  }, 180_000);

  afterAll(async () => {
    expect(await window?.complaints()).toEqual([]);
    await window?.close();
    await served?.close();
  });

  /** The only number in the row of that name, in the column of the period. */
  function number(row: string | RegExp) {
    return window.page.getByRole('row', { name: row }).locator('td').nth(3).getByRole('link');
  }

  async function opens(link: ReturnType<typeof number>, words: string | RegExp, count: number) {
    const { page } = window;
    const from = new URL(page.url()).hash.slice(1);
    await link.click();
    await page.getByText(words).first().waitFor();
    await page.getByText(`找到 ${count} 件`).waitFor();
    await page.getByRole('button', { name: '返回统计' }).click();
    await window.arrived(decodeURIComponent(from));
  }

  test('lines of several committees, of several sources and of a kind of dispute open their cases', async () => {
    await window.goTo(`${october}&tab=tables&table=peoplesMediation`);
    await opens(
      number(/调解案件总数（结案）/),
      /调解组织：甲测试人民调解委员会或者乙测试人民调解委员会或者/,
      4,
    );
    await opens(number(/接受委托移送：人民法院/), /来源：.*或者/, 3);
    await opens(number(/道路交通事故纠纷/), /纠纷类型：道路交通事故纠纷/, 2);
    expect(await window.hindrances()).toEqual([]);
  });

  test('应用率 opens the cases of its numerator, and a number by hand the page where it was filled in', async () => {
    const { page } = window;
    await window.goTo(`${october}&tab=tables&table=traffic`);
    await opens(number(/新收中登记了平台案件编号/), /登记了平台案件编号/, 1);
    const rate = number(/应用率/);
    await expect.poll(() => rate.textContent()).toBe('12.5%');
    const title = () => rate.getAttribute('title');
    await expect.poll(title).toContain('1÷8（分母中有手工填报的“同期全部道交纠纷”）');
    await opens(rate, /登记了平台案件编号/, 1);
    await window.picture('statistics table of traffic with numbers by hand');
    const byHand = number(/同期全部道交纠纷（手填）/);
    await expect.poll(() => byHand.getAttribute('title')).toContain('不是登记簿里的案件');
    await byHand.click();
    await window.arrived('/statistics/hand-figures?month=2026-10&year=2026');
    await page.goBack();
    await window.arrived(`${october}&tab=tables&table=traffic`);
    const missing = number(/诉前分流率/).first();
    await expect.poll(() => missing.getAttribute('title')).toContain('还没有填');
  });

  test('causes within words, assistance, and what a mediator has beside cases lead on', async () => {
    const { page } = window;
    await window.goTo(`${october}&tab=tables&table=reasons`);
    await opens(page.getByRole('link', { name: '机动车交通事故责任纠纷2件' }).first(), /案由：机动车/, 2);
    await window.goTo(`${october}&tab=tables&table=mediators`);
    // The one who assisted has a row where they have cases of their own: here only who led has one.
    await page.getByTitle('各人协助的件数之和：一件由几人协助的，各计一次。要看案件，点各人的数').waitFor();
    await page
      .getByRole('row', { name: /丙测试/ })
      .getByTitle(/按积分表折算的分数/)
      .waitFor();
  });

  test('a band of days beside a plot opens the cases that took so long', async () => {
    const { page } = window;
    await window.goTo('/statistics/dashboard?month=2026-10');
    // Four closed cases make no distribution; with one of November the year has five.
    await page.getByText('本期结案 4 件，结案不足5件，不作分布。').waitFor();
    await closedCase({ receivedOn: localDate('2026-11-02') }, localDate('2026-11-03'));
    await window.goTo('/statistics/dashboard?year=2026');
    await page.getByRole('button', { name: '展开全部数字' }).click();
    const band = page
      .getByRole('row', { name: /^8–15天 3/ })
      .getByRole('link')
      .first();
    await opens(band, /用时 8–15 天/, 3);
    await opens(
      page
        .getByText(/^一半在/)
        .getByRole('link')
        .first(),
      '统计数字“结案”',
      5,
    );
  });

  test('a closed month opens what its column counted, and the next one what it reported', async () => {
    const { client } = served;
    const { page } = window;
    await client.months.close({ month: month('2026-10') });
    await closedCase({ receivedOn: localDate('2026-10-30') }, localDate('2026-10-31'));
    await window.goTo('/statistics?month=2026-11');
    const row = page.getByRole('row', { name: /^结案/ }).first();
    const reported = row.getByTitle('结案 4 件：查看案件（2026年10月锁定时的）').first();
    await window.picture('statistics compared with a closed month');
    await reported.click();
    await page.getByRole('heading', { name: '锁定时的案件' }).waitFor();
    await page.getByText('共 4 件').waitFor();
    await window.goTo(`${october}&tab=tables`);
    const toDate = page.getByTitle(/锁定时的/);
    await expect.poll(() => toDate.count()).toBeGreaterThan(5);
    await window.goTo('/statistics?month=2026-11&tab=tables');
    await page.getByText('已锁定月份的比较数取锁定时报出的数：上期为2026年10月').waitFor();
    await window.goTo(october);
    await page
      .getByRole('row', { name: /^结案/ })
      .first()
      .getByTitle('结案 4 件：查看案件（2026年10月锁定时的）')
      .last()
      .click();
    await page.getByText(/2026年10月锁定时.*“结案”/).waitFor();
    await page.getByText('共 4 件').waitFor();
    await window.picture('statistics frozen column');
  });

  test('a table of one’s own is saved as csv', async () => {
    const { page } = window;
    await window.goTo('/statistics?year=2026&tab=pivot&rows=cause&columns=channel&measure=closed');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 csv' }).click();
    expect((await saving).suggestedFilename()).toBe('2026年自定义统计表.csv');
  });
});
