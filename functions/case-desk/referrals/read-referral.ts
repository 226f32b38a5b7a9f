import { parseReferralBody } from '#shared/contracts/http/staff-referrals.ts';
import type { HttpAnswer, HttpRequest } from '#shared/lambda/http.ts';
import { Problem } from '#shared/lambda/http.ts';
import { openField } from '#shared/sealing/sealed-field.ts';
import { findCase } from '../find-case.ts';
import { admitOpening, recordAccess } from '../record-access.ts';
import type { RecordAccessDeps } from '../record-access.ts';
import { idIn } from './decide-referral.ts';
import { openReferralKey } from './record-answer.ts';
import type { RecordAnswerDeps } from './record-answer.ts';

export type ReadReferralDeps = RecordAnswerDeps & RecordAccessDeps;

/**
 * `POST …/referrals/{referral}/read`: what was given away, to which unit, and who acknowledged it. Who may send may look;
 * the AccessLog row comes first. It changes nothing, so it needs no Idempotency-Key.
 */
export function readReferral(deps: ReadReferralDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async (request) => {
    const by = await deps.admit(request, 'refer_case');
    parseReferralBody('referralReading', request.body);
    const { case: of } = await findCase(deps, request.path['number']);
    await admitOpening(deps, of, by);
    const { caseId } = of;
    const referral = of.referrals?.find(({ id }) => id === idIn(request));
    if (referral === undefined || referral.approvedAt === undefined) throw new Problem('not_found', 404);
    const reason = `referral ${referral.id}`;
    await recordAccess(deps, of, by, { action: 'read', reason });
    const [parts, key] = await Promise.all([
      deps.referrals.parts(caseId, referral.id),
      openReferralKey(deps, caseId, referral.id),
    ]);
    const opened = parts.map(({ part, sealed }) => {
      const place = { caseId, field: `referral-${referral.id}-${part}`, revision: 1 };
      return [part, JSON.parse(openField(key, sealed, place)) as unknown];
    });
    return { status: 200, body: { referral, ...Object.fromEntries(opened) } };
  };
}
