import { admits } from '../domain/access/authorize.ts';
import type { Action } from '../domain/access/authorize.ts';
import type { HttpRequest } from '../contracts/http/http.ts';
import { Problem } from '../contracts/http/http.ts';
import type { Directory, StaffMember } from '../ports/directory.ts';

/** Who is asking, and for which action. Whether they may do it to a certain case is judged when the case is read. */
export type Admitted = StaffMember & { admittedFor: Action };

export type AdmitStaff = (request: Pick<HttpRequest, 'subject'>, action: Action) => Promise<Admitted>;

/**
 * Finds out who is asking by the live staff record; the token only names it. Throws a `Problem` `forbidden` for an
 * unknown or inactive account, and for a role that may not do this. The answer does not say which of these it is.
 */
export function admitStaff(directory: Pick<Directory, 'member'>): AdmitStaff {
  return async ({ subject }, action) => {
    const member = subject === undefined ? undefined : await directory.member(subject);
    if (member === undefined || !admits(member, action)) throw new Problem('forbidden', 403);
    return { ...member, admittedFor: action };
  };
}
