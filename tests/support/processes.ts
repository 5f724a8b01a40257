import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

export type Running = {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What stands on standard output so far. */
  out(): string;
  /** Waits for text on standard output; rejects when the process ends without it. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
};

/** Starts one of the program's own entries with this Node, as `npm run` does, without a display. */
export function run(
  entry: string,
  words: readonly string[],
  environment: Record<string, string> = {},
): Running {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  const child = spawn(process.execPath, [entry, ...words], {
    cwd: projectFolder,
    env: { ...rest, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    out += piece;
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    err += piece;
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  const said = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(out);
        if (match !== null) {
          resolve(match);
        }
      };
      child.stdout.on('data', look);
      look();
      void ended.then(({ code }) =>
        reject(new Error(`Ended with ${code} before it said ${pattern}:\n${out}${err}`)),
      );
    });
  return { child, ended, out: () => out, said };
}

/** The command line with `--json`: the exit code, what it printed as JSON (null: nothing) and its messages. */
export async function office(
  ...words: readonly string[]
): Promise<{ readonly code: number | null; readonly json: unknown; readonly err: string }> {
  const { code, out, err } = await run('src/main/cli.ts', [...words, '--json']).ended;
  return { code, json: out === '' ? null : JSON.parse(out), err };
}
