import { admits, maySignIn } from '../domain/access/authorize.ts';
import type { Action, Role } from '../domain/access/authorize.ts';
import type { HttpRequest } from '../contracts/http/http.ts';
import { forbidden } from '../contracts/http/http.ts';
import type { Directory, StaffMember } from '../ports/directory.ts';

/** Who is asking, and for which action. Whether they may do it to a certain case is judged when the case is read. */
export type Admitted = StaffMember & { admittedFor: Action };

type Asking = Pick<HttpRequest, 'subject'>;

export type AdmitStaff = (request: Asking, action: Action) => Promise<Admitted>;

/** Who is asking, whatever their role is. */
export type RecogniseStaff = (request: Asking) => Promise<StaffMember & { role: Role }>;

/**
 * Finds out who is asking by the live staff record; the token only names it. Throws a `Problem` `forbidden` for an
 * unknown or inactive account.
 */
export function recogniseStaff(directory: Pick<Directory, 'member'>): RecogniseStaff {
  return async ({ subject }) => {
    const member = subject === undefined ? undefined : await directory.member(subject);
    if (!maySignIn(member)) throw forbidden('role');
    return member;
  };
}

/**
 * The same for an action. Throws a `Problem` `forbidden` also for a role that may not do this. The answer does not say
 * which of these it is.
 */
export function admitStaff(directory: Pick<Directory, 'member'>): AdmitStaff {
  const recognise = recogniseStaff(directory);
  return async (request, action) => {
    const member = await recognise(request);
    if (!admits(member, action)) throw forbidden('role');
    return { ...member, admittedFor: action };
  };
}
