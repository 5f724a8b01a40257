import { type Session, session } from 'electron';
import { answerPage, type Page } from '../page.ts';
import { isOwnAddress, ownPath } from './guards.ts';
import { partition } from './settings.ts';

/** The session of the window: serves app://local/ from the built page, loads nothing else, permits nothing. */
export function ownSession(page: Page): Session {
  const own = session.fromPartition(partition.name, partition.options);
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.setDisplayMediaRequestHandler(null);
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwnAddress(details.url) }));
  own.protocol.handle('app', (request) => {
    const path = ownPath(request.url);
    const { status, headers, body } = answerPage(page, path ?? '');
    return new Response(request.method === 'HEAD' ? null : body, { status, headers });
  });
  return own;
}
