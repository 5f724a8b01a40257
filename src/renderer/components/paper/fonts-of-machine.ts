import { useQuery } from '@tanstack/react-query';
import type { OfficeClient } from '#shared/contract/index.ts';
import { office } from '../../api.ts';

type CheckedFonts = Awaited<ReturnType<OfficeClient['settings']['checkFonts']>>;

let asked: Promise<CheckedFonts> | undefined;

/** Asked once and kept while the page is open: fonts do not change with the register, and reading them takes a while. */
function ask(): Promise<CheckedFonts> {
  asked ??= office.settings.checkFonts().catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  return asked;
}

/** What the machine has of each font scheme; `again` reads its fonts anew. */
export function useFontsOfMachine() {
  const fonts = useQuery({ queryKey: ['fonts of the machine'], queryFn: ask });
  const again = () => {
    asked = undefined;
    return fonts.refetch();
  };
  return { ...fonts, again };
}
