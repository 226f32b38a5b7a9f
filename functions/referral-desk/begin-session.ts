import { timingSafeEqual } from 'node:crypto';
import { deskSessionSchema } from '#shared/contracts/http/public/desk.ts';
import { parseWithCode } from '#shared/contracts/http/public/receipt.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import { afterTry, isSpent, withSession } from '#shared/domain/referrals/desk/one-time-code.ts';
import type { NewEvent } from '#shared/domain/case/events.ts';
import type { DeskAccess } from '#shared/domain/referrals/desk/access.ts';
import type { Log } from '#shared/lambda/log/log.ts';
import type { AccessDesk, CaseWriter } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { hashOfDigits, hashOfToken, sessionToken } from '#shared/sealing/desk-access.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';
import { retryAfterSeconds } from './ask-code.ts';
import { accessRefused, type OpenAccess } from './open-access.ts';

export interface BeginSessionDeps {
  openAccess: OpenAccess;
  desk: Pick<AccessDesk, 'write'>;
  writer: Pick<CaseWriter, 'write'>;
  /** Makes the random part of a session's token. */
  randomBytes: (count: number) => Uint8Array;
  clock: Clock;
  log: Log;
}

/**
 * `POST /v1/desk/session`: both codes for a session of thirty minutes. Each try is written before its answer, so that
 * no number of connections gets more than five. Of the fifth wrong one staff are told. A right code is used up in the
 * transaction that begins the session.
 */
export function beginSession(deps: BeginSessionDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async ({ body, language, traceparent }) => {
    const { access: typed, code: digits } = parseWithCode('access', deskSessionSchema, body, language);
    const begun = await decideAgain(async () => {
      const opened = await deps.openAccess(typed);
      const now = deps.clock.now();
      const tried = opened === undefined || opened.isOver ? undefined : afterTry(opened.access, now);
      if (opened === undefined || tried === undefined) throw accessRefused(language);
      const { lookup, caseId, referral } = tried;
      const { case: of } = opened.state;
      const { id: contact } = opened.contact;
      const actor = `institution:${contact}` as const;
      if (!isSame(hashOfDigits(lookup, tried.code.n, digits), tried.code.hash)) {
        const isWritten = isSpent(tried)
          ? await written({ type: 'referral.code_failed', actor, data: { referral, contact } }, tried)
          : await deps.desk.write(tried);
        if (!isWritten) return again;
        throw accessRefused(language);
      }
      const token = sessionToken(typed, deps.randomBytes(16));
      const next = withSession(tried, hashOfToken(token), now);
      if (!(await written({ type: 'referral.opened', actor, data: { referral } }, next))) return again;
      deps.log('desk_used', { caseId });
      return { status: 200, body: { session: token, until: next.session.until } } as const;

      /** Writes how the access code stands, with the event that says it. */
      async function written(event: NewEvent, access: DeskAccess): Promise<boolean> {
        const change = changeCase(of, { set: {}, events: [event], traceparent }, now);
        return (await deps.writer.write(change, { desk: { changed: [access] } })).written;
      }
    });
    if (begun === again) throw new Problem('unavailable', 503, { language, retryAfterSeconds });
    return begun;
  };
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
