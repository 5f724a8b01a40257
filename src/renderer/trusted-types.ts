/**
 * Under `require-trusted-types-for 'script'` every text that becomes markup or script passes here first. The only
 * libraries that write markup are the ones that fill a <style> with CSS, and CSS needs no “<”; anything else is refused.
 */

import { config } from 'zod';

// Without this zod compiles its checks with `new Function`, which the page's policy refuses.
config({ jitless: true });

type Policy = { readonly createHTML: (text: string) => string };
type PolicyFactory = { readonly createPolicy: (name: string, policy: Policy) => unknown };

function cssOnly(text: string): string {
  if (text.includes('<')) {
    throw new TypeError('Markup is never written into the page: build elements instead.');
  }
  return text;
}

/** The nonce of this response, which every <style> has to carry; empty where the host filled none in. */
export const styleNonce =
  document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content.replace('{{nonce}}', '') ?? '';

// Some libraries create their <style> without asking for a nonce (scroll bar measurements among others).
const createElement = document.createElement.bind(document);
document.createElement = (name: string, options?: ElementCreationOptions) => {
  const element = createElement(name, options);
  if (element instanceof HTMLStyleElement) {
    element.nonce = styleNonce;
  }
  return element;
};

const factory = (window as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
factory?.createPolicy('default', { createHTML: cssOnly });
