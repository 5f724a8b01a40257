import { fileNamePart, safeFileName } from '../domain/file-name.ts';
import { cleanName } from '../domain/names.ts';
import type { DocumentContent } from './model.ts';

/** 案号-文书名-当事人.docx, a safe file name whatever the names hold; cut from the names of the parties first. */
export function fileNameFor(content: Pick<DocumentContent, 'fileNameParts'>, caseLabel: string): string {
  const { documentName, partyNames } = content.fileNameParts;
  const [first = '', ...others] = partyNames.map(partOf);
  const parties = others.length === 0 ? first : `${first}等${partyNames.length}人`;
  const parts = [partOf(caseLabel), partOf(documentName), parties].filter((part) => part !== '');
  return safeFileName(`${parts.length === 0 ? '文书' : parts.join('-')}.docx`);
}

function partOf(words: string): string {
  return fileNamePart(cleanName(words));
}
