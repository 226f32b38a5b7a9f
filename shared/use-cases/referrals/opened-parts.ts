import type { Referral } from '../../domain/case/referral.ts';
import type { Case } from '../../domain/case/case.ts';
import type { DisclosedCopy } from '../../domain/referrals/disclosed-copy.ts';
import type { ReferralReader } from '../../ports/case-store.ts';
import { openField } from '../../sealing/sealed-field.ts';

/** The opened parts of a referral: what was given away, and who said which answer. */
export interface OpenedParts {
  copy?: DisclosedCopy;
  readonly [answer: string]: object | undefined;
}

/** Opens what a referral gave away, and who answered it, with the referral's own key. Throws `SealBroken`. */
export async function openParts(
  referrals: Pick<ReferralReader, 'parts'>,
  key: Uint8Array,
  { caseId }: Pick<Case, 'caseId'>,
  { id }: Pick<Referral, 'id'>,
): Promise<OpenedParts> {
  const parts = await referrals.parts(caseId, id);
  return Object.fromEntries(
    parts.map(({ part, sealed }) => [
      part,
      JSON.parse(openField(key, sealed, placeOfPart(caseId, id, part))) as object,
    ]),
  );
}

/** Where a part of a referral is sealed under its key. */
export const placeOfPart = (caseId: string, id: string, part: string) => ({
  caseId,
  field: `referral-${id}-${part}`,
  revision: 1,
});
