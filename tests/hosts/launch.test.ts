import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { defaultDataDir } from '../../src/main/data-dir.ts';
import { needsBuild } from '../../src/main/launch/build.ts';
import { openCommand } from '../../src/main/launch/machine-browser.ts';
import {
  installedRuntime,
  noWindowBecause,
  reachable,
  runtimeSource,
  runWindow,
} from '../../src/main/launch/runtime.ts';

const folder = mkdtempSync(join(tmpdir(), 'launch-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(path: string, seconds: number): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), '');
  utimesSync(join(folder, path), seconds, seconds);
}

describe('whether to build', () => {
  test('what has no sources is never built', () => {
    expect(needsBuild('everything', folder)).toBe(false);
  });
  test('what is missing or older than a source is', () => {
    file('src/renderer/main.tsx', 100);
    file('src/main/office.ts', 100);
    expect(needsBuild('page', folder)).toBe(true);
    file('out/renderer/index.html', 200);
    expect(needsBuild('page', folder)).toBe(false);
    expect(needsBuild('everything', folder)).toBe(true);
    file('out/main/electron.js', 200);
    file('out/preload/preload.cjs', 200);
    expect(needsBuild('everything', folder)).toBe(false);
    file('src/main/office.ts', 300);
    expect(needsBuild('everything', folder)).toBe(true);
    expect(needsBuild('page', folder)).toBe(false);
    file('src/renderer/pages/deep/page.tsx', 300);
    expect(needsBuild('page', folder)).toBe(true);
  });
});

describe('whether a window can be opened', () => {
  const machine = { platform: 'linux', environment: { DISPLAY: ':0' }, userId: 1000 } as const;
  test('needs a display, and an account that is not root', () => {
    expect(noWindowBecause(machine)).toBeUndefined();
    expect(noWindowBecause({ ...machine, environment: {} })).toBe('这里没有图形界面');
    expect(noWindowBecause({ ...machine, environment: { WAYLAND_DISPLAY: 'w' } })).toBeUndefined();
    expect(noWindowBecause({ ...machine, userId: 0 })).toMatch('root');
    expect(noWindowBecause({ platform: 'win32', environment: {}, userId: undefined })).toBeUndefined();
  });
  test('needs a runtime, which may stand in a folder of its own', () => {
    expect(installedRuntime({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toBeUndefined();
    const name = process.platform === 'win32' ? 'electron.exe' : 'electron';
    file(name, 1);
    expect(installedRuntime({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toBe(join(folder, name));
  });
  test('the runtime comes from the mirror that is named', () => {
    expect(runtimeSource({}).host).toBe('github.com');
    expect(runtimeSource({ ELECTRON_MIRROR: 'https://mirror.example/electron/' }).host).toBe(
      'mirror.example',
    );
    expect(
      runtimeSource({ npm_config_electron_mirror: 'http://10.0.0.1:81/', ELECTRON_MIRROR: 'https://x/' })
        .port,
    ).toBe('81');
  });
  test('a server that does not answer is given up in time', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const url = new URL(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
    expect(await reachable(url)).toBe(true);
    await new Promise((resolve) => server.close(resolve));
    expect(await reachable(url)).toBe(false);
    const begun = Date.now();
    expect(await reachable(new URL('http://192.0.2.1/'), 200)).toBe(false);
    expect(Date.now() - begun).toBeLessThan(2000);
  });
  test('a runtime that cannot start here is told from a window that was closed', async () => {
    const script = (name: string, body: string) => {
      const path = join(folder, name);
      writeFileSync(path, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
      return path;
    };
    expect(await runWindow(script('closed', 'exit 0'), [])).toStrictEqual({ started: true, code: 0 });
    expect(await runWindow(script('refused', 'exit 1'), [])).toStrictEqual({ started: true, code: 1 });
    expect(await runWindow(script('library', 'exit 127'), [])).toStrictEqual({ started: false });
    expect(await runWindow(script('crashed', 'kill -TRAP $$'), [])).toStrictEqual({ started: false });
    expect(await runWindow(join(folder, 'nowhere'), [])).toStrictEqual({ started: false });
  });
});

test('the machine’s browser is opened where there is one', () => {
  expect(openCommand('linux', {})).toBeUndefined();
  expect(openCommand('linux', { DISPLAY: ':0' })).toStrictEqual(['xdg-open']);
  expect(openCommand('darwin', {})).toStrictEqual(['open']);
  expect(openCommand('win32', {})?.[0]).toBe('rundll32');
});

describe('the folder of the register', () => {
  const home = '/home/u';
  test.each([
    [
      'linux',
      {},
      '/home/u/.local/share/mediation-office/register',
      '/home/u/.local/share/mediation-office/demo',
    ],
    ['linux', { XDG_DATA_HOME: '/x' }, '/x/mediation-office/register', '/x/mediation-office/demo'],
    ['linux', { MEDIATION_OFFICE_DATA: '/data/office' }, '/data/office', '/data/office-demo'],
    [
      'darwin',
      {},
      '/home/u/Library/Application Support/MediationOffice/register',
      '/home/u/Library/Application Support/MediationOffice/demo',
    ],
  ] as const)('on %s with %o', (platform, environment, register, demo) => {
    expect(defaultDataDir({ demo: false }, { platform, home, environment })).toBe(register);
    expect(defaultDataDir({ demo: true }, { platform, home, environment })).toBe(demo);
  });
});
