import { admits } from '../domain/access/authorize.ts';
import type { Action } from '../domain/access/authorize.ts';
import type { HttpRequest } from '../contracts/http/http.ts';
import { Problem } from '../contracts/http/http.ts';
import type { Directory, StaffMember } from '../ports/directory.ts';

/** Who is asking, and what for: which case it is about is judged when the case is read. */
export type Admitted = StaffMember & { admittedFor: Action };

export type AdmitStaff = (request: Pick<HttpRequest, 'subject'>, action: Action) => Promise<Admitted>;

/**
 * Who is asking, by the live staff record: the token only says which. Throws a `Problem` `forbidden` for an unknown or
 * inactive account and for a role that may not do this; which of these it is, is not told.
 */
export function admitStaff(directory: Pick<Directory, 'member'>): AdmitStaff {
  return async ({ subject }, action) => {
    const member = subject === undefined ? undefined : await directory.member(subject);
    if (member === undefined || !admits(member, action)) throw new Problem('forbidden', 403);
    return { ...member, admittedFor: action };
  };
}
