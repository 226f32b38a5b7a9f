import type { Report } from './report.ts';

/** What makes two reports alike: an address, an account, a phone; in the one form that all spellings share. */
export interface MatchKey {
  kind: 'url' | 'account' | 'phone';
  value: string;
}

/**
 * The likenesses of a report, each once. They are compared through a blind index only, and a match is a suggestion to
 * staff: a spelling that is missed costs little.
 */
export function matchKeysOf(report: Pick<Report, 'urls' | 'accounts' | 'platform' | 'reporter'>): MatchKey[] {
  const found: MatchKey[] = [
    ...report.urls.map((url): MatchKey => ({ kind: 'url', value: plainAddress(url.replace(/#.*$/s, '')) })),
    ...report.accounts.map(({ platform, handle }): MatchKey => {
      return { kind: 'account', value: `${platform ?? report.platform ?? ''}/${plainAddress(handle)}` };
    }),
    ...[report.reporter.contact?.phone, ...report.accounts.map(({ handle }) => handle)]
      .map(plainPhone)
      .filter((phone) => phone !== undefined)
      .map((value): MatchKey => ({ kind: 'phone', value })),
  ];
  const seen = new Map(found.map((likeness) => [`${likeness.kind} ${likeness.value}`, likeness]));
  return [...seen.values()];
}

/**
 * Without what does not tell two places apart: scheme, `www.` and `m.`, `@`, slashes at the end, and case. Slashes are
 * looked for from their first only, so that a thousand of them in the midst take no longer than other text.
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

/** Digits that stay the same with and without a country's prefix. */
const significantDigits = 8;

function plainPhone(text: string | undefined): string | undefined {
  if (text === undefined || !/^[+(\d][\d\s()./-]*$/.test(text)) return undefined;
  const digits = text.replaceAll(/\D/g, '');
  return digits.length < significantDigits ? undefined : digits.slice(-significantDigits);
}
