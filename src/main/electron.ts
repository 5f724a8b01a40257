import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { app, BrowserWindow, dialog, Menu, protocol, shell } from 'electron';
import { defaultDataDir } from './data-dir.ts';
import { fillDemo } from './demo.ts';
import { giveUpGraphics, graphicsGivenUp, graphicsWatch } from './electron/graphics.ts';
import { ownAddress } from './electron/guards.ts';
import { menuTemplate, type PageKey } from './electron/menu.ts';
import { nativeShell } from './electron/native-shell.ts';
import { handOutOfficePort } from './electron/office-port.ts';
import { OpenedCopies } from './electron/opened-copies.ts';
import { ownSession } from './electron/own-session.ts';
import { ownScheme } from './electron/settings.ts';
import { holdContents, openWindow } from './electron/window.ts';
import { createOffice, type Office } from './office.ts';
import { readPage } from './page.ts';
import { sentenceOf } from './refusal.ts';

// Chromium's own switches stand beside ours, so what is not ours is left alone.
const { values: given } = parseArgs({
  args: process.argv.slice(1),
  options: { data: { type: 'string' }, demo: { type: 'boolean' }, as: { type: 'string' } },
  strict: false,
});
const demo = given.demo === true;
const dataDir = typeof given.data === 'string' ? resolve(given.data) : defaultDataDir({ demo });
const name = typeof given.as === 'string' ? given.as : undefined;

protocol.registerSchemesAsPrivileged([ownScheme]);
// Also against `--no-sandbox`. Only root has no sandbox to begin with: before packaging, in a container, the window can
// be looked at there; the packaged program does not start.
if (app.isPackaged || process.getuid?.() !== 0) {
  app.enableSandbox();
}
app.commandLine.appendSwitch('lang', 'zh-CN');
app.setName('联动调解');
// One folder of Chromium's for each register: the demo can be open beside the office, the same register only once.
app.setPath(
  'userData',
  join(
    app.getPath('appData'),
    'mediation-office',
    createHash('sha256').update(dataDir).digest('hex').slice(0, 12),
  ),
);

if (app.requestSingleInstanceLock()) {
  void run().catch(fail);
} else {
  app.quit();
}

async function run(): Promise<void> {
  heedGraphics(join(dataDir, 'graphics'));
  app.on('web-contents-created', (_event, contents) => holdContents(contents));
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', () => focus());

  const copies = new OpenedCopies(join(app.getPath('userData'), 'opened'));
  const opening = openOffice(copies);
  // Whoever waits for it says what went wrong.
  opening.catch(() => undefined);
  closeBeforeQuit(opening, copies);
  handOutOfficePort(
    opening,
    (office) => office.openSession(name === undefined ? {} : { name }),
    () => onlyWindow()?.webContents,
  );

  await app.whenReady();
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ press, about })));
  const session = ownSession(await readPage());
  const window = openWindow({
    session,
    preload: new URL('../preload/preload.cjs', import.meta.url),
    icon: new URL('../../resources/icons/icon.png', import.meta.url),
    dataDir,
  });
  await window.loadURL(ownAddress);
  await opening;
}

async function openOffice(copies: OpenedCopies): Promise<Office> {
  await copies.empty();
  const office = await createOffice({
    dataDir,
    demo,
    shell: nativeShell({
      dialog,
      openPath: (path) => shell.openPath(path),
      window: onlyWindow,
      documentsFolder: () => app.getPath('documents'),
      copies,
    }),
  });
  if (demo) {
    await fillDemo(office);
  }
  return office;
}

/** The register is closed, and its journal folded in, before the process goes. */
function closeBeforeQuit(opening: Promise<Office>, copies: OpenedCopies): void {
  let closing = false;
  app.on('will-quit', (event) => {
    if (closing) {
      return;
    }
    closing = true;
    event.preventDefault();
    void opening
      .then((office) => office.close())
      .catch(() => undefined)
      .then(() => copies.empty())
      .finally(() => app.exit());
  });
}

/** A graphics card that keeps failing is not used any more from the next start on, which comes at once. */
function heedGraphics(file: string): void {
  if (graphicsGivenUp(file)) {
    app.disableHardwareAcceleration();
    return;
  }
  const diedTooOften = graphicsWatch();
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (type === 'GPU' && reason !== 'clean-exit' && diedTooOften(Date.now())) {
      giveUpGraphics(file);
      app.relaunch();
      app.quit();
    }
  });
}

function onlyWindow(): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows()[0];
}

function focus(): void {
  const window = onlyWindow();
  if (window?.isMinimized() === true) {
    window.restore();
  }
  window?.focus();
}

function press({ keyCode, modifiers }: PageKey): void {
  const contents = onlyWindow()?.webContents;
  for (const type of ['keyDown', 'keyUp'] as const) {
    contents?.sendInputEvent({ type, keyCode, modifiers: [...modifiers] });
  }
}

function about(): void {
  void dialog.showMessageBox({
    type: 'info',
    title: '关于联动调解',
    message: `联动调解 ${app.getVersion()}`,
    detail: `资料只存放在本机：\n${dataDir}`,
    buttons: ['知道了'],
  });
}

/** What cannot be opened is said in words, in a box and to whoever started the program from a terminal. */
function fail(error: unknown): void {
  const sentence = sentenceOf(error);
  process.stderr.write(`${sentence}\n`);
  dialog.showErrorBox('联动调解打不开', sentence);
  app.exit(1);
}
