import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { aServedOffice, browserPath, type OfficePage, type ServedOffice } from '../support/browser.ts';

// Eight tabs beside whatever else the machine is doing.
vi.setConfig({ testTimeout: 180_000 });

// A browser opens six connections to one address for all its tabs together.
const tabs = 8;

describe.skipIf(browserPath === null)('many tabs of one browser', () => {
  let served: ServedOffice;
  let first: OfficePage;
  let pages: readonly Page[];

  let address: string;

  /** Opens a tab as the printed address does, and goes to the list of staff. */
  async function openTab(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    await page.goto(address);
    await page.locator('h1').first().waitFor({ timeout: 30_000 });
    await showStaff(page);
    return page;
  }
  const showStaff = (page: Page) =>
    page.evaluate(() => {
      location.hash = '#/settings?part=staff';
    });

  beforeAll(async () => {
    served = await aServedOffice();
    await served.client.office.begin({ name: '测试员' });
    first = await served.open({ width: 1366, height: 768 });
    const token = await first.page.evaluate(() => sessionStorage.getItem('token'));
    address = `${new URL(first.page.url()).origin}/#token=${token}`;
    await showStaff(first.page);
    const opened = [first.page];
    while (opened.length < tabs) opened.push(await openTab(first.page.context()));
    pages = opened;
  }, 180_000);

  afterAll(async () => served?.close());

  const join = (name: string) =>
    served.client.office.saveStaff({ id: null, version: null, name, post: null, active: true });
  const shown = (among: readonly Page[], text: string) =>
    Promise.all(
      among.map((page) => page.getByText(text, { exact: true }).first().waitFor({ timeout: 30_000 })),
    );

  test('all answer, and all show a change that was made elsewhere', async () => {
    await shown(pages, '测试员');
    await join('庚新来');
    await shown(pages, '庚新来');
    expect(await first.complaints()).toEqual([]);
  });

  test('another one goes on following when the one that followed for all is closed', async () => {
    const [leading, ...others] = pages;
    await leading?.close();
    await join('壬新来');
    await shown(others, '壬新来');
  });

  test('one that is opened later follows too', async () => {
    const [, second] = pages;
    const [popup] = await Promise.all([
      first.page.context().waitForEvent('page'),
      second?.evaluate(() => window.open(location.href)),
    ]);
    await shown([popup], '壬新来');
    await join('癸新来');
    await shown([popup], '癸新来');
  });

  test('all say that there is no connection, and show what they missed when there is one', async () => {
    const context = await first.page.context().browser()?.newContext();
    if (context === undefined) throw new Error('The browser is gone.');
    const stream = '**/rpc/office/changes*';
    await context.route(stream, (route) => route.abort());
    const offline = [await openTab(context), await openTab(context)];
    const lost = '与程序的连接断开了，正在重新连接。请先不要关闭页面，已填写的内容还在。';
    await shown(offline, lost);
    await shown(offline, '测试员');
    await join('辛新来');
    await context.unroute(stream);
    await shown(offline, '辛新来');
    await Promise.all(offline.map((page) => page.getByText(lost).waitFor({ state: 'detached' })));
    await context.close();
  });
});
