import { cleanText } from './names.ts';

const longest = { units: 120, bytes: 200 } as const;
/** Device names of Windows, also with superscript figures. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00B9\u00B2\u00B3])$/i;
const forbidden = /[<>:"/\\|?*\p{Cc}]/gu;
const invisible = /[\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A file name that NTFS and ext4 both take and that leads into no other folder: at most 120 UTF-16 units and 200 bytes,
 * the extension kept, reserved device names marked (trust.md T-60).
 */
export function safeFileName(name: string): string {
  const clean = withoutForbidden(name);
  const [, stem = '', extension = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/su.exec(clean) ?? [];
  const kept = trimmed(shortened(trimmed(stem), extension));
  if (kept === '') {
    return `未命名${extension}`;
  }
  // Windows takes everything before the first full stop for the device: “con.2024.xlsx” is still the console.
  const [beforeStop = ''] = kept.split('.');
  return reserved.test(beforeStop.trim()) ? `_${kept}${extension}` : `${kept}${extension}`;
}

/** Words as a part of a file name: nothing in them ends the name, a folder or a line, and no dot or space frames them. */
export function fileNamePart(words: string): string {
  return trimmed(withoutForbidden(words));
}

/** Composed at the end: what was taken out may have stood between a letter and its accent. */
function withoutForbidden(text: string): string {
  return cleanText(text.replace(invisible, '').replace(forbidden, '_')).trim();
}

function trimmed(text: string): string {
  return text.replace(/^[\s.]+|[\s.]+$/gu, '');
}

/** Whole characters only, as people see them: no half of an emoji or of a letter with its accent. */
function shortened(stem: string, extension: string): string {
  // One more, for the mark of a reserved name.
  const room = { units: longest.units - extension.length - 1, bytes: longest.bytes - extension.length - 1 };
  let bytes = 0;
  let kept = '';
  for (const { segment } of characters.segment(stem)) {
    bytes += bytesOf(segment);
    if (kept.length + segment.length > room.units || bytes > room.bytes) {
      break;
    }
    kept += segment;
  }
  return kept;
}

/** The length in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}

const characters = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' });
