import { type CountedName, type Share, shareOf } from './standing.ts';

/** A standing of the days, the code and the channel alone has no higher bit than these. */
const plainStandings = 1 << 11;

/**
 * Finds the share of a packed standing quickly, because it is asked for every case: a plain table of standings where
 * `mask` says that these are few, and a small open table where own days and flags are looked at too.
 */
export function shareTable(wanted: readonly CountedName[], mask: number) {
  const shares: Share[] = [];
  const add = (standing: number): number => shares.push(shareOf(standing, wanted)) - 1;
  if (mask >= 0 && mask < plainStandings) {
    const placeOfStanding = new Int16Array(plainStandings).fill(-1);
    const placeOf = (standing: number): number => {
      let place = placeOfStanding[standing] as number;
      if (place < 0) {
        place = add(standing);
        placeOfStanding[standing] = place;
      }
      return place;
    };
    return { shares, placeOf };
  }
  let size = 1 << 10;
  let shift = 22;
  let standings = new Int32Array(size).fill(-1);
  let places = new Uint16Array(size);
  const slotOf = (standing: number) => {
    let slot = Math.imul(standing, 0x9e3779b1) >>> shift;
    while (standings[slot] !== -1 && standings[slot] !== standing) slot = (slot + 1) & (size - 1);
    return slot;
  };
  const grow = () => {
    const known = [...standings].flatMap((standing, slot) =>
      standing === -1 ? [] : [[standing, places[slot] as number] as const],
    );
    size *= 2;
    shift -= 1;
    standings = new Int32Array(size).fill(-1);
    places = new Uint16Array(size);
    for (const [standing, place] of known) {
      const slot = slotOf(standing);
      standings[slot] = standing;
      places[slot] = place;
    }
  };
  const placeOf = (standing: number): number => {
    const slot = slotOf(standing);
    if (standings[slot] === standing) return places[slot] as number;
    if (shares.length * 2 > size) {
      grow();
      return placeOf(standing);
    }
    standings[slot] = standing;
    places[slot] = add(standing);
    return shares.length - 1;
  };
  return { shares, placeOf };
}
