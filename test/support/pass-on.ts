import { country } from '#shared/country/current.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import type { ShownCase, StaffOverHttp } from './besa-over-http.ts';

/**
 * An officer calls each institution whose proposal is meant, and says what there is to say: a call is the referral, and
 * acknowledges it. To one that is not to be called Besa writes. Answers with whom was told. Throws where that is refused.
 */
export async function passOn(
  officer: StaffOverHttp,
  caseNumber: string,
  isMeant: (referral: Referral) => boolean = ({ isNecessary }) => isNecessary,
  isCalled: (referral: Referral) => boolean = () => true,
): Promise<string[]> {
  return passOnSeen(officer, (await officer.show(caseNumber)).body, isMeant, isCalled);
}

/** The same for a case that somebody has before them. */
export async function passOnSeen(
  officer: StaffOverHttp,
  { caseNumber, referrals = [] }: Pick<ShownCase, 'caseNumber' | 'referrals'>,
  isMeant: (referral: Referral) => boolean,
  isCalled: (referral: Referral) => boolean,
): Promise<string[]> {
  const { institutions } = await country.loadReferrals();
  const meant = referrals.filter((referral) => referral.status === 'proposed' && isMeant(referral));
  for (const referral of meant) {
    const isLocal = institutions.some((one) => one.code === referral.institution && one.isLocal);
    const { status, body } = await officer.command(caseNumber, `referrals/${referral.id}/sending`, {
      ...groundFor(referral),
      ...(isLocal ? { unit: 'Një njësi e shpikur' } : {}),
      ...(isCalled(referral) ? { call: { name: 'Një person i shpikur' } } : {}),
    });
    if (status !== 200) throw new Error(`Passing on was answered ${status}: ${JSON.stringify(body)}`);
  }
  return meant.map(({ institution }) => institution);
}

function groundFor({ wish, addressesOnly }: Referral) {
  if (addressesOnly === true) return { ground: 'nothing_personal', fields: ['addresses'], addresses: [0] };
  const fields = ['narrative', 'victims'];
  if (wish !== 'no') return { ground: 'consent', fields };
  return { ground: 'override', fields, overrideBecause: 'crime_against_child', notToldFirstBecause: 'told_by_phone' };
}
