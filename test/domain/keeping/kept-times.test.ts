import { describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { administrativeOutcomes, outcomes } from '#shared/domain/case/lifecycle.ts';
import { keptTimes, yearsOf } from '#shared/domain/keeping/kept-times.ts';
import { keptFor } from '#shared/domain/keeping/retention.ts';
import { severities } from '#shared/domain/report/severity.ts';
import { aCase, aReferral } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

describe.each([albania, zembla])('what people of $country are told about keeping', ({ retention }) => {
  const { most, withdrawn, justice } = keptTimes(retention);
  const ended = [...outcomes, ...administrativeOutcomes].flatMap((outcome) =>
    severities.map((severity) => aCase({ outcomes: [outcome], severity })),
  );
  const passedOn = aReferral({
    status: 'completed',
    institution: 'nobody',
    acknowledgedAt: '2026-11-20T09:00:00.000Z',
  });

  it('is the longest that any case is kept, whatever it came to and whoever was told', () => {
    const days = ended.flatMap((of) =>
      [of, { ...of, referrals: [passedOn] }].map((one) => keptFor(one, retention).days),
    );
    expect(Math.max(...days)).toBe(most);
  });

  it('is the longest for a report that was taken back, where nobody else knows of it', () => {
    const days = ended
      .filter(({ outcomes: [first] }) => first === 'withdrawn')
      .map((of) => keptFor(of, retention).days);
    expect(Math.max(...days)).toBe(withdrawn);
    expect(withdrawn).toBeLessThanOrEqual(most);
  });

  it('is the time of the rule while justice has not answered', () => {
    const [institution = ''] = retention.justice.institutions;
    const of = aCase({ outcomes: ['advice_given'], referrals: [aReferral({ institution, status: 'acknowledged' })] });
    expect(keptFor(of, retention)).toEqual({ days: justice, because: 'justice' });
  });
});

it.each([
  [365, '1'],
  [366, '2'],
  [730, '2'],
  [1825, '5'],
])('%i days are told as at most %s years', (days, years) => {
  expect(yearsOf(days)).toBe(years);
});
