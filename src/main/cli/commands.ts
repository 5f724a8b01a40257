import { mkdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { agreementPaper } from '#shared/contract/documents.ts';
import type { ImportPreview, ImportResult } from '#shared/contract/imports.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import type { Progress } from '#shared/contract/procedure.ts';
import { agreementPapers } from '#shared/domain/case-so-far.ts';
import { Refused } from '../refusal.ts';
import { saveFile, saveText } from '../save-file.ts';
import type { AskedPeriod, Command } from './arguments.ts';
import { type FoundCase, type FoundCases, findCases } from './find-case.ts';
import { importFigures, importSummary } from './import-outcome.ts';
import { reportFigures } from './report-figures.ts';
import { reportSummary } from './report-summary.ts';

/** What a command leaves: the JSON for programs, the lines for people, and the exit code. */
export type Outcome = {
  readonly code: 0 | 1;
  readonly json: unknown;
  readonly lines: readonly string[];
};

/** Says something to the person while the command works; never on standard output. */
export type Say = (line: string) => void;

export function runCommand(client: OfficeClient, command: Command, say: Say): Promise<Outcome> {
  switch (command.command) {
    case 'import-ledger':
      return importLedger(client, command.file, command.dryRun, say);
    case 'report':
      return report(client, command.period, command.out);
    case 'agreement':
      return agreement(client, command.case, command.out, say);
    case 'package':
      return packageOfMonth(client, command);
    case 'receive':
      return receive(client, command.file);
    case 'verify':
      return verify(client);
  }
}

async function importLedger(client: OfficeClient, path: string, dryRun: boolean, say: Say): Promise<Outcome> {
  const ledger = { file: await readInput(path), mapping: null };
  const result: ImportPreview | ImportResult = dryRun
    ? await finished(await client.imports.preview(ledger), say)
    : await finished(await client.imports.run(ledger), say);
  return { code: 0, json: importFigures(result), lines: importSummary(result, dryRun) };
}

async function report(client: OfficeClient, period: AskedPeriod, out: string | undefined): Promise<Outcome> {
  const answer = await client.statistics.report({
    request: period,
    tables: ['court', 'cause', 'channel', 'mediator', 'sector', 'closing'],
  });
  const tables = await client.statistics.tables({ request: period });
  const files: string[] = [];
  if (out !== undefined) {
    const folder = resolve(out);
    const { file } = await client.statistics.exportReport({ request: period, unmasked: null });
    await mkdir(folder, { recursive: true });
    const sheet = join(folder, file.name);
    const figures = sheet.replace(/\.xlsx$/, '.json');
    files.push(sheet, figures);
    await saveFile(sheet, new Uint8Array(await file.arrayBuffer()));
    await saveText(figures, `${JSON.stringify(reportFigures(answer, tables, files), null, 2)}\n`);
  }
  return { code: 0, json: reportFigures(answer, tables, files), lines: reportSummary(answer, files) };
}

async function agreement(client: OfficeClient, typed: string, out: string, say: Say): Promise<Outcome> {
  const found = await findCases(client, typed);
  const [only, ...others] = found.same;
  if (only === undefined || others.length > 0) {
    say(notOneCase(typed, found).join('\n'));
    return { code: 1, json: { cases: found.takenFor === 'words' ? found.near : found.same }, lines: [] };
  }
  say(`取案件 ${inWords(only)}`);
  const listed = await client.documents.catalogue({ caseId: only.id });
  const form = listed.find(({ kind, inSet }) => inSet && agreementPapers.has(kind));
  const paper = form === undefined ? agreementPaper : { kind: form.kind, subjectId: form.subjectId };
  const title = form?.title ?? '调解协议书';
  const { missing, checks } = await client.documents.preview({ caseId: only.id, paper });
  const forbidden = checks.filter(({ severity, override }) => severity === 'forbidden' && override === null);
  for (const check of checks.filter((one) => !forbidden.includes(one))) {
    say(`提醒：${check.sentence}${check.override === null ? '' : `（已说明：${check.override.reason}）`}`);
  }
  if (missing.length > 0) {
    say(`${only.internalNumber} 的${title}还缺：${missing.map(({ label }) => label).join('、')}`);
    return { code: 1, json: { missing: missing.map(({ field, label }) => ({ field, label })) }, lines: [] };
  }
  if (forbidden.length > 0) {
    const sentences = forbidden.map(({ sentence, article }) => `${sentence}（${article}）`);
    say(`${only.internalNumber} 的${title}不能出：${sentences.join('；')}`);
    return {
      code: 1,
      json: { forbidden: forbidden.map(({ code, sentence }) => ({ code, sentence })) },
      lines: [],
    };
  }
  const { file, sha256 } = await client.documents.issue({ caseId: only.id, paper });
  const path = resolve(out);
  await saveFile(path, new Uint8Array(await file.arrayBuffer()));
  return { code: 0, json: { file: path, sha256 }, lines: [`已保存 ${path}`, `SHA-256 ${sha256}`] };
}

const inWords = ({ id, internalNumber, about }: FoundCase) => `${internalNumber}（id ${id}）${about}`;

/** What a person needs to ask again for the one case that is meant. */
function notOneCase(typed: string, { takenFor, same, near }: FoundCases): readonly string[] {
  const list = (cases: readonly FoundCase[]) => cases.map((one) => `  ${inWords(one)}`);
  if (same.length > 0) {
    return [`“${typed}”对应 ${same.length} 件案件，请写 id：`, ...list(same)];
  }
  return [
    takenFor === 'id'
      ? `没有 id 是 ${typed} 的案件。只写数字就是 id；内部编号要连年份写，如 〔2026〕12号。`
      : `没有编号或案号是“${typed}”的案件。`,
    ...(near.length === 0 ? [] : ['相近的有：', ...list(near)]),
  ];
}

async function packageOfMonth(
  client: OfficeClient,
  { month, of, mediators, out }: Extract<Command, { command: 'package' }>,
): Promise<Outcome> {
  const { file, ...made } = await client.rollups.export({ month, of, mediators });
  const folder = resolve(out);
  await mkdir(folder, { recursive: true });
  const path = join(folder, file.name);
  await saveFile(path, new Uint8Array(await file.arrayBuffer()));
  const state = made.closed ? '已锁定' : '未锁定，数以后还会变';
  return {
    code: 0,
    json: { file: path, ...made },
    lines: [`已保存 ${path}（${state}，明细 ${made.cases} 件）`, `数据指纹 ${made.sha256}`],
  };
}

const received = {
  new: '已收下',
  same: '以前已经收下，没有重复计入',
  replaced: '已收下，原来的一包由它代替',
} as const;

async function receive(client: OfficeClient, path: string): Promise<Outcome> {
  const answer = await client.rollups.receive({ file: await readInput(path) });
  const { officeName, month, outcome, listed } = answer;
  const unlisted = listed ? [] : ['这家不在报送单位名单上。'];
  return { code: 0, json: answer, lines: [`${officeName} ${month}：${received[outcome]}`, ...unlisted] };
}

async function verify(client: OfficeClient): Promise<Outcome> {
  const result = await client.office.verify();
  const counted = `${result.cases} 件案件、${result.events} 条办理记录`;
  return {
    code: result.ok ? 0 : 1,
    json: result,
    lines: result.ok
      ? [`登记簿完好：${counted}。`]
      : [
          `登记簿有 ${result.problems.length} 处问题（${counted}）：`,
          ...result.problems.map(
            ({ what, caseId }) => `  ${caseId === null ? '' : `案件 id ${caseId}：`}${what}`,
          ),
        ],
  };
}

async function readInput(path: string): Promise<File> {
  const content = await readFile(resolve(path)).catch(() => undefined);
  if (content === undefined) {
    throw new Refused(`读不到文件：${path}`);
  }
  return new File([new Uint8Array(content)], basename(path));
}

const stages: Readonly<Record<Progress['stage'], string>> = {
  reading: '读取',
  checking: '检查',
  waiting: '等待',
  writing: '写入',
  rendering: '排版',
};

/** Waits for a task, saying each stage once. */
async function finished<Result>(task: AsyncIterator<Progress, Result, void>, say: Say): Promise<Result> {
  let stage: Progress['stage'] | undefined;
  for (;;) {
    const step = await task.next();
    if (step.done === true) {
      return step.value;
    }
    if (step.value.stage !== stage) {
      stage = step.value.stage;
      say(`${stages[stage]}……`);
    }
  }
}
