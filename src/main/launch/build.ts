import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtPage } from '../page.ts';
import { Refused } from '../refusal.ts';

/** The folder that holds package.json, src and out. */
export const programFolder = fileURLToPath(new URL('../../', builtPage));

const parts = {
  page: {
    built: ['out/renderer/index.html'],
    sources: ['src/renderer', 'src/shared', 'electron.vite.config.ts', 'package.json'],
  },
  everything: {
    built: ['out/main/electron.js', 'out/preload/preload.cjs', 'out/renderer/index.html'],
    sources: ['src', 'electron.vite.config.ts', 'package.json'],
  },
} as const;
export type BuiltPart = keyof typeof parts;

/** Whether what is built is missing or older than a source. A packaged program has no sources and is never out of date. */
export function needsBuild(part: BuiltPart, folder: string = programFolder): boolean {
  const { built, sources } = parts[part];
  if (!existsSync(join(folder, 'src/renderer'))) {
    return false;
  }
  const files = built.map((path) => join(folder, path));
  if (!files.every((file) => existsSync(file))) {
    return true;
  }
  const oldest = Math.min(...files.map((file) => statSync(file).mtimeMs));
  return sources.some((path) => newest(join(folder, path)) > oldest);
}

function newest(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) {
    return 0;
  }
  return stats.isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
    : stats.mtimeMs;
}

/** Builds where it is needed; two that start at once build once. `say` gets one line where it takes a while. */
export async function ensureBuilt(part: BuiltPart, say: (line: string) => void): Promise<void> {
  while (needsBuild(part)) {
    if (takeTurn()) {
      try {
        say('正在构建程序（第一次，或源文件有改动），约需半分钟……');
        await build();
      } finally {
        rmSync(turnFile, { force: true });
      }
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

const turnFile = join(programFolder, 'out', '.building');

/** Takes the turn to build unless a process that still lives has it. */
function takeTurn(): boolean {
  mkdirSync(join(programFolder, 'out'), { recursive: true });
  try {
    writeFileSync(turnFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!lives(Number(readTurn()))) {
      rmSync(turnFile, { force: true });
    }
    return false;
  }
}

function readTurn(): string {
  try {
    return readFileSync(turnFile, 'utf8');
  } catch {
    return '';
  }
}

function lives(id: number): boolean {
  try {
    // The file is empty for the moment between being made and being written.
    return id === 0 || process.kill(id, 0);
  } catch {
    return false;
  }
}

function build(): Promise<void> {
  const builder = join(programFolder, 'node_modules/electron-vite/bin/electron-vite.js');
  if (!existsSync(builder)) {
    throw new Refused('缺少构建工具，请先运行 npm ci。');
  }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [builder, 'build'], {
      cwd: programFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) {
        resolve();
      } else {
        process.stderr.write(said);
        reject(new Refused('构建没有成功，原因见上。'));
      }
    });
  });
}
