import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { aServedOffice, type OfficePage, type ServedOffice } from './browser.ts';
import { aFilter, aMediator } from './builders.ts';
import { clockAt } from './offices.ts';
import { aTypist } from './typist.ts';

const size = { width: 1366, height: 768 } as const;

/** A case from its starting paper to the archive, as a clerk lives it on the screen. */
export type Story = {
  readonly served: ServedOffice;
  readonly window: OfficePage;
  readonly page: Page;
  /** A new day at the office: the clock stands there, and the page is opened afresh as it is in the morning. */
  on(day: string): Promise<void>;
  /** The case as the register has it. */
  detail(): Promise<CaseDetail>;
  /** A picture for people to look at, numbered in the order of the story. */
  picture(what: string): Promise<void>;
  close(): Promise<void>;
};

/** An office with its court, its organisation and two mediators, and a clerk at its page. */
export async function aStory(name: string, firstDay: string): Promise<Story> {
  let clock = clockAt(firstDay);
  const served = await aServedOffice({ clock: () => clock() });
  await furnish(served);
  const window = await served.open(size);
  const { page } = window;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  let pictures = 0;
  return {
    served,
    window,
    page,
    async on(day) {
      clock = clockAt(day);
      await page.reload();
      await page.locator('h1').first().waitFor();
      await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    },
    async detail() {
      const { rows } = await served.client.cases.list({ filter: aFilter(), after: null, limit: 1 });
      return served.client.cases.get({ id: rows[0]?.id as CaseId });
    },
    async picture(what) {
      pictures += 1;
      await window.picture(`story ${name} ${String(pictures).padStart(2, '0')} ${what}`);
    },
    async close() {
      expect(await window.complaints()).toEqual([]);
      await window.close();
      await served.close();
    },
  };
}

async function furnish({ client }: ServedOffice): Promise<void> {
  await client.office.begin({ name: '王测试' });
  const organisation = { name: '鄂尔多斯市测试特邀调解组织', address: null, phone: null, active: true };
  const { id: organisationId } = await client.office.saveOrganisation({
    id: null,
    version: null,
    organisation: { ...organisation, kind: 'invitedMediation' },
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
      organisationId,
    },
  });
  await client.mediators.add({ mediator: aMediator({ name: '丙调解' }) });
  await client.mediators.add({ mediator: aMediator({ name: '庚调解', sector: '教育' }) });
}

/** Presses one of a few choices that stand side by side. */
export async function choose({ page }: Story, label: string, choice: string): Promise<void> {
  await page.getByRole('radiogroup', { name: label }).getByText(choice, { exact: true }).click();
}

/** Chooses from a list by typing what it is called. */
export async function pickFrom({ page }: Story, label: string, words: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).first().click();
  await page.keyboard.insertText(words);
  await page.getByTitle(words).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Fills in fields by what stands beside them. */
export async function fill({ page }: Story, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, words] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).first().fill(words);
  }
}

/** Pastes the parties as they stand in the papers, a line each, and registers the case. */
export async function registerWith(story: Story, parties: readonly string[]): Promise<void> {
  const { page } = story;
  const hands = aTypist(page);
  await page.getByLabel('姓名').first().focus();
  for (const [place, party] of parties.entries()) {
    if (place > 0) await hands.press('Enter');
    await hands.paste(party);
  }
  await story.picture('intake');
  await hands.press('Control+s');
  await page.getByText(/内部编号 鄂政法调〔2026〕\d+号/).waitFor();
}

/** Opens a section of the page of the case. */
export async function open({ page }: Story, section: string): Promise<void> {
  await page.getByTitle(new RegExp(`^${section}（按`)).click();
}

/** The sheet of one matter after the closing. */
export function sheet({ page }: Story, title: string) {
  return page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: title, level: 2, exact: true }) })
    .last();
}

/** A step of a matter after the closing, with its day and whatever else is asked. */
export async function step(
  story: Story,
  title: string,
  label: string,
  day: string,
  rest: () => Promise<void> = async () => {},
): Promise<void> {
  const { page } = story;
  const button = sheet(story, title).getByRole('button', { name: label, exact: true });
  const others = sheet(story, title).getByRole('button', { name: `${title}的其他步骤` });
  await button.or(others).first().waitFor();
  if (await button.isVisible()) {
    await button.click();
  } else {
    await others.click();
    await page.getByRole('menuitem', { name: label, exact: true }).click();
  }
  await page.keyboard.type(day);
  await rest();
  await page.keyboard.press('Control+s');
  await sheet(story, title).locator('ol').getByText(label, { exact: true }).first().waitFor();
}

/** Ends the case in a certain way on a certain day. */
export async function close(story: Story, code: string, day: string, reason = ''): Promise<void> {
  const { page } = story;
  await open(story, '结案');
  await page.getByRole('radio', { name: new RegExp(code) }).click();
  await fill(story, { 终结日期: day, ...(reason === '' ? {} : { 原因说明: reason }) });
  await story.picture('closing');
  await page.keyboard.press('Control+s');
  await page.getByText('误操作更正').waitFor();
}

/** A session, with its day and what came of it. */
export async function mediate(
  story: Story,
  day: string,
  result: '达成一致' | '继续调解',
  notes: string,
): Promise<void> {
  const { page } = story;
  await open(story, '调解过程');
  const panel = page.getByRole('tabpanel', { name: '调解过程' });
  await panel.getByRole('button', { name: '记一次调解' }).click();
  await panel.getByLabel('日期', { exact: true }).fill(day);
  await choose(story, '方式', '现场');
  await panel.getByLabel('地点').fill('东胜区人民法院委员调解室');
  await panel.getByLabel('调解经过', { exact: true }).fill(notes);
  await choose(story, '结果', result);
  await story.picture('session');
  await page.keyboard.press('Control+s');
  await panel.getByRole('article').getByText(notes).waitFor();
}

/** An agreement of one payment on one day, signed, with what it leads to. */
export async function agree(
  story: Story,
  terms: {
    readonly amount: string;
    readonly purpose: string;
    readonly dueOn: string;
    readonly signedOn: string;
    readonly effect: string;
  },
): Promise<void> {
  const { page } = story;
  await open(story, '协议');
  await page.getByRole('button', { name: '填写协议' }).first().click();
  await choose(story, '谁付给谁', '被申请人付给申请人');
  await fill(story, { 金额: terms.amount, 款项: terms.purpose });
  await choose(story, '履行', '一次付清');
  await fill(story, { 付款日期: terms.dueOn, 签订日期: terms.signedOn });
  await choose(story, '效力', terms.effect);
  await story.picture('agreement');
  await page.keyboard.press('Control+s');
  await expect.poll(async () => (await story.detail()).agreement?.signedOn ?? null).not.toBeNull();
}

/** A move of the case: by the button of the next step where the page proposes it, else from the menu of what can be done. */
export async function take(
  story: Story,
  label: string,
  fields: Readonly<Record<string, string>>,
  rest: (dialog: Locator) => Promise<void> = async () => {},
): Promise<void> {
  const { page } = story;
  const proposed = page.getByRole('button', { name: label, exact: true });
  if (await proposed.first().isVisible()) {
    await proposed.first().click();
  } else {
    await page.getByRole('button', { name: '办理', exact: true }).click();
    await page.getByRole('menuitem', { name: label, exact: true }).click();
  }
  const dialog = page.getByRole('dialog');
  await dialog.getByText(label, { exact: true }).first().waitFor();
  for (const [name, words] of Object.entries(fields)) {
    await dialog.getByLabel(new RegExp(`^${name}`)).fill(words);
  }
  await rest(dialog);
  await story.picture(label);
  await page.keyboard.press('Control+s');
  await dialog.waitFor({ state: 'hidden' });
}

/** The state that the page says the case is in. */
export async function standsAt({ page }: Story, label: string): Promise<void> {
  await page
    .getByRole('list', { name: '案件进程' })
    .locator('[aria-current="step"]', { hasText: label })
    .waitFor();
}

/** What the page says is to be done next. */
export async function proposes({ page }: Story, label: string): Promise<void> {
  await page.locator('p', { hasText: '下一步' }).getByText(label).first().waitFor();
}

/** All parties agree to be mediated. */
export async function consent(story: Story, day: string, form: '书面' | '口头（记入笔录）'): Promise<void> {
  const { page } = story;
  await open(story, '调解过程');
  await page.getByRole('button', { name: '记意愿' }).click();
  await fill(story, { 表态日期: day });
  await choose(story, '形式', form);
  await page.getByRole('button', { name: '各方都同意' }).click();
  await story.picture('consents');
  await page.keyboard.press('Control+s');
  const consents = page.getByRole('table', { name: '各方意愿' });
  await expect
    .poll(() => consents.getByText('✓ 同意调解').count())
    .toBe((await story.detail()).parties.length);
}

/** The parties choose their mediator, and are told their rights. */
export async function appoint(story: Story, day: string, name: string): Promise<void> {
  const { page } = story;
  await take(story, '确定调解员', { 确定日期: day }, async (dialog) => {
    await dialog.getByText('点单（当事人选定）').click();
    await dialog.getByLabel('调解员', { exact: true }).click();
    await page.keyboard.insertText(name);
    await page.getByTitle(name).first().waitFor();
    await page.keyboard.press('Enter');
  });
  await standsAt(story, '已确定调解员');
  await proposes(story, '权利义务告知');
  await take(story, '权利义务告知', { 告知日期: day }, (dialog) =>
    dialog.getByRole('radiogroup', { name: '告知形式' }).getByText('书面', { exact: true }).click(),
  );
}

/** The agreement as a Word file. */
export async function issueAgreement(story: Story): Promise<void> {
  const { page } = story;
  await proposes(story, '出协议书');
  await page.getByRole('button', { name: '出协议书', exact: true }).first().click();
  await page.locator('[data-preview] article').waitFor();
  await story.picture('paper');
  const save = page.getByRole('button', { name: '保存 Word 文件' });
  const [file] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(file.suggestedFilename()).toMatch(/\.docx$/);
  await page.getByText('✓ 文书与登记一致').waitFor();
}
