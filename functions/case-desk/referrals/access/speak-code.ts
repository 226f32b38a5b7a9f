import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { parseCommandBody } from '#shared/contracts/http/staff/command-bodies.ts';
import { decideSpeaking } from '#shared/domain/referrals/desk/decide-access.ts';
import { digitsFrom, withSpokenCode } from '#shared/domain/referrals/desk/one-time-code.ts';
import { hashOfDigits } from '#shared/sealing/desk-access.ts';
import type { CommandDeps } from '../../command-handlers.ts';
import { takeCommand } from '../../take-command.ts';
import { opensSomething, presentAccess, type PresentAccessDeps } from './present-access.ts';

export interface SpeakCodeDeps extends CommandDeps, PresentAccessDeps {
  /** Makes the random bytes of one-time codes. */
  randomBytes: (count: number) => Uint8Array;
}

/**
 * `POST …/referrals/{referral}/access`: a one-time code for a contact, to be read out at the number on record. Who spoke it
 * stands in the history, and with every answer that is given with it. It opens nothing without the access code, which
 * nobody of the centre sees. The code is answered once and stored nowhere: a retry answers how the case stands.
 */
export function speakCode(deps: SpeakCodeDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'issue_access');
    const body = parseCommandBody('referralAccess', request.body);
    const { referral = '' } = request.path;
    const { contact } = body;
    const digits = digitsFrom(deps.randomBytes(4));
    let isTaken = false;
    const answer = await take({
      name: 'referralAccess',
      by,
      request,
      content: body,
      decide: async ({ case: of }, now) => {
        const access = await presentAccess(deps, of.caseId, referral, contact);
        const isOpen = await opensSomething(deps, of, access, now);
        return decideSpeaking(of, { referral, contact, isOpen }, by.id);
      },
      changeAccess: async ({ after: { caseId } }, now) => {
        const access = await presentAccess(deps, caseId, referral, contact);
        if (access === undefined) return {};
        const hashOf = (n: number): string => hashOfDigits(access.lookup, n, digits);
        return { changed: [withSpokenCode(access, hashOf, by.id, now)] };
      },
      taken: () => {
        isTaken = true;
      },
    });
    return isTaken ? { ...answer, body: { ...answer.body, code: digits } } : answer;
  };
}
