import { type CellStyle, colToLetter } from 'hucre/xlsx';
import { cleanText } from '#shared/domain/names.ts';

/** What a cell holds. Text stays text whatever it looks like; a day is its number, which its style shows as a day. */
export type HeldValue = string | number | null;

/** A row of cells, each with its style; the rows of a list share their styles. */
export type StyledRow = {
  readonly values: readonly HeldValue[];
  readonly styles: readonly CellStyle[];
  /** In points. */
  readonly height: number;
};

/** How each cell of a row begins: before the number of the row, and after it. */
export type CellOpenings = readonly (readonly [reference: string, style: string])[];

/** How cells of such styles begin, worked out once for the rows that share them. */
export function cellOpenings(
  ids: ReadonlyMap<CellStyle, number>,
): (styles: StyledRow['styles']) => CellOpenings {
  const made = new Map<StyledRow['styles'], CellOpenings>();
  return (styles) => {
    const openings =
      made.get(styles) ??
      styles.map(
        (style, column) => [`<c r="${colToLetter(column)}`, `" s="${ids.get(style) ?? 0}"`] as const,
      );
    made.set(styles, openings);
    return openings;
  };
}

// Most texts are such that nothing in them has to be cleaned or escaped.
const plain = /^[\u4E00-\u9FFF0-9A-Za-z、。：（）〔〕,.:()-]*$/;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function textXml(text: string): string {
  if (plain.test(text)) return `<t>${text}</t>`;
  const escaped = cleanText(text)
    // A literal _x0041_ would be read back as the letter A.
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>]/g, (character) => escapes[character] ?? '');
  return /^\s|\s$|\n/.test(escaped) ? `<t xml:space="preserve">${escaped}</t>` : `<t>${escaped}</t>`;
}

/** A row of a sheet, counted from 1. Text stands in its cell as text, never as a formula, an error or a number. */
export function rowXml(number: number, { values, height }: StyledRow, openings: CellOpenings): string {
  let cells = '';
  for (const [column, [reference, style]] of openings.entries()) {
    const value = values[column] ?? null;
    const opening = `${reference}${number}${style}`;
    if (typeof value === 'string') cells += `${opening} t="inlineStr"><is>${textXml(value)}</is></c>`;
    else if (value === null) cells += `${opening}/>`;
    else cells += `${opening}><v>${value}</v></c>`;
  }
  return `<row r="${number}" ht="${height}" customHeight="1">${cells}</row>`;
}
