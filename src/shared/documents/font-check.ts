import { type FontSchemeName, fontSchemeNames } from '../domain/paper-style.ts';
import { fontSchemes, namesOfFont } from './font-schemes.ts';
import { type FontRole, fontRoles } from './layout.ts';

/** A font of a scheme on a machine: there, replaced by another that is there, or with nothing to replace it. */
export type CheckedFont = {
  readonly role: FontRole;
  readonly name: string;
  readonly state: 'installed' | 'replaced' | 'missing';
  /** What Word and WPS take instead, the first alternative of the file that is there; null: none is. */
  readonly insteadOf: string | null;
};

export type CheckedScheme = {
  readonly scheme: FontSchemeName;
  readonly fonts: readonly CheckedFont[];
  readonly complete: boolean;
};

/** Case, width and spaces do not tell one font from another. */
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** What the machine whose fonts have these names lacks of each scheme. */
export function checkFonts(installed: Iterable<string>): readonly CheckedScheme[] {
  const there = new Set(Array.from(installed, folded));
  const has = (name: string) => namesOfFont(name).some((one) => there.has(folded(one)));
  return fontSchemeNames.map((scheme) => {
    const fonts = fontRoles.map((role): CheckedFont => {
      const { name, alternatives } = fontSchemes[scheme][role];
      if (has(name)) return { role, name, state: 'installed', insteadOf: null };
      const other = alternatives.find(has) ?? null;
      return { role, name, state: other === null ? 'missing' : 'replaced', insteadOf: other };
    });
    return { scheme, fonts, complete: fonts.every(({ state }) => state === 'installed') };
  });
}

/** The scheme to choose: the first that the machine has whole, in the order in which the law would have them. */
export function fittingScheme(checked: readonly CheckedScheme[]): FontSchemeName | null {
  return checked.find(({ complete }) => complete)?.scheme ?? null;
}
