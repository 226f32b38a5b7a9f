import { mostKept, withNewest } from '../bounds.ts';
import type { Case } from '../case.ts';
import type { DecidedChange } from '../decision.ts';
import type { Instant } from '../../time/instant.ts';
import type { CodeConcern, Reissue } from './receipt.ts';

/** Whether a receipt opens the thread now. */
export function hasLiveReceipt({ receiptLockedAt, receiptVoidedAt }: Case): boolean {
  return receiptLockedAt === undefined && receiptVoidedAt === undefined;
}

/** Whether this person was shown the present code. Of a case of release 0.1.0 nobody knows who was. */
export function knowsReceipt({ receiptKnownTo = [] }: Case, id: string): boolean {
  return receiptKnownTo.some(({ by }) => by === id);
}

/** What is wrong with the code now. Release 0.1.0 kept only when a code was locked. */
export function codeConcernsOf({ codeConcerns, receiptLockedAt, spoken }: Case): readonly CodeConcern[] {
  if (codeConcerns !== undefined) return codeConcerns;
  const isOldLock = receiptLockedAt !== undefined && spoken === undefined;
  return isOldLock ? [{ what: 'reporter_locked', since: receiptLockedAt }] : [];
}

/** Whether this concern stands already. Then it is not raised again. */
export function hasCodeConcern(of: Case, { what, how }: Pick<CodeConcern, 'what' | 'how'>): boolean {
  return codeConcernsOf(of).some((one) => one.what === what && (how === undefined || one.how === how));
}

/** The concerns with one more. Each kind of use stands once, so there are five at most. */
export function withCodeConcern(of: Case, concern: CodeConcern): CodeConcern[] {
  return hasCodeConcern(of, concern) ? [...codeConcernsOf(of)] : [...codeConcernsOf(of), concern];
}

/**
 * The concerns that stay after this person spoke to the reporter. Somebody used a code that is replaced or voided: likely
 * the child. Then who knows the present code cannot say alone that all is well. Source: docs/practice.md, Reporter's side.
 */
export function codeConcernsAfterTalk(of: Case, by: string): CodeConcern[] {
  if (!knowsReceipt(of, by)) return [];
  return codeConcernsOf(of).filter(({ what, how }) => what === 'dead_code_used' && how !== 'locked');
}

/** Who gave out the code before this message was written. Undefined where nobody had. */
export function afterReissueBy({ reissues = [] }: Case, message: number): string | undefined {
  return reissues.findLast(({ afterMessage }) => afterMessage < message)?.by;
}

/** The re-issues of a case with one more. */
export function withReissue(of: Case, by: string, at: Instant): Reissue[] {
  return withNewest(of.reissues ?? [], { by, at, afterMessage: of.messageCount }, mostKept.reissues);
}

/** Whether somebody has opened the case's text. Of a case of release 0.1.0 nobody has yet. */
export function hasRead({ readers = [] }: Case, id: string): boolean {
  return readers.includes(id);
}

/** The readers with one more, each once, the newest last. */
export function withReader({ readers = [] }: Case, id: string): string[] {
  return [...readers.filter((one) => one !== id), id].slice(-mostKept.readers);
}

/** The end of a code that somebody knows who must not know it any more. Without a live code there is nothing to end. */
export function receiptVoided(of: Case, actor: `staff:${string}` | `besa:${string}`, now: Instant): DecidedChange {
  const concern = { what: 'reporter_without_code', since: now } as const;
  return {
    set: { receiptVoidedAt: now, receiptKnownTo: undefined, codeConcerns: withCodeConcern(of, concern) },
    events: [{ type: 'case.receipt_voided', actor, data: {} }],
  };
}

/**
 * What excluding these people does to the reporter's code: who was shown it and is now excluded could still open the
 * thread by it. Then it is voided. Undefined when nobody of them knows a live code.
 */
export function receiptAfterExclusions(
  of: Case,
  excludedPeople: readonly string[],
  actor: `staff:${string}` | `besa:${string}`,
  now: Instant,
): DecidedChange | undefined {
  const isKnown = hasLiveReceipt(of) && excludedPeople.some((id) => knowsReceipt(of, id));
  return isKnown ? receiptVoided(of, actor, now) : undefined;
}
