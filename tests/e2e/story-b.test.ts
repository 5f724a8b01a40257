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

describe.skipIf(browserPath === null)('a case that the court entrusted in summary procedure', () => {
  let story: Story;
  beforeAll(async () => {
    story = await aStory('B', '2026-10-10');
  }, 180_000);
  afterAll(() => story?.close());

  test('is agreed within seven days and ends in a statement that both sides are served on two dates', async () => {
    const { page } = story;
    await page.keyboard.press('Control+n');
    await page.getByRole('heading', { name: '登记案件' }).waitFor();
    await choose(story, '通道', '委托调解');
    await pickFrom(story, '来源', '法院立案庭');
    await fill(story, { 法院案号: '(2026)内0602民初789号' });
    await page.keyboard.press('Enter');
    await choose(story, '程序类型', '简易程序');
    await pickFrom(story, '案由', '买卖合同纠纷');
    await fill(story, {
      标的额: '58000',
      请求事项: '请求支付货款五万八千元。',
      简要案情: '2026年3月供货五万八千元，货已收，款未付。',
    });
    await page.getByRole('button', { name: /^更多：函号/ }).click();
    await fill(story, { 函号: '（2026）内0602委调21号', 函日期: '20261010', 承办法官: '丁法官' });
    await registerWith(story, [applicant, company]);
    await take(story, '发出委托函', { 发出日期: '20261010' }, (dialog) =>
      dialog.getByText('起诉状', { exact: true }).click(),
    );
    await story.on('2026-10-12');
    await take(story, '签收接收', { 接收日期: '20261012', 接收人: '丙调解' });
    await standsAt(story, '已接收');
    expect(await story.detail()).toMatchObject({
      status: 'accepted',
      facts: { channel: 'B', procedureKind: 'summary', courtNumbers: ['（2026）内0602民初789号'] },
    });
    // Seven days after the receipt on a Monday, the day itself not counted (domain.md §2.5).
    await page.getByText('至2026年10月19日').waitFor();

    await consent(story, '20261012', '口头（记入笔录）');
    await appoint(story, '20261012', '丙调解');

    await story.on('2026-10-14');
    await mediate(story, '20261014', '达成一致', '被申请人认可货款，同意月底付清。');
    await agree(story, {
      amount: '58000',
      purpose: '货款',
      dueOn: '20261031',
      signedOn: '20261015',
      effect: '请法院出具调解书',
    });
    await story.on('2026-10-15');
    await issueAgreement(story);
    await close(story, 'C11', '20261015');

    await open(story, '结案后');
    await page.getByRole('tabpanel', { name: '结案后' }).getByText('不走司法确认').waitFor();
    await step(story, '民事调解书', '报请法院出具调解书', '20261015');
    await story.on('2026-10-20');
    await step(story, '民事调解书', '法院出具调解书', '20261020');
    await sheet(story, '民事调解书').getByText('还没有签收').waitFor();
    await story.on('2026-10-22');
    await step(story, '民事调解书', '当事人签收', '20261021');
    await sheet(story, '民事调解书').getByText('还没有签收').waitFor();
    await step(story, '民事调解书', '当事人签收', '20261022');
    await sheet(story, '民事调解书').getByText('2026年10月22日生效').waitFor();
    await story.picture('served');
    const served = await story.detail();
    expect(served.after.steps.filter(({ step: one }) => one === 'serve').map(({ on }) => on)).toEqual([
      '2026-10-21',
      '2026-10-22',
    ]);
    expect(served.closing).toMatchObject({ code: 'C11', closedOn: '2026-10-15' });

    await story.on('2026-11-06');
    await take(story, '归档', { 归档日期: '20261106', 卷号: '2026-B-1' });
    await standsAt(story, '已归档');
    await story.picture('archived');
    expect((await story.detail()).status).toBe('archived');
  }, 180_000);
});
