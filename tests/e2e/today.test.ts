import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseId } from '#shared/contract/ids.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { aServedOffice, browserPath, type ServedOffice } from '../support/browser.ts';
import { aCase, aCompany, aMediator, anAgreement, aPerson, aSession } from '../support/builders.ts';

const small = { width: 1366, height: 768 };
const longName = '内蒙古自治区鄂尔多斯市康巴什区阿拉坦苏布德其其格·哈斯巴特尔';

describe.skipIf(browserPath === null)('今日', () => {
  let office: ServedOffice;
  let overdue: CaseId;

  beforeAll(async () => {
    office = await aServedOffice();
    const { client } = office;
    await client.office.begin({ name: '丙调解' });
    const { profile } = await client.office.overview();
    await client.office.saveProfile({
      version: profile.version,
      profile: { ...profile, name: '鄂尔多斯市测试调解室' },
    });
    const { id: mediatorId } = await client.mediators.add({ mediator: aMediator({ name: '丙调解' }) });
    const others = [aPerson({ name: '丁某' }), aPerson({ name: '戊某' }), aPerson({ name: longName })];
    const register = (facts: Parameters<typeof aCase>[0], more = [aPerson()]) =>
      client.cases.register({ facts: aCase(facts), parties: [...more, aCompany()], draftId: null });
    ({ id: overdue } = await register({ receivedOn: localDate('2026-10-16'), mediatorId }));
    await register({ receivedOn: localDate('2026-10-21') }, [aPerson(), ...others]);
    await register({ receivedOn: null });
    const { id: mediated } = await register({ receivedOn: localDate('2026-11-09'), mediatorId });
    const session = aSession({ nextOn: localDate('2026-11-23') });
    await client.sessions.record({ caseId: mediated, session });
    const { id: signed } = await register({ receivedOn: localDate('2026-11-10') });
    const agreement = anAgreement({ signedOn: localDate('2026-11-18') });
    await client.agreements.save({ caseId: signed, version: null, agreement });
  }, 120_000);

  afterAll(async () => office?.close());

  test('is where the program starts, and tells by word and colour what is overdue', async () => {
    const window = await office.open(small);
    const { page } = window;
    await window.arrived('/today');
    const rows = page.getByRole('rowgroup', { name: '逾期' }).getByRole('row');
    await rows.nth(1).waitFor();
    await expect.poll(() => rows.count()).toBe(2);
    await expect.poll(() => rows.nth(1).innerText()).toContain('逾期 4 天');
    const late = page.getByText('逾期 4 天').first();
    expect(await late.evaluate((word) => getComputedStyle(word).color)).toBe('rgb(180, 35, 24)');
    await window.picture('today');
    expect(await window.hindrances()).toEqual([]);
    expect(await window.overhang()).toBe(0);
    await rows.nth(1).click({ position: { x: 20, y: 20 } });
    await window.arrived(`/cases/${overdue}?section=sessions`);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  });

  test('counts filter with the keyboard, and a row opens its case', async () => {
    const window = await office.open(small);
    const { page } = window;
    await window.goTo('/today');
    const bar = page.getByRole('toolbar', { name: '事项分组' });
    await bar.getByRole('button', { name: '全部 5' }).focus();
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await window.arrived('/today?group=signature');
    await page.getByRole('rowheader', { name: '待签署' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '协议内容' }).waitFor();
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('section=agreement');
    await window.goTo('/today?group=visit');
    await page.getByText('没有“回访”的事项').waitFor();
    await window.picture('today nothing of a group');
    await window.close();
  });

  test('shows one mediator what is theirs, and remembers whose it was', async () => {
    const window = await office.open(small);
    const { page } = window;
    await window.goTo('/today');
    await page.getByRole('button', { name: '只看我的' }).click();
    await page.getByRole('button', { name: '全部 2' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: '全部 2' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: '只看我的' }).count()).toBe(0);
    await window.close();
  });

  test('is printed as a list with the office, the day and every matter', async () => {
    const window = await office.open(small);
    const { page } = window;
    await window.goTo('/today');
    await page.evaluate(() => {
      globalThis.print = () => document.body.setAttribute('data-printed', document.body.innerText);
    });
    await page.emulateMedia({ media: 'print' });
    await page.keyboard.press('Control+p');
    await page.locator('body[data-printed]').waitFor();
    const paper = (await page.locator('body').getAttribute('data-printed')) ?? '';
    for (const words of ['今日事项', '鄂尔多斯市测试调解室', '2026年11月20日', '逾期（1 件）', '逾期 4 天']) {
      expect(paper).toContain(words);
    }
    expect(paper).toContain('甲小明、丁某等 4 人');
    expect(paper).not.toContain('打印清单');
    expect(paper).not.toContain('名册');
    await window.picture('today on paper');
    // The sheet of the statistics, which are printed across, stays loaded.
    await window.goTo('/statistics');
    await window.goTo('/today');
    await page.getByText('逾期 4 天').first().waitFor({ state: 'attached' });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const [, width = 0, height = 0] = (/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []).map(Number);
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    await window.close();
  });

  test('says so where nothing is due, and what to do first where there is no case', async () => {
    const empty = await aServedOffice();
    await empty.client.office.begin({ name: '测试员' });
    const window = await empty.open(small);
    await window.goTo('/today');
    await window.page.getByText('登记簿里还没有案件').waitFor();
    await empty.client.cases.register({ facts: aCase(), parties: [aPerson(), aCompany()], draftId: null });
    await window.page.getByText('今天没有到期的事项').waitFor();
    await window.picture('today nothing due');
    expect(await window.hindrances()).toEqual([]);
    expect(await window.complaints()).toEqual([]);
    await window.close();
    await empty.close();
  });
});
