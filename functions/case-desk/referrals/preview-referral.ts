import { parseCommandBody } from '#shared/contracts/http/staff/command-bodies.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { DisclosedCopy } from '#shared/domain/referrals/disclosed-copy.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { copyShown } from '#shared/use-cases/referrals/copy-shown.ts';
import { findCase } from '../find-case.ts';
import type { FindCaseDeps } from '../find-case.ts';
import { admitOpening, recordAccess } from '../reading/record-access.ts';
import type { RecordAccessDeps } from '../reading/record-access.ts';
import { seesAddresses } from '../reading/sees-addresses.ts';
import { problemOfRefusal } from '../refusal.ts';
import { copyAfter, decideToSend, digestOf } from './decide-to-send.ts';
import type { DecideToSendDeps } from './decide-to-send.ts';
import { aboutSending, type SendsAloneDeps } from './sends-alone.ts';

export interface PreviewReferralDeps extends FindCaseDeps, DecideToSendDeps, Omit<RecordAccessDeps, 'directory'> {
  admit: AdmitStaff;
  directory: DecideToSendDeps['directory'] & SendsAloneDeps['directory'];
  country: DecideToSendDeps['country'] & SendsAloneDeps['country'];
}

/**
 * `POST …/referrals/{referral}/preview`: the copy as it would be sealed now, shown as `read` shows the sealed one. Those
 * who could send it now may see it, and it is refused as sending would be. The AccessLog row comes first. It changes
 * nothing, so it needs no Idempotency-Key. Throws a `Problem`: 403, 404, 409 or 422.
 */
export function previewReferral(deps: PreviewReferralDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async (request) => {
    const by = await deps.admit(request, 'send_referral');
    const body = parseCommandBody('referralPreview', request.body);
    const { case: of } = await findCase(deps, request.path['number']);
    const now = deps.clock.now();
    await admitOpening(deps, of, by, await aboutSending(deps, of, by, body.call !== undefined, now));
    const { referral: id = '' } = request.path;
    // The message is written beside the copy. Sending asks for it.
    const sending = { id, by, body, hasMessage: body.notToldFirstBecause === undefined };
    const decision = await decideToSend(deps, of, sending, now);
    if (decision.outcome === 'refused') throw problemOfRefusal(decision, of);
    if (decision.outcome === 'unchanged') throw new Error('Sending always changes a referral.');
    await recordAccess(deps, of, by, { action: 'read', reason: `preview ${id}` });
    const copy = await copyAfter(deps, changeCase(of, decision.parts, now), sending);
    const shown = copyShown(JSON.parse(copy) as DisclosedCopy, seesAddresses(by, of, deps.country));
    return { status: 200, body: { digest: digestOf(of, copy), ...shown } };
  };
}
