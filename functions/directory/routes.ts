import type { Route } from '#shared/contracts/http/http.ts';
import { entriesHandlers, type EntriesDeps } from './lists/entries.ts';
import { rotaHandlers, type RotaDeps } from './lists/rota.ts';
import { peopleHandlers, type PeopleDeps } from './people/change-person.ts';
import { listColleagues } from './people/list-colleagues.ts';
import { listPeople, showPerson, type ListPeopleDeps } from './people/list-people.ts';
import { readAudit } from './read-audit.ts';

export type DirectoryDeps = PeopleDeps & ListPeopleDeps & RotaDeps & EntriesDeps;

/** What administrators keep, and auditors look at. Nothing here leads to a case. */
export function directoryRoutes(deps: DirectoryDeps): Route[] {
  const people = '/v1/directory/people';
  const one = `${people}/{person}`;
  const change = peopleHandlers(deps);
  const rota = rotaHandlers(deps);
  const entries = entriesHandlers(deps);
  const look = (path: string, handle: Route['handle']): Route => ({ method: 'GET', path, readOnly: true, handle });
  const command = (path: string, handle: Route['handle']): Route => ({ method: 'POST', path, handle });
  return [
    look(people, listPeople(deps)),
    look(one, showPerson(deps)),
    look('/v1/directory/colleagues', listColleagues(deps)),
    command(people, change.add),
    command(`${one}/change`, change.change),
    command(`${one}/suspension`, change.suspend),
    command(`${one}/return`, change.bringBack),
    command(`${one}/approval`, change.approve),
    look('/v1/directory/roster', rota.show),
    command('/v1/directory/roster', rota.set),
    look('/v1/directory/institutions', entries.institutions),
    command('/v1/directory/institutions', entries.setInstitution),
    look('/v1/directory/platforms', entries.platforms),
    command('/v1/directory/platforms', entries.setPlatform),
    look('/v1/directory/campaigns', entries.campaigns),
    command('/v1/directory/campaigns', entries.setCampaign),
    look('/v1/directory/audit', readAudit(deps)),
  ];
}
