import { type Archive, type ArchiveAdvice, openArchive } from '../../archives/archive.ts';
import { FileRefused } from '../../archives/file-refused.ts';
import { readWords, type TextPart } from './word-text.ts';
import { attributeOf, BrokenXml, xmlTokens } from './xml-tokens.ts';

/** An office's own Word file: it is kept with every document that is issued with it, so it stays small. */
export const templateLimits = { bytes: 2 * 1024 * 1024, textBytes: 4 * 1024 * 1024 } as const;

const again = '请在 Word 或者 WPS 中打开，另存为“Word 文档（*.docx）”后再添加。';
const advice: ArchiveAdvice = {
  encrypted: '文件加了密码，请取消密码，另存为 docx 后再添加。',
  unsafe: (what) => `文件不安全（${what}），没有读取。${again}`,
  tooBig: (what) => `${what}，没有读取。请删去图片和多余的内容，另存后再添加。`,
  damaged: (what) => `文件已损坏或者不完整（${what}）。${again}`,
};

/** The parts of a checked Word file. */
export type WordPackage = {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** The parts that hold the text of the pages: the document itself first, then headers and footers. */
  readonly texts: readonly TextPart[];
};

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';

/**
 * Opens a Word file from outside after looking for what may not be in it: bombs, macros, objects, links to anything
 * outside of the file, entities. Throws FileRefused with a sentence that says what to do.
 */
export function openWordPackage(bytes: Uint8Array): WordPackage {
  if (bytes.length === 0) throw new FileRefused('empty', '文件是空的，请重新选择。');
  if (bytes.length > templateLimits.bytes) {
    throw new FileRefused('tooBig', '文件超过 2 MB，多半是图片太大。请压缩图片（如页眉里的徽标）后再添加。');
  }
  refuseOtherFormats(bytes);
  const archive = openArchive(bytes, advice);
  refuseOtherPackages(archive);
  const parts = new Map(
    archive.names.filter((name) => !name.endsWith('/')).map((name) => [name, archive.read(name)]),
  );
  try {
    for (const [name, part] of parts) {
      if (/\.(xml|rels|vml)$/i.test(name)) refuseDeclarations(textOf(part));
      if (/\.rels$/i.test(name)) refuseLinks(textOf(part));
    }
    return { parts, texts: textParts(parts) };
  } catch (error) {
    if (error instanceof BrokenXml) throw new FileRefused('damaged', advice.damaged('内容不是完整的 XML'));
    throw error;
  }
}

function refuseOtherFormats(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (head.startsWith('\xD0\xCF\x11\xE0')) {
    throw new FileRefused('oldFormat', `这是旧格式（.doc、.wps）或者加了密码的文件。${again}`);
  }
  if (!head.startsWith('PK')) {
    throw new FileRefused(
      'notADocument',
      '这不是 Word 文档（docx）。PDF、图片、网页都不能作模板，请选择 docx 文件。',
    );
  }
}

function refuseOtherPackages(archive: Archive): void {
  const names = archive.names.map((name) => name.toLowerCase());
  if (names.some((name) => /^word\/(embeddings|activex|afchunk)/.test(name) || /afchunk\./.test(name))) {
    throw new FileRefused(
      'unsafe',
      '文件里嵌入了其他文件或者控件（如 Excel 表格、公式对象），请删去或者粘贴为图片、文字后再添加。',
    );
  }
  if (names.some((name) => /vbaproject|vbadata|\.bin$/.test(name) && !name.includes('printersettings'))) {
    throw new FileRefused('macros', '文件含有宏或者程序，请在 Word 中另存为“Word 文档（*.docx）”后再添加。');
  }
  if (!names.includes('[content_types].xml') || !names.includes('word/document.xml')) {
    throw new FileRefused('notADocument', '这不是 Word 文档（docx），请选择 docx 文件。');
  }
}

/** The text of a part: only UTF-8, because a declaration in another encoding would not be seen. */
function textOf(part: Uint8Array): string {
  if (part.length > templateLimits.textBytes) {
    throw new FileRefused('tooBig', advice.tooBig('文件里的文字和格式超过 4 MB'));
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(part);
  } catch {
    throw new FileRefused('damaged', advice.damaged('文字编码不是 UTF-8'));
  }
}

function refuseDeclarations(xml: string): void {
  if (/<!(DOCTYPE|ENTITY|\[CDATA)/i.test(xml) || xml.includes('\0')) {
    throw new FileRefused('unsafe', advice.unsafe('含有实体声明'));
  }
}

/** What each link to the outside is called where people meet it. */
const links: readonly (readonly [RegExp, string])[] = [
  [
    /attachedTemplate$/,
    '文件挂着外部模板。请在 Word 的“开发工具 → 文档模板”中改为 Normal，或者把内容复制到新建的空白文档，再添加。',
  ],
  [/hyperlink$/, '文件里有超链接。请全选（Ctrl+A）后按 Ctrl+Shift+F9 取消链接，再添加。'],
  [/image$/, '文件里的图片是链接的，不在文件里。请删去后用“插入图片”重新插入，再添加。'],
  [/mailMerge/, '文件连着邮件合并的数据源。请在“邮件 → 开始邮件合并”中改为“普通 Word 文档”，再添加。'],
];

const embedded = /\/(oleObject|package|control|aFChunk|subDocument|vbaProject)$/i;

function refuseLinks(xml: string): void {
  for (const token of xmlTokens(xml)) {
    if ((token.kind !== 'empty' && token.kind !== 'open') || !/(^|:)Relationship$/.test(token.name)) continue;
    const type = attributeOf(token.attributes, 'Type') ?? '';
    const outside =
      attributeOf(token.attributes, 'TargetMode')?.toLowerCase() === 'external' ||
      /^\s*([a-z][a-z0-9+.-]*:|\\\\|\/\/)/i.test(attributeOf(token.attributes, 'Target') ?? '');
    if (outside) {
      const said = links.find(([pattern]) => pattern.test(type))?.[1];
      throw new FileRefused(
        'outside',
        said ?? '文件链接到了外面的文件或者网址。请把内容复制到新建的空白文档，再添加。',
      );
    }
    if (embedded.test(type)) {
      throw new FileRefused('unsafe', '文件里嵌入了其他文件或者控件，请删去后再添加。');
    }
  }
}

/** The document, its headers and its footers, as the list of contents names them. */
function textParts(parts: ReadonlyMap<string, Uint8Array>): readonly TextPart[] {
  const kinds = { document: 'document.main+xml', header: 'header+xml', footer: 'footer+xml' } as const;
  const found: TextPart[] = [];
  for (const token of xmlTokens(textOf(partNamed(parts, '[Content_Types].xml')))) {
    if (token.kind !== 'empty' && token.kind !== 'open') continue;
    const type = attributeOf(token.attributes, 'ContentType') ?? '';
    if (/macroEnabled/i.test(type)) {
      throw new FileRefused('macros', '文件是带宏的文档，请在 Word 中另存为“Word 文档（*.docx）”后再添加。');
    }
    const kind = (['document', 'header', 'footer'] as const).find((one) => type === wordType + kinds[one]);
    const name = attributeOf(token.attributes, 'PartName')?.replace(/^\//, '');
    if (kind === undefined || name === undefined) continue;
    const xml = textOf(partNamed(parts, name));
    readWords({ xml });
    found.push({ name, kind, xml });
  }
  if (!found.some(({ kind }) => kind === 'document')) {
    throw new FileRefused('notADocument', `这不是普通的 Word 文档（可能是 dotx 模板）。${again}`);
  }
  return found.toSorted((a, b) => Number(b.kind === 'document') - Number(a.kind === 'document'));
}

function partNamed(parts: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const part = parts.get(name);
  if (part === undefined) throw new FileRefused('damaged', advice.damaged(`缺少 ${name}`));
  return part;
}
