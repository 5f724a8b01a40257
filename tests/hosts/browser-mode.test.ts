import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserHost } from '../../src/main/browser/server.ts';
import { createOffice, type Office } from '../../src/main/office.ts';
import { contentSecurityPolicy, type Page, responseHeaders } from '../../src/main/page.ts';
import { clientOf, serve } from '../support/hosts.ts';

const text = (body: string) => new TextEncoder().encode(body);
const page: Page = new Map([
  [
    '/index.html',
    { type: 'text/html; charset=utf-8', body: text('<meta name="style-nonce" content="{{nonce}}">') },
  ],
  ['/assets/a.js', { type: 'text/javascript; charset=utf-8', body: text('export {};') }],
]);

let dataDir: string;
let office: Office;
let host: BrowserHost;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'browser-mode-'));
  office = await createOffice({ dataDir });
  host = await serve(office, office.openSession(), page);
});
afterAll(async () => {
  await host.close();
  await office.close();
  rmSync(dataDir, { recursive: true });
});

type Asked = {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
};
type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

/** Asks with exactly these headers and this path, which fetch would put right. */
function ask({ path = '/', method = 'GET', headers = {}, body = '' }: Asked): Promise<Answer> {
  const { hostname, port } = new URL(host.origin);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method, headers }, (response) => {
      let said = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        said += piece;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: said }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

const overview = (headers: Record<string, string>) =>
  ask({
    path: '/rpc/office/overview',
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': '2', ...headers },
    body: '{}',
  });
const token = () => ({ authorization: `Bearer ${host.token}` });

describe('the page', () => {
  test('is served with the same policy as in the desktop window, and its nonce', async () => {
    const { status, headers, body } = await ask({});
    const nonce = /content="([^"]+)"/.exec(body)?.[1] ?? '';
    expect(status).toBe(200);
    expect(headers).toMatchObject(responseHeaders(nonce));
    expect(headers['content-security-policy']).toBe(contentSecurityPolicy(nonce));
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
  test('gives its files and nothing else', async () => {
    expect((await ask({ path: '/assets/a.js?v=1' })).body).toBe('export {};');
    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/assets/../../package.json',
      '//etc/passwd',
      '/a.js',
    ]) {
      expect((await ask({ path })).status).toBe(404);
    }
    expect((await ask({ method: 'POST' })).status).toBe(405);
    expect((await ask({ method: 'HEAD' })).body).toBe('');
  });
  test('is for this machine under its own address only', async () => {
    const { port } = new URL(host.origin);
    for (const name of [
      'evil.example',
      `localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1:${Number(port) + 1}`,
      `127.0.0.1.evil.example:${port}`,
    ]) {
      expect((await ask({ headers: { host: name } })).status).toBe(403);
    }
    expect((await ask({ headers: { origin: 'http://evil.example' } })).status).toBe(403);
  });
  test('is listened for on the loopback address alone', async () => {
    const { port } = new URL(host.origin);
    const answered = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: '127.0.0.2', port: Number(port) }, () => resolve(true));
      socket.on('error', () => resolve(false));
    });
    expect(answered).toBe(false);
  });
});

describe('the office over HTTP', () => {
  test('answers whoever has the token of this start', async () => {
    const { status, headers, body } = await overview(token());
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
    expect(JSON.parse(body).json).toMatchObject({ demo: false, atWork: null });
  });
  test.each([
    ['no token', {}],
    ['a wrong token', { authorization: 'Bearer wrong' }],
    ['another scheme', { authorization: 'Basic eDp5' }],
    ['an empty token', { authorization: 'Bearer ' }],
  ])('401 for %s', async (_what, headers) => {
    const { status, body } = await overview(headers as Record<string, string>);
    expect(status).toBe(401);
    expect(JSON.parse(body).json.code).toBe('UNAUTHORIZED');
  });
  test('401 for the token’s beginning, and for the token with more behind it', async () => {
    expect((await overview({ authorization: `Bearer ${host.token.slice(0, -1)}` })).status).toBe(401);
    expect((await overview({ authorization: `Bearer ${host.token}x` })).status).toBe(401);
  });
  test('403 for another host, another origin or another site, token or not', async () => {
    expect((await overview({ ...token(), host: 'evil.example' })).status).toBe(403);
    expect((await overview({ ...token(), origin: 'http://evil.example' })).status).toBe(403);
    expect((await overview({ ...token(), origin: 'null' })).status).toBe(403);
    expect((await overview({ ...token(), origin: 'app://local' })).status).toBe(403);
    expect((await overview({ ...token(), 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await overview({ ...token(), 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect(
      (await overview({ ...token(), origin: host.origin, 'sec-fetch-site': 'same-origin' })).status,
    ).toBe(200);
  });
  test('413 for more than a ledger can hold, before it is read', async () => {
    const headers = {
      ...token(),
      'content-type': 'application/json',
      'content-length': String(25 * 1024 * 1024 + 1),
    };
    expect(
      (await ask({ path: '/rpc/office/overview', method: 'POST', headers }).catch(() => ({ status: 413 })))
        .status,
    ).toBe(413);
    const unannounced = { ...token(), 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    expect(
      (await ask({ path: '/rpc/office/overview', method: 'POST', headers: unannounced, body: '{}' })).status,
    ).toBe(413);
  });
  test('404 for what the contract does not have, and for no procedure at all', async () => {
    for (const path of ['/rpc/office/nothing', '/rpc/', '/rpc/__proto__', '/rpc/office/overview/x']) {
      expect((await ask({ path, method: 'POST', headers: token() })).status).toBe(404);
    }
  });
  test('a client with a stale token reads it as an error with that code', async () => {
    await expect(clientOf({ origin: host.origin, token: 'stale' }).office.overview()).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    });
  });
  test('who is at work in one tab is at work in the other', async () => {
    await clientOf(host).office.begin({ name: '演示甲' });
    expect((await clientOf(host).office.overview()).atWork?.name).toBe('演示甲');
  });
  test('a tab hears of a change that another one made', async () => {
    const changes = await clientOf(host).office.changes();
    const heard = changes.next();
    await clientOf(host).office.saveStaff({
      id: null,
      version: null,
      name: '演示乙',
      post: null,
      active: true,
    });
    expect(await heard).toMatchObject({ done: false });
    await changes.return?.();
  });
});

test('every start has another token', async () => {
  const other = await serve(office, office.openSession(), page);
  expect(other.token).not.toBe(host.token);
  expect(other.token).toHaveLength(43);
  expect(other.url).toBe(`${other.origin}/#token=${other.token}`);
  await other.close();
});
