import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { extname, join } from 'node:path';
import { namesInFontFile } from './name-table.ts';

export type InstalledFonts = {
  /** Every name of every font, as the fonts name themselves. */
  readonly names: ReadonlySet<string>;
  readonly files: number;
};

const kinds: ReadonlySet<string> = new Set(['.ttf', '.otf', '.ttc', '.otc']);
/** More than any machine has; beyond it something else lies in the folder. */
const limits = { files: 20_000, depth: 8, atOnce: 16 } as const;

/** Where a system keeps its fonts, those of the person who is logged in included. */
export function fontFolders(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  home: string = homedir(),
): readonly string[] {
  switch (platform) {
    case 'win32':
      return [
        join(environment.WINDIR ?? 'C:\\Windows', 'Fonts'),
        join(environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Microsoft', 'Windows', 'Fonts'),
      ];
    case 'darwin':
      return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library', 'Fonts')];
    default:
      return [
        '/usr/share/fonts',
        '/usr/local/share/fonts',
        // Where WPS puts its own on Kylin and UOS.
        '/opt/kingsoft/wps-office/office6/fonts',
        join(environment.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'fonts'),
        join(home, '.fonts'),
      ];
  }
}

/**
 * What fonts are installed, read from the fonts themselves: no program is started for it, and only their names are read.
 * A folder or file that cannot be read is passed over.
 */
export async function installedFonts(folders: readonly string[]): Promise<InstalledFonts> {
  const files: string[] = [];
  for (const folder of folders) await collect(folder, 0, files);
  const names = new Set<string>();
  const queue = files.values();
  const worker = async () => {
    for (const path of queue) {
      for (const name of await namesInFontFile(path).catch(() => [])) names.add(name);
    }
  };
  await Promise.all(Array.from({ length: limits.atOnce }, worker));
  return { names, files: files.length };
}

async function collect(folder: string, depth: number, files: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (files.length >= limits.files) return;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (depth < limits.depth) await collect(path, depth + 1, files);
    } else if (kinds.has(extname(entry.name).toLowerCase())) {
      files.push(path);
    }
  }
}
