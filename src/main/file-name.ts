const longest = { units: 120, bytes: 200 } as const;
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00B9\u00B2\u00B3])$/i;
const forbidden = /[<>:"/\\|?*\p{Cc}]/gu;
const invisible = /[\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\p{Noncharacter_Code_Point}]/gu;

/**
 * A file name that NTFS and ext4 both take and that leads into no other folder: at most 120 UTF-16 units and 200 bytes,
 * the extension kept, reserved device names marked (trust.md T-60).
 */
export function safeFileName(name: string): string {
  const clean = name.toWellFormed().normalize('NFC').replace(invisible, '').replace(forbidden, '_').trim();
  const [, stem = '', extension = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/su.exec(clean) ?? [];
  const kept = trimmed(shortened(trimmed(stem), extension));
  if (kept === '') {
    return `未命名${extension}`;
  }
  // Windows takes everything before the first full stop for the device: “con.2024.xlsx” is still the console.
  const [beforeStop = ''] = kept.split('.');
  return reserved.test(beforeStop.trim()) ? `_${kept}${extension}` : `${kept}${extension}`;
}

function trimmed(stem: string): string {
  return stem.replace(/^[\s.]+|[\s.]+$/gu, '');
}

function shortened(stem: string, extension: string): string {
  const room = { units: longest.units - extension.length - 1, bytes: longest.bytes - extension.length - 1 };
  let units = 0;
  let bytes = 0;
  let kept = '';
  for (const character of stem) {
    units += character.length;
    bytes += Buffer.byteLength(character);
    if (units > room.units || bytes > room.bytes) {
      break;
    }
    kept += character;
  }
  return kept;
}
