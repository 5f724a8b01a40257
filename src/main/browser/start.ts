import { fillDemo } from '../demo.ts';
import { createOffice } from '../office.ts';
import { builtPage, type Page, readPage } from '../page.ts';
import { Refused } from '../refusal.ts';
import { serveOffice } from './server.ts';

export type StartedBrowserMode = { readonly url: string; close(): Promise<void> };

/** Opens the office and serves it to this machine's browser. Rejects with what `sentenceOf` has a sentence for. */
export async function startBrowserMode(options: {
  readonly dataDir: string;
  readonly demo: boolean;
  readonly port: number;
  readonly name: string | undefined;
}): Promise<StartedBrowserMode> {
  const page = await readBuiltPage();
  const office = await createOffice({ dataDir: options.dataDir, demo: options.demo });
  try {
    if (options.demo) {
      await fillDemo(office);
    }
    const session = office.openSession(options.name === undefined ? {} : { name: options.name });
    const host = await serveOffice({ office, session, page, port: options.port });
    return {
      url: host.url,
      async close() {
        await host.close();
        await office.close();
      },
    };
  } catch (error) {
    await office.close();
    throw portTaken(error) ? new Refused(`端口 ${options.port} 已被别的程序占用，请换一个。`) : error;
  }
}

/** Reads what `--port` says; throws a TypeError for what is no port. 0 is any free one. */
export function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new TypeError(`--port ${text}`);
  }
  return port;
}

async function readBuiltPage(): Promise<Page> {
  const page = await readPage(builtPage).catch(() => undefined);
  if (page === undefined || !page.has('/index.html')) {
    throw new Refused('还没有构建页面，请先运行 npm run build。');
  }
  return page;
}

function portTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** Runs `close` once when the process is asked to end (Ctrl+C, SIGTERM, the terminal closed), then ends it with 0. */
export function closeWhenAsked(close: () => Promise<void>): void {
  let closing = false;
  const end = () => {
    if (!closing) {
      closing = true;
      void close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, end);
  }
}
