import { createHmac } from 'node:crypto';
import type { Likeness } from '../domain/report/match-keys.ts';

/**
 * The partition under which cases that share an address, account or phone are found: `URL#…` or `LIKE#…`, 128 bits in
 * hex. Without the key nobody can tell which address it stands for, nor try one out.
 */
export function blindIndex(indexKey: Uint8Array, kind: Likeness['kind'], value: string): string {
  const blind = createHmac('sha256', indexKey).update(`${kind}|${value}`).digest('hex').slice(0, 32);
  return `${kind === 'url' ? 'URL' : 'LIKE'}#${blind}`;
}

/** Tells whether a retry says the same as the first time, without keeping what it said. */
export function fingerprint(key: Uint8Array, canonicalJson: string): string {
  return createHmac('sha256', key).update(canonicalJson).digest('hex');
}
