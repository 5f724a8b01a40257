import { z } from 'zod';

export const courtLevels = ['basic', 'intermediate'] as const;
export type CourtLevel = (typeof courtLevels)[number];

export const courtFactsSchema = z
  .object({
    /** 法院代字 as it stands in case numbers: 内0602. */
    code: z.string().regex(/^[\u4e00-\u9fa5](?:\d{2}|\d{4})$/u),
    name: z.string().min(1),
    shortName: z.string().min(1),
    region: z.string().min(1),
    level: z.enum(courtLevels),
    /** False where the code follows from the rule and was not compared with a judgment. */
    codeVerified: z.boolean(),
    aliases: z.array(z.string()).readonly().optional(),
  })
  .readonly();

export type CourtFacts = z.infer<typeof courtFactsSchema>;

/** resources/courts.json, read as the list of courts. */
export const courtsSchema = z
  .object({ source: z.string().min(1), asOf: z.string(), courts: z.array(courtFactsSchema).readonly() })
  .transform((file) => file.courts);

function foldCourtName(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200B\uFEFF]/g, '');
}

/** What stands before a court's own name: 内蒙古自治区鄂尔多斯市东胜区人民法院 is also 鄂尔多斯市东胜区法院. */
function withoutPlaces(name: string, region: string): readonly string[] {
  const short = name.replace(/^(?:内蒙古自治区|内蒙古|内蒙|[\u4e00-\u9fa5]{2,3}(?:省|自治区))/u, '');
  const shorter = short.startsWith(`${region}市`)
    ? short.slice(region.length + 1)
    : short.replace(region, '');
  return [name, short, shorter];
}

function spellings(court: CourtFacts): ReadonlySet<string> {
  const all = new Set([court.code, court.name, court.shortName, ...(court.aliases ?? [])]);
  for (const spelling of [...all]) {
    if (court.level === 'intermediate') {
      all.add(spelling.replace(/中级人民法院$/, '中院'));
      all.add(spelling.replace(/中级人民法院$/, '中级法院'));
    } else {
      const place = spelling.replace(/(?:人民)?法院$/, '');
      for (const base of [place, place.length > 2 ? place.replace(/[区旗县市]$/, '') : place]) {
        all.add(base);
        all.add(`${base}法院`);
        all.add(`${base}人民法院`);
      }
    }
  }
  return all;
}

/** The court that a clerk's spelling means (东胜区人民法院, 东胜法院, 东胜, 内0602); undefined unless exactly one fits. */
export function matchCourt(courts: readonly CourtFacts[], text: string): CourtFacts | undefined {
  const folded = foldCourtName(text);
  if (folded === '') {
    return undefined;
  }
  const fitting = courts.filter((court) => {
    const known = spellings(court);
    const forms = court.level === 'intermediate' ? [folded] : withoutPlaces(folded, court.region);
    return forms.some((form) => known.has(form));
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}
