import { accessSchema } from '#shared/contracts/http/public/desk.ts';
import { parseWithCode } from '#shared/contracts/http/public/receipt.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import { decideMisdirected } from '#shared/domain/referrals/decide-referral.ts';
import { revoked } from '#shared/domain/referrals/desk/one-time-code.ts';
import type { Log } from '#shared/lambda/log/log.ts';
import type { CaseWriter } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';
import { noted, retryAfterSeconds } from './ask-code.ts';
import type { OpenAccess } from './open-access.ts';

export interface SayNotForMeDeps {
  openAccess: OpenAccess;
  writer: Pick<CaseWriter, 'write'>;
  clock: Clock;
  log: Log;
}

/**
 * `POST /v1/desk/not-for-me`: the mail came to the wrong person. It needs no one-time code and shows nothing. The access
 * code ends, and staff are told at once.
 */
export function sayNotForMe(deps: SayNotForMeDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async ({ body, language, traceparent }) => {
    const { access: code } = parseWithCode('access', accessSchema, body, language);
    const said = await decideAgain(async () => {
      const opened = await deps.openAccess(code);
      if (opened === undefined || opened.isOver) return noted;
      const { state, access, contact } = opened;
      const now = deps.clock.now();
      const decision = decideMisdirected(state.case, access.referral, contact.id, now);
      if (decision.outcome !== 'change') return noted;
      const change = changeCase(state.case, { ...decision.parts, traceparent }, now);
      const { written } = await deps.writer.write(change, { desk: { changed: [revoked(access, now)] } });
      if (!written) return again;
      deps.log('desk_used', { caseId: access.caseId });
      return noted;
    });
    if (said === again) throw new Problem('unavailable', 503, { language, retryAfterSeconds });
    return said;
  };
}
