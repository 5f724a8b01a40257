import { formatLocalDate, localDateInShanghai } from '#shared/domain/local-date.ts';
import { formatMonth } from '#shared/domain/reporting-period.ts';
import { attachmentState, type FileState } from '../attachments/look.ts';
import { documentHash } from '../documents/docx.ts';
import { allAttachments } from '../register/attachments.ts';
import { casesWithWrongDates } from '../register/case-dates.ts';
import { allDocuments, type IssuedDocument } from '../register/documents.ts';
import { casesWithWrongFigures } from '../register/figures.ts';
import { allClosings, closingFile, fileHash, storedContentHash } from '../register/month-closings.ts';
import { officeTemplates, templateBytes } from '../register/office-templates.ts';
import type { Connection, ReadableDb } from '../register/query.ts';
import { casesMissingFromSearch, casesWithoutEvents } from '../register/verify.ts';

export type Verification = {
  readonly ok: boolean;
  readonly cases: number;
  readonly events: number;
  readonly problems: { what: string; caseId: number | null }[];
};

/** The document in a sentence: its title, its day and the beginning of the hash that it was frozen with. */
function damagedDocument({ content, issuedAt, sha256 }: IssuedDocument): string {
  const { title } = JSON.parse(content) as { readonly title?: string };
  const day = formatLocalDate(localDateInShanghai(new Date(issuedAt)));
  return `文书“${title ?? ''}”（${day}签发，SHA-256 ${sha256.slice(0, 8)}…）的文件与签发时不一致，可能已经损坏`;
}

/** Scans whose file is gone or is not the one that was attached; each file is read once, whoever shows it. */
function damagedAttachments(db: ReadableDb, dataDir: string): Verification['problems'] {
  const states = new Map<string, FileState>();
  return allAttachments(db).flatMap(({ sha256, name, caseId }) => {
    const state = states.get(sha256) ?? attachmentState(dataDir, sha256);
    states.set(sha256, state);
    if (state === 'whole') return [];
    const what = state === 'missing' ? '文件不见了' : '文件与附上时不一致，可能已经损坏';
    return [{ what: `扫描件“${name}”（SHA-256 ${sha256.slice(0, 8)}…）的${what}`, caseId }];
  });
}

/** Word files of the office's own that are no longer what was added, those out of use too. */
function damagedTemplates(db: ReadableDb): Verification['problems'] {
  return officeTemplates(db).flatMap(({ id, name, sha256 }) => {
    const bytes = templateBytes(db, id);
    if (bytes !== undefined && documentHash(bytes) === sha256) return [];
    const what = `文书模板“${name}”（SHA-256 ${sha256.slice(0, 8)}…）的文件与添加时不一致，可能已经损坏`;
    return [{ what, caseId: null }];
  });
}

/** Closed months, the reopened ones too, whose file or figures are not those that were frozen. */
function damagedClosings(db: ReadableDb): Verification['problems'] {
  return allClosings(db).flatMap(({ id, month, sequence, fileSha256, contentSha256 }) => {
    const damaged = [
      ...(fileHash(closingFile(db, id)) === fileSha256 ? [] : ['报表文件']),
      ...(storedContentHash(db, id) === contentSha256 ? [] : ['数据']),
    ];
    return damaged.map((part) => ({
      what: `${formatMonth(month)}第${sequence}次锁定的${part}与锁定时不一致，可能已经损坏`,
      caseId: null,
    }));
  });
}

/** Whether the file is whole, everything derived agrees with the facts, and issued documents have their frozen bytes. */
export function verifyRegister(register: Connection, dataDir: string): Verification {
  const db = register.readable;
  const problems: Verification['problems'] = [];
  for (const row of register.database.pragma('integrity_check') as { integrity_check: string }[]) {
    if (row.integrity_check !== 'ok')
      problems.push({ what: `数据库文件：${row.integrity_check}`, caseId: null });
  }
  if ((register.database.pragma('foreign_key_check') as unknown[]).length > 0) {
    problems.push({ what: '数据库文件：有指向不存在记录的引用', caseId: null });
  }
  for (const caseId of casesWithWrongFigures(db)) problems.push({ what: '统计行与案件事实不一致', caseId });
  for (const caseId of casesWithWrongDates(db)) problems.push({ what: '今日事项与案件事实不一致', caseId });
  for (const caseId of casesMissingFromSearch(db))
    problems.push({ what: '检索索引缺少或多出该案件', caseId });
  for (const caseId of casesWithoutEvents(db)) problems.push({ what: '案件没有登记记录', caseId });
  for (const document of allDocuments(db)) {
    if (documentHash(document.bytes) === document.sha256) continue;
    problems.push({ what: damagedDocument(document), caseId: document.caseId });
  }
  problems.push(...damagedAttachments(db, dataDir), ...damagedTemplates(db), ...damagedClosings(db));
  const count = (table: 'cases' | 'events') =>
    db.first(db.selectFrom(table).select((select) => select.fn.countAll<number>().as('count')))?.count ?? 0;
  return { ok: problems.length === 0, cases: count('cases'), events: count('events'), problems };
}
