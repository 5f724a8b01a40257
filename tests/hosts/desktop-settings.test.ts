import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { menuTemplate } from '../../src/main/electron/menu.ts';
import { ownScheme, partition, webPreferences } from '../../src/main/electron/settings.ts';

const session = { marks: 'the session' } as never;

test('the web preferences are these and no others', () => {
  expect(webPreferences({ session, preload: '/p.cjs', packaged: true })).toStrictEqual({
    session,
    preload: '/p.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    devTools: false,
  });
});

test('the tools for developers are there only before packaging', () => {
  expect(webPreferences({ session, preload: '/p.cjs', packaged: false }).devTools).toBe(true);
});

test('nothing of a window is kept on the disk, and app:// is an origin of its own', () => {
  expect(partition).toStrictEqual({ name: 'mediation', options: { cache: false } });
  expect(ownScheme).toStrictEqual({
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  });
});

test('the menu is in Chinese, can edit text, and no two items share a key', () => {
  const menus = menuTemplate({ press: () => undefined, about: () => undefined });
  expect(menus.map(({ label }) => label)).toStrictEqual(['文件(&F)', '编辑(&E)', '视图(&V)', '帮助(&H)']);
  const items = menus.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
  for (const { type, label } of items) {
    expect(type === 'separator' || /\p{Script=Han}/u.test(label ?? '')).toBe(true);
  }
  expect(items.flatMap(({ role }) => role ?? [])).toEqual(
    expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'zoomIn', 'quit']),
  );
  expect(items.some(({ role }) => role === 'toggleDevTools' || role === 'reload')).toBe(false);
  const keys = items.flatMap(({ accelerator }) => accelerator ?? []);
  expect(new Set(keys).size).toBe(keys.length);
});

test('the packaged program has every switch off that would let somebody else in', () => {
  const { build } = packageJson;
  expect(build.electronFuses).toStrictEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
  expect(build.asarUnpack).toStrictEqual(['node_modules/better-sqlite3/**/*.node']);
  expect(packageJson.allowScripts).toStrictEqual({ 'better-sqlite3': false, 'electron-winstaller': false });
});

test('the pictures of the README are not handed out with the program', () => {
  expect(packageJson.build.files).toContain('!resources/readme{,/**}');
  const used = readFileSync('README.md', 'utf8').match(/resources\/[\w-]+\/(?=[\w-]+\.png)/g) ?? [];
  expect(new Set(used)).toStrictEqual(new Set(['resources/readme/']));
});
