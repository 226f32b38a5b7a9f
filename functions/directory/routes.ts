import type { Route } from '#shared/contracts/http/http.ts';
import { routesOfDirectory } from '#shared/contracts/http/staff/staff-routes.ts';
import type { DirectoryName } from '#shared/contracts/http/staff/staff-routes.ts';
import { entriesHandlers, type EntriesDeps } from './lists/entries.ts';
import { dutyHandlers } from './lists/duty.ts';
import { rotaHandlers, type RotaDeps } from './lists/rota.ts';
import { peopleHandlers, type PeopleDeps } from './people/change-person.ts';
import { listColleagues } from './people/list-colleagues.ts';
import { listPeople, showPerson, type ListPeopleDeps } from './people/list-people.ts';
import { listRecipients } from './people/list-recipients.ts';
import { oneselfHandlers, type OneselfDeps } from './people/oneself.ts';
import { showMe } from './people/show-me.ts';
import { readAudit } from './read-audit.ts';

export type DirectoryDeps = PeopleDeps & ListPeopleDeps & RotaDeps & EntriesDeps & OneselfDeps;

/** What administrators keep, and auditors look at. Nothing here leads to a case. */
export function directoryRoutes(deps: DirectoryDeps): Route[] {
  const handlers: Readonly<Record<DirectoryName, Route['handle']>> = {
    showMe: showMe(deps),
    ...oneselfHandlers(deps),
    listPeople: listPeople(deps),
    showPerson: showPerson(deps),
    listColleagues: listColleagues(deps),
    listRecipients: listRecipients(deps),
    ...peopleHandlers(deps),
    ...rotaHandlers(deps),
    ...dutyHandlers(deps),
    ...entriesHandlers(deps),
    readDirectoryAudit: readAudit(deps),
  };
  return routesOfDirectory.map((row) => ({ ...row, handle: handlers[row.name] }));
}
