import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import type { CaseChange } from '#shared/domain/case/case-change.ts';
import { decideAnswer } from '#shared/domain/referrals/decide-referral.ts';
import type { ReferralAnswer } from '#shared/domain/referrals/decide-referral.ts';
import type { Measure } from '#shared/lambda/log/log.ts';
import type { ReferralReader, SealedReferral } from '#shared/ports/case-store.ts';
import type { KeyOpener } from '#shared/ports/sealing.ts';
import { sealField } from '#shared/sealing/sealed-field.ts';
import type { CommandRow } from '../command-handlers.ts';
import { measureAddressHandOver } from '#shared/use-cases/referrals/measure-address-hand-over.ts';
import { placeOfPart } from '#shared/use-cases/referrals/opened-parts.ts';

export interface RecordAnswerDeps {
  referrals: ReferralReader;
  keys: KeyOpener;
  measure: Measure;
}

/** Records what an institution said. The name of the person who said so is stored sealed only. */
export function referralAnswer(deps: RecordAnswerDeps): CommandRow<CommandBodies['referralAnswer']> {
  return {
    action: 'follow_referral',
    decide: ({ case: of }, { body, by, path: { referral = '' } }, now) =>
      decideAnswer(of, referral, answered(body), `staff:${by.id}`, now),
    seals: ({ body, path: { referral = '' } }) => ({ sealReferral: nameSealer(deps, referral, body) }),
    taken: measureAddressHandOver(deps.measure),
  };
}

function answered({ name, ...rest }: CommandBodies['referralAnswer']): ReferralAnswer {
  return { ...rest, hasName: name !== undefined };
}

function nameSealer(
  { referrals, keys }: RecordAnswerDeps,
  id: string,
  { name, answer }: CommandBodies['referralAnswer'],
): (change: CaseChange) => Promise<SealedReferral | undefined> {
  return async ({ after: { caseId } }) => {
    if (name === undefined) return undefined;
    const key = await openReferralKey({ referrals, keys }, caseId, id);
    // Each answer is a part of its own, so that none replaces who said the one before.
    const part = answer === 'acknowledged' ? 'answer' : answer;
    const said = answer === 'acknowledged' ? { acknowledgedBy: name } : { saidBy: name };
    return { caseId, id, part, sealed: sealField(key, JSON.stringify(said), placeOfPart(caseId, id, part)) };
  };
}

/** The key that seals all parts of a referral: the copy and the answers. */
export async function openReferralKey(
  { referrals, keys }: Pick<RecordAnswerDeps, 'referrals' | 'keys'>,
  caseId: string,
  id: string,
): Promise<Uint8Array> {
  const wrapped = await referrals.wrappedKey(caseId, id);
  if (wrapped === undefined) throw new Error('The key of this referral is gone.');
  return keys.open(caseId, 'referral', wrapped);
}
