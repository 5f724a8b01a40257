import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { programFolder } from './build.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Longest wait for the server of the runtime to be reached, and for the whole download (about 110 MB), in ms. */
const patience = { connect: 5_000, download: 15 * 60_000 } as const;

const electronFolder = join(programFolder, 'node_modules', 'electron');

/** Why no window can be opened on this machine whatever is installed; undefined where one can. */
export function noWindowBecause(machine: {
  readonly platform: NodeJS.Platform;
  readonly environment: Environment;
  readonly userId: number | undefined;
}): string | undefined {
  if (machine.platform !== 'linux') {
    return undefined;
  }
  if (!machine.environment.DISPLAY && !machine.environment.WAYLAND_DISPLAY) {
    return '这里没有图形界面';
  }
  // Chromium's sandbox does not run as root, and without the sandbox we do not run.
  return machine.userId === 0 ? '桌面窗口不能用 root 账号打开' : undefined;
}

/** The installed runtime; undefined where there is none. */
export function installedRuntime(environment: Environment = process.env): string | undefined {
  const folder = environment.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronFolder, 'dist');
  const path = join(folder, executableName());
  return existsSync(path) ? path : undefined;
}

function executableName(): string {
  try {
    return readFileSync(join(electronFolder, 'path.txt'), 'utf8');
  } catch {
    return process.platform === 'win32' ? 'electron.exe' : 'electron';
  }
}

/** Where the runtime comes from: the mirror that npm or the environment names, otherwise GitHub. */
export function runtimeSource(environment: Environment): URL {
  const named =
    environment.npm_config_electron_mirror ||
    environment.NPM_CONFIG_ELECTRON_MIRROR ||
    environment.npm_package_config_electron_mirror ||
    environment.ELECTRON_MIRROR;
  return new URL(named || 'https://github.com/electron/electron/releases/download/');
}

/** Fetches the runtime with the package's own installer (which checks its hash); undefined where it cannot be had. */
export async function fetchRuntime(say: (line: string) => void): Promise<string | undefined> {
  const installer = join(electronFolder, 'install.js');
  if (!existsSync(installer) || !(await reachable(runtimeSource(process.env)))) {
    return undefined;
  }
  say('正在下载桌面运行时（约 110 MB，只在第一次）……');
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, [installer], { stdio: 'ignore', timeout: patience.download });
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  return code === 0 ? installedRuntime() : undefined;
}

/** Whether somebody answers there within 5 s. */
export function reachable(url: URL, milliseconds: number = patience.connect): Promise<boolean> {
  return new Promise((resolve) => {
    const port = url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port);
    const socket = createConnection({ host: url.hostname, port });
    const end = (answer: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => end(false), milliseconds);
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

export type WindowEnd = { readonly started: true; readonly code: number } | { readonly started: false };

const startFailures = {
  code: 127,
  signals: ['SIGTRAP', 'SIGABRT', 'SIGILL', 'SIGSEGV'],
  within: 15_000,
} as const;

/**
 * Opens the window and waits until it is closed. `started: false` where the runtime itself cannot run here (a library
 * is missing, or it dies within 15 s), so that browser mode takes its place.
 */
export function runWindow(runtime: string, options: readonly string[]): Promise<WindowEnd> {
  const begun = Date.now();
  return new Promise((resolve) => {
    const child = spawn(runtime, [programFolder, ...options], { stdio: 'inherit' });
    const forward = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGTERM', forward);
    process.on('SIGINT', forward);
    child.on('error', () => resolve({ started: false }));
    child.on('close', (code, signal) => {
      const diedAtOnce =
        Date.now() - begun < startFailures.within &&
        (code === startFailures.code || startFailures.signals.some((name) => name === signal));
      process.off('SIGTERM', forward);
      process.off('SIGINT', forward);
      resolve(diedAtOnce ? { started: false } : { started: true, code: code ?? 0 });
    });
  });
}
