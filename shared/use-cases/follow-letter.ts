import { changeCase } from '../domain/case/case-change.ts';
import { holdByLetter } from '../domain/commands/handling/acknowledge-letter.ts';
import type { TimerPolicy } from '../domain/sla/clock-policy.ts';
import { inParallel } from '../lambda/in-parallel.ts';
import type { CaseReader, CaseWriter } from '../ports/case-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Letter, Letters, Mailbox } from '../ports/mailbox.ts';
import { again, decideAgain } from './decide-again.ts';

export interface FollowLetterDeps {
  cases: CaseReader;
  writer: Pick<CaseWriter, 'write'>;
  mailbox: Pick<Mailbox, 'endRepeats'>;
  letters: Pick<Letters, 'settle'>;
  clock: Clock;
  country: TimerPolicy;
}

/** How many cases are worked on at the same time. */
const casesAtOnce = 8;

/**
 * Does what follows from an acknowledged letter: its mails repeat no more to its reader, and the climb of each case that
 * it names is held once. At most `atMost` cases are done; the rest, and everything after a crash, is left to the sweep
 * of escalation. Each step is done once, however often this runs. Answers whether all is done. Then the letter leaves the
 * `due` index.
 */
export function followLetter(
  deps: FollowLetterDeps,
): (letter: Letter, atMost?: number) => Promise<{ isDone: boolean }> {
  /** Answers whether nothing is left to hold. */
  async function hold(caseId: string, by: string): Promise<boolean> {
    const outcome = await decideAgain<'done' | 'more'>(async () => {
      const of = await deps.cases.load(caseId);
      if (of === undefined) return 'done';
      const now = deps.clock.now();
      const parts = holdByLetter(of.case, of.timers, deps.country, by, now);
      if (parts === undefined) return 'done';
      const written = await deps.writer.write(changeCase(of.case, parts, now));
      return written.written ? 'more' : again;
    });
    return outcome === 'more' ? hold(caseId, by) : outcome === 'done';
  }

  return async (letter, atMost = Infinity) => {
    const byCase = [...Map.groupBy(letter.events, (eventId) => eventId.slice(0, eventId.indexOf('#')))];
    const now = byCase.slice(0, atMost);
    const done = await inParallel(casesAtOnce, now, async ([caseId, events]) => {
      for (const eventId of events) await deps.mailbox.endRepeats({ caseId, eventId, to: letter.to });
      return hold(caseId, letter.to);
    });
    const isDone = now.length === byCase.length && done.every(Boolean);
    if (isDone) await deps.letters.settle(letter);
    return { isDone };
  };
}
