import { admits, authorize, caseActions, centreActions } from './authorize.ts';
import type { Action, Resource, StaffActor } from './authorize.ts';

/** What somebody may do that is not about one case. It is told to a screen; each request is decided again. */
export function mayAtCentre(actor: StaffActor): Action[] {
  return centreActions.filter((action) => admits(actor, action));
}

/** What somebody may do to a case as it stands, by the same decision as each command. */
export function mayDoTo(actor: StaffActor, resource: Resource): Action[] {
  return caseActions.filter((action) => authorize(actor, action, resource).allowed);
}
