import { parseReferralBody } from '#shared/contracts/http/staff/referrals.ts';
import type { ReferralBodies } from '#shared/contracts/http/staff/referrals.ts';
import type { CaseChange } from '#shared/domain/case/case-change.ts';
import { decideAnswer } from '#shared/domain/referrals/decide-referral.ts';
import type { ReferralAnswer } from '#shared/domain/referrals/decide-referral.ts';
import type { Measure } from '#shared/lambda/log/log.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { ReferralReader, SealedReferral } from '#shared/ports/case-store.ts';
import type { KeyOpener } from '#shared/ports/sealing.ts';
import { sealField } from '#shared/sealing/sealed-field.ts';
import { takeCommand } from '../take-command.ts';
import { idIn } from './decide-referral.ts';
import type { DecideReferralDeps } from './decide-referral.ts';
import { measureHandOver } from './measure-hand-over.ts';

export interface RecordAnswerDeps extends DecideReferralDeps {
  referrals: ReferralReader;
  keys: KeyOpener;
  measure: Measure;
}

/** `POST …/referrals/{referral}/answer`: what an institution said. The name of who acknowledged is kept sealed only. */
export function recordAnswer(deps: RecordAnswerDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'follow_referral');
    const content = parseReferralBody('referralAnswer', request.body);
    return take({
      name: 'referralAnswer',
      by,
      request,
      content,
      decide: (state, now) => decideAnswer(state.case, idIn(request), answered(content), by.id, now),
      sealReferral: nameSealer(deps, idIn(request), content.name),
      taken: measureHandOver(deps.measure),
    });
  };
}

function answered({ name, ...rest }: ReferralBodies['referralAnswer']): ReferralAnswer {
  return { ...rest, hasName: name !== undefined };
}

function nameSealer(
  { referrals, keys }: Pick<RecordAnswerDeps, 'referrals' | 'keys'>,
  id: string,
  name: string | undefined,
): (change: CaseChange) => Promise<SealedReferral | undefined> {
  return async ({ after: { caseId } }) => {
    if (name === undefined) return undefined;
    const key = await openReferralKey({ referrals, keys }, caseId, id);
    const place = { caseId, field: `referral-${id}-answer`, revision: 1 };
    return { caseId, id, part: 'answer', sealed: sealField(key, JSON.stringify({ acknowledgedBy: name }), place) };
  };
}

/** The key that both parts of a referral are sealed under. */
export async function openReferralKey(
  { referrals, keys }: Pick<RecordAnswerDeps, 'referrals' | 'keys'>,
  caseId: string,
  id: string,
): Promise<Uint8Array> {
  const wrapped = await referrals.wrappedKey(caseId, id);
  if (wrapped === undefined) throw new Error('The key of this referral is gone.');
  return keys.open(caseId, 'referral', wrapped);
}
