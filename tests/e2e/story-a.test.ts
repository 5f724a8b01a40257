import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath } from '../support/browser.ts';
import {
  agree,
  appoint,
  aStory,
  choose,
  close,
  consent,
  fill,
  issueAgreement,
  mediate,
  open,
  pickFrom,
  proposes,
  registerWith,
  type Story,
  sheet,
  standsAt,
  step,
  take,
} from '../support/story.ts';

const applicant =
  '甲小明，男，汉族，1990年3月7日出生，住鄂尔多斯市东胜区测试路1号，公民身份号码150602199003070012，电话13800000001';
const company =
  '鄂尔多斯市样例商贸有限公司，住所地鄂尔多斯市康巴什区样例街2号，统一社会信用代码91150602MA0N00001R，法定代表人乙样例，经理，电话0477-8120000';

describe.skipIf(browserPath === null)('a case that the court delegated before filing', () => {
  let story: Story;
  beforeAll(async () => {
    story = await aStory('A', '2026-08-31');
  }, 180_000);
  afterAll(() => story?.close());

  test('is extended, agreed, confirmed after it was sent back and mended, visited and archived', async () => {
    const { page } = story;
    await page.keyboard.press('Control+n');
    await page.getByRole('heading', { name: '登记案件' }).waitFor();
    await choose(story, '通道', '委派调解');
    await pickFrom(story, '来源', '法院立案庭');
    await fill(story, { 法院案号: '(2026)内0602诉前调321号' });
    await pickFrom(story, '案由', '民间借贷纠纷');
    await fill(story, {
      标的额: '120000',
      请求事项: '请求偿还借款本金十二万元。',
      简要案情: '2025年3月1日借款十二万元，约定2026年3月1日前还清，至今未还。',
    });
    await page.getByRole('button', { name: /^更多：函号/ }).click();
    await fill(story, { 函号: '（2026）内0602委派32号', 函日期: '20260831', 承办法官: '丁法官' });
    await registerWith(story, [applicant, company]);
    expect(await story.detail()).toMatchObject({ status: 'registered', facts: { receivedOn: null } });

    await take(story, '发出委派函', { 发出日期: '20260831' }, async (dialog) => {
      await dialog.getByText('起诉状', { exact: true }).click();
      await dialog.getByText('证据材料', { exact: true }).click();
    });
    await standsAt(story, '待接收');
    await story.on('2026-09-01');
    await take(story, '签收接收', { 接收日期: '20260901', 接收人: '丙调解' });
    await standsAt(story, '已接收');
    // Thirty days end on National Day and roll over the holidays (domain.md §2.5).
    await page.getByText('至2026年10月8日').waitFor();

    await story.on('2026-09-03');
    await proposes(story, '记录是否同意调解');
    await consent(story, '20260903', '书面');

    await story.on('2026-09-04');
    await proposes(story, '确定调解员');
    await appoint(story, '20260904', '丙调解');
    await story.on('2026-09-10');
    await mediate(story, '20260910', '继续调解', '双方对本金无异议，还款期限还要商量。');
    await story.on('2026-09-28');
    await take(
      story,
      '登记延期',
      { 延长天数: '20', 申请人一方同意: '20260925', 被申请人一方同意: '20260928', 提出延期的人: '双方' },
      (dialog) =>
        dialog.getByRole('radiogroup', { name: '同意的形式' }).getByText('书面', { exact: true }).click(),
    );
    // Twenty days go on from the last day of the period as it was.
    await page.getByText('至2026年10月28日').first().waitFor();

    await story.on('2026-10-20');
    await mediate(story, '20261020', '达成一致', '同意年底前一次付清。');
    await agree(story, {
      amount: '12万',
      purpose: '借款本金',
      dueOn: '20261231',
      signedOn: '20261021',
      effect: '申请司法确认',
    });
    await story.on('2026-10-21');
    await issueAgreement(story);
    await proposes(story, '结案');
    await close(story, 'C11', '20261021');

    await open(story, '结案后');
    await story.on('2026-10-26');
    await proposes(story, '双方共同申请');
    await step(story, '司法确认', '双方共同申请', '20261026', () => choose(story, '由谁申请', '双方共同'));
    await story.on('2026-10-29');
    await step(story, '司法确认', '退回补正', '20261029', () => fill(story, { 要补正什么: '补交身份证明' }));
    await story.on('2026-11-02');
    await step(story, '司法确认', '已补正', '20261102', () => fill(story, { 补交了什么: '身份证复印件' }));
    await step(story, '司法确认', '法院受理', '20261102', () =>
      fill(story, { 受理案号: '(2026)内0602诉前调确45号' }),
    );
    await story.on('2026-11-12');
    await step(story, '司法确认', '裁定有效', '20261112', () =>
      fill(story, { 裁定书号: '(2026)内0602诉前调确45号' }),
    );
    await story.picture('confirmed');
    expect(await story.detail()).toMatchObject({
      confirmation: { confirmedOn: '2026-11-12' },
      closing: { code: 'C11', closedOn: '2026-10-21' },
    });

    await story.on('2026-11-18');
    await page.getByRole('button', { name: '记回访' }).click();
    await fill(story, { 回访日期: '20261118' });
    await choose(story, '方式', '电话');
    await choose(story, '履行情况', '未到期');
    await choose(story, '满意度', '满意');
    await story.picture('visit');
    await page.keyboard.press('Control+s');
    await sheet(story, '回访').getByRole('cell', { name: '满意', exact: true }).waitFor();

    await story.on('2026-11-20');
    await proposes(story, '归档');
    await take(story, '归档', { 归档日期: '20261120', 卷号: '2026-A-1', 页数: '46', 存放处: '一号柜' });
    await standsAt(story, '已归档');
    await story.picture('archived');
    const archived = await story.detail();
    expect(archived.closing?.closedOn).toBe('2026-10-21');
    expect(archived.moves.map(({ code }) => code)).toEqual([
      'dispatch',
      'accept',
      'appoint',
      'inform',
      'mediate',
      'extend',
      'agree',
      'close',
      'archive',
    ]);
  }, 240_000);
});
