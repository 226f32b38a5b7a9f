import { country } from '#shared/country/current.ts';
import { deskWays, type Referral } from '#shared/domain/case/referral.ts';
import { median, quantile } from '#test/bench/figures.ts';
import type { ShownCase } from '#test/support/besa-over-http.ts';
import type { Row } from '../table.ts';

const hourMs = 3_600_000;
const { institutions } = await country.loadReferrals();

/** How long institutions took, by what they are: those who answered at the desk, and those who said it by phone. */
export function timesOfInstitutions(cases: readonly Pick<ShownCase, 'referrals' | 'history'>[]): Row[] {
  const sent = cases.flatMap(({ referrals = [], history }) =>
    referrals
      .filter(({ approvedAt }) => approvedAt !== undefined)
      .map((referral) => ({
        referral,
        isOpened: history.some(({ type, data }) => type === 'referral.opened' && data['referral'] === referral.id),
      })),
  );
  return [...Map.groupBy(sent, ({ referral }) => kindOf(referral))]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([kind, of]) => {
      const all = of.map(({ referral }) => referral);
      // Whoever was called acknowledged in that call, and waited for nothing.
      const written = all.filter(({ calledAt }) => calledAt === undefined);
      return {
        kind,
        sent: all.length,
        called: all.length - written.length,
        opened: of.filter(({ isOpened }) => isOpened).length,
        ...took('desk', written.filter(isAtDesk)),
        ...took(
          'phone',
          written.filter((one) => !isAtDesk(one)),
        ),
        declined: all.filter(({ declinedAt }) => declinedAt !== undefined).length,
        'not for me': all.filter(({ misdirectedAt }) => misdirectedAt !== undefined).length,
      };
    });
}

const kindOf = ({ institution }: Referral): string =>
  institutions.find(({ code }) => code === institution)?.kind ?? 'other';

const isAtDesk = ({ acknowledgedHow }: Referral): boolean => deskWays.some((way) => way === acknowledgedHow);

/** Hours from the decision to the acknowledgement; a dash where nobody acknowledged. */
function took(way: string, referrals: readonly Referral[]): Row {
  const hours = referrals.flatMap(({ approvedAt, acknowledgedAt }) =>
    approvedAt === undefined || acknowledgedAt === undefined
      ? []
      : [(Date.parse(acknowledgedAt) - Date.parse(approvedAt)) / hourMs],
  );
  const said = (value: number): string => value.toFixed(1);
  const isNone = hours.length === 0;
  return {
    [`by ${way}`]: hours.length,
    [`${way} median h`]: isNone ? '-' : said(median(hours)),
    [`${way} 90 % h`]: isNone ? '-' : said(quantile(hours, 0.9)),
  };
}
