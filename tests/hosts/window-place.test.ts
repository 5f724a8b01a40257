import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { giveUpGraphics, graphicsGivenUp, graphicsWatch } from '../../src/main/electron/graphics.ts';
import { placeWindow, rememberedPlace, rememberPlace } from '../../src/main/electron/window-place.ts';

const folder = mkdtempSync(join(tmpdir(), 'window-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fullHd = { x: 0, y: 0, width: 1920, height: 1040 };
const beside = { x: 1920, y: 0, width: 1920, height: 1040 };
const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const was = { x: 2000, y: 50, width: 1400, height: 900, maximized: false };

describe('where the window opens', () => {
  test('in the middle at the first start, and full where the screen is small', () => {
    expect(placeWindow(undefined, [fullHd])).toStrictEqual({ width: 1360, height: 860, maximized: false });
    expect(placeWindow(undefined, [laptop])).toStrictEqual({ width: 1360, height: 728, maximized: true });
  });
  test('where it was', () => {
    expect(placeWindow(was, [fullHd, beside])).toStrictEqual(was);
  });
  test('on a screen that is there when the other one is gone', () => {
    expect(placeWindow(was, [fullHd])).toStrictEqual({ width: 1400, height: 900, maximized: false });
  });
  test('no bigger than the screen, and never below what the pages need', () => {
    expect(placeWindow({ ...was, x: 0, width: 3000, height: 2000 }, [laptop])).toMatchObject({
      width: 1366,
      height: 728,
    });
    expect(placeWindow({ ...was, x: 0, width: 10, height: 10 }, [fullHd])).toMatchObject({
      width: 1024,
      height: 700,
    });
  });
  test('with its title bar where the mouse can catch it', () => {
    for (const lost of [{ y: -60 }, { y: 1039 }, { x: 1900 }, { x: -1390 }]) {
      expect(placeWindow({ ...was, x: 100, ...lost }, [fullHd])).not.toHaveProperty('x');
    }
  });
  test('somewhere, when the system names no screen', () => {
    expect(placeWindow(was, [])).toMatchObject({ width: 1400, height: 900 });
  });
});

describe('the remembered place', () => {
  const file = join(folder, 'window.json');
  test('comes back as it was kept', () => {
    expect(rememberedPlace(file)).toBeUndefined();
    rememberPlace(file, was);
    expect(rememberedPlace(file)).toStrictEqual(was);
    expect(readdirSync(folder)).toStrictEqual(['window.json']);
  });
  test.each(['', '{', '[]', '{"x":"1"}', '{"x":0,"y":0,"width":-5,"height":1,"maximized":false}'])(
    'is forgotten when the file holds “%s”',
    (text) => {
      writeFileSync(file, text);
      expect(rememberedPlace(file)).toBeUndefined();
    },
  );
  test('troubles nobody when it cannot be kept', () => {
    expect(() => rememberPlace(join(folder, 'none', 'window.json'), was)).not.toThrow();
  });
});

describe('drawing by the graphics card', () => {
  test('is given up at the third failure within a minute', () => {
    const often = graphicsWatch();
    expect([0, 10_000, 30_000].map(often)).toStrictEqual([false, false, true]);
    const seldom = graphicsWatch();
    expect([0, 50_000, 100_000, 170_000].map(seldom)).toStrictEqual([false, false, false, false]);
  });
  test('stays given up at the next start', () => {
    const file = join(folder, 'graphics');
    expect(graphicsGivenUp(file)).toBe(false);
    giveUpGraphics(file);
    expect(graphicsGivenUp(file)).toBe(true);
  });
});
