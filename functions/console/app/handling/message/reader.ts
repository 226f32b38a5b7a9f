import { readerOf } from '#shared/contracts/http/wording.ts';
import type { Reader } from '#shared/contracts/http/wording.ts';
import type { BlankName, ReadyFacts } from '#shared/domain/console/ready-sentences.ts';
import type { CaseView } from '../../api/answers.ts';

/** The reporter as a reader. Who does not say who they are may be a child. */
export function reporterOf({ language, reported }: CaseView, defaultLanguage: string): Reader {
  const reads = language ?? defaultLanguage;
  return reported === undefined ? { address: 'child', language: reads } : readerOf(reported, reads);
}

/** What the ready sentences are chosen by. Undefined for whoever does not see what was reported. */
export function readyFactsOf({
  reported,
  words = [],
  status,
  outcomes = [],
  missed = [],
}: CaseView): ReadyFacts | undefined {
  if (reported === undefined || status === undefined) return undefined;
  const promiseMissed = missed.some(({ clock }) => clock === 'promise_handle' || clock === 'promise_resolve');
  return { reported, words, status, outcomes, promiseMissed };
}

/**
 * What fills blanks by itself: the end of the promise while it is ahead, and until when the case is kept. `say` words an
 * instant for the reporter. Everything else a person fills in.
 */
export function knownBlanks(
  { promise, resolvedAt, keeping }: Pick<CaseView, 'promise' | 'resolvedAt' | 'keeping'>,
  now: string,
  say: (at: string) => string,
): Partial<Record<BlankName, string>> {
  const by = resolvedAt === undefined ? promise?.resolveBy : undefined;
  const keptUntil = keeping?.eraseAt;
  return {
    ...(by !== undefined && by > now ? { by: say(by) } : {}),
    ...(keptUntil !== undefined && keptUntil > now ? { keptUntil: say(keptUntil) } : {}),
  };
}
