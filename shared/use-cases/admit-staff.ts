import { authorize } from '../domain/authorize.ts';
import type { Action } from '../domain/authorize.ts';
import type { HttpRequest } from '../lambda/http.ts';
import { Problem } from '../lambda/http.ts';
import type { Directory, StaffMember } from '../ports/directory.ts';

export type AdmitStaff = (request: Pick<HttpRequest, 'subject'>, action: Action) => Promise<StaffMember>;

/**
 * Who is asking, by the live staff record: the token only says which. Throws a `Problem` `forbidden` for an unknown or
 * inactive account and for a role that may not do this; which of these it is, is not told.
 */
export function admitStaff(directory: Pick<Directory, 'member'>): AdmitStaff {
  return async ({ subject }, action) => {
    const member = subject === undefined ? undefined : await directory.member(subject);
    if (member === undefined || !authorize(member, action).allowed) throw new Problem('forbidden', 403);
    return member;
  };
}
