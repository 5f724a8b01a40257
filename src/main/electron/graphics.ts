import { readFileSync, writeFileSync } from 'node:fs';

const tooOften = { deaths: 3, milliseconds: 60_000 } as const;

/** Whether drawing by the graphics card was given up on this machine (old or domestic cards, peers.md §4.11). */
export function graphicsGivenUp(file: string): boolean {
  try {
    return readFileSync(file, 'utf8').trim() === 'off';
  } catch {
    return false;
  }
}

/** Draws without the card from the next start on; deleting the file takes it back. */
export function giveUpGraphics(file: string): void {
  writeFileSync(file, 'off\n');
}

/** Counts deaths of the graphics process; true at the third within a minute. Times in milliseconds. */
export function graphicsWatch(): (at: number) => boolean {
  let deaths: readonly number[] = [];
  return (at) => {
    deaths = [...deaths.filter((earlier) => at - earlier < tooOften.milliseconds), at];
    return deaths.length >= tooOften.deaths;
  };
}
