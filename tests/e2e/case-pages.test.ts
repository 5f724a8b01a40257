import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseId, PartyId } from '#shared/contract/ids.ts';
import { parseCaseNumber } from '#shared/domain/case-number.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { aServedOffice, browserPath, type ServedOffice } from '../support/browser.ts';
import { aCase, aCompany, aFilter, aMediator, anAgreement, aPerson, aSession } from '../support/builders.ts';
import { projectFolder } from '../support/processes.ts';

/** The machine may be busy with other tests. */
const poll = <Value>(ask: () => Promise<Value>) => expect.poll(ask, { timeout: 10_000 });
const small = { width: 1366, height: 768 };
const large = { width: 1920, height: 1080 };
const longPerson = '阿拉坦苏布德其其格·哈斯巴特尔·额尔敦巴雅尔·乌云塔娜样例';
const longCompany = '内蒙古自治区鄂尔多斯市康巴什区测试样例煤炭运销集团有限责任公司第三分公司';

/** A ledger with one row that is imported and doubted: closed late, and an agreement without its sum. */
function aDoubtfulLedger(): File {
  const head = '收案日期,案件来源,法院,案号,案由,申请人,被申请人,标的额（元）,调解员,结案日期,调解结果';
  const row =
    '2024/1/2,法院委派,东胜区人民法院,（2024）内0602诉前调9999号,买卖合同纠纷,辛待核,壬待核,5000,方爱媛,2024/6/30,达成书面协议';
  return new File([`${head}\n${row}\n`], '样例.csv', { type: 'text/csv' });
}

/** A case with long names and everything in it. */
async function aFullCase({ client }: ServedOffice): Promise<CaseId> {
  const mediator = await client.mediators.add({ mediator: aMediator({ name: longPerson }) });
  const number = parseCaseNumber('(2026)内0602诉前调77号');
  const { id } = await client.cases.register({
    facts: aCase({
      courtNumbers: number === undefined ? [] : [number],
      mediatorId: mediator.id,
      letterOn: localDate('2026-11-01'),
      facts: '双方因货款发生争议。'.repeat(40),
      marks: ['enterprise', 'sensitive'],
      remarks: '样例备注'.repeat(30),
    }),
    parties: [
      aPerson({ name: longPerson, idNumber: '150602199003070013' }),
      aPerson({ name: '丁样例', role: 'applicant', idNumber: null, idKind: null, phones: ['123'] }),
      aCompany({ name: longCompany, role: 'respondent' }),
      aPerson({ name: '戊担保', role: 'guarantor' }),
    ],
    draftId: null,
  });
  const { parties } = await client.cases.get({ id });
  const sides = (role: string): PartyId[] =>
    parties.filter((party) => party.role === role).map((party) => party.id);
  await client.sessions.record({
    caseId: id,
    session: aSession({ notes: '经过很长。'.repeat(60), privateNotes: '只给调解员看。', result: 'agreed' }),
  });
  await client.agreements.save({
    caseId: id,
    version: null,
    agreement: anAgreement({
      terms: [
        {
          kind: 'payment',
          payers: sides('respondent'),
          payees: sides('applicant'),
          purpose: '货款',
          amountFen: fen(4_500_000),
          liability: null,
          onSigning: false,
          dueOn: null,
          instalments: [
            { dueOn: localDate('2026-12-31'), amountFen: fen(2_000_000) },
            { dueOn: localDate('2027-03-31'), amountFen: fen(2_500_000) },
          ],
          method: '银行转账',
          account: null,
        },
        { kind: 'text', text: '被申请人尽快退还剩余货物，费用左右各半。' },
      ],
    }),
  });
  await client.cases.recordPayment({
    caseId: id,
    payment: { paidOn: null, amountFen: fen(1_000_000), voucher: '样例回单', remarks: null },
  });
  return id;
}

describe.skipIf(browserPath === null)('the pages of the cases', () => {
  let empty: ServedOffice;
  let full: ServedOffice;
  let fullCase: CaseId;

  beforeAll(async () => {
    empty = await aServedOffice();
    await empty.client.office.begin({ name: '测试员' });
    full = await aServedOffice();
    const { client } = full;
    await client.office.begin({ name: '测试员' });
    const ledger = join(projectFolder, 'resources/demo/ledger-2024.xlsx');
    const file = new File([new Uint8Array(await readFile(ledger))], 'ledger-2024.xlsx');
    for await (const _ of await client.imports.run({ file, mapping: null })) {
      // How far it is, is of no matter here.
    }
    for await (const _ of await client.imports.run({ file: aDoubtfulLedger(), mapping: null })) {
      // One row.
    }
    fullCase = await aFullCase(full);
  }, 300_000);

  afterAll(async () => {
    await empty?.close();
    await full?.close();
  });

  test('an empty register says what to do first', async () => {
    const window = await empty.open(small);
    await window.goTo('/cases');
    await window.page.getByText('登记簿里还没有案件').waitFor();
    await window.picture('empty cases');
    expect(await window.hindrances()).toEqual([]);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  });

  test.for([
    ['normal', small],
    ['normal', large],
    ['large type', small],
  ] as const)(
    'every page and section with long names is clean, reachable and as wide as its window: %s %o',
    { timeout: 240_000 },
    async ([type, size]) => {
      const window = await full.open(size);
      const { page } = window;
      if (type === 'large type') {
        await window.goTo('/settings?part=machine');
        await page.getByText('大字', { exact: true }).click();
      }
      const { rows } = await full.client.cases.list({
        filter: aFilter({ doubtedOnly: true }),
        after: null,
        limit: 1,
      });
      const places = {
        cases: '/cases',
        'cases found': `/cases?${new URLSearchParams({ search: '哈斯巴特尔' })}`,
        'cases not found': `/cases?${new URLSearchParams({ search: '没有这个人' })}`,
        intake: '/cases/new',
        'case with doubts': `/cases/${rows[0]?.id}`,
        'case 1 parties': `/cases/${fullCase}?section=parties`,
        'case 2 facts': `/cases/${fullCase}?section=facts`,
        'case 3 sessions': `/cases/${fullCase}?section=sessions`,
        'case 4 agreement': `/cases/${fullCase}?section=agreement`,
        'case 5 papers': `/cases/${fullCase}?section=papers`,
        'case 6 closing': `/cases/${fullCase}?section=closing`,
        'case 7 outcome': `/cases/${fullCase}?section=outcome`,
        'case 8 dossier': `/cases/${fullCase}?section=dossier`,
        'case 9 history': `/cases/${fullCase}?section=history`,
      };
      const found: Record<string, readonly string[]> = {};
      for (const [name, address] of Object.entries(places)) {
        await window.goTo(address);
        await page.waitForTimeout(300);
        await window.picture(`${type} ${name}`);
        // What hinders people does so in every window; one look for it is enough.
        const hindrances = type === 'normal' && size === small ? await window.hindrances() : [];
        const overhang = await window.overhang();
        const wrong = overhang > 0 ? [...hindrances, `wider than the window by ${overhang} px`] : hindrances;
        if (wrong.length > 0) {
          found[name] = wrong;
        }
      }
      expect(found).toEqual({});
      expect(await window.complaints()).toEqual([]);
      await window.close();
    },
  );

  test('the list is walked and opened with the keyboard, and scrolled to its end page by page', async () => {
    const window = await full.open(small);
    const { page } = window;
    await window.goTo('/cases');
    await page.getByText(/共 \d+ 件/).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('ct');
    await page.waitForTimeout(500);
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: '查找案件' }).fill('');
    await page.getByText(/共 \d+ 件/).waitFor();
    await page.getByRole('gridcell').first().hover();
    for (let screen = 0; screen < 120; screen += 1) {
      await page.mouse.wheel(0, 4000);
      await page.waitForTimeout(60);
      if (await page.getByText('〔2024〕1号').isVisible()) {
        break;
      }
    }
    await page.getByText('〔2024〕1号').waitFor();
    await page.getByRole('textbox', { name: '查找案件' }).fill('乌云塔娜样例');
    await page.getByText('找到 1 件').waitFor();
    await page.getByRole('textbox', { name: '查找案件' }).press('ArrowDown');
    await page.waitForTimeout(200);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).getByText(longPerson).waitFor();
    const sections = ['案情', '调解过程', '协议', '文书', '结案', '结案后', '卷宗', '历史', '当事人'];
    for (const [place, section] of sections.entries()) {
      await page.keyboard.press(String(((place + 1) % sections.length) + 1));
      await page.getByRole('tab', { name: section, selected: true }).waitFor();
    }
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 90_000);

  test('a change made elsewhere meanwhile is shown beside one’s own, and nothing is overwritten unasked', async () => {
    const { client } = full;
    const { id } = await client.cases.register({
      facts: aCase({ judge: '原法官', clerk: null }),
      parties: [aPerson({ name: '己冲突' })],
      draftId: null,
    });
    const window = await full.open(small);
    const { page } = window;
    await window.goTo(`/cases/${id}?section=facts`);
    await page.getByRole('button', { name: '修改案情' }).click();
    await page.getByLabel('承办法官').fill('我的法官');
    await page.getByLabel('旗区').fill('东胜区');
    const before = await client.cases.get({ id });
    await client.cases.amend({
      caseId: id,
      version: before.version,
      facts: { ...before.facts, judge: '别人的法官', clerk: '别人的书记员' },
    });
    await page.keyboard.press('Control+s');
    await page.getByText('您填写期间，这件案件被别处改过。').waitFor();
    await window.picture('version conflict');
    await page.getByRole('radio', { name: '别人的法官' }).click();
    await page.getByRole('button', { name: '按选定的内容保存' }).click();
    await page.getByRole('button', { name: '修改案情' }).waitFor();
    const after = await client.cases.get({ id });
    expect(after.facts).toMatchObject({ judge: '别人的法官', clerk: '别人的书记员', district: '东胜区' });
    // The browser itself notes every answer that is a refusal.
    expect((await window.complaints()).filter((said) => !said.includes('409'))).toEqual([]);
    await window.close();
  }, 60_000);

  test('a case goes to the recycle bin with a reason, keeps its number and comes back', async () => {
    const { client } = full;
    const { id, internalNumber } = await client.cases.register({
      facts: aCase(),
      parties: [aPerson({ name: '庚误登' })],
      draftId: null,
    });
    const window = await full.open(small);
    const { page } = window;
    await window.goTo(`/cases/${id}`);
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByText('移入回收站…').click();
    await page.getByLabel('理由（记入办理记录）').fill('登记错了');
    await page.getByRole('button', { name: '移入回收站' }).click();
    await page.getByText('这件案件在回收站里：登记错了').waitFor();
    await window.picture('removed case');
    await window.goTo('/cases?removed=1');
    await page.getByRole('gridcell').getByText(internalNumber).waitFor();
    await window.goTo(`/cases/${id}`);
    await page.getByRole('button', { name: '恢复案件' }).click();
    await page.getByRole('button', { name: '记一次调解' }).first().waitFor();
    expect((await client.cases.get({ id })).removed).toBeNull();
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 60_000);

  test('a day typed into 程序类型 chooses nothing, and after the court number comes the receipt', async () => {
    const window = await full.open(small);
    const { page } = window;
    await window.goTo('/cases/new');
    const field = (name: string) => page.locator(`[data-field="${name}"]`);
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset.field);
    await page.getByRole('radiogroup', { name: '通道' }).getByText('委托调解').click();
    await field('courtNumbers').locator('input').fill('123');
    await page.keyboard.press('Tab');
    await field('courtNumbers').getByText('先选法院').waitFor();
    await field('courtId').locator('input').click();
    await page.keyboard.type('kbs');
    await page.keyboard.press('Enter');
    await poll(() => field('courtId').innerText()).toContain('康巴什');
    await field('courtNumbers').locator('input').click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await poll(focused).toBe('receivedOn');
    const chosen = field('procedureKind').locator('input:checked');
    await field('procedureKind').locator('input').first().focus();
    await page.keyboard.type('20261118', { delay: 40 });
    await field('procedureKind').getByText('刚才写的数字没有填入').waitFor();
    await expect.poll(() => chosen.count()).toBe(0);
    await field('filedOn').locator('input').focus();
    await field('procedureKind').locator('input').first().focus();
    await expect.poll(() => field('procedureKind').locator('kbd').allInnerTexts()).toEqual(['1', '2', '3']);
    await page.keyboard.press('2');
    await poll(() => chosen.getAttribute('value')).toBe('summary');
    await field('mediatorId').locator('input').click();
    await page.keyboard.type('zzzq');
    await page.keyboard.press('Enter');
    await field('mediatorId').getByText('“zzzq”没有选中任何一项').waitFor();
    await expect.poll(() => field('mediatorId').locator('input').inputValue()).toBe('zzzq');
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 60_000);

  test('forms and drawers open on their first field, and a saved form leaves the cursor at its section', async () => {
    const { id } = await full.client.cases.register({
      facts: aCase(),
      parties: [aPerson({ name: '辛光标' })],
      draftId: null,
    });
    const window = await full.open(small);
    const { page } = window;
    const focused = () =>
      page.evaluate(() => {
        const field = document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset.field;
        return field ?? document.activeElement?.textContent;
      });
    await window.goTo(`/cases/${id}?section=facts`);
    await page.getByRole('button', { name: '修改案情' }).click();
    await poll(focused).toBe('channel');
    await window.goTo('/roster');
    await page.getByText('有修改还没有保存').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /添加/ }).first().click();
    await poll(focused).toBe('name');
    await page.keyboard.press('Escape');
    await window.goTo(`/cases/${id}?section=facts`);
    await page.getByRole('button', { name: '修改案情' }).click();
    await page.getByLabel('承办法官').fill('测试法官');
    await page.keyboard.press('Control+s');
    await poll(focused).toBe('修改案情');
    await page.keyboard.press('3');
    await page
      .getByRole('tabpanel', { name: '调解过程' })
      .getByRole('button', { name: '记一次调解' })
      .click();
    await poll(focused).toBe('heldOn');
    const heights = await page.evaluate(() => [
      document.documentElement.scrollHeight,
      globalThis.innerHeight,
    ]);
    expect(heights[0]).toBe(heights[1]);
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 60_000);

  test('a known party is offered and a case that shares its number is shown while typing', async () => {
    const window = await full.open(small);
    const { page } = window;
    await window.goTo('/cases/new');
    const name = page.getByLabel('姓名').first();
    await name.click();
    await page.keyboard.insertText('戊担');
    await page.getByText('证件尾号 0012').waitFor();
    await window.picture('known party');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await poll(() => page.getByLabel('身份证号').first().inputValue()).toBe('150602199003070012');
    await expect
      .poll(() => page.getByLabel('诉讼地位').first().locator('xpath=../..').innerText())
      .toContain('申请人');
    await page.getByText(/可能相关的案件 \d+ 件/).waitFor();
    await window.picture('related cases');
    expect(await window.complaints()).toEqual([]);
    await window.close();
  }, 60_000);
});
