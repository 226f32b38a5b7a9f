import { etagOf, ifMatchOf } from '../contracts/http/entity-tags.ts';
import type { HttpAnswer, HttpRequest } from '../contracts/http/http.ts';
import { Problem } from '../contracts/http/http.ts';
import type { StaffRoute } from '../contracts/http/staff/staff-routes.ts';
import type { CommandRecord } from '../ports/case-store.ts';
import { again, decideAgain } from './decide-again.ts';

/** What is kept of a finished command. */
export type KeptAnswer = Pick<CommandRecord, 'fingerprint' | 'answer'>;

/** After so many seconds, other writers to the same case or record have surely finished. */
const retryAfterSeconds = 2;

/**
 * Answers a staff command that takes effect once. Each round first looks whether the command is done. That comes first
 * because the first try may have changed what this retry's If-Match names. The same key with the same content gets the
 * same answer; with other content it is refused. `attempt` does the command, or finds the record of an earlier try
 * (`known`), or says that somebody else wrote first. Throws a `Problem` for everything but a finished command.
 */
export async function answerOnce(
  lookUp: () => Promise<KeptAnswer | undefined>,
  fingerprint: string,
  attempt: () => Promise<HttpAnswer | { known: KeptAnswer } | typeof again>,
): Promise<HttpAnswer> {
  // The same command was sent twice at once. One may be refused by the state that the other has just made.
  const refusedOrKnown = async (error: unknown): Promise<{ known: KeptAnswer }> => {
    const known = error instanceof Problem ? await lookUp() : undefined;
    if (known === undefined) throw error;
    return { known };
  };
  const answer = await decideAgain(async () => {
    const known = await lookUp();
    const tried = known === undefined ? await attempt().catch(refusedOrKnown) : { known };
    return tried !== again && 'known' in tried ? keptAnswer(tried.known, fingerprint) : tried;
  });
  if (answer === again) throw new Problem('unavailable', 503, { retryAfterSeconds });
  return answer;
}

function keptAnswer(known: KeptAnswer, fingerprint: string): HttpAnswer {
  if (known.fingerprint !== fingerprint) throw new Problem('command_key_reused', 422);
  const body = JSON.parse(known.answer ?? '{}') as HttpAnswer['body'];
  return revisionAnswer(body, Number(body['revision']));
}

/** An answer about something that has a revision. 202 when what was asked for waits for another person (`waitsFor`). */
export function revisionAnswer(body: HttpAnswer['body'], revision: number): HttpAnswer {
  return { status: 'waitsFor' in body ? 202 : 200, body, headers: { ETag: etagOf({ revision }) } };
}

/** Throws a `Problem` when the route's command depends on what was seen and the request does not say what that was. */
export function requireIfMatch({ needsIfMatch }: StaffRoute, { headers }: HttpRequest): void {
  if (needsIfMatch === true && ifMatchOf(headers) === undefined) throw new Problem('precondition_required', 428);
}

/** Throws a `Problem` that shows the present state, when the request was decided on another revision. */
export function checkIfMatch(
  { headers }: HttpRequest,
  present: { revision: number },
  shown: () => Readonly<Record<string, unknown>>,
): void {
  const tags = ifMatchOf(headers);
  if (tags !== undefined && !tags.includes(etagOf(present))) {
    throw new Problem('precondition_failed', 412, { extra: shown() });
  }
}
