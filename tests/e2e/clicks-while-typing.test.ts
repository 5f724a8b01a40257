import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aServedOffice, browserPath, type OfficePage, type ServedOffice } from '../support/browser.ts';

describe.skipIf(browserPath === null)('a click right after typing', () => {
  let served: ServedOffice;
  let window: OfficePage;

  beforeAll(async () => {
    served = await aServedOffice();
    const { client } = served;
    await client.office.begin({ name: '测试员' });
    const { courts, profile } = await client.office.overview();
    const court = courts.find(({ shortName }) => shortName.startsWith('东胜区'));
    const { version, ...known } = profile;
    await client.office.saveProfile({ version, profile: { ...known, courtId: court?.id ?? null } });
    window = await served.open({ width: 1366, height: 768 });
  }, 180_000);

  afterAll(async () => {
    expect(await window?.complaints()).toEqual([]);
    await window?.close();
    await served?.close();
  });

  beforeEach(async () => {
    await window.goTo('/today');
    await window.goTo('/cases/new');
  });

  /** As a hand does it: the button goes down and stays down for a tenth of a second, in which the page may be laid out. */
  async function press(target: Locator): Promise<void> {
    const { page } = window;
    const box = await target.boundingBox();
    if (box === null) throw new Error('What is to be pressed cannot be seen.');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.waitForTimeout(120);
    await page.mouse.up();
  }

  function choice(name: string): Locator {
    const { page } = window;
    return page.locator('label').filter({ has: page.getByRole('radio', { name }) });
  }

  async function typeCourtNumber(channel: '委派' | '委托', number: string): Promise<void> {
    const { page } = window;
    await choice(channel).click();
    await page.getByLabel('法院案号').click();
    await page.keyboard.insertText(number);
    await page.getByText('将登记为').waitFor();
  }

  test('opens the further facts of a case whose court number was just typed', async () => {
    const { page } = window;
    await typeCourtNumber('委派', '（2026）内0602民诉前调123号');
    await press(page.getByRole('button', { name: '更多：函号、法庭、承办法官、标记、旗区、备注' }));
    await page.getByLabel('函号').waitFor();
    await page.getByText('将登记为').waitFor({ state: 'hidden' });
    await page.getByLabel('删去案号 （2026）内0602民诉前调123号').waitFor();
  });

  test('chooses the kind of procedure under the court number that was just typed', async () => {
    const { page } = window;
    await typeCourtNumber('委托', '（2026）内0602民初456号');
    await press(choice('普通程序'));
    await expect.poll(() => page.getByRole('radio', { name: '普通程序' }).isChecked()).toBe(true);
    await page.getByLabel('删去案号 （2026）内0602民初456号').waitFor();
  });

  test('adds a party after a line with all about the first one was typed', async () => {
    const { page } = window;
    const parties = page.getByRole('region', { name: /^第 \d+ 位当事人/ });
    const before = await parties.count();
    await page.getByRole('combobox', { name: '姓名' }).first().click();
    await page.keyboard.insertText(
      '甲小明，男，汉族，1990年3月7日出生，住鄂尔多斯市东胜区测试路1号，电话13800000001',
    );
    await press(page.getByRole('button', { name: '第三人' }));
    await expect.poll(() => parties.count()).toBe(before + 1);
    await page.getByText('已自动填入').first().waitFor();
  });
});
