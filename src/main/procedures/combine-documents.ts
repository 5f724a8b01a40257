import type { CopiedDocument } from '#shared/contract/documents.ts';
import type { CaseId, DocumentId } from '#shared/contract/ids.ts';
import { catalogue, type PaperSet, paperSets } from '#shared/documents/catalogue.ts';
import { fileNameFor } from '#shared/documents/file-name.ts';
import type { DocumentContent } from '#shared/documents/model.ts';
import { safeFileName } from '#shared/domain/file-name.ts';
import { formatLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import { combining } from '../documents/combined.ts';
import { readDocument } from '../register/documents.ts';
import type { ReadableDb } from '../register/query.ts';
import { readSetting } from '../register/settings.ts';
import { found } from './errors.ts';
import { caseLabelOf } from './issue-many.ts';
import { frozenContent, readIntact } from './issued.ts';
import type { JobDesk } from './job-desk.ts';

type Input = { readonly documents: readonly CopiedDocument[]; readonly today: LocalDate };

type Combined = {
  /** Named by its case; by its day where it is of several. */
  readonly name: string;
  readonly bytes: Uint8Array | null;
  /** What cannot be joined, because the office's own Word file made it. */
  readonly apart: readonly DocumentId[];
};

/** Joins issued documents, read one after another, into one Word file for printing. */
export async function combineDocuments(
  { documents, today }: Input,
  desk: Pick<JobDesk, 'register'>,
): Promise<Combined> {
  const db = desk.register.readable;
  const { doubleSided } = readSetting(db, 'paperStyle').value;
  const joined = combining({ doubleSided });
  const apart: DocumentId[] = [];
  const named = fileNaming(db);
  for (const { id, copies } of documents) {
    if (copies === 0) continue;
    const document = found(readDocument(db, id), 'document');
    const own = document.officeTemplateId === null;
    if (own && (await joined.add(readIntact(document), copies))) {
      named.see(document.caseId, frozenContent(document));
    } else apart.push(id);
  }
  const name = named.name(today);
  return { name, bytes: await joined.finish(name.replace(/\.docx$/, '')), apart };
}

type Names = DocumentContent['fileNameParts'];

/** The name of a file of many papers: 案号-协议材料-当事人, or the day, the paper and how many cases. */
function fileNaming(db: ReadableDb) {
  const titles = new Set<string>();
  const sets = new Set<PaperSet>();
  const cases = new Set<CaseId>();
  let papers = 0;
  let names: Names = { documentName: '文书', partyNames: [] };

  function see(caseId: CaseId, { kind, title, fileNameParts }: DocumentContent): void {
    papers += 1;
    titles.add(title.replace(/\s/g, ''));
    sets.add(catalogue[kind].set);
    cases.add(caseId);
    if (papers === 1 || fileNameParts.partyNames.length > names.partyNames.length) names = fileNameParts;
  }

  function name(today: LocalDate): string {
    const [caseId] = cases;
    if (caseId === undefined) return safeFileName('文书.docx');
    if (cases.size > 1) {
      const what = titles.size === 1 ? [...titles].join() : '文书';
      return safeFileName(`${formatLocalDate(today)}-${what}-${cases.size}件.docx`);
    }
    const [set] = sets;
    const ofSet = sets.size === 1 && set !== undefined ? paperSets[set].label : '文书';
    const documentName = papers === 1 ? names.documentName : ofSet;
    return fileNameFor(
      { fileNameParts: { documentName, partyNames: names.partyNames } },
      caseLabelOf(db, caseId),
    );
  }

  return { see, name };
}
