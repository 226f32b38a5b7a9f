import type { Report } from './report.ts';

/** What makes two reports possible duplicates: an address, an account or a phone. All spellings share one form. */
export interface MatchKey {
  kind: 'url' | 'account' | 'phone';
  value: string;
}

/**
 * The match keys of a report, each once. They are compared through a blind index only. A match is a hint to staff, so a
 * missed spelling costs little.
 */
export function matchKeysOf(report: Pick<Report, 'urls' | 'accounts' | 'platform' | 'reporter'>): MatchKey[] {
  return eachOnce([
    ...report.urls.map(keyOfAddress),
    ...report.accounts.map(({ platform, handle }) => keyOfAccount(platform ?? report.platform ?? '', handle)),
    ...[report.reporter.contact?.phone, ...report.accounts.map(({ handle }) => handle)].flatMap(keysOfPhone),
  ]);
}

/** What staff can look for. */
export const findKinds = ['account', 'phone', 'address'] as const;

export type FindKind = (typeof findKinds)[number];

/** One account, phone number or address, as somebody told it. */
export interface Wanted {
  by: FindKind;
  value: string;
  /** The platform of an account, where it is known. */
  platform?: string | undefined;
}

/** So many characters an account or an address has at least that is looked for. */
const shortestWanted = 3;

/**
 * The match keys under which cases that name this may stand. A reporter may have written the account among the addresses,
 * or without its platform, or a number as an account. So it is looked for in all these ways. Where no platform is said,
 * it is looked for on each of `platforms`. Undefined when the value is too short to be one.
 */
export function matchKeysWanted({ by, value, platform }: Wanted, platforms: readonly string[]): MatchKey[] | undefined {
  const ofPhone = keysOfPhone(value);
  if (by === 'phone') return ofPhone.length === 0 ? undefined : ofPhone;
  const address = keyOfAddress(value);
  if (Array.from(address.value).length < shortestWanted) return undefined;
  const on = by === 'account' && platform !== undefined ? [platform] : platforms;
  return eachOnce([address, ...['', ...on].map((code) => keyOfAccount(code, value)), ...ofPhone]);
}

function keyOfAddress(url: string): MatchKey {
  return { kind: 'url', value: plainAddress(url.replace(/#.*$/s, '')) };
}

function keyOfAccount(platform: string, handle: string): MatchKey {
  return { kind: 'account', value: `${platform}/${plainAddress(handle)}` };
}

function keysOfPhone(text: string | undefined): MatchKey[] {
  const value = plainPhone(text);
  return value === undefined ? [] : [{ kind: 'phone', value }];
}

function eachOnce(found: readonly MatchKey[]): MatchKey[] {
  return [...new Map(found.map((one) => [`${one.kind} ${one.value}`, one])).values()];
}

/**
 * Removes what does not tell two places apart: scheme, `www.` and `m.`, `@`, slashes at the end, and case. The search
 * for slashes begins only at the first of a run. So a thousand slashes in the middle take no longer than other text.
 */
function plainAddress(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/^(?:www|m)\./, '')
    .replace(/^@/, '')
    .replace(/(?<!\/)\/+$/, '');
}

/** Number of last digits that stay the same with and without the prefix of a country. */
const significantDigits = 8;

function plainPhone(text: string | undefined): string | undefined {
  if (text === undefined || !/^[+(\d][\d\s()./-]*$/.test(text)) return undefined;
  const digits = text.replaceAll(/\D/g, '');
  return digits.length < significantDigits ? undefined : digits.slice(-significantDigits);
}
