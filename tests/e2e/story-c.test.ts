import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath } from '../support/browser.ts';
import {
  aStory,
  choose,
  close,
  fill,
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
const respondent =
  '额尔敦·样例图，女，蒙古族，1985年11月20日出生，住鄂尔多斯市杭锦旗样例镇3号，公民身份号码150627198511200023，电话13900000002';

describe.skipIf(browserPath === null)(
  'a case of the governance centre whose respondent nobody can reach',
  () => {
    let story: Story;
    beforeAll(async () => {
      story = await aStory('C', '2026-09-14');
    }, 180_000);
    afterAll(() => story?.close());

    test('is registered, tried in vain, closed as C23, transferred with its papers, and archived', async () => {
      const { page } = story;
      await page.keyboard.press('Control+n');
      await page.getByRole('heading', { name: '登记案件' }).waitFor();
      await choose(story, '通道', '自行受理');
      await pickFrom(story, '来源', '综治中心');
      await fill(story, { 移送单位: '东胜区社会治安综合治理中心', 移送日期: '20260911' });
      await pickFrom(story, '案由', '民间借贷纠纷');
      await fill(story, {
        标的额: '36000',
        请求事项: '请求偿还借款三万六千元。',
        简要案情: '2025年5月1日借款三万六千元，约定一年内还清，至今未还。',
      });
      await registerWith(story, [applicant, respondent]);
      await take(story, '登记受理', { 接收日期: '20260914' });
      await standsAt(story, '已接收');
      expect(await story.detail()).toMatchObject({
        status: 'accepted',
        facts: { channel: 'C', source: 'governanceCentre', receivedOn: '2026-09-14' },
      });

      await open(story, '调解过程');
      for (const [number, day, time] of [
        [1, '20260915', '0930'],
        [2, '20260916', '1500'],
        [3, '20260918', '1000'],
      ] as const) {
        await story.on(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`);
        await page.getByRole('button', { name: '记一次联系' }).click();
        await pickFrom(story, '联系谁', '额尔敦·样例图');
        await fill(story, { 日期: day, 时间: time });
        await pickFrom(story, '方式', '电话');
        await fill(story, { '号码、地址': '13900000002' });
        await choose(story, '结果', '没联系上');
        await page.keyboard.press('Control+s');
        await expect.poll(async () => (await story.detail()).contacts.length).toBe(number);
      }
      await page.getByText('额尔敦·样例图联系不上', { exact: false }).waitFor();
      await story.picture('nobody reached');
      expect((await story.detail()).contacts).toHaveLength(3);

      await story.on('2026-09-28');
      await proposes(story, '结案（C23 联系不上）');
      await close(story, 'C23', '20260928', '按登记的电话三次联系被申请人，均未联系上。');
      expect((await story.detail()).closing).toMatchObject({ code: 'C23', closedOn: '2026-09-28' });

      await open(story, '结案后');
      await story.on('2026-09-29');
      await proposes(story, '移送材料');
      await step(story, '转立案、转审理', '移送材料', '20260929', () => story.picture('papers'));
      await story.on('2026-10-12');
      await step(story, '转立案、转审理', '法院登记立案', '20261012', () =>
        fill(story, { 立案案号: '(2026)内0602民初456号' }),
      );
      await sheet(story, '转立案、转审理').getByText('已立案', { exact: true }).waitFor();
      await story.picture('transferred');
      const transferred = await story.detail();
      expect(transferred.facts.courtNumbers).toEqual(['（2026）内0602民初456号']);
      expect(transferred.after.steps[0]?.papers.length).toBeGreaterThan(0);
      expect(transferred.closing?.closedOn).toBe('2026-09-28');

      await story.on('2026-10-14');
      await proposes(story, '归档');
      await take(story, '归档', { 归档日期: '20261014', 卷号: '2026-C-1' });
      await standsAt(story, '已归档');
      await story.picture('archived');
      expect((await story.detail()).status).toBe('archived');
    }, 180_000);
  },
);
