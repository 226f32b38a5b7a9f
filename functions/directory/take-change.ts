import { changesBetween, type AuditEntry, type DirectoryAction } from '#shared/domain/people/directory-audit.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { HttpAnswer, HttpRequest, Problem } from '#shared/contracts/http/http.ts';
import { routeNamed, routesOfDirectory } from '#shared/contracts/http/staff/staff-routes.ts';
import type { DirectoryCommand } from '#shared/contracts/http/staff/staff-routes.ts';
import type { Log } from '#shared/lambda/log/log.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { DirectoryBook, DirectoryNotice, DirectoryRows } from '#shared/ports/directory-book.ts';
import type { Admitted, AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { answerOnce, requireIfMatch, revisionAnswer } from '#shared/use-cases/answer-once.ts';
import { commandKey } from '#shared/use-cases/command-key.ts';
import { again } from '#shared/use-cases/decide-again.ts';

export interface TakeChangeDeps {
  admit: AdmitStaff;
  book: DirectoryBook;
  clock: Clock;
  log: Log;
}

type Json = Readonly<Record<string, unknown>>;

/** What a command decided. `shown` makes the body of the answer, for the revision that the entry then has. */
export type DecidedChange =
  | {
      outcome: 'change';
      action: DirectoryAction;
      about?: string;
      before: object | undefined;
      after: object;
      rows: DirectoryRows;
      notices?: readonly DirectoryNotice[];
      /** More that the audit says than which fields changed. */
      audited?: Pick<AuditEntry, 'decidedBy' | 'timeTaken'>;
      /** What is answered instead of the entry, once the change is written. The command is then not remembered. */
      problem?: Problem;
      shown: (revision: number) => Json;
    }
  | { outcome: 'unchanged'; revision: number; shown: (revision: number) => Json };

export interface Change {
  /** The name of the command and of its route, which says whether it needs If-Match. */
  name: DirectoryCommand;
  by: Pick<Admitted, 'id'>;
  request: HttpRequest;
  content: unknown;
  /**
   * Decides on the directory as just read. It runs again when somebody else wrote first. Throws a `Problem` to refuse.
   */
  decide: (now: Instant) => Promise<DecidedChange>;
}

/**
 * Does a command of the directory once. One transaction holds the change, its audit row, the directory notices and the
 * command's own row. Its condition is that nothing in the directory changed since it was read.
 */
export function takeChange({ book, clock, log }: TakeChangeDeps): (change: Change) => Promise<HttpAnswer> {
  return async ({ name, by, request, content, decide }) => {
    requireIfMatch(routeNamed(routesOfDirectory, name), request);
    const key = commandKey(request, { name, path: request.path, content });
    const lookUp = () => book.command(by.id, key.keyHash);
    return answerOnce(lookUp, key.fingerprint, async () => {
      // This comes before the rest of the directory is read: what is read later can only be newer.
      const revision = await book.revision();
      const now = clock.now();
      const decided = await decide(now);
      if (decided.outcome === 'unchanged') {
        return revisionAnswer({ ...decided.shown(decided.revision), revision: decided.revision }, decided.revision);
      }
      const { action, about, before, after, rows, notices = [], audited = {}, problem } = decided;
      const answer = JSON.stringify({ ...decided.shown(revision + 1), revision: revision + 1 });
      const written = await book.write({
        revision,
        rows,
        audit: {
          at: now,
          by: by.id,
          action,
          ...(about === undefined ? {} : { about }),
          ...audited,
          changes: changesBetween(before, after),
        },
        ...(problem === undefined ? { command: { actor: by.id, ...key, at: now, answer } } : {}),
        notices,
      });
      if (written.written) {
        if (problem !== undefined) throw problem;
        log('command_done');
        return revisionAnswer(JSON.parse(answer) as Json, revision + 1);
      }
      return written.because === 'command_known' ? { known: written.command } : again;
    });
  };
}
