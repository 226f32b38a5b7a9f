import { parseCommandBody } from '#shared/contracts/http/staff/command-bodies.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import { authorize } from '#shared/domain/access/authorize.ts';
import { resourceOf } from '#shared/domain/access/resource-of.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { copyShown } from '#shared/use-cases/referrals/copy-shown.ts';
import { openParts } from '#shared/use-cases/referrals/opened-parts.ts';
import { threadShown } from '#shared/use-cases/referrals/referral-thread.ts';
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
 * `POST …/referrals/{referral}/read`: what was given away, to which unit, who answered it, and what was asked and replied.
 * The copy is for those who may send; whoever may follow a referral reads the rest. The AccessLog row comes first. Addresses are shown as in reading the case: defanged, and in a CSAM-flagged
 * case to cleared staff alone, also inside texts. Accounts are as typed. It changes nothing, so it needs no Idempotency-Key.
 */
export function readReferral(deps: ReadReferralDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async (request) => {
    const by = await deps.admit(request, 'follow_referral');
    parseCommandBody('referralReading', request.body);
    const { case: of } = await findCase(deps, request.path['number']);
    await admitOpening(deps, of, by);
    const referral = of.referrals?.find(({ id }) => id === request.path['referral']);
    if (referral === undefined || referral.approvedAt === undefined) throw new Problem('not_found', 404);
    const reason = `referral ${referral.id}`;
    await recordAccess(deps, of, by, { action: 'read', reason });
    const key = await openReferralKey(deps, of.caseId, referral.id);
    const { copy, thread, answers } = await openParts(deps.referrals, key, of, referral);
    const withAddresses = seesAddresses(by, of, deps.country);
    const mayCopy = authorize(by, 'refer_case', resourceOf(of, by.id)).allowed;
    return {
      status: 200,
      body: {
        referral,
        ...answers,
        thread: threadShown(thread, withAddresses),
        ...(mayCopy && copy !== undefined ? copyShown(copy, withAddresses) : {}),
      },
    };
  };
}
