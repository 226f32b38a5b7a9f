import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { parseCommandBody } from '#shared/contracts/http/staff/command-bodies.ts';
import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import { routeNamed, routesOfCaseDesk } from '#shared/contracts/http/staff/staff-routes.ts';
import type { CaseDeskCommand } from '#shared/contracts/http/staff/staff-routes.ts';
import type { Action, Resource } from '#shared/domain/access/authorize.ts';
import type { Decision } from '#shared/domain/case/decision.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { CaseWithTimers } from '#shared/ports/case-store.ts';
import type { Admitted, AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { requireIfMatch } from '#shared/use-cases/answer-once.ts';
import { takeCommand } from './take-command.ts';
import type { Command, TakeCommandDeps } from './take-command.ts';

export interface CommandDeps extends TakeCommandDeps {
  admit: AdmitStaff;
}

/** What is asked, and who asks. */
export interface Asked<Body> {
  body: Body;
  by: Admitted;
  /** What the address names besides the case. */
  path: HttpRequest['path'];
}

/** Takes one command. It answers how the case then stands. */
export type CommandHandler = (request: HttpRequest) => Promise<HttpAnswer>;

/** Everything in which commands differ. The route and the body have the command's name. */
export interface CommandRow<Body> {
  /** The right that is needed, for this case too. */
  action: Action;
  /** What the right depends on besides the case as it stands: who else is there, or what is asked. */
  about?: (state: CaseWithTimers, asked: Asked<Body>, now: Instant) => Promise<Partial<Resource>>;
  /** Refuses what no case could take, before a case is read. Throws a `Problem`. */
  check?: (asked: Asked<Body>) => void;
  /** Decides on the case as just read. It runs again on the next state when somebody else wrote first. */
  decide: (state: CaseWithTimers, asked: Asked<Body>, now: Instant) => Decision | Promise<Decision>;
  /** Called once for each request. It seals the words that came with it into the command's own transaction. */
  seals?: (asked: Asked<Body>) => Pick<Command, 'seal' | 'sealNote' | 'sealReferral' | 'changeAccess'>;
  /** Hears of a change that took effect, once: not at a retry. */
  taken?: NonNullable<Command['taken']>;
}

const routes = Object.values(routesOfCaseDesk).flat();

/** Makes the handlers of commands from their rows. Each handler checks who asks, then If-Match, then the body. */
export function commandHandlers<Name extends CaseDeskCommand>(
  deps: CommandDeps,
  rows: { readonly [N in Name]: CommandRow<CommandBodies[N]> },
): Record<Name, CommandHandler> {
  const take = takeCommand(deps);

  function handlerOf<N extends Name>(name: N, row: CommandRow<CommandBodies[N]>): CommandHandler {
    const { action, about, check, decide, seals, taken } = row;
    const route = routeNamed(routes, name);
    return async (request) => {
      const by = await deps.admit(request, action);
      requireIfMatch(route, request);
      const body = parseCommandBody(name, request.body);
      const asked = { body, by, path: request.path };
      check?.(asked);
      return take({
        name,
        by,
        request,
        content: body,
        ...(about === undefined ? {} : { about: (state: CaseWithTimers, now: Instant) => about(state, asked, now) }),
        decide: (state, now) => decide(state, asked, now),
        ...seals?.(asked),
        ...(taken === undefined ? {} : { taken }),
      });
    };
  }

  const names = Object.keys(rows) as Name[];
  return Object.fromEntries(names.map((name) => [name, handlerOf(name, rows[name])])) as Record<Name, CommandHandler>;
}
