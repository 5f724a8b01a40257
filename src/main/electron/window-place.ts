import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

export const smallestWindow = { width: 1024, height: 700 } as const;
const usualWindow = { width: 1360, height: 860 } as const;

export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximized: z.boolean(),
});
export type SavedPlace = z.infer<typeof placeSchema>;

export type WindowPlace = {
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
  readonly x?: number;
  readonly y?: number;
};

/** Enough of the title bar must be on a screen for the window to be caught with the mouse. */
const handle = { width: 160, height: 40 };

/**
 * Where the window opens: where it was, as far as a screen is still there; otherwise the middle of the first screen
 * (the system's choice where x and y are left out). `screens` are work areas in pixels, the first is the main one.
 */
export function placeWindow(saved: SavedPlace | undefined, screens: readonly Rectangle[]): WindowPlace {
  const [main] = screens;
  const small = main !== undefined && (main.width <= usualWindow.width || main.height <= usualWindow.height);
  const size = fitted(saved ?? usualWindow, main);
  if (saved === undefined) {
    return { ...size, maximized: small };
  }
  const screen = screens.find((candidate) => canBeCaught(saved, candidate));
  return screen === undefined
    ? { ...size, maximized: saved.maximized }
    : { ...fitted(saved, screen), maximized: saved.maximized, x: saved.x, y: saved.y };
}

function fitted(size: { readonly width: number; readonly height: number }, screen: Rectangle | undefined) {
  return {
    width: Math.max(smallestWindow.width, Math.min(size.width, screen?.width ?? size.width)),
    height: Math.max(smallestWindow.height, Math.min(size.height, screen?.height ?? size.height)),
  };
}

function canBeCaught(window: Rectangle, screen: Rectangle): boolean {
  const left = Math.max(window.x, screen.x);
  const right = Math.min(window.x + window.width, screen.x + screen.width);
  return (
    right - left >= handle.width &&
    window.y >= screen.y &&
    window.y + handle.height <= screen.y + screen.height
  );
}

/** The place that was remembered; undefined at the first start and where the file cannot be read as one. */
export function rememberedPlace(file: string): SavedPlace | undefined {
  try {
    return placeSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/**
 * Remembers the place, at once, because the program is about to go. A window that cannot be remembered is no reason to
 * trouble anybody.
 */
export function rememberPlace(file: string, place: SavedPlace): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(place));
    renameSync(`${file}.new`, file);
  } catch {
    // It opens in the middle next time.
  }
}
