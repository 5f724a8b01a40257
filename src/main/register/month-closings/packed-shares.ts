import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ReadableDb } from '../query.ts';
import type { FrozenShare } from '../statistics/counting.ts';

/** Cases with what they gave, as text: those of a year are some megabytes, of which a twentieth is left. */
export function packShares(shares: readonly FrozenShare[]): string {
  return deflateRawSync(Buffer.from(JSON.stringify(shares))).toString('base64');
}

/** What `packShares` packed. */
export function unpackShares(packed: string): FrozenShare[] {
  return JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString()) as FrozenShare[];
}

/** One part of what a closing froze, by its path, without reading all of it; null where it has none. */
export function closingPart(db: ReadableDb, id: number, path: `$.${string}`): string | null {
  const [found] = db.rows<[string | null]>('SELECT content ->> ? FROM month_closings WHERE id = ?', path, id);
  return found?.[0] ?? null;
}
