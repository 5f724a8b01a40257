import { RPCHandler } from '@orpc/server/message-port';
import { ipcMain, MessageChannelMain, type MessagePortMain, type WebContents } from 'electron';
import type { Office, OfficeSession } from '../office.ts';
import { isOurPage } from './guards.ts';

/**
 * Hands the page its one port to the office when it asks, and only if it is our page that asks. A page that was loaded
 * anew gets a new port and the old one is closed; who is at work stays.
 */
export function handOutOfficePort(
  office: Promise<Office>,
  session: (office: Office) => OfficeSession,
  ours: () => WebContents | undefined,
): void {
  let handed: MessagePortMain | undefined;
  let atWork: OfficeSession | undefined;
  ipcMain.on('office-port-wanted', (event) => {
    const hand = (open: Office) => {
      // Asked only now: the page may have gone while the register was being opened.
      if (!isOurPage(event, ours()) || event.senderFrame === null) {
        return;
      }
      atWork ??= session(open);
      handed?.close();
      const { port1, port2 } = new MessageChannelMain();
      handed = port1;
      const handler = new RPCHandler(open.router, { clientInterceptors: open.interceptors });
      handler.upgrade(port1, { context: { session: atWork } });
      port1.start();
      event.senderFrame.postMessage('office-port', null, [port2]);
    };
    void office.then(hand, () => undefined);
  });
}
