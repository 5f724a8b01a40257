import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { ResponseValidationPlugin } from '@orpc/contract/plugins';
import { RPCHandler } from '@orpc/server/message-port';
import { contract, type OfficeClient } from '#shared/contract/index.ts';
import { type BrowserHost, serveOffice } from '../../src/main/browser/server.ts';
import type { Office, OfficeSession } from '../../src/main/office.ts';
import type { Page } from '../../src/main/page.ts';

/** One connection to an office. Closing it leaves the office open. */
export type HostedOffice = { readonly client: OfficeClient; dispose(): Promise<void> };

/** `name` is who is at work; left out, nobody is until the client says so. */
export type HostOptions = { readonly name?: string };

/** As the command line does it: in process, nothing in between. */
export async function direct(office: Office, options: HostOptions = {}): Promise<HostedOffice> {
  return { client: office.client(office.openSession(options)), dispose: async () => undefined };
}

/** As the desktop window does it: everything crosses a message port. */
export async function overMessagePort(office: Office, options: HostOptions = {}): Promise<HostedOffice> {
  const { port1, port2 } = new MessageChannel();
  const handler = new RPCHandler(office.router, { clientInterceptors: office.interceptors });
  handler.upgrade(port1, { context: { session: office.openSession(options) } });
  port1.start();
  port2.start();
  const link = new PortLink({ port: port2, plugins: [new ResponseValidationPlugin(contract)] });
  return {
    client: createORPCClient<OfficeClient>(link),
    async dispose() {
      port2.close();
      port1.close();
    },
  };
}

/** The built page is of no matter where only the office is asked. */
export const emptyPage: Page = new Map();

/** As browser mode does it: HTTP on 127.0.0.1 with the token of the start. */
export async function overHttp(office: Office, options: HostOptions = {}): Promise<HostedOffice> {
  const host = await serve(office, office.openSession(options));
  return { client: clientOf(host), dispose: host.close };
}

export function serve(office: Office, session: OfficeSession, page: Page = emptyPage): Promise<BrowserHost> {
  return serveOffice({ office, session, page });
}

/** A client of browser mode; another token than the host's own can be given to see it refused. */
export function clientOf(host: Pick<BrowserHost, 'origin' | 'token'>): OfficeClient {
  const link = new FetchLink({
    url: `${host.origin}/rpc`,
    headers: { authorization: `Bearer ${host.token}` },
    plugins: [new ResponseValidationPlugin(contract)],
  });
  return createORPCClient<OfficeClient>(link);
}

/** The hosts by name, for `describe.each`. */
export const hosts = { direct, 'over a message port': overMessagePort, 'over HTTP': overHttp } as const;
