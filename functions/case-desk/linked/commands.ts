import type { HttpAnswer, HttpRequest, Route } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import { idempotencyKeyOf } from '#shared/contracts/http/idempotency-key.ts';
import { parseCommandBody } from '#shared/contracts/http/staff/command-bodies.ts';
import type { CommandBodies, LinkedCommand } from '#shared/contracts/http/staff/command-bodies.ts';
import type { Action } from '#shared/domain/access/authorize.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { isKeptOut } from '#shared/domain/case/exclusions.ts';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import type { CommandHandler } from '../command-handlers.ts';
import { findCase } from '../find-case.ts';
import { handlingCommands } from '../handling/commands.ts';
import type { HandlingDeps } from '../handling/commands.ts';
import { lifecycleCommands } from '../lifecycle/commands.ts';
import type { LifecycleDeps } from '../lifecycle/commands.ts';
import type { ReadCaseDeps } from '../reading/read-case.ts';
import { admitOpening } from '../reading/record-access.ts';
import { teamCommands } from '../team/commands.ts';
import type { TeamDeps } from '../team/commands.ts';
import { membersOf, onEachCase } from './each-case.ts';
import type { EachCaseDeps } from './each-case.ts';
import { readLinked } from './read-linked.ts';

export type LinkedDeps = HandlingDeps & TeamDeps & LifecycleDeps & ReadCaseDeps & EachCaseDeps;

/** How many cases are changed at the same time. */
const atOnce = 5;

/** What a single command is asked on each case: its body without the ticked cases. */
type Together<Name extends LinkedCommand> = Omit<CommandBodies[Name], 'cases'>;

/**
 * The commands that act on linked cases together. They are the single commands, sent for each ticked case: a transaction,
 * a COMMAND row and an answer for each. Source: docs/practice.md, Cases.
 */
export function linkedCommands(deps: LinkedDeps): Record<LinkedCommand, Route['handle']> {
  const { danger, handling } = handlingCommands(deps);
  const { message } = teamCommands(deps);
  const { resolution } = lifecycleCommands(deps);

  function together<Name extends LinkedCommand>(
    name: Name,
    action: Action,
    single: CommandHandler,
    bodyOf: (together: Together<Name>, parent: Case) => object = (body) => body,
  ): Route['handle'] {
    return async (request) => {
      const { body, parent } = await familyOf(deps, name, action, request);
      const { cases, ...rest } = body;
      const act = onEachCase(deps, request);
      const asked = bodyOf(rest, parent);
      const answers = await inParallel(atOnce, membersOf(parent, cases), ({ ticked, member }) =>
        act(ticked, member, asked, single),
      );
      return { status: 200, body: { cases: answers } } satisfies HttpAnswer;
    };
  }

  return {
    linkedReading: readLinked(deps, (request) => familyOf(deps, 'linkedReading', 'read_case', request)),
    linkedHandling: together('linkedHandling', 'handle_case', handling),
    /** One call for what many of them told. */
    linkedDanger: together('linkedDanger', 'record_danger', danger),
    linkedMessage: together('linkedMessage', 'message_reporter', message),
    /** Those that end because of the parent end under it. It must be resolved before, as for one case. */
    linkedResolution: together('linkedResolution', 'resolve_case', resolution, (body, { caseNumber }) =>
      body.outcome === 'same_event' ? { leadCase: caseNumber, ...body } : body,
    ),
  };
}

/**
 * The parent case and what is asked of its family. For a person whom the parent keeps out there is none. Throws a
 * `Problem`.
 */
async function familyOf<Name extends LinkedCommand>(
  deps: LinkedDeps,
  name: Name,
  action: Action,
  request: HttpRequest,
): Promise<{ body: CommandBodies[Name]; parent: Case }> {
  const by = await deps.admit(request, action);
  const body = parseCommandBody(name, request.body);
  idempotencyKeyOf(request.headers, request.language);
  const { case: parent } = await findCase(deps, request.path['number']);
  // That somebody whom it keeps out wanted to read is recorded.
  if (name === 'linkedReading') await admitOpening(deps, parent, by);
  if (isKeptOut(parent, by.id)) throw new Problem('not_found', 404);
  return { body, parent };
}
