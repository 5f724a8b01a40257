import { createHash, timingSafeEqual } from 'node:crypto';

export type AskedBy = {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly site: string | undefined;
  readonly authorization: string | undefined;
};

export type Access = 'granted' | 'wrongHost' | 'otherOrigin' | 'noToken';

/**
 * Whether a request comes from this machine's own page: another name for this machine (DNS rebinding) and another
 * page's request are refused before anything is read. A program that is no browser sends no origin.
 */
export function pageAccess(by: AskedBy, origin: string): Access {
  if (`http://${by.host}` !== origin) {
    return 'wrongHost';
  }
  if (by.origin !== undefined && by.origin !== origin) {
    return 'otherOrigin';
  }
  return 'granted';
}

/** Whether a request may ask the office: from the own page and with the token of this start. */
export function officeAccess(by: AskedBy, origin: string, token: string): Access {
  const access = pageAccess(by, origin);
  if (access !== 'granted') {
    return access;
  }
  if (by.site !== undefined && by.site !== 'same-origin' && by.site !== 'none') {
    return 'otherOrigin';
  }
  return sameText(by.authorization ?? '', `Bearer ${token}`) ? 'granted' : 'noToken';
}

/** Compares in constant time, whatever the lengths. */
function sameText(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
