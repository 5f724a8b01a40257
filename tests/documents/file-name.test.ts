import { basename, relative, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameFor } from '#shared/documents/file-name.ts';

function nameOf(caseLabel: string, ...partyNames: readonly string[]): string {
  return fileNameFor({ fileNameParts: { documentName: '调解协议书', partyNames } }, caseLabel);
}

describe('the file name of a document', () => {
  it('is 案号-文书名-当事人', () => {
    expect(nameOf('（2026）内0602民初123号', '张甲某')).toBe(
      '（2026）内0602民初123号-调解协议书-张甲某.docx',
    );
    expect(nameOf('鄂政法调〔2026〕12号', '额尔敦·巴雅尔', '李乙某', '王丙某')).toBe(
      '鄂政法调〔2026〕12号-调解协议书-额尔敦·巴雅尔等3人.docx',
    );
  });

  it('leaves no separator, device name or trailing dot of a party in it', () => {
    expect(nameOf('12/3', '..\\..\\张<甲>:某. ')).toBe('12_3-调解协议书-_.._张_甲__某.docx');
    expect(fileNameFor({ fileNameParts: { documentName: '', partyNames: [] } }, 'CON')).toBe('_CON.docx');
    expect(fileNameFor({ fileNameParts: { documentName: '', partyNames: ['LPT¹.txt'] } }, '')).toBe(
      '_LPT¹.txt.docx',
    );
    expect(fileNameFor({ fileNameParts: { documentName: '', partyNames: [''] } }, ' . ')).toBe('文书.docx');
  });

  it('is valid on Windows and Linux and stays in its folder for 20,000 strange names', () => {
    const strange = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(
        'CON',
        'nul',
        'COM1',
        'lpt².x',
        'CONIN$',
        '..',
        '.',
        '/',
        '\\',
        'a:b',
        '\u202Egpj',
        '𠮷'.repeat(200),
        'e\u0301',
        '👨‍👩‍👧'.repeat(40),
      ),
    );
    fc.assert(
      fc.property(
        strange,
        strange,
        strange,
        fc.string({ maxLength: 5 }),
        (label, party, other, documentName) => {
          const name = fileNameFor({ fileNameParts: { documentName, partyNames: [party, other] } }, label);
          expect(rulesBrokenBy(name)).toEqual([]);
        },
      ),
      { numRuns: 20_000 },
    );
  });
});

function rulesBrokenBy(name: string): readonly string[] {
  const rules: readonly (readonly [string, boolean])[] = [
    ['is a Word file', name.endsWith('.docx')],
    ['has no character that Windows refuses', !/[<>:"/\\|?*]|\p{Cc}|\p{Cs}|\p{Cf}/u.test(name)],
    ['neither begins nor ends with a dot or a space', !/[. ]\.docx$|^[. ]/.test(name)],
    ['is no device', !/^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\./i.test(name)],
    ['has at most 120 units and 200 bytes', name.length <= 120 && Buffer.byteLength(name) <= 200],
    ['is composed', name === name.normalize('NFC')],
    ['is one name', basename(name) === name && relative('/folder', resolve('/folder', name)) === name],
  ];
  return rules.filter(([, holds]) => !holds).map(([rule]) => `${JSON.stringify(name)}: ${rule}`);
}
