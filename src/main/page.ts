import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';

/** Where the built page lies; the same from src/main and out/main, and inside the packaged program. */
export const builtPage = new URL('../../out/renderer/', import.meta.url);

/**
 * The page may load its own files and nothing else; styles that are made while it runs carry the nonce of the response
 * (design.md §8, trust.md §5).
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** The headers of every response of every host, whatever its status. Nothing of a case stays in a cache. */
export function responseHeaders(nonce: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

/** A nonce that is used for one response: 128 random bits. */
export function freshNonce(): string {
  return randomBytes(16).toString('base64url');
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

export type Asset = { readonly type: string; readonly body: Uint8Array<ArrayBuffer> };

/** The whole page by the exact path that is asked for: what is not in here does not exist. */
export type Page = ReadonlyMap<string, Asset>;

/** Reads every file of the built page once; throws ENOENT where it has not been built. */
export async function readPage(folder: URL = builtPage): Promise<Page> {
  const page = new Map<string, Asset>();
  await readFolder(folder, '/', page);
  return page;
}

async function readFolder(folder: URL, path: string, page: Map<string, Asset>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const name = encodeURIComponent(entry.name);
    if (entry.isDirectory()) {
      await readFolder(new URL(`${name}/`, folder), `${path}${entry.name}/`, page);
    } else if (entry.isFile()) {
      const type = types[extname(entry.name)] ?? 'application/octet-stream';
      page.set(`${path}${entry.name}`, { type, body: new Uint8Array(await readFile(new URL(name, folder))) });
    }
  }
}

export type PageAnswer = {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
};

const placeholder = '{{nonce}}';

/**
 * Answers one request for a file of the page. `path` is taken literally: it is a key, never a way through folders, so
 * that `..`, `%2e` and backslashes are simply not found. index.html gets the nonce that its headers allow.
 */
export function answerPage(page: Page, path: string, nonce: string = freshNonce()): PageAnswer {
  const asset = page.get(path === '/' ? '/index.html' : path);
  const headers = responseHeaders(nonce);
  if (asset === undefined) {
    return {
      status: 404,
      headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
      body: utf8('没有这个文件'),
    };
  }
  const body = asset.type.startsWith('text/html')
    ? utf8(new TextDecoder().decode(asset.body).replaceAll(placeholder, nonce))
    : asset.body;
  return { status: 200, headers: { ...headers, 'content-type': asset.type }, body };
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
