import type { Session, WebPreferences } from 'electron';

/** app:// behaves like https:// (an origin, fetch, modules) without a network behind it. Registered before ready. */
export const ownScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
} as const;

/** In memory: nothing of a case stays in Chromium's caches (no `persist:`). */
export const partition = { name: 'mediation', options: { cache: false } } as const;

/**
 * What a page may do: nothing but be shown. Written out in full and never spread into, so that no setting can slip in
 * from elsewhere (trust.md §4). `spellcheck` would fetch dictionaries; without `plugins` there is no PDF viewer either.
 */
export function webPreferences(window: {
  readonly session: Session;
  readonly preload: string;
  readonly packaged: boolean;
}): WebPreferences {
  return {
    session: window.session,
    preload: window.preload,
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
    devTools: !window.packaged,
  };
}
