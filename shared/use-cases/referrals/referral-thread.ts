import { wordsSaid } from '../../domain/case/referral.ts';
import type { Referral } from '../../domain/case/referral.ts';
import type { SaidWords } from '../../domain/referrals/desk/question.ts';
import type { SealedReferral } from '../../ports/case-store.ts';
import { sealField } from '../../sealing/sealed-field.ts';
import { placeOfPart } from './opened-parts.ts';
import { shownText } from './shown-text.ts';

/** Seals words as the newest of the thread. `referral` stands as it is after the change that says them. */
export function sealWords(key: Uint8Array, caseId: string, referral: Referral, words: SaidWords): SealedReferral {
  const { id } = referral;
  const part = `said#${wordsSaid(referral)}` as const;
  return { caseId, id, part, sealed: sealField(key, JSON.stringify(words), placeOfPart(caseId, id, part)) };
}

/** The thread as a screen shows it, with the places of addresses in it, or without them. */
export function threadShown(thread: readonly SaidWords[], withAddresses: boolean): readonly SaidWords[] {
  return thread.map((words) => ({ ...words, ...shownText(words.text, withAddresses) }));
}
