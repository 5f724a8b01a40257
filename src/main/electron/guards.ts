/** Everything the window may show or load lives under this address. */
export const ownAddress = 'app://local/';

/**
 * Whether an address belongs to the program: scheme, host, no user, no port, spelled exactly. Chromium hands over
 * addresses in their one canonical spelling, so another spelling is somebody's trick (trust.md T-51).
 */
export function isOwnAddress(address: string): boolean {
  if (!address.startsWith(ownAddress) || !URL.canParse(address)) {
    return false;
  }
  const url = new URL(address);
  return (
    url.protocol === 'app:' &&
    url.host === 'local' &&
    url.username === '' &&
    url.password === '' &&
    !address.includes('\\')
  );
}

/** The path that a request of the window asks for, as it is written; undefined where it is not ours to answer. */
export function ownPath(address: string): string | undefined {
  return isOwnAddress(address) ? (/^app:\/\/local(\/[^?#]*)/.exec(address)?.[1] ?? undefined) : undefined;
}

export type Frame = {
  readonly url: string;
  readonly parent: unknown;
  readonly detached?: boolean;
  isDestroyed?(): boolean;
};

export type Sender<Contents> = {
  readonly senderFrame: Frame | null;
  readonly sender: Contents;
};

/**
 * Whether a message comes from the main frame of our own window while it shows our own page; everything else
 * (sub-frames, other windows, frames that are gone or have navigated away) gets no answer (trust.md T-53).
 */
export function isOurPage<Contents extends { readonly mainFrame: Frame; isDestroyed(): boolean }>(
  event: Sender<Contents>,
  ours: Contents | undefined,
): boolean {
  const { senderFrame: frame, sender } = event;
  try {
    return (
      ours !== undefined &&
      sender === ours &&
      !sender.isDestroyed() &&
      frame !== null &&
      frame.isDestroyed?.() !== true &&
      frame.detached !== true &&
      frame.parent === null &&
      frame === sender.mainFrame &&
      isOwnAddress(frame.url)
    );
  } catch {
    // Electron throws when a frame is asked for anything after it has been disposed of.
    return false;
  }
}
