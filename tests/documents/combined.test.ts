import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mediationAgreement } from '#shared/documents/mediation-agreement.ts';
import type { DocumentContent, PageFurniture } from '#shared/documents/model.ts';
import { combining } from '../../src/main/documents/combined.ts';
import { renderDocx } from '../../src/main/documents/docx.ts';
import { factsOf, manyPartiesDraft, plainDraft } from './agreements.ts';
import { documentOf, readParts, wordsOnPaper, writeParts } from './word-file.ts';
import { elementsOf, parseXml, type XmlElement } from './xml.ts';

const plain = mediationAgreement(factsOf(plainDraft()));
const many = mediationAgreement(factsOf(manyPartiesDraft()));

const attributeOf = (element: XmlElement, name: string) => element.attributes.get(name);

function onPage(content: DocumentContent, page: Partial<PageFurniture>): DocumentContent {
  return { ...content, page: { ...content.page, ...page } };
}

/** The joined file of papers, each in so many copies. */
async function joined(papers: readonly (readonly [Uint8Array, number])[], doubleSided = false) {
  const joining = combining({ doubleSided });
  for (const [bytes, copies] of papers) expect(await joining.add(bytes, copies)).toBe(true);
  const bytes = await joining.finish('合订 <一>');
  if (bytes === null) throw new Error('Something was added.');
  return bytes;
}

describe('issued files joined into one for printing', () => {
  it('hold each copy as a section whose pages count from 1 and are counted by themselves', async () => {
    const bytes = await joined([
      [await renderDocx(plain), 3],
      [await renderDocx(many), 1],
    ]);
    const sections = elementsOf(documentOf(bytes), 'w:sectPr');
    expect(sections).toHaveLength(4);
    for (const section of sections) {
      expect(elementsOf(section, 'w:pgNumType').map((one) => attributeOf(one, 'w:start'))).toEqual(['1']);
      expect(elementsOf(section, 'w:type').map((one) => attributeOf(one, 'w:val'))).toEqual(['nextPage']);
      expect(elementsOf(section, 'w:footerReference')).toHaveLength(2);
    }
    const parts = readParts(bytes);
    for (const [name, part] of parts) if (name.endsWith('.xml')) parseXml(part);
    const footers = [...parts].filter(([name]) => /footer\d+\.xml$/.test(name)).map(([, part]) => part);
    expect(footers.join('')).toContain('>SECTIONPAGES<');
    expect(footers.join('')).not.toContain('>NUMPAGES<');
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>合订 &lt;一&gt;</dc:title>');
  });

  it('say, copy by copy, what each file says', async () => {
    const [one, other] = [await renderDocx(plain), await renderDocx(many)];
    const words = wordsOnPaper(
      await joined([
        [one, 2],
        [other, 1],
      ]),
    );
    expect(words).toEqual([...wordsOnPaper(one), ...wordsOnPaper(one), ...wordsOnPaper(other)]);
  });

  it('are the same bytes for the same files', async () => {
    const one = await renderDocx(plain);
    expect(await joined([[one, 2]])).toEqual(await joined([[one, 2]]));
  });

  it('begin each copy on a new sheet where both sides are printed', async () => {
    const bytes = await joined([[await renderDocx(plain), 2]], true);
    const kinds = elementsOf(documentOf(bytes), 'w:type').map((one) => attributeOf(one, 'w:val'));
    expect(kinds).toEqual(['oddPage', 'oddPage']);
  });

  it('keep the letters of a file that is set in another size or other fonts', async () => {
    const small = await renderDocx(onPage(plain, { bodyPoints: 14 }), { fontScheme: 'windows' });
    const bytes = await joined([
      [await renderDocx(plain), 1],
      [small, 1],
    ]);
    const styles = parseXml(readParts(bytes).get('word/styles.xml') ?? '');
    const ids = elementsOf(styles, 'w:style').map((style) => attributeOf(style, 'w:styleId'));
    expect(new Set(ids).size, 'no two styles of one name').toBe(ids.length);
    const sizeOf = (id: string) =>
      elementsOf(styles, 'w:style')
        .filter((style) => attributeOf(style, 'w:styleId') === id)
        .flatMap((style) => elementsOf(style, 'w:sz').map((size) => attributeOf(size, 'w:val')));
    expect([sizeOf('paragraph'), sizeOf('paragraph-2')]).toEqual([['32'], ['28']]);
    const used = elementsOf(documentOf(bytes), 'w:pStyle').map((style) => attributeOf(style, 'w:val'));
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
    expect(used).toContain('paragraph-2');
    const fonts = elementsOf(parseXml(readParts(bytes).get('word/fontTable.xml') ?? ''), 'w:font');
    expect(fonts.map((font) => attributeOf(font, 'w:name'))).toEqual(
      expect.arrayContaining(['仿宋_GB2312', '仿宋']),
    );
  });

  it('give a file without page numbers none, although one stands before it', async () => {
    const bytes = await joined([
      [await renderDocx(onPage(plain, { pageNumbers: 'outside' })), 1],
      [await renderDocx(onPage(plain, { pageNumbers: 'none' })), 1],
    ]);
    const parts = readParts(bytes);
    const targets = parts.get('word/_rels/document.xml.rels') ?? '';
    const wordsOf = (id: string) => {
      const target = targets.match(new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`))?.[1] ?? '';
      return (parts.get(`word/${target}`) ?? '').includes('>PAGE<');
    };
    const sections = elementsOf(documentOf(bytes), 'w:sectPr').map((section) =>
      elementsOf(section, 'w:footerReference').map((one) => wordsOf(attributeOf(one, 'r:id') ?? '')),
    );
    expect(sections).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
  });

  it('leave out a file that another program made', async () => {
    const parts = new Map(readParts(await renderDocx(plain)));
    parts.set('word/media/image1.png', 'not ours');
    const joining = combining({ doubleSided: false });
    expect(await joining.add(writeParts(parts), 1)).toBe(false);
    expect(await joining.finish('无')).toBeNull();
  });
});

const hasOffice = ['soffice', 'pdftotext'].every(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined,
);

describe.skipIf(!hasOffice)('the joined file as pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'joined-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function pagesOf(name: string, bytes: Uint8Array): readonly string[] {
    writeFileSync(join(folder, `${name}.docx`), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, `${name}.docx`], {
      cwd: folder,
      timeout: 120_000,
    });
    const { stdout } = spawnSync('pdftotext', ['-layout', join(folder, `${name}.pdf`), '-'], {
      encoding: 'utf8',
    });
    return stdout.split('\f').slice(0, -1);
  }
  /** Without the foot of the page: LibreOffice 7 does not know how many pages a section has. */
  const body = (page: string) => page.replace(/\s+/g, '').replace(/第\d+页共\d*页$/, '');

  it('breaks into the same pages as each file by itself', async () => {
    const [one, other] = [await renderDocx(plain), await renderDocx(onPage(many, { bodyPoints: 14 }))];
    const alone = [pagesOf('one', one), pagesOf('other', other)].map((pages) => pages.map(body));
    const [first = [], second = []] = alone;
    expect(first.length + second.length).toBeGreaterThan(6);
    const together = pagesOf(
      'together',
      await joined([
        [one, 2],
        [other, 1],
      ]),
    );
    expect(together.map(body)).toEqual([...first, ...first, ...second]);
    expect(together.filter((page) => /第1页/.test(page.replace(/\s+/g, '')))).toHaveLength(3);
  }, 240_000);
});
