import { parseCommandBody } from '#shared/contracts/http/staff/command-bodies.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { copyShown } from '#shared/use-cases/referrals/copy-shown.ts';
import { openParts } from '#shared/use-cases/referrals/opened-parts.ts';
import { findCase } from '../find-case.ts';
import type { FindCaseDeps } from '../find-case.ts';
import { admitOpening, recordAccess } from '../reading/record-access.ts';
import type { RecordAccessDeps } from '../reading/record-access.ts';
import { seesAddresses } from '../reading/sees-addresses.ts';
import { openReferralKey } from './record-answer.ts';
import type { RecordAnswerDeps } from './record-answer.ts';

export interface ReadReferralDeps extends FindCaseDeps, RecordAnswerDeps, RecordAccessDeps {
  admit: AdmitStaff;
  country: Pick<CountryPack, 'categories'>;
}

/**
 * `POST …/referrals/{referral}/read`: what was given away, to which unit, and who answered it. Those who may send
 * may look; the AccessLog row comes first. Addresses are shown as in reading the case: defanged, and in a CSAM-flagged
 * case to cleared staff alone, also inside texts. Accounts are as typed. It changes nothing, so it needs no Idempotency-Key.
 */
export function readReferral(deps: ReadReferralDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async (request) => {
    const by = await deps.admit(request, 'refer_case');
    parseCommandBody('referralReading', request.body);
    const { case: of } = await findCase(deps, request.path['number']);
    await admitOpening(deps, of, by);
    const referral = of.referrals?.find(({ id }) => id === request.path['referral']);
    if (referral === undefined || referral.approvedAt === undefined) throw new Problem('not_found', 404);
    const reason = `referral ${referral.id}`;
    await recordAccess(deps, of, by, { action: 'read', reason });
    const key = await openReferralKey(deps, of.caseId, referral.id);
    const opened = await openParts(deps.referrals, key, of, referral);
    const copy = opened.copy && copyShown(opened.copy, seesAddresses(by, of, deps.country));
    return { status: 200, body: { referral, ...opened, ...copy } };
  };
}
