import type { Page } from 'playwright-core';

/** Two hands at the keyboard of a page, and a count of the keys they pressed. */
export type Typist = {
  /** Keys, one after the other, each counted: `press('Enter')`. */
  press(...keys: readonly string[]): Promise<void>;
  /** Characters that are not names and facts themselves (figures of a date, initials of a cause), each counted. */
  type(characters: string): Promise<void>;
  /** Names and facts, which have to be written whatever the program: not counted. */
  write(words: string): Promise<void>;
  /** Pasted from the clipboard with Ctrl+V: one key. */
  paste(words: string): Promise<void>;
  keys(): number;
};

/** Two frames: what a key did stands on the page, and a list that is searched shows what it found. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** Starts counting at nothing. */
export function aTypist(page: Page): Typist {
  let count = 0;
  const press = async (key: string) => {
    count += 1;
    await page.keyboard.press(key);
    await settle(page);
  };
  return {
    async press(...keys) {
      for (const key of keys) {
        await press(key);
      }
    },
    async type(characters) {
      for (const character of characters) {
        await press(character);
      }
    },
    async write(words) {
      await page.keyboard.insertText(words);
      await settle(page);
    },
    async paste(words) {
      await page.evaluate((text) => navigator.clipboard.writeText(text), words);
      await press('Control+v');
    },
    keys: () => count,
  };
}
