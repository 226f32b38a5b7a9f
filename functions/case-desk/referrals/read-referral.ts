import { parseCommandBody } from '#shared/contracts/http/staff/command-bodies.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { ReportAddresses } from '#shared/domain/report/report-parts.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import { openField } from '#shared/sealing/sealed-field.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { findCase } from '../find-case.ts';
import type { FindCaseDeps } from '../find-case.ts';
import { harmless } from '../reading/open-case.ts';
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
 * may look; the AccessLog row comes first. Addresses and accounts are shown as in reading the case. They are defanged,
 * and in a CSAM-flagged case only cleared staff see them. It changes nothing, so it needs no Idempotency-Key.
 */
export function readReferral(deps: ReadReferralDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async (request) => {
    const by = await deps.admit(request, 'refer_case');
    parseCommandBody('referralReading', request.body);
    const { case: of } = await findCase(deps, request.path['number']);
    await admitOpening(deps, of, by);
    const { caseId } = of;
    const referral = of.referrals?.find(({ id }) => id === request.path['referral']);
    if (referral === undefined || referral.approvedAt === undefined) throw new Problem('not_found', 404);
    const reason = `referral ${referral.id}`;
    await recordAccess(deps, of, by, { action: 'read', reason });
    const [parts, key] = await Promise.all([
      deps.referrals.parts(caseId, referral.id),
      openReferralKey(deps, caseId, referral.id),
    ]);
    const opened = Object.fromEntries(
      parts.map(({ part, sealed }) => {
        const place = { caseId, field: `referral-${referral.id}-${part}`, revision: 1 };
        return [part, JSON.parse(openField(key, sealed, place)) as GivenAway];
      }),
    );
    const copy = opened['copy'] && copyShown(opened['copy'], seesAddresses(by, of, deps.country));
    return { status: 200, body: { referral, ...opened, ...copy } };
  };
}

/** The part of a copy that not everybody may see. */
type GivenAway = { addresses?: ReportAddresses['urls']; accounts?: ReportAddresses['accounts'] };

function copyShown(copy: GivenAway, withAddresses: boolean): HttpAnswer['body'] {
  const { addresses, accounts, ...rest } = copy;
  if (addresses === undefined && accounts === undefined) return { copy };
  if (!withAddresses) return { copy: rest, addressesWithheld: 'clearance' };
  const shown = harmless({ urls: addresses ?? [], accounts: accounts ?? [] });
  return {
    copy: {
      ...rest,
      ...(addresses === undefined ? {} : { addresses: shown.urls }),
      ...(accounts === undefined ? {} : { accounts: shown.accounts }),
    },
  };
}
