import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import {
  answerPage,
  contentSecurityPolicy,
  freshNonce,
  readPage,
  responseHeaders,
} from '../../src/main/page.ts';

const folder = mkdtempSync(join(tmpdir(), 'page-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(
  join(folder, 'index.html'),
  '<meta name="style-nonce" content="{{nonce}}"><title>联动调解</title>',
);
writeFileSync(join(folder, 'assets', 'index-abc.js'), 'export {};');
writeFileSync(join(folder, 'assets', '字体 一.woff2'), 'x');
writeFileSync(join(folder, '..', 'beside-the-page.txt'), 'secret');
const page = await readPage(pathToFileURL(`${folder}/`));
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(join(folder, '..', 'beside-the-page.txt'));
});

test('the policy of every response is this one, to the byte', () => {
  expect(contentSecurityPolicy('N')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types default",
  );
});

test('every response carries the same headers, also that nothing was found', () => {
  const found = answerPage(page, '/assets/index-abc.js', 'N');
  const missing = answerPage(page, '/assets/index-xyz.js', 'N');
  expect(found.headers).toStrictEqual({
    'content-security-policy': contentSecurityPolicy('N'),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    'content-type': 'text/javascript; charset=utf-8',
  });
  expect(missing.status).toBe(404);
  expect(missing.headers).toMatchObject(responseHeaders('N'));
});

test('the page gets the nonce that its own headers allow, a new one each time', () => {
  const texts = [1, 2].map(() => {
    const { body, headers } = answerPage(page, '/');
    const html = new TextDecoder().decode(body);
    const nonce = /content="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
    expect(nonce).toMatch(/^[\w-]{22}$/);
    return html;
  });
  expect(texts[0]).not.toBe(texts[1]);
  expect(freshNonce()).not.toBe(freshNonce());
});

test('a file of the page is given as it is, with its type', () => {
  expect(new TextDecoder().decode(answerPage(page, '/assets/index-abc.js').body)).toBe('export {};');
  expect(answerPage(page, '/index.html').headers['content-type']).toBe('text/html; charset=utf-8');
  expect([...page.keys()].sort()).toStrictEqual([
    '/assets/index-abc.js',
    '/assets/字体 一.woff2',
    '/index.html',
  ]);
});

const ways = [
  '',
  '//',
  '/.',
  '/..',
  '/../beside-the-page.txt',
  '/assets/../../beside-the-page.txt',
  '/assets/..%2f..%2fbeside-the-page.txt',
  '/%2e%2e/beside-the-page.txt',
  '/%2e%2e%2fbeside-the-page.txt',
  '/..\\beside-the-page.txt',
  '/assets',
  '/assets/',
  '/index.html/',
  '/INDEX.HTML',
  '/index.html\0',
  '/index.html%00.js',
  '//etc/passwd',
  '/etc/passwd',
  'index.html',
  '/__proto__',
  '/constructor',
];
test.each(ways)('“%s” leads nowhere', (way) => {
  expect(answerPage(page, way).status).toBe(404);
});
