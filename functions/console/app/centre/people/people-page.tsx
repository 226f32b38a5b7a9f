import { may } from '../../frame/people.ts';
import { query } from '../../frame/route.ts';
import { AddPerson } from './add-person.tsx';
import { PeopleList } from './people-list.tsx';
import { PersonPage } from './record/person-page.tsx';

/** The people of the directory: all of them, somebody new, or one by id. */
export function PeoplePage({ rest }: { rest: string | undefined }) {
  if (rest !== undefined) return <PersonPage id={rest} />;
  return query.value.has('add') && may('manage_directory') ? <AddPerson /> : <PeopleList />;
}
