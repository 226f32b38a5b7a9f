import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { parseCommandBody } from '#shared/contracts/http/staff/command-bodies.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { Log } from '#shared/lambda/log/log.ts';
import type { Letters } from '#shared/ports/mailbox.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { commandKey } from '#shared/use-cases/command-key.ts';
import { followLetter, type FollowLetterDeps } from '#shared/use-cases/follow-letter.ts';
import { findLetter } from './find-letter.ts';

export interface AcknowledgeLetterDeps extends FollowLetterDeps {
  admit: AdmitStaff;
  letters: Pick<Letters, 'find' | 'acknowledge' | 'settle'>;
  log: Log;
}

/** How many cases are held within the request. The sweep of escalation does the rest within a minute or two. */
const casesInRequest = 25;

/**
 * `POST /v1/letters/{letter}/acknowledge`: its reader has seen it. First the letter is marked and stands in the `due`
 * index, then what follows is done. A retry finds the mark and what is done already, so the Idempotency-Key needs no row
 * of its own. Throws a `Problem` `not_found` for everybody but its reader.
 */
export function acknowledgeLetter(deps: AcknowledgeLetterDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const follow = followLetter(deps);
  return async (request) => {
    const by = await deps.admit(request, 'acknowledge_escalation');
    const body = parseCommandBody('letterAcknowledgement', request.body);
    // Refuses a request without a key, as every command does.
    commandKey(request, body);
    const found = await findLetter(deps.letters, request, by);
    const now = deps.clock.now();
    const letter = await deps.letters.acknowledge(found, now, plusMinutes(now, 1));
    const { isDone } = await follow(letter, casesInRequest);
    deps.log('command_done');
    return { status: 200, body: { letter: letter.id, acknowledgedAt: letter.acknowledgedAt ?? now, isDone } };
  };
}
