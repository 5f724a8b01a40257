import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Outcome, runCommand } from '../../src/main/cli/commands.ts';
import { writeTable } from '../../src/main/spreadsheets/workbook.ts';
import { anOffice, temporaryFolder } from '../support/offices.ts';

const head = ['收案日期', '案号', '案由', '申请人', '被申请人', '标的额（元）', '调解员'];
const good = (day: string, name: string) => [day, '', '民间借贷纠纷', name, '乙样例', '50000', '丙样例'];
const noDay = ['', '', '民间借贷纠纷', '丁样例', '乙样例', '约五万', '丙样例'];

type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>;

async function imported(sheets: Sheets, dryRun: boolean): Promise<Outcome> {
  const tables = Object.entries(sheets).map(([name, rows]) => ({
    name,
    headRows: 1,
    rows: [head, ...rows].map((row) => row.map((text) => ({ kind: 'text' as const, text }))),
    widths: [],
  }));
  const file = join(temporaryFolder(), '台账.xlsx');
  writeFileSync(file, await writeTable(tables));
  const { client } = await anOffice();
  return runCommand(client, { command: 'import-ledger', file, dryRun }, () => undefined);
}

test.each([true, false])(
  'of a ledger with a sheet a month, every problem names its sheet (dry run: %s)',
  async (dryRun) => {
    const outcome = await imported({ '1月': [good('2024-01-05', '甲样例')], '2月': [noDay] }, dryRun);
    const { refused } = outcome.json as { refused: readonly object[] };
    expect(outcome.json).toMatchObject({ imported: 1, warned: [] });
    expect(refused.length).toBeGreaterThan(0);
    for (const problem of refused) expect(problem).toMatchObject({ sheet: '2月', row: 2 });
    expect(outcome.lines.join('\n')).toContain('2月 第2行');
  },
);

test('of a ledger with one sheet, no problem names it', async () => {
  const { json } = await imported({ 台账: [noDay] }, false);
  for (const problem of (json as { refused: readonly object[] }).refused) {
    expect(Object.keys(problem)).toStrictEqual(['row', 'column', 'value', 'reason']);
  }
});

test('a row with two faults is one refused row, and rows that are no cases are counted', async () => {
  const sum = ['合计', '', '', '', '', '50000', ''];
  const note = ['注：金额以元为单位。', '', '', '', '', '', ''];
  const { lines, json } = await imported({ 台账: [good('2024-01-05', '甲样例'), noDay, sum, note] }, false);
  expect((json as { refused: readonly object[] }).refused).toHaveLength(2);
  expect(lines[0]).toBe('已导入 1 件，已有而跳过 0 件，拒绝 1 行，提醒 0 处。');
  expect(lines).toContain('不是案件、没有读取的 2 行：合计或小计 1 行，说明文字 1 行。');
});
