/** Of these names the one or two that somebody most likely meant, the likelier first; none where none is near. */
export function nearestNames(typed: string, names: readonly string[]): readonly string[] {
  const near = [...new Set(names)]
    .map((name) => ({ name, far: farness(typed, name) }))
    .filter(({ name, far }) => far <= Math.max(1, Math.floor(Math.max(typed.length, name.length) / 2)))
    .toSorted((a, b) => a.far - b.far);
  return near
    .filter(({ far }) => far === near[0]?.far)
    .slice(0, 2)
    .map(({ name }) => name);
}

/** A name that holds what was typed, or is held by it, is nearer than one in which as many characters differ. */
function farness(typed: string, name: string): number {
  const far = distance([...typed], [...name]);
  if (far >= Math.max(typed.length, name.length)) return Number.POSITIVE_INFINITY;
  return typed.length >= 2 && (name.includes(typed) || typed.includes(name)) ? far / 2 - 0.25 : far;
}

/** How many characters must be typed, deleted or changed to make one word of the other. */
function distance(from: readonly string[], to: readonly string[]): number {
  let before = to.map((_, place) => place + 1);
  from.forEach((character, row) => {
    const now: number[] = [];
    to.forEach((other, place) => {
      const above = before[place] ?? 0;
      const left = now[place - 1] ?? row + 1;
      const corner = place === 0 ? row : (before[place - 1] ?? 0);
      now.push(Math.min(above + 1, left + 1, corner + (character === other ? 0 : 1)));
    });
    before = now;
  });
  return before.at(-1) ?? from.length;
}
