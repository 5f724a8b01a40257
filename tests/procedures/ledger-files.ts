import type { CaseDetail } from '#shared/contract/cases.ts';
import type { ImportPreview, ImportResult } from '#shared/contract/imports.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { parseCaseNumber } from '#shared/domain/case-number.ts';
import type { LedgerField } from '#shared/domain/ledger/fields.ts';
import { aFilter } from '../support/builders.ts';

const heads = {
  filedOn: '收案日期',
  receivedOn: '接收日期',
  source: '案件来源',
  court: '法院',
  caseNumbers: '案号',
  cause: '案由',
  applicants: '申请人',
  applicantPhones: '申请人电话',
  applicantAddresses: '申请人地址',
  respondents: '被申请人',
  claim: '标的额（元）',
  mediators: '调解员',
  sector: '界别',
  closedOn: '结案日期',
  result: '调解结果',
  agreedAmount: '协议金额（元）',
  paidAmount: '到位金额（元）',
  paidOn: '到位日期',
  confirmedOn: '司法确认日期',
  judge: '承办法官',
  letterOn: '函日期',
  remarks: '备注',
} as const satisfies Partial<Record<LedgerField, string>>;

export type Row = Partial<Record<keyof typeof heads, string>>;
export const fields = Object.keys(heads) as (keyof typeof heads)[];

const plain: Row = {
  filedOn: '2024-03-05',
  source: '法院委派',
  court: '东胜区人民法院',
  cause: '民间借贷纠纷',
  applicants: '甲样例',
  respondents: '乙样例',
  claim: '50000',
  mediators: '丙样例',
};
export const number = '（2024）内0602诉前调77号';

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A ledger with the given rows; a row stands as it is where it is a list of cells. */
export function ledger(...rows: readonly (Row | readonly string[])[]): File {
  const lines = rows.map((row) =>
    (Array.isArray(row) ? row : fields.map((field) => ({ ...plain, ...row })[field] ?? ''))
      .map(quoted)
      .join(','),
  );
  return new File([[Object.values(heads).join(','), ...lines].join('\n')], '台账.csv');
}

type Result<Task> = Task extends AsyncIterator<unknown, infer Outcome> ? Outcome : never;

async function outcomeOf<Task extends AsyncIterator<unknown, unknown>>(task: Task): Promise<Result<Task>> {
  for (let step = await task.next(); ; step = await task.next()) {
    if (step.done === true) return step.value as Result<Task>;
  }
}

export async function run(client: OfficeClient, file: File): Promise<ImportResult> {
  return await outcomeOf(await client.imports.run({ file, mapping: null }));
}

export async function preview(client: OfficeClient, file: File): Promise<ImportPreview> {
  return await outcomeOf(await client.imports.preview({ file, mapping: null }));
}

export async function allCases(client: OfficeClient): Promise<readonly CaseDetail[]> {
  const { rows } = await client.cases.list({ filter: aFilter(), after: null, limit: 200 });
  return await Promise.all(rows.map(({ id }) => client.cases.get({ id })));
}

export async function onlyCase(client: OfficeClient): Promise<CaseDetail> {
  const [only, ...others] = await allCases(client);
  if (only === undefined || others.length > 0) throw new Error('One case is expected.');
  return only;
}

export function courtNumber(text: string) {
  const parsed = parseCaseNumber(text);
  if (parsed === undefined) throw new Error(`Not a number: ${text}`);
  return parsed;
}
