import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { RPCHandler } from '@orpc/server/node';
import type { Office, OfficeSession } from '../office.ts';
import { answerPage, freshNonce, type Page, responseHeaders } from '../page.ts';
import { type Access, type AskedBy, officeAccess, pageAccess } from './access.ts';

/** The largest file that is taken is 20 MB (trust.md T-56); the rest is its wrapping. */
export const largestBody = 25 * 1024 * 1024;

export type BrowserHost = {
  readonly origin: string;
  readonly token: string;
  /** What the browser is to open; the token stands behind the # and so is never sent as part of a request. */
  readonly url: string;
  /** Stops listening and ends what is under way; the office stays open. */
  close(): Promise<void>;
};

/**
 * Serves the page and the office on 127.0.0.1 and nowhere else. All tabs of one start share the session: whoever said
 * that they are at work is at work in every tab. Rejects with EADDRINUSE where the port is taken; 0 takes a free one.
 */
export async function serveOffice(options: {
  readonly office: Pick<Office, 'router' | 'interceptors'>;
  readonly session: OfficeSession;
  readonly page: Page;
  readonly port?: number;
}): Promise<BrowserHost> {
  const { office, session, page } = options;
  const token = randomBytes(32).toString('base64url');
  const handler = new RPCHandler(office.router, { clientInterceptors: office.interceptors });
  const server = createServer();
  await listen(server, options.port ?? 0);
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const nonce = freshNonce();
    const path = (request.url ?? '').replace(/[?#].*$/s, '');
    for (const [header, value] of Object.entries(responseHeaders(nonce))) {
      response.setHeader(header, value);
    }
    const toOffice = path.startsWith('/rpc/');
    const access = toOffice
      ? officeAccess(askedBy(request), origin, token)
      : pageAccess(askedBy(request), origin);
    if (access !== 'granted') {
      return refuse(response, access);
    }
    if (!toOffice) {
      return sendPage(request, response, page, path, nonce);
    }
    const size = bodySize(request);
    if (size === undefined || size > largestBody) {
      return sendError(response, 413, 'PAYLOAD_TOO_LARGE', '文件太大');
    }
    const { matched } = await handler.handle(request, response, { prefix: '/rpc', context: { session } });
    if (!matched) {
      sendError(response, 404, 'NOT_FOUND', '没有这个功能');
    }
  }

  server.on('request', (request, response) => {
    answer(request, response).catch(() => {
      // The office answers for its own errors; what is left is a connection that broke.
      response.destroy();
    });
  });
  return { origin, token, url: `${origin}/#token=${token}`, close: () => closeServer(server) };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Listeners of changes stay open for ever otherwise.
    server.closeAllConnections();
  });
}

function askedBy(request: IncomingMessage): AskedBy {
  const site = request.headers['sec-fetch-site'];
  return {
    host: request.headers.host,
    origin: request.headers.origin,
    site: typeof site === 'string' ? site : undefined,
    authorization: request.headers.authorization,
  };
}

/** Bytes that a request announces; undefined where it announces none but sends some, which no browser does. */
function bodySize(request: IncomingMessage): number | undefined {
  const announced = request.headers['content-length'];
  if (announced !== undefined) {
    return Number(announced);
  }
  return request.headers['transfer-encoding'] === undefined ? 0 : undefined;
}

function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: Page,
  path: string,
  nonce: string,
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    sendError(response, 405, 'METHOD_NOT_SUPPORTED', '不支持这种请求');
    return;
  }
  const { status, headers, body } = answerPage(page, path, nonce);
  response.writeHead(status, { ...headers, 'content-length': body.byteLength });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function refuse(response: ServerResponse, access: Exclude<Access, 'granted'>): void {
  if (access === 'noToken') {
    sendError(response, 401, 'UNAUTHORIZED', '这个地址已经失效，请用程序这次启动时给出的地址打开');
  } else {
    sendError(response, 403, 'FORBIDDEN', '只能从本机打开');
  }
}

/** An error in the form in which the office's client reads one. The connection goes: its body was not read. */
function sendError(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', connection: 'close' });
  response.end(JSON.stringify({ json: { defined: false, code, status, message } }));
}
