import type { Referral } from '#shared/domain/case/referral.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { DisclosedCopy } from '#shared/domain/referrals/disclosed-copy.ts';
import { openField } from '#shared/sealing/sealed-field.ts';
import { openReferralKey } from './record-answer.ts';
import type { RecordAnswerDeps } from './record-answer.ts';

/** The opened parts of a referral: what was given away, and who said which answer. */
export interface OpenedParts {
  copy?: DisclosedCopy;
  readonly [answer: string]: object | undefined;
}

/** Opens what a referral gave away, and who answered it. Throws `SealBroken` and `KeysUnavailable`. */
export async function openParts(
  deps: Pick<RecordAnswerDeps, 'referrals' | 'keys'>,
  { caseId }: Pick<Case, 'caseId'>,
  { id }: Pick<Referral, 'id'>,
): Promise<OpenedParts> {
  const [parts, key] = await Promise.all([deps.referrals.parts(caseId, id), openReferralKey(deps, caseId, id)]);
  return Object.fromEntries(
    parts.map(({ part, sealed }) => {
      const place = { caseId, field: `referral-${id}-${part}`, revision: 1 };
      return [part, JSON.parse(openField(key, sealed, place)) as object];
    }),
  );
}
