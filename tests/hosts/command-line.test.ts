import { describe, expect, test } from 'vitest';
import { generalHelp, helpFor, readCommandLine, UsageError } from '../../src/main/cli/arguments.ts';

const common = { dataDir: undefined, name: '命令行', json: false };

describe('the command line', () => {
  test.each([
    ['import-ledger 台账.xlsx', { command: 'import-ledger', file: '台账.xlsx', dryRun: false }],
    [
      'import-ledger --dry-run 台账.csv --json',
      { command: 'import-ledger', file: '台账.csv', dryRun: true, json: true },
    ],
    [
      'report --month 2024-03',
      { command: 'report', period: { kind: 'month', month: '2024-03' }, out: undefined },
    ],
    [
      'report --year=2024 --out 报表',
      { command: 'report', period: { kind: 'year', year: 2024 }, out: '报表' },
    ],
    [
      'agreement （2024）内0602民初1号 --out a.docx',
      { command: 'agreement', case: '（2024）内0602民初1号', out: 'a.docx' },
    ],
    ['verify --data /d --as 张三', { command: 'verify', dataDir: '/d', name: '张三' }],
  ])('%s', (line, asked) => {
    expect(readCommandLine(line.split(' '))).toStrictEqual({ run: { ...common, ...asked } });
  });

  test.each([
    '',
    'import',
    'import-ledger',
    'import-ledger a b',
    'import-ledger a --out b',
    'report',
    'report --month 2024-13',
    'report --month 2024-3',
    'report --month 2024-03 --year 2024',
    'report --year 24',
    'report x --year 2024',
    'agreement 1',
    'agreement --out a.docx',
    'verify --dry-run',
    'verify --whatever',
    'verify --data',
    'constructor',
  ])('“%s” is not a command', (line) => {
    expect(() => readCommandLine(line.split(' ').filter((word) => word !== ''))).toThrow(UsageError);
  });

  test.each([
    [['agreement', '', '--out', 'a.docx']],
    [['agreement', ' ', '--out', 'a.docx']],
    [['agreement', '1', '--out', '']],
    [['import-ledger', '']],
    [['report', '--year', '2024', '--out', ' ']],
    [['verify', '--data', '']],
    [['verify', '--as', ' ']],
  ])('%j with nothing written where something belongs is not a command', (words) => {
    expect(() => readCommandLine(words)).toThrow(UsageError);
  });

  test('says what a number alone means', () => {
    expect(helpFor('agreement')).toContain('只写一个数字就是 id，不是编号的尾数');
  });

  test('helps in Chinese, with all commands or with one', () => {
    expect(readCommandLine(['--help'])).toStrictEqual({ help: generalHelp });
    expect(readCommandLine(['report', '--help'])).toStrictEqual({ help: helpFor('report') });
    for (const word of [
      'import-ledger',
      'report',
      'agreement',
      'verify',
      '--data',
      '--as',
      '--json',
      '退出码',
    ]) {
      expect(generalHelp).toContain(word);
    }
    expect(helpFor('agreement')).toMatch(/出调解协议书[\s\S]*--out FILE[\s\S]*--as NAME/);
  });
});
