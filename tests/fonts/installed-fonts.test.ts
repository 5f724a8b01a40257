import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fontFolders, installedFonts } from '../../src/main/fonts/installed.ts';
import { namesInFontFile } from '../../src/main/fonts/name-table.ts';
import { collection, type FontName, fontFile } from './font-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const windowsChinese = (id: number, name: string): FontName => ({
  platform: 3,
  encoding: 1,
  language: 0x0804,
  id,
  bytes: Buffer.from(name, 'utf16le').swap16(),
});

describe('the names of a font', () => {
  it('are read in Chinese and in English, as Windows and as Macintosh write them', async () => {
    const path = fileOf(
      'fangsong.ttf',
      fontFile([
        windowsChinese(1, '仿宋_GB2312'),
        {
          platform: 3,
          encoding: 1,
          language: 0x0409,
          id: 4,
          bytes: Buffer.from('FangSong_GB2312', 'utf16le').swap16(),
        },
        { platform: 1, encoding: 0, language: 0, id: 1, bytes: Buffer.from('FangSong_GB2312', 'latin1') },
        // Its copyright is no name of it.
        windowsChinese(0, '版权所有'),
      ]),
    );
    expect([...(await namesInFontFile(path))].toSorted()).toEqual(['FangSong_GB2312', '仿宋_GB2312']);
  });

  it('are read where a font of the nineties writes them in GB, filled up with zeros', async () => {
    // 仿宋 in GB2312 is B7 C2 CB CE.
    const gb = Buffer.from([0xb7, 0xc2, 0xcb, 0xce]);
    const plain = fileOf('gb.ttf', fontFile([{ platform: 1, encoding: 25, language: 33, id: 1, bytes: gb }]));
    const filled = Buffer.from([0xb7, 0xc2, 0xcb, 0xce, 0, 0x5f, 0, 0x47]);
    const windows = fileOf(
      'gb3.ttf',
      fontFile([{ platform: 3, encoding: 3, language: 0x0804, id: 1, bytes: filled }]),
    );
    expect(await namesInFontFile(plain)).toEqual(['仿宋']);
    expect(await namesInFontFile(windows)).toEqual(['仿宋_G']);
  });

  it('are read of every font in a collection', async () => {
    const path = fileOf(
      'songs.ttc',
      collection([[windowsChinese(1, '宋体')], [windowsChinese(1, '新宋体')]]),
    );
    expect(await namesInFontFile(path)).toEqual(['宋体', '新宋体']);
  });

  it('are none where the file is no font, is cut off anywhere or lies about its lengths', async () => {
    const whole = fontFile([windowsChinese(1, '仿宋')]);
    expect(await namesInFontFile(fileOf('whole.ttf', whole))).toEqual(['仿宋']);
    for (let length = 0; length < whole.length; length += 1) {
      expect(await namesInFontFile(fileOf('cut.ttf', whole.subarray(0, length)))).toEqual([]);
    }
    for (let place = 0; place < whole.length; place += 1) {
      const lying = Uint8Array.from(whole);
      lying[place] = 0xff;
      // Whatever a single wrong byte says, the answer is a list and comes at once.
      expect(Array.isArray(await namesInFontFile(fileOf('lying.ttf', lying)))).toBe(true);
    }
    expect(await namesInFontFile(fileOf('words.ttf', Buffer.from('这是一个文本文件，不是字体。')))).toEqual(
      [],
    );
  });
});

describe('the fonts of a machine', () => {
  it('are found in the folders below and not outside of them; what cannot be read is passed over', async () => {
    const root = join(folder, 'machine');
    mkdirSync(join(root, 'wps-office'), { recursive: true });
    writeFileSync(join(root, 'wps-office', 'KAITI.TTF'), fontFile([windowsChinese(1, '楷体_GB2312')]));
    writeFileSync(join(root, 'readme.txt'), fontFile([windowsChinese(1, '说明')]));
    writeFileSync(join(root, 'broken.ttf'), 'nothing');
    mkdirSync(join(root, 'a-folder.ttf'));
    symlinkSync(root, join(root, 'round-and-round'));
    const { names, files } = await installedFonts([root, join(folder, 'there-is-no-such-folder')]);
    expect([...names]).toEqual(['楷体_GB2312']);
    expect(files).toBe(2);
  });

  it('of this very machine are read from its own files within two seconds', async () => {
    const folders = fontFolders(process.platform, process.env);
    const began = performance.now();
    const { names, files } = await installedFonts(folders);
    expect(performance.now() - began).toBeLessThan(2000);
    if (files === 0) {
      console.warn('NOT RUN: there is no font on this machine to read.');
      return;
    }
    expect(names.size).toBeGreaterThan(0);
    for (const name of names) expect(name).not.toMatch(/\p{Cc}|\uFFFD/u);
  });

  it('are looked for where each system keeps them', () => {
    expect(
      fontFolders('win32', { WINDIR: 'D:\\Windows' }, 'C:\\Users\\x').map((path) =>
        path.replaceAll('/', '\\'),
      ),
    ).toEqual(['D:\\Windows\\Fonts', 'C:\\Users\\x\\AppData\\Local\\Microsoft\\Windows\\Fonts']);
    expect(fontFolders('linux', {}, '/home/x')).toContain('/home/x/.local/share/fonts');
    expect(fontFolders('linux', {}, '/home/x')).toContain('/usr/share/fonts');
  });
});
