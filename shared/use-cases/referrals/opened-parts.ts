import type { Referral } from '../../domain/case/referral.ts';
import type { Case } from '../../domain/case/case.ts';
import type { DisclosedCopy } from '../../domain/referrals/disclosed-copy.ts';
import type { ReferralReader } from '../../ports/case-store.ts';
import { openField } from '../../sealing/sealed-field.ts';
import type { SaidWords } from '../../domain/referrals/desk/question.ts';

/** The opened parts of a referral. */
export interface OpenedParts {
  /** What was given away. */
  copy?: DisclosedCopy;
  /** What was asked and replied, the oldest first. */
  thread: readonly SaidWords[];
  /** Who said which answer, by its part. */
  answers: Readonly<Record<string, object>>;
}

/** Opens what a referral gave away, what was asked, and who answered it, with its own key. Throws `SealBroken`. */
export async function openParts(
  referrals: Pick<ReferralReader, 'parts'>,
  key: Uint8Array,
  { caseId }: Pick<Case, 'caseId'>,
  { id }: Pick<Referral, 'id'>,
): Promise<OpenedParts> {
  const parts = await referrals.parts(caseId, id);
  const opened = parts.map(({ part, sealed }) => ({
    part,
    content: JSON.parse(openField(key, sealed, placeOfPart(caseId, id, part))) as object,
  }));
  const copy = opened.find(({ part }) => part === 'copy')?.content;
  const said = opened.filter(({ part }) => numberOf(part) !== undefined);
  const answers = opened.filter(({ part }) => part !== 'copy' && numberOf(part) === undefined);
  return {
    ...(copy === undefined ? {} : { copy }),
    thread: said
      .toSorted((a, b) => (numberOf(a.part) ?? 0) - (numberOf(b.part) ?? 0))
      .map(({ content }) => content as SaidWords),
    answers: Object.fromEntries(answers.map(({ part, content }) => [part, content])),
  };
}

/** The number of words of the thread, as their part has it. */
function numberOf(part: string): number | undefined {
  const [, number] = /^said#(\d+)$/.exec(part) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** Where a part of a referral is sealed under its key. */
export const placeOfPart = (caseId: string, id: string, part: string) => ({
  caseId,
  field: `referral-${id}-${part}`,
  revision: 1,
});
