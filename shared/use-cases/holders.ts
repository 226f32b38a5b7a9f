import { holderRoles } from '../domain/access/holder.ts';
import type { Directory } from '../ports/directory.ts';

/** The ids of everybody who can hold a case now, by one read of the directory. A page of a list asks once. */
export async function idsOfHolders(directory: Pick<Directory, 'inRoles'>): Promise<ReadonlySet<string>> {
  const people = await directory.inRoles(holderRoles);
  return new Set(people.map(({ id }) => id));
}
