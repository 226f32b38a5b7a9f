import { parseCaseworkBody } from '#shared/contracts/http/staff/casework.ts';
import { decideClosing, quietSince } from '#shared/domain/commands/lifecycle/close.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { HistoryReader } from '#shared/ports/case-store.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { requireIfMatch, takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface CloseCaseDeps extends TakeCommandDeps {
  admit: AdmitStaff;
  history: HistoryReader;
  country: Pick<CountryPack, 'closing'>;
}

/** `POST /v1/cases/{number}/closure`: when what depends on others has ended and it was quiet, or a reason is given. */
export function closeCase(deps: CloseCaseDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'close_case');
    requireIfMatch(request);
    const content = parseCaseworkBody('closure', request.body);
    return take({
      name: 'closure',
      by,
      request,
      content,
      decide: async (state, now) => {
        const input = {
          because: content.because,
          quietSince: quietSince(await deps.history.history(state.case.caseId)),
        };
        return decideClosing(state.case, state.timers, input, deps.country.closing, by.id, now);
      },
    });
  };
}
