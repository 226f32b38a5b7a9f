import { mayAtCentre } from '#shared/domain/access/may.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { RecogniseStaff } from '#shared/use-cases/admit-staff.ts';

export interface ShowMeDeps {
  recognise: RecogniseStaff;
}

/**
 * `GET /v1/me`: who is signed in, by the live record, and what they may do at the centre. What they may do to a case
 * stands with the case. It tells a screen what to offer; each request is decided again.
 */
export function showMe({ recognise }: ShowMeDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async (request) => {
    const me = await recognise(request);
    const { id, name, role, cleared, duties, language } = me;
    return { status: 200, body: { id, name, role, cleared, duties, language, may: mayAtCentre(me) } };
  };
}
