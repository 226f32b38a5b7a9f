import { createHmac } from 'node:crypto';
import type { MatchKey } from '../domain/report/match-keys.ts';

/**
 * The partition under which cases with the same address, account or phone are found. It is `URL#…` or `LIKE#…` with 128
 * bits in hex. Without the key, nobody can tell or try out which address it stands for.
 */
export function blindIndex(indexKey: Uint8Array, kind: MatchKey['kind'], value: string): string {
  const blind = createHmac('sha256', indexKey).update(`${kind}|${value}`).digest('hex').slice(0, 32);
  return `${kind === 'url' ? 'URL' : 'LIKE'}#${blind}`;
}

/** Tells whether a retry has the same content as the first request, without keeping that content. */
export function fingerprint(key: Uint8Array, canonicalJson: string): string {
  return createHmac('sha256', key).update(canonicalJson).digest('hex');
}
