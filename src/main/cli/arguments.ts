import { parseArgs } from 'node:util';
import { type Month, monthSchema } from '#shared/domain/local-date.ts';

type Everywhere = { readonly dataDir: string | undefined; readonly name: string; readonly json: boolean };
export type Command =
  | { readonly command: 'import-ledger'; readonly file: string; readonly dryRun: boolean }
  | { readonly command: 'report'; readonly period: AskedPeriod; readonly out: string | undefined }
  | { readonly command: 'agreement'; readonly case: string; readonly out: string }
  | {
      readonly command: 'package';
      readonly month: Month;
      readonly of: 'office' | 'sums';
      readonly mediators: boolean;
      readonly out: string;
    }
  | { readonly command: 'receive'; readonly file: string }
  | { readonly command: 'verify' };
export type AskedPeriod =
  | { readonly kind: 'month'; readonly month: Month }
  | { readonly kind: 'year'; readonly year: number };
export type CommandName = Command['command'];

/** What was typed is no command; the message says in Chinese what is wrong. */
export class UsageError extends Error {}

const everywhere = `
  --data DIR   登记簿所在的文件夹（默认为本账号的数据文件夹）
  --as NAME    谁在工作（默认“命令行”），记入办理记录
  --json       标准输出上只有一个 JSON；说明都在标准错误上
`;

const helps: Readonly<Record<CommandName, string>> = {
  'import-ledger': `导入台账：npm run -s office -- import-ledger FILE [--dry-run] [选项]

  FILE         台账文件（xlsx，或 GB18030／UTF-8 的 csv）
  --dry-run    只读取和检查，不写入
${everywhere}`,
  report: `出报表：npm run -s office -- report --month YYYY-MM | --year YYYY [--out DIR] [选项]

  --month      月报，如 2024-03
  --year       年报，如 2024
  --out DIR    把报表存进这个文件夹（xlsx 和 json）
${everywhere}`,
  agreement: `出调解协议书：npm run -s office -- agreement CASE --out FILE [选项]

  CASE         内部编号（如 〔2026〕12号，前缀可以不写）、法院案号（半角全角均可）或案件的 id。
               只写一个数字就是 id，不是编号的尾数。取了哪一件，在标准错误上说明；
               对应几件时不出文书，列出各件的 id。
  --out FILE   存成这个 Word 文件（docx）
${everywhere}`,
  package: `出报送包：npm run -s office -- package --month YYYY-MM --out DIR [--sums] [--without-mediators] [选项]

  --month      月份，如 2026-10；已锁定的按锁定时的数
  --out DIR    把报送包存进这个文件夹
  --sums       下级各单位的汇总，不写就是本登记簿的数
  --without-mediators  不带各调解员的件数（带姓名）
${everywhere}`,
  receive: `接收报送包：npm run -s office -- receive FILE [选项]

  FILE         别的单位导出的报送包（zip）
${everywhere}`,
  verify: `核对登记簿：npm run -s office -- verify [选项]
${everywhere}`,
};

export const generalHelp = `联动调解命令行：npm run -s office -- <命令> [选项]

  import-ledger FILE [--dry-run]                        导入台账
  report --month YYYY-MM | --year YYYY [--out DIR]      出报表
  agreement CASE --out FILE                             出调解协议书
  package --month YYYY-MM --out DIR [--sums]            出报送包
  receive FILE                                          接收报送包
  verify                                                核对登记簿

每个命令都可以用：
${everywhere.trimEnd().slice(1)}
  --help       说明；跟在命令后面是那个命令的说明

退出码：0 已处理（即使有的行被拒），1 被拒绝，2 用法不对。
`;

export function isCommandName(text: string): text is CommandName {
  return Object.hasOwn(helps, text);
}

/** The help of one command, or of all of them. */
export function helpFor(command: string | undefined): string {
  return command !== undefined && isCommandName(command) ? helps[command] : generalHelp;
}

const options = {
  data: { type: 'string' },
  as: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  'dry-run': { type: 'boolean' },
  month: { type: 'string' },
  year: { type: 'string' },
  out: { type: 'string' },
  sums: { type: 'boolean' },
  'without-mediators': { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parse>['values'];
type OptionName = keyof typeof options;

const own: Readonly<
  Record<CommandName, { readonly options: readonly OptionName[]; readonly takes: string | null }>
> = {
  'import-ledger': { options: ['dry-run'], takes: 'FILE' },
  report: { options: ['month', 'year', 'out'], takes: null },
  agreement: { options: ['out'], takes: 'CASE' },
  package: { options: ['month', 'out', 'sums', 'without-mediators'], takes: null },
  receive: { options: [], takes: 'FILE' },
  verify: { options: [], takes: null },
};
const common: readonly OptionName[] = ['data', 'as', 'json', 'help'];

/** What the command line asks for: help, or a command with everything it needs. Throws `UsageError`. */
export function readCommandLine(
  words: readonly string[],
): { readonly help: string } | { readonly run: Command & Everywhere } {
  const { values, positionals } = parse(words);
  const [name, ...rest] = positionals;
  if (values.help === true) {
    return { help: helpFor(name) };
  }
  if (name === undefined || !isCommandName(name)) {
    throw new UsageError(name === undefined ? '没有写命令' : `没有这个命令：${name}`);
  }
  const { takes } = own[name];
  for (const option of Object.keys(values) as OptionName[]) {
    if (!common.includes(option) && !own[name].options.includes(option)) {
      throw new UsageError(`${name} 不用 --${option}`);
    }
  }
  if (rest.length !== (takes === null ? 0 : 1)) {
    throw new UsageError(takes === null ? `${name} 不用 ${rest.join(' ')}` : `${name} 要写一个 ${takes}`);
  }
  if (takes !== null && rest[0]?.trim() === '') {
    throw new UsageError(`${name} 要写一个 ${takes}`);
  }
  // An empty --data or --out would be the folder that the terminal happens to be in.
  for (const [option, value] of Object.entries(values)) {
    if (typeof value === 'string' && value.trim() === '') {
      throw new UsageError(`--${option} 后面是空的`);
    }
  }
  const { data, as = '命令行', json = false } = values;
  return { run: { ...commandOf(name, rest[0] ?? '', values), dataDir: data, name: as, json } };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`选项不对：${error instanceof Error ? error.message : ''}`);
  }
}

function commandOf(name: CommandName, subject: string, values: Values): Command {
  switch (name) {
    case 'import-ledger':
      return { command: name, file: subject, dryRun: values['dry-run'] ?? false };
    case 'report':
      return { command: name, period: periodOf(values), out: values.out };
    case 'agreement':
      if (values.out === undefined) {
        throw new UsageError('agreement 要写 --out FILE');
      }
      return { command: name, case: subject, out: values.out };
    case 'package':
      return packageOf(values);
    case 'receive':
      return { command: name, file: subject };
    case 'verify':
      return { command: name };
  }
}

function packageOf({ month, out, ...values }: Values): Command {
  if (month === undefined || out === undefined) {
    throw new UsageError('package 要写 --month YYYY-MM 和 --out DIR');
  }
  return {
    command: 'package',
    month: monthIn(month),
    of: values.sums === true ? 'sums' : 'office',
    mediators: values['without-mediators'] !== true,
    out,
  };
}

function monthIn(typed: string): Month {
  const read = monthSchema.safeParse(typed);
  if (!read.success) {
    throw new UsageError(`不是月份：${typed}`);
  }
  return read.data;
}

function periodOf({ month, year }: Values): AskedPeriod {
  if ((month === undefined) === (year === undefined)) {
    throw new UsageError('report 要写 --month YYYY-MM 或 --year YYYY，只写一个');
  }
  if (month !== undefined) {
    return { kind: 'month', month: monthIn(month) };
  }
  if (!/^(?:199\d|20\d\d|21\d\d)$/.test(year ?? '')) {
    throw new UsageError(`不是年份：${year}`);
  }
  return { kind: 'year', year: Number(year) };
}
