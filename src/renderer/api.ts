import type { ClientLink } from '@orpc/client';
import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { ResponseValidationPlugin } from '@orpc/contract/plugins';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { contract, type OfficeClient } from '#shared/contract/index.ts';
import { followInOneTab, type News } from './one-stream.ts';

type Link = ClientLink<Record<never, never>>;

const inProgram = location.protocol === 'app:';

/** In the program: the preload answers the wish for a port with the port itself, and with nothing else. */
function portLink(): Promise<Link> {
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent) => {
      const [port] = event.ports;
      if (event.source === window && event.data === 'office-port' && port !== undefined) {
        window.removeEventListener('message', onMessage);
        port.start();
        resolve(new PortLink({ port, plugins: [new ResponseValidationPlugin(contract)] }));
      }
    };
    window.addEventListener('message', onMessage);
    window.postMessage('office-port-wanted', location.origin);
  });
}

/** In a browser: the token of this start comes in the address, is kept for this tab and taken out of sight. */
function sessionToken(): string {
  const given = /^#token=([^&]+)/.exec(location.hash)?.[1];
  if (given !== undefined) {
    sessionStorage.setItem('token', given);
    history.replaceState(null, '', `${location.pathname}#/`);
  }
  return sessionStorage.getItem('token') ?? '';
}

function fetchLink(token: string): Link {
  return new FetchLink({
    url: `${location.origin}/rpc`,
    headers: { authorization: `Bearer ${token}` },
    plugins: [new ResponseValidationPlugin(contract)],
  });
}

const token = inProgram ? null : sessionToken();
const link: Promise<Link> = token === null ? portLink() : Promise.resolve(fetchLink(token));

/** The office, asked through its contract. */
export const office: OfficeClient = createORPCClient<OfficeClient>({
  call: async (path, input, options) => (await link).call(path, input, options),
});

/** Query and mutation options for TanStack Query: `useQuery(query.cases.get.queryOptions({ input }))`. */
export const query: RouterUtils<OfficeClient> = createTanstackQueryUtils(office);

export const queryClient = new QueryClient({
  defaultOptions: {
    // The office is on this machine: “offline” means nothing here, and what it said stays true until it tells of a change.
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      retry: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

type Connection = 'connecting' | 'connected' | 'lost';
let connection: Connection = 'connecting';
const listeners = new Set<() => void>();

/** Whether the office answers, for `useSyncExternalStore`. */
export const connectionStore = {
  get: (): Connection => connection,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function setConnection(next: Connection): void {
  if (connection !== next) {
    connection = next;
    for (const listener of listeners) {
      listener();
    }
  }
}

const changeListeners = new Set<() => void>();

/** Calls whenever the register has changed, by whoever, until it is told to stop: for what no query holds. */
export function onRegisterChange(listener: () => void): () => void {
  changeListeners.add(listener);
  return () => changeListeners.delete(listener);
}

async function registerChanged(): Promise<void> {
  for (const listener of changeListeners) {
    listener();
  }
  await queryClient.invalidateQueries();
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function hear(news: News): Promise<void> {
  // A page that is just being opened has missed nothing.
  const missed = news === 'changed' || (news === 'opened' && connection !== 'connecting');
  setConnection(news === 'lost' ? 'lost' : 'connected');
  if (missed) {
    await registerChanged();
  }
}

async function follow(tell: (news: News) => Promise<void>): Promise<never> {
  for (;;) {
    try {
      const changes = await office.office.changes();
      await tell('opened');
      for await (const _ of changes) {
        await tell('changed');
      }
    } catch {
      // What went wrong is shown by the state of the connection; the next round tells whether it is over.
    }
    await tell('lost');
    await pause(2000);
  }
}

/** Refetches whatever is shown whenever the register has changed, by whoever; comes back after a lost connection. */
export function followChanges(): Promise<never> {
  return token === null ? follow(hear) : followInOneTab(token, follow, hear);
}
