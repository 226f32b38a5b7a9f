import { expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { meanwhileOf } from '#shared/domain/help/meanwhile.ts';
import type { ReportedFacts } from '#shared/domain/report/report.ts';
import { severities, type WordCode } from '#shared/domain/report/severity.ts';
import { aCase } from '#test/support/builders.ts';

const { reported: bullied } = aCase();
const facts = (more: Partial<ReportedFacts>, ...words: WordCode[]) => ({ reported: { ...bullied, ...more }, words });

test.each([
  ['taken_or_hurt', facts({}, 'words_taken_or_hurt')],
  ['self_harm', facts({}, 'words_self_harm')],
  ['violence', facts({ flags: { offlineViolence: true } })],
  ['missing', facts({ flags: { missing: true } })],
  ['extortion', facts({ category: 'sexual_extortion' })],
] as const)('the reason %s decides whom to call, however severe the case is', (reason, of) => {
  for (const severity of severities) expect(meanwhileOf(albania, of, severity)).toBe(reason);
});

test('without a reason it is how soon', () => {
  const said = severities.map((severity) => [severity, meanwhileOf(albania, facts({}), severity)]);
  expect(Object.fromEntries(said)).toEqual({ critical: 'now', high: 'soon', normal: 'soon', low: 'later' });
});
