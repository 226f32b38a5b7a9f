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
