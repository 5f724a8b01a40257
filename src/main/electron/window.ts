import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, Menu, type Session, screen, type WebContents } from 'electron';
import { isOwnAddress } from './guards.ts';
import { editItems } from './menu.ts';
import { webPreferences } from './settings.ts';
import { askBeforeLeaving } from './unsaved.ts';
import { placeWindow, rememberedPlace, rememberPlace, smallestWindow } from './window-place.ts';

/** No contents of this program, whoever made them, open a window, leave the program's own page or hold a webview. */
export function holdContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const stay = (event: { readonly url: string; preventDefault(): void }) => {
    if (!isOwnAddress(event.url)) {
      event.preventDefault();
    }
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Opens the program's one window where it was last time; shown when there is something to see. */
export function openWindow(options: {
  readonly session: Session;
  readonly preload: URL;
  readonly icon: URL;
  readonly dataDir: string;
}): BrowserWindow {
  const placeFile = join(options.dataDir, 'window.json');
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id);
  const place = placeWindow(
    rememberedPlace(placeFile),
    [main, ...others].map((display) => display.workArea),
  );
  const { maximized, ...bounds } = place;
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: '联动调解',
    icon: fileURLToPath(options.icon),
    backgroundColor: '#ffffff',
    show: false,
    webPreferences: webPreferences({
      session: options.session,
      preload: fileURLToPath(options.preload),
      packaged: app.isPackaged,
    }),
  });
  window.once('ready-to-show', () => {
    if (maximized) {
      window.maximize();
    }
    window.show();
  });
  window.on('close', () => {
    rememberPlace(placeFile, { ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  window.webContents.on('will-prevent-unload', (event) =>
    askBeforeLeaving(event, (question) => dialog.showMessageBoxSync(window, question)),
  );
  window.webContents.on('context-menu', (_event, { isEditable, selectionText }) => {
    if (isEditable || selectionText.trim() !== '') {
      Menu.buildFromTemplate(editItems()).popup({ window });
    }
  });
  return window;
}
