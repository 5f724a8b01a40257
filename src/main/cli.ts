import { resolve } from 'node:path';
import { ORPCError } from '@orpc/client';
import { generalHelp, readCommandLine, UsageError } from './cli/arguments.ts';
import { type Outcome, runCommand } from './cli/commands.ts';
import { defaultDataDir, hasRegister } from './data-dir.ts';
import { Refused, sentenceOf } from './refusal.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Runs one command against the office and answers with the exit code: 0 done, 1 refused, 2 not a command. */
async function main(words: readonly string[]): Promise<number> {
  try {
    const asked = readCommandLine(words);
    if ('help' in asked) {
      process.stdout.write(asked.help);
      return 0;
    }
    const { run } = asked;
    const outcome = await inOffice(run);
    if (run.json) {
      process.stdout.write(`${JSON.stringify(outcome.json)}\n`);
    } else if (outcome.lines.length > 0) {
      process.stdout.write(`${outcome.lines.join('\n')}\n`);
    }
    return outcome.code;
  } catch (error) {
    if (error instanceof UsageError) {
      say(`${error.message}\n\n${generalHelp}`);
      return 2;
    }
    say(error instanceof ORPCError ? answerInWords(error) : sentenceOf(error));
    return 1;
  }
}

type Run = Extract<ReturnType<typeof readCommandLine>, { run: unknown }>['run'];

async function inOffice(run: Run): Promise<Outcome> {
  const dataDir = run.dataDir === undefined ? defaultDataDir({ demo: false }) : resolve(run.dataDir);
  if (run.command !== 'import-ledger' && !hasRegister(dataDir)) {
    throw new Refused(`这个文件夹里没有登记簿：${dataDir}。请检查 --data，或者先用 import-ledger 导入。`);
  }
  // Only now: help and a mistyped command are answered at once.
  const { createOffice } = await import('./office.ts');
  const office = await createOffice({ dataDir });
  try {
    return await runCommand(office.client(office.openSession({ name: run.name })), run, say);
  } finally {
    await office.close();
  }
}

/** The office's refusal for a person at the terminal, with the code that a program can look for. */
function answerInWords(error: ORPCError<string, unknown>): string {
  const data = typeof error.data === 'object' && error.data !== null ? error.data : {};
  const detail = 'detail' in data && typeof data.detail === 'object' ? Object.values(data.detail ?? {}) : [];
  const issues =
    'issues' in data && Array.isArray(data.issues) ? data.issues.map((issue) => issue.message) : [];
  const reason = 'reason' in data ? data.reason : 'id' in data ? data.id : error.code;
  const about = [...detail, ...issues].filter((word) => word !== '').join('；');
  return `${titles[error.code] ?? '内部错误'}（${reason}）${about === '' ? '' : `：${about}`}`;
}

const titles: Readonly<Record<string, string>> = {
  INVALID: '内容有误',
  NOT_FOUND: '找不到',
  CONFLICT: '刚被别处改过',
  REFUSED: '被拒绝',
  FORBIDDEN: '不允许',
  BUSY: '另一个程序正在写入登记簿，请稍后再试',
};

process.exitCode = await main(process.argv.slice(2));
