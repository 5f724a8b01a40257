import { readParts } from './word-file.ts';
import { childElements, parseXml, type XmlElement } from './xml.ts';

/**
 * What each element that we write may hold, in the order that the schema asks for (ECMA-376, 4th edition, part 4,
 * transitional: wml.xsd). Word calls a file damaged where the order is another; LibreOffice reads it all the same.
 */
const sequences: Readonly<Record<string, string>> = {
  'w:document': 'background body',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tr': 'tblPrEx trPr tc',
  'w:tblGrid': 'gridCol',
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:sectPr':
    'footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  'w:tblBorders': 'top left bottom right insideH insideV',
  'w:tcBorders': 'top left bottom right insideH insideV tl2br tr2bl',
  'w:tblCellMar': 'top left bottom right',
  'w:tcMar': 'top left bottom right',
  'w:styles': 'docDefaults latentStyles style',
  'w:docDefaults': 'rPrDefault pPrDefault',
  'w:rPrDefault': 'rPr',
  'w:pPrDefault': 'pPr',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  'w:fonts': 'font',
  'w:font': 'altName panose1 charset family notTrueType pitch sig',
  'w:abstractNum': 'nsid multiLevelType tmpl name styleLink numStyleLink lvl',
  'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  'w:numbering': 'numPicBullet abstractNum num numIdMacAtCleanup',
  'w:num': 'abstractNumId lvlOverride',
  'w:settings':
    'writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors proofState attachedTemplate linkStyles documentType trackRevisions documentProtection defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps defaultTableStyle evenAndOddHeaders bookFoldPrinting drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr themeFontLang clrSchemeMapping decimalSymbol listSeparator',
  'w:compat':
    'spaceForUL noColumnBalance balanceSingleByteDoubleByteWidth noExtraLineSpacing doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn adjustLineHeightInTable doNotUseEastAsianBreakRules growAutofit useFELayout compatSetting',
};

/** Elements whose children may stand in any order, but for what opens or closes them. */
const choices: Readonly<
  Record<string, { readonly holds: string; readonly first?: string; readonly last?: string }>
> = {
  'w:body': { holds: 'p tbl sectPr', last: 'sectPr' },
  'w:p': { holds: 'pPr r', first: 'pPr' },
  'w:r': {
    holds: 'rPr t tab br fldChar instrText footnoteRef endnoteRef separator continuationSeparator',
    first: 'rPr',
  },
  'w:tc': { holds: 'tcPr p tbl', first: 'tcPr', last: 'p' },
  'w:trPr': { holds: 'cantSplit trHeight tblHeader tblCellSpacing jc hidden gridBefore gridAfter cnfStyle' },
  'w:ftr': { holds: 'p tbl', last: 'p' },
  'w:footnotes': { holds: 'footnote' },
  'w:footnote': { holds: 'p tbl' },
  'w:endnotes': { holds: 'endnote' },
  'w:endnote': { holds: 'p tbl' },
};

/** Elements that may stand several times in their sequence. */
const repeated = new Set(
  'w:tr w:tc w:gridCol w:style w:font w:lvl w:abstractNum w:num w:compatSetting w:numPicBullet w:lvlOverride'.split(
    ' ',
  ),
);

const prefixed = (words: string) => words.split(' ').map((word) => `w:${word}`);

/** What in a part stands where the schema does not allow it. */
export function orderFaults(part: string, root: XmlElement): readonly string[] {
  const faults: string[] = [];
  const visit = (element: XmlElement, inside: string) => {
    const children = childElements(element);
    const names = children.map(({ name }) => name);
    const at = `${part}: ${inside}${element.name}`;
    const sequence = sequences[element.name];
    const choice = choices[element.name];
    if (sequence !== undefined) faults.push(...sequenceFaults(at, element.name, names, prefixed(sequence)));
    if (choice !== undefined) faults.push(...choiceFaults(at, names, choice));
    for (const child of children) visit(child, `${element.name} > `);
  };
  visit(root, '');
  return faults;
}

function sequenceFaults(at: string, element: string, found: readonly string[], order: readonly string[]) {
  const references = ['w:headerReference', 'w:footerReference'];
  // A section begins with its headers and footers, in any order.
  const leading = element === 'w:sectPr' ? found.findIndex((name) => !references.includes(name)) : 0;
  const names = found.slice(leading === -1 ? found.length : leading);
  const places = names.map((name) => order.indexOf(name));
  const faults = names.flatMap((name, place) => (places[place] === -1 ? [`${at} may not hold ${name}`] : []));
  for (const [place, name] of names.entries()) {
    const before = places[place - 1] ?? -1;
    const own = places[place] ?? -1;
    if (own === -1 || before < own || (before === own && repeated.has(name))) continue;
    faults.push(`${at}: ${name} may not stand after ${names[place - 1]}`);
  }
  return faults;
}

function choiceFaults(
  at: string,
  names: readonly string[],
  { holds, first, last }: { readonly holds: string; readonly first?: string; readonly last?: string },
): readonly string[] {
  const allowed = prefixed(holds);
  const faults = names.filter((name) => !allowed.includes(name)).map((name) => `${at} may not hold ${name}`);
  if (first !== undefined && names.lastIndexOf(`w:${first}`) > 0)
    faults.push(`${at}: w:${first} comes first`);
  if (last !== undefined && names.at(-1) !== `w:${last}`) faults.push(`${at} ends with w:${last}`);
  return faults;
}

/** Every part of a Word file that is XML, read strictly; throws where one is not well-formed. */
export function xmlParts(bytes: Uint8Array): ReadonlyMap<string, XmlElement> {
  const parts = [...readParts(bytes)].filter(([name]) => /\.(?:xml|rels)$/.test(name));
  return new Map(
    parts.map(([name, text]) => {
      try {
        return [name, parseXml(text)] as const;
      } catch (error) {
        throw new Error(`${name}: ${error instanceof Error ? error.message : 'unreadable'}`);
      }
    }),
  );
}
