import { accessSchema } from '#shared/contracts/http/public/desk.ts';
import { parseWithCode } from '#shared/contracts/http/public/receipt.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { afterAsking, codeWay } from '#shared/domain/referrals/desk/one-time-code.ts';
import type { Log } from '#shared/lambda/log/log.ts';
import type { CaseWriter } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';
import type { OpenAccess } from './open-access.ts';

export interface AskCodeDeps {
  openAccess: OpenAccess;
  writer: Pick<CaseWriter, 'write'>;
  clock: Clock;
  log: Log;
  country: Pick<CountryPack, 'categories'>;
}

/** The one answer to every access code: it says nothing of whether there is such a code. */
export const noted: HttpAnswer = { status: 202, body: {} };

/** Seconds after which any other write to this case is surely over. */
export const retryAfterSeconds = 2;

/**
 * `POST /v1/desk/code`: asks for the one-time code. It goes to the contact's address, or staff are told to call and say
 * it. Beyond five a day, and for a code that opens nothing, the answer is the same and nothing happens.
 */
export function askCode(deps: AskCodeDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async ({ body, language, traceparent }) => {
    const { access: code } = parseWithCode('access', accessSchema, body, language);
    const asked = await decideAgain(async () => {
      const opened = await deps.openAccess(code);
      if (opened === undefined || opened.isOver) return noted;
      const { state, access, contact } = opened;
      const now = deps.clock.now();
      const next = afterAsking(access, now);
      if (next === undefined) return noted;
      const by = codeWay(state.case, contact, deps.country.categories);
      const data = { referral: access.referral, contact: contact.id, n: next.asked.n, by };
      const actor = `institution:${contact.id}` as const;
      const parts = { set: {}, events: [{ type: 'referral.code_asked', actor, data } as const], traceparent };
      const { written } = await deps.writer.write(changeCase(state.case, parts, now), { desk: { changed: [next] } });
      if (!written) return again;
      deps.log('desk_used', { caseId: access.caseId });
      return noted;
    });
    if (asked === again) throw new Problem('unavailable', 503, { language, retryAfterSeconds });
    return asked;
  };
}
