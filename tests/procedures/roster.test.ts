import { expect, test } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { writeTable } from '../../src/main/spreadsheets/workbook.ts';
import { aCase, aMediator, aPerson } from '../support/builders.ts';
import { anOffice } from '../support/offices.ts';

async function aRoster(rows: readonly (readonly string[])[]): Promise<File> {
  const cells = rows.map((row) => row.map((text) => ({ kind: 'text' as const, text })));
  return new File(
    [new Uint8Array(await writeTable([{ name: '名册', headRows: 1, rows: cells, widths: [] }]))],
    '名册.xlsx',
  );
}

const head = [
  '序号',
  '姓名',
  '界别',
  '工作单位及职务',
  '电话',
  '擅长领域',
  '语言',
  '聘书号',
  '入册法院',
  '聘任日期',
  '聘期至',
  '是否政协委员',
];

test('a roster completes those who are known and adds those who are not', async () => {
  const { client } = await anOffice();
  const known = aMediator({ name: '丙调解', sector: null, isMember: null, incomplete: true });
  const { id } = await client.mediators.add({ mediator: known });
  const { id: caseId } = await client.cases.register({
    facts: aCase({ mediatorId: id }),
    parties: [aPerson()],
    draftId: null,
  });
  const file = await aRoster([
    ['特邀调解员名册'],
    head,
    [
      '1',
      ' 丙调解 ',
      '经济界',
      '某公司经理',
      '13800000001、0477-8123456',
      '民间借贷、买卖合同',
      '汉语 蒙古语',
      '聘1号',
      '东胜法院',
      '2024.3.5',
      '2026年3月4日',
      '是',
    ],
    ['2', '额尔敦•巴雅尔', '农业', '', '', '', '', '', '', '', '', ''],
    ['', '', '', '', '', '', '', '', '', '', '', ''],
  ]);
  expect(await client.mediators.importRoster({ file })).toEqual({
    added: 1,
    completed: 1,
    unchanged: 0,
    refused: [],
  });
  const [first, second] = await client.mediators.list();
  const byName = new Map([first, second].map((mediator) => [mediator?.name, mediator]));
  expect(byName.get('丙调解')).toMatchObject({
    sector: '经济',
    employer: '某公司经理',
    phones: ['13800000001', '0477-8123456'],
    expertise: ['民间借贷', '买卖合同'],
    languages: ['汉语', '蒙古语'],
    courtShortName: '东胜区人民法院',
    termFrom: localDate('2024-03-05'),
    termTo: localDate('2026-03-04'),
    isMember: true,
    incomplete: false,
    pendingCases: 1,
  });
  expect(byName.get('额尔敦·巴雅尔')).toMatchObject({ sector: '农业', isMember: null, courtId: null });
  const detail = await client.cases.get({ id: caseId });
  expect(detail.sector, 'the case of a mediator whose sector was not known has it now').toBe('经济');
  const [filled] = await client.cases.history({ id: caseId });
  expect(filled).toMatchObject({ what: 'sectorFilled' });
  expect(await client.mediators.importRoster({ file })).toMatchObject({
    added: 0,
    completed: 0,
    unchanged: 2,
  });
});

test('two people of one name and different sectors stay two people', async () => {
  const { client } = await anOffice();
  const file = await aRoster([head.slice(0, 3), ['1', '丁同名', '教育'], ['2', '丁同名', '经济']]);
  expect(await client.mediators.importRoster({ file })).toMatchObject({ added: 2 });
});

test('what cannot be read is refused line by line, and the rest comes in', async () => {
  const { client } = await anOffice();
  const file = await aRoster([
    head,
    ['1', '戊一', '', '', '', '', '', '', '某地法院', '去年', '', ''],
    ['2', '戊二', '', '', '', '', '', '', '', '2024.3.5', '2023.3.5', ''],
    ['3', '戊三', '', '', '', '', '', '', '', '', '', ''],
  ]);
  const outcome = await client.mediators.importRoster({ file });
  expect(outcome).toMatchObject({ added: 1, completed: 0 });
  expect(outcome.refused.map(({ row, column, value }) => [row, column, value])).toEqual([
    [2, '聘任日期', '去年'],
    [2, '入册法院', '某地法院'],
    [3, '聘期至', '2023.3.5'],
  ]);
});

test('the template is read back as an empty roster', async () => {
  const { client } = await anOffice();
  const file = await client.mediators.rosterTemplate();
  expect(file.name).toBe('名册模板.xlsx');
  expect(await client.mediators.importRoster({ file })).toEqual({
    added: 0,
    completed: 0,
    unchanged: 0,
    refused: [],
  });
});

test('a line that the roster could not give back is refused, and the roster can still be read', async () => {
  const { client } = await anOffice();
  const file = await aRoster([
    ['姓名', '工作单位', '电话'],
    ['丁'.repeat(60), '', ''],
    ['戊样例', '测'.repeat(200), '1、2、3、4、5、6'],
    ['己样例', '测试局', ''],
  ]);
  const { added, refused } = await client.mediators.importRoster({ file });
  expect(added).toBe(1);
  expect(refused.map(({ row, column }) => [row, column])).toEqual([
    [2, '姓名'],
    [3, '工作单位'],
    [3, '电话'],
  ]);
  expect((await client.mediators.list()).map(({ name }) => name)).toEqual(['己样例']);
});
