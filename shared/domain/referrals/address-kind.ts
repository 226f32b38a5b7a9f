/** What an address names, as somebody who is to block or find it asks: one page, a whole site, or a machine. */
export const addressKinds = ['page', 'site', 'ip', 'other'] as const;

export type AddressKind = (typeof addressKinds)[number];

const scheme = /^[a-z][a-z0-9+.-]*:\/\//iu;
const ipv4 = /^(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?$/u;
const ipv6 = /^\[?[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}\]?(?::\d{1,5})?$/iu;
const name = /^[^\s/?#@:.]+(?:\.[^\s/?#@:.]+)+(?::\d{1,5})?$/u;

/** The kind of an address as it was typed, with or without its scheme. It is only looked at, never asked for. */
export function addressKind(typed: string): AddressKind {
  const [, host = '', rest = ''] = /^([^/?#]*)(.*)$/su.exec(typed.trim().replace(scheme, '')) ?? [];
  const names = ipv4.test(host) || ipv6.test(host) ? 'ip' : 'site';
  if (names === 'site' && !name.test(host)) return 'other';
  return rest === '' || rest === '/' ? names : 'page';
}
