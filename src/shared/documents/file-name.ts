import { cleanName } from '../domain/names.ts';
import type { DocumentContent } from './model.ts';

const longestUnits = 120;
const longestBytes = 200;
const extension = '.docx';

/** Device names of Windows, alone or before a dot, also with superscript figures. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;

/**
 * 案号-文书名-当事人.docx, valid on NTFS and ext4 whatever the names hold: no separators, controls, reserved names or
 * trailing dots; at most 120 UTF-16 units and 200 bytes, cut from the names of the parties first.
 */
export function fileNameFor(content: Pick<DocumentContent, 'fileNameParts'>, caseLabel: string): string {
  const { documentName, partyNames } = content.fileNameParts;
  const [first = '', ...others] = partyNames.map(safePart);
  const parties = others.length === 0 ? first : `${first}等${partyNames.length}人`;
  const head = [caseLabel, documentName].map(safePart).filter((part) => part !== '');
  const name = shortened([...head, parties].filter((part) => part !== '').join('-'));
  const safe = reserved.test(name) || name === '' ? `文书${name}` : name;
  return `${shortened(safe)}${extension}`;
}

function safePart(text: string): string {
  return cleanName(text)
    .replace(/\p{Cc}|\p{Cf}|\p{Cs}/gu, '')
    .replace(/[<>:"/\\|?*]/g, '＿')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
}

function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}

/** Whole characters only, as people see them: no half of an emoji or of a letter with its accent. */
function shortened(name: string): string {
  let kept = '';
  let bytes = bytesOf(extension);
  for (const { segment } of characters.segment(name)) {
    bytes += bytesOf(segment);
    if (kept.length + segment.length + extension.length > longestUnits || bytes > longestBytes) {
      break;
    }
    kept += segment;
  }
  return kept.replace(/[. ]+$/g, '');
}

const characters = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' });
