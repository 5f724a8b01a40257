import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { safeFileName } from '#shared/domain/file-name.ts';
import { OpenedCopies } from '../../src/main/electron/opened-copies.ts';
import { FileNotSaved, saveFile, saveText } from '../../src/main/save-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a file name', () => {
  test.each([
    ['调解协议书 演示调〔2026〕12号.docx', '调解协议书 演示调〔2026〕12号.docx'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['a/b\\c:d*e?f"g<h>i|j.docx', 'a_b_c_d_e_f_g_h_i_j.docx'],
    ['CON', '_CON'],
    ['con.docx', '_con.docx'],
    ['con.2024.xlsx', '_con.2024.xlsx'],
    ['COM\u00B9.docx', '_COM\u00B9.docx'],
    ['lpt9 .txt', '_lpt9.txt'],
    ['console.docx', 'console.docx'],
    ['张三.', '张三'],
    ['张三 .docx', '张三.docx'],
    ['.docx', '未命名.docx'],
    ['', '未命名'],
    ['..', '未命名'],
    ['张\u202E三\u200B.docx', '张三.docx'],
    ['名\u0000字\n.docx', '名_字_.docx'],
    ['e\u0600\u0301.docx', '\u00E9.docx'],
    ['一行\u2028两行.docx', '一行两行.docx'],
    [`${'a'.repeat(118)}x\u0301`, 'a'.repeat(118)],
    ['半个字\uD842.docx', '半个字\uFFFD.docx'],
  ])('“%s” becomes “%s”', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  test('of whatever text stays in its folder and is one that Windows and Linux take', () => {
    const pieces = fc.constantFrom(
      '..',
      '/',
      '\\',
      'CON',
      'nul',
      '.',
      ' ',
      '张三',
      '𠮷',
      ':',
      '\u202E',
      '\uFFFF',
      'COM1',
      '.docx',
      '\uD800',
    );
    const names = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(pieces, { maxLength: 150 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(names, (name) => {
        const safe = safeFileName(name);
        const path = relative('/office', join('/office', safe));
        return (
          path === safe &&
          !path.startsWith('..') &&
          !/[<>:"/\\|?*\p{Cc}\p{Noncharacter_Code_Point}]/u.test(safe) &&
          !/[. ]$/.test(safe) &&
          !/^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i.test(safe) &&
          safe.isWellFormed() &&
          safe.length <= 120 &&
          Buffer.byteLength(safe) <= 200 &&
          safe.length > 0
        );
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('saving a file', () => {
  test('writes it whole and leaves nothing beside it', async () => {
    const target = join(folder, 'a.txt');
    await saveText(target, '第一次');
    await saveText(target, '第二次');
    expect(readFileSync(target, 'utf8')).toBe('第二次');
    expect(readdirSync(folder)).toStrictEqual(['a.txt']);
  });

  test('refuses a link, and what the link leads to stays as it was', async () => {
    const elsewhere = join(folder, 'elsewhere.txt');
    const link = join(folder, 'link.docx');
    writeFileSync(elsewhere, '别人的文件');
    symlinkSync(elsewhere, link);
    await expect(saveText(link, '覆盖')).rejects.toMatchObject({ reason: 'link' });
    expect(readFileSync(elsewhere, 'utf8')).toBe('别人的文件');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  test('says in Chinese why it could not, and leaves nothing behind', async () => {
    const error = await saveText(join(folder, 'none', 'a.txt'), 'x').catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(FileNotSaved);
    expect(error).toMatchObject({ reason: 'noFolder', message: expect.stringMatching(/^\p{Script=Han}/u) });
    const taken = join(folder, 'taken');
    mkdirSync(taken);
    await expect(saveFile(taken, new Uint8Array(1))).rejects.toBeInstanceOf(FileNotSaved);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toStrictEqual([]);
  });

  test.runIf(process.getuid?.() !== 0)('waits for a program that holds the file, then says so', async () => {
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    await expect(saveText(join(locked, 'a.txt'), 'x')).rejects.toMatchObject({ reason: 'notAllowed' });
  });
});

describe('the copies that Word or WPS are given', () => {
  const place = join(folder, 'opened');
  const copies = new OpenedCopies(place);

  test('are private, read-only, and carry their own name', async () => {
    const path = await copies.write(new File(['甲'], '../协议:书.docx'));
    expect(path.endsWith('_协议_书.docx')).toBe(true);
    expect(path.startsWith(place)).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('甲');
    expect(statSync(path).mode & 0o777).toBe(0o400);
    expect(statSync(place).mode & 0o077).toBe(0);
    const again = await copies.write(new File(['乙'], '../协议:书.docx'));
    expect(again).not.toBe(path);
  });

  test('are gone when the folder is emptied', async () => {
    await copies.empty();
    expect(readdirSync(place)).toStrictEqual([]);
    await new OpenedCopies(join(folder, 'never')).empty();
    expect(existsSync(join(folder, 'never'))).toBe(false);
  });
});
