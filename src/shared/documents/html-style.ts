import { type FontSchemeName, fontSchemeNames } from '../domain/paper-style.ts';
import { type FontScheme, fontSchemes, namesOfFont } from './font-schemes.ts';
import {
  compactTables,
  compactTableText,
  type FontRole,
  fontRoles,
  grid,
  paper,
  signature,
  spaceUnderSignature,
  type TextLayout,
  tableText,
  textLayouts,
} from './layout.ts';
import { textRoles } from './model.ts';

/** The stylesheet of the preview, made from the numbers that the paper is made from. */

/** What a browser falls back on where a machine has none of the fonts of a scheme. */
const generic: Readonly<Record<FontRole, string>> = {
  body: "'Noto Serif CJK SC', serif",
  title: "'Noto Serif CJK SC', serif",
  heading: "'Noto Sans CJK SC', sans-serif",
  kai: "'Noto Serif CJK SC', serif",
  pageNumber: "'Noto Serif CJK SC', serif",
};

/** The fonts of a role in the order in which Word, WPS and a browser try them, for `font-family`. */
function families(scheme: FontScheme, role: FontRole): string {
  const { name, alternatives } = scheme[role];
  const names = [name, ...alternatives].flatMap(namesOfFont);
  return `${[...new Set(names)].map((one) => `'${one}'`).join(', ')}, ${generic[role]}`;
}

const family = (role: FontRole) => `var(--document-${role}-font)`;

/** The class under which a document is shown in the fonts of a scheme. */
export function fontSchemeClass(scheme: FontSchemeName): string {
  return `document-fonts-${scheme}`;
}

const schemeRules = fontSchemeNames.map((name) => {
  const fonts = fontRoles.map((role) => `  --document-${role}-font: ${families(fontSchemes[name], role)};`);
  const weight = fontSchemes[name].title.bold === true ? 'bold' : 'normal';
  // Unless another is said, the default of GB/T 9704.
  const selector = `${name === 'gb2312' ? '.document, ' : ''}.${fontSchemeClass(name)}`;
  return `${selector} {\n${fonts.join('\n')}\n  --document-title-weight: ${weight};\n}`;
});

const aligns: Readonly<Record<TextLayout['align'], string>> = {
  start: 'start',
  centre: 'center',
  end: 'end',
  justify: 'justify',
};

function points(twips: number): string {
  return `${twips / 20}pt`;
}

function textRule(role: (typeof textRoles)[number]): string {
  const layout = textLayouts[role];
  const size = layout.points === 'body' ? 'var(--document-body)' : `${layout.points}pt`;
  return `.document-${role} {
  font-family: ${family(layout.font)};
  font-size: ${size};
  font-weight: ${layout.font === 'title' ? 'var(--document-title-weight)' : 'normal'};
  line-height: ${points(layout.linePitch)};
  letter-spacing: ${layout.letterSpacing === 'grid' ? 'var(--document-letter-spacing)' : points(layout.letterSpacing)};
  text-align: ${aligns[layout.align]};
  text-indent: ${layout.firstLineCharacters}em;${layout.startsPage === true ? '\n  break-before: column;' : ''}
  margin: ${points(layout.linesBefore * grid.linePitch)} ${layout.endCharacters}em ${points(layout.linesAfter * grid.linePitch)} 0;
}`;
}

/** The sheets on the screen are columns (see `html-pages.ts`), so that what breaks them differs from what breaks a page. */
const pageBreaks = textRoles
  .filter((role) => textLayouts[role].startsPage === true)
  .map((role) => `@media print { .document .document-${role} { break-before: page; } }`);

const margins = [paper.top, paper.right, paper.bottom, paper.left].map(points).join(' ');

/** How a document looks, on the screen and in print; how it is cut into pages is said in `html-pages.ts`. */
export const documentCss = `${schemeRules.join('\n')}
.document {
  --document-body: 16pt;
  --document-letter-spacing: ${points(grid.letterSpacing)};
  box-sizing: border-box;
  width: ${points(paper.width)};
  min-height: ${points(paper.height)};
  padding: ${margins};
  background: #fff;
  color: #000;
  font-family: ${family('body')};
  font-size: var(--document-body);
  line-height: ${points(grid.linePitch)};
  letter-spacing: var(--document-letter-spacing);
  /* Letters as wide on the screen as on paper, so that lines and pages break alike. */
  text-rendering: geometricPrecision;
  text-autospace: no-autospace;
  text-spacing-trim: space-all;
  line-break: strict;
  overflow-wrap: anywhere;
  orphans: 2;
  widows: 2;
}
.document-body-14 { --document-body: 14pt; --document-letter-spacing: 0; }
.document-body-15 { --document-body: 15pt; --document-letter-spacing: 0; }
.document p,
.document h1 { margin: 0; white-space: pre-wrap; }
${textRoles.map((role) => textRule(role).replace(/^\.document-/, '.document .document-')).join('\n')}
${pageBreaks.join('\n')}
.document .document-run-emphasis { font-family: ${family('heading')}; }
.document .document-table {
  width: 100%;
  table-layout: fixed;
  border-collapse: collapse;
  border: 1.5pt solid;
  font-size: ${tableText.points}pt;
  line-height: ${points(tableText.linePitch)};
  letter-spacing: normal;
}
${[...compactTables]
  .map(
    (name) => `.document .document-table-${name} {
  font-size: ${compactTableText.points}pt;
  line-height: ${points(compactTableText.linePitch)};
}`,
  )
  .join('\n')}
.document .document-table th,
.document .document-table td {
  border: 0.5pt solid;
  padding: ${points(tableText.cellPadding)};
  font-weight: normal;
  vertical-align: middle;
}
.document .document-table th { font-family: ${family('heading')}; }
.document .document-cell-start { text-align: start; }
.document .document-cell-centre { text-align: center; }
.document .document-cell-end { text-align: end; }
.document .document-signatures { margin-top: ${points(signature.linesBefore * grid.linePitch)}; }
.document .document-signature-row { display: grid; grid-template-columns: 1fr 1fr; break-inside: avoid; }
.document .document-signature {
  font-size: ${signature.points}pt;
  line-height: ${points(signature.linePitch)};
  padding-bottom: 0;
}
.document .document-signatures-roomy .document-signature-space { padding-bottom: ${points(spaceUnderSignature.roomy)}; }
.document .document-signatures-tight .document-signature-space { padding-bottom: ${points(spaceUnderSignature.tight)}; }
.document .document-keep { break-after: avoid; }
.document thead { break-inside: avoid; break-after: avoid; }
.document tbody > tr:first-child { break-before: avoid; }
.document tr,
.document .document-signatures { break-inside: avoid; }
`;
