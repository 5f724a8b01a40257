import type { FontScheme } from '#shared/documents/font-schemes.ts';
import {
  compactTableText,
  type FontRole,
  fontRoles,
  grid,
  pageNumber,
  signature,
  type TextLayout,
  tableText,
  textLayouts,
} from '#shared/documents/layout.ts';
import {
  type DocumentContent,
  type PageFurniture,
  type TextRole,
  textRoles,
} from '#shared/documents/model.ts';

/**
 * The parts of a Word file that say how it looks, written by us: the library writes no themeFontLang, no
 * characterSpacingControl and no autoSpaceDE, and puts the time of day into the core properties.
 */

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** Styles under the names that a clerk finds in Word's style list. */
const styleNames: Readonly<Record<TextRole, string>> = {
  titleAbove: '文书标题首行',
  title: '文书标题',
  subtitle: '文书副标题',
  titleNote: '文书题注',
  overleaf: '文书背面标题',
  documentNumber: '文书编号',
  caseNumberLine: '文书案号',
  addressee: '文书主送',
  party: '文书当事人',
  partyDetail: '文书代表与代理',
  causeLine: '文书案由',
  paragraph: '文书正文',
  leadIn: '文书引语',
  term: '文书条款',
  termContinuation: '文书条款续段',
  confirmation: '文书确认语',
  organisationLine: '文书落款单位',
  dateline: '文书落款日期',
  annexHead: '文书附件',
  note: '文书附注',
  cutLine: '文书裁剪线',
};

export const tableStyle = 'tableText';
export const compactTableStyle = 'tableTextCompact';
export const tableHeadStyle = 'tableHead';
export const signatureStyle = 'signature';
export const footerStyle = 'footer';
export const emphasisStyle = 'emphasis';

/** A line of 1 pt, as XML: where a paragraph has to stand and none is to be seen. It may end a section. */
export function lowLine(section = ''): string {
  return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>${section}</w:pPr></w:p>`;
}

const justification = { start: 'left', centre: 'center', end: 'right', justify: 'both' } as const;

type Look = Pick<TextLayout, 'align' | 'linePitch'> &
  Partial<Omit<TextLayout, 'points' | 'letterSpacing'>> & {
    readonly points: number;
    readonly letterSpacing?: number;
    readonly lineRule: 'exact' | 'atLeast';
  };

/** word/styles.xml */
export function stylesPart(page: PageFurniture, scheme: FontScheme): string {
  const body = page.bodyPoints;
  const gridSpacing = body === 16 ? grid.letterSpacing : 0;
  const plain: Look = {
    font: 'body',
    align: 'justify',
    points: body,
    linePitch: grid.linePitch,
    lineRule: 'exact',
    letterSpacing: gridSpacing,
  };
  const small: Look = { ...plain, letterSpacing: 0 };
  const styles = [
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>${paragraphProperties(plain)}${runProperties(plain, scheme)}</w:style>`,
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    ...textRoles.map((role) => {
      const layout = textLayouts[role];
      return paragraphStyle(
        role,
        styleNames[role],
        {
          ...layout,
          points: layout.points === 'body' ? body : layout.points,
          letterSpacing: layout.letterSpacing === 'grid' ? gridSpacing : layout.letterSpacing,
          lineRule: 'exact',
        },
        scheme,
      );
    }),
    paragraphStyle(
      tableStyle,
      '文书表格文字',
      { ...small, align: 'start', points: tableText.points, linePitch: tableText.linePitch },
      scheme,
    ),
    paragraphStyle(
      compactTableStyle,
      '文书表格小字',
      { ...small, align: 'start', ...compactTableText },
      scheme,
    ),
    paragraphStyle(
      tableHeadStyle,
      '文书表头',
      {
        ...small,
        font: 'heading',
        align: 'centre',
        points: tableText.points,
        linePitch: tableText.linePitch,
      },
      scheme,
    ),
    paragraphStyle(
      signatureStyle,
      '文书签名栏',
      { ...small, align: 'start', points: Math.min(signature.points, body), linePitch: signature.linePitch },
      scheme,
    ),
    paragraphStyle(
      footerStyle,
      '文书页码',
      { font: 'pageNumber', align: 'centre', points: pageNumber.points, linePitch: 240, lineRule: 'atLeast' },
      scheme,
    ),
    `<w:style w:type="character" w:styleId="${emphasisStyle}"><w:name w:val="文书强调"/><w:qFormat/><w:rPr>${fonts('heading', scheme)}</w:rPr></w:style>`,
  ];
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('body', scheme)}<w:sz w:val="${body * 2}"/><w:szCs w:val="${body * 2}"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
  return `${declaration}<w:styles ${wordNamespace}>${defaults}${styles.join('')}</w:styles>`;
}

function paragraphStyle(id: string, name: string, look: Look, scheme: FontScheme): string {
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>${paragraphProperties(look)}${runProperties(look, scheme)}</w:style>`;
}

/**
 * In the order of CT_PPr. No extra space between full-width and half-width characters, as the grid wants.
 * Nothing is snapped to the section's grid: the exact pitch and the letter spacing make it in every program, while
 * LibreOffice gives a character that is wider than its cell (16 pt in 15.8) two cells.
 */
function paragraphProperties(look: Look): string {
  const { firstLineCharacters = 0, endCharacters = 0, linesBefore = 0, linesAfter = 0 } = look;
  const character = (look.points * 4096 + grid.characterSpace) / 4096;
  const twips = (characters: number) => Math.round(characters * character * 20);
  return `<w:pPr><w:widowControl/><w:kinsoku/><w:overflowPunct/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:before="${Math.round(linesBefore * grid.linePitch)}" w:after="${Math.round(linesAfter * grid.linePitch)}" w:line="${look.linePitch}" w:lineRule="${look.lineRule}"/><w:ind w:rightChars="${endCharacters * 100}" w:right="${twips(endCharacters)}" w:firstLineChars="${firstLineCharacters * 100}" w:firstLine="${twips(firstLineCharacters)}"/><w:jc w:val="${justification[look.align]}"/></w:pPr>`;
}

/** In the order of CT_RPr. */
function runProperties(look: Look, scheme: FontScheme): string {
  const { font = 'body', letterSpacing = 0 } = look;
  const bold = scheme[font].bold === true ? '<w:b/><w:bCs/>' : '';
  const spacing = letterSpacing === 0 ? '' : `<w:spacing w:val="${letterSpacing}"/>`;
  return `<w:rPr>${fonts(font, scheme)}${bold}<w:snapToGrid w:val="0"/>${spacing}<w:sz w:val="${look.points * 2}"/><w:szCs w:val="${look.points * 2}"/></w:rPr>`;
}

function fonts(role: FontRole, scheme: FontScheme): string {
  const { name } = scheme[role];
  return `<w:rFonts w:hint="eastAsia" w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;
}

/** word/settings.xml, in the order of CT_Settings. */
export function settingsPart(page: PageFurniture): string {
  const oddAndEven = page.pageNumbers === 'outside' ? '<w:evenAndOddHeaders/>' : '';
  const compatibility = [
    ['compatibilityMode', '15'],
    ['overrideTableStyleFontSizeAndJustification', '1'],
    ['enableOpenTypeFeatures', '1'],
    ['doNotFlipMirrorIndents', '1'],
    ['differentiateMultirowTableHeaders', '1'],
  ].map(
    ([name, value]) =>
      `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`,
  );
  return `${declaration}<w:settings ${wordNamespace}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/>${oddAndEven}<w:drawingGridVerticalSpacing w:val="${grid.linePitch}"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:useFELayout/>${compatibility.join('')}</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>`;
}

/** word/fontTable.xml: each font once, with what may stand in for it. */
export function fontTablePart(scheme: FontScheme): string {
  const named = new Map(fontRoles.map((role) => [scheme[role].name, scheme[role].alternatives]));
  const entries = Array.from(
    named,
    ([name, alternatives]) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternatives.join(',')}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
  );
  return `${declaration}<w:fonts ${wordNamespace}>${entries.join('')}</w:fonts>`;
}

/** docProps/core.xml: the title and the language; no time and no author, so that the same content gives the same bytes. */
export function corePropertiesPart(content: Pick<DocumentContent, 'title'>): string {
  const title = content.title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`;
}
