/** Of these names the one that somebody most likely meant; undefined where none is near. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, far: distance([...typed], [...name]) }))
    .filter(({ name, far }) => isNear(typed, name, far))
    .toSorted((a, b) => a.far - b.far);
  return best?.name;
}

/** A third of the characters may differ, at least one; a name that holds the other is near in any case. */
function isNear(typed: string, name: string, far: number): boolean {
  const longer = Math.max([...typed].length, [...name].length);
  if ([...typed].length >= 2 && (name.includes(typed) || typed.includes(name))) return true;
  return far <= Math.max(1, Math.floor(longer / 2)) && far < longer;
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
