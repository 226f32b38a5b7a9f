import { etagOf, ifMatchOf } from '#shared/contracts/http/staff.ts';
import { changeCase } from '#shared/domain/case-change.ts';
import type { CaseChange } from '#shared/domain/case-change.ts';
import type { Case, Instant } from '#shared/domain/case.ts';
import type { Decision } from '#shared/domain/decision.ts';
import type { HttpAnswer, HttpRequest } from '#shared/lambda/http.ts';
import { Problem } from '#shared/lambda/http.ts';
import { log } from '#shared/lambda/log.ts';
import type {
  CaseWithTimers,
  CaseWriter,
  CommandReader,
  CommandRecord,
  SealedMessage,
  SealedReferral,
} from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { StaffMember } from '#shared/ports/directory.ts';
import { commandKey } from '#shared/use-cases/command-key.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';
import { standing } from './case-view.ts';
import { findCase, refuseExcluded } from './find-case.ts';
import type { FindCaseDeps } from './find-case.ts';
import { problemOfRefusal } from './refusal.ts';

export interface TakeCommandDeps extends FindCaseDeps {
  writer: CaseWriter;
  commands: CommandReader;
  clock: Clock;
}

export interface Command {
  name: string;
  by: StaffMember;
  request: HttpRequest;
  /** What is asked, besides name and path; a retry with other content is refused. */
  content: unknown;
  /** Decided on a case as just read, and again on the next state when somebody else wrote first. */
  decide: (state: CaseWithTimers, now: Instant) => Decision | Promise<Decision>;
  /** Seals the message that goes into the same transaction. */
  seal?: (change: CaseChange, now: Instant) => Promise<SealedMessage | undefined>;
  /** Seals what of a referral goes into the same transaction. */
  sealReferral?: (change: CaseChange) => Promise<SealedReferral | undefined>;
}

/** Seconds after which whoever else writes to this case is surely through. */
const retryAfterSeconds = 2;

/** Throws a `Problem` when a command that depends on what was seen does not say what that was. */
export function requireIfMatch({ headers }: HttpRequest): void {
  if (ifMatchOf(headers) === undefined) throw new Problem('precondition_required', 428);
}

/**
 * Does a staff command once: state, events, timers, message and the COMMAND row are one transaction. The same key with
 * the same content is answered from that row, whatever has happened since; with other content it is refused. Throws a
 * `Problem` for everything but a command that is done.
 */
export function takeCommand(deps: TakeCommandDeps): (command: Command) => Promise<HttpAnswer> {
  return async ({ name, by, request, content, decide, seal, sealReferral }) => {
    const key = commandKey(request, { name, path: request.path, content });

    const attempt = async (): Promise<HttpAnswer | typeof again> => {
      // Before anything is judged: the first try may have moved the case past this retry's If-Match.
      const known = await deps.commands.command(by.id, key.keyHash);
      if (known !== undefined) return answerFrom(known, key.fingerprint);
      const state = await findCase(deps, request.path['number']);
      refuseExcluded(state.case, by);
      checkIfMatch(request, state.case);
      const now = deps.clock.now();
      const decision = await decide(state, now);
      if (decision.outcome === 'refused') throw problemOfRefusal(decision, state.case);
      if (decision.outcome === 'unchanged') return answerOf(standing(state.case), state.case.revision);

      const change = changeCase(state.case, { ...decision.parts, traceparent: request.traceparent }, now);
      const message = await seal?.(change, now);
      const referral = await sealReferral?.(change);
      const { caseId, revision } = change.after;
      const answer = JSON.stringify(standing(change.after));
      const written = await deps.writer.write(change, {
        command: { actor: by.id, ...key, caseId, at: now, answer },
        ...(message === undefined ? {} : { message }),
        ...(referral === undefined ? {} : { referral }),
      });
      if (written.written) {
        log('command_done', { caseId });
        return answerOf(JSON.parse(answer) as HttpAnswer['body'], revision);
      }
      return written.because === 'command_known' ? answerFrom(written.command, key.fingerprint) : again;
    };

    const answer = await decideAgain(attempt);
    if (answer === again) throw new Problem('unavailable', 503, { retryAfterSeconds });
    return answer;
  };
}

function checkIfMatch({ headers }: HttpRequest, of: Case): void {
  const tags = ifMatchOf(headers);
  if (tags !== undefined && !tags.includes(etagOf(of))) {
    throw new Problem('precondition_failed', 412, { extra: { case: standing(of) } });
  }
}

function answerFrom(known: CommandRecord, fingerprint: string): HttpAnswer {
  if (known.fingerprint !== fingerprint) throw new Problem('command_key_reused', 422);
  const body = JSON.parse(known.answer ?? '{}') as HttpAnswer['body'];
  return answerOf(body, Number(body['revision']));
}

function answerOf(body: HttpAnswer['body'], revision: number): HttpAnswer {
  return { status: 200, body, headers: { ETag: etagOf({ revision }) } };
}
