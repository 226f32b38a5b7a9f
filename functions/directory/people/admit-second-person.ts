import { noticedRoles } from '#shared/domain/people/power/second-person.ts';
import type { HttpRequest } from '#shared/contracts/http/http.ts';
import { forbidden } from '#shared/contracts/http/http.ts';
import type { Admitted, AdmitStaff } from '#shared/use-cases/admit-staff.ts';

/**
 * Admits those who may look at a change that waits, and answer it: administrators, supervisors and directors. Throws a
 * `Problem` `forbidden` for everybody else who is a second person for other things.
 */
export async function admitSecondPerson({ admit }: { admit: AdmitStaff }, request: HttpRequest): Promise<Admitted> {
  const by = await admit(request, 'approve');
  if (by.role === undefined || !noticedRoles.includes(by.role)) throw forbidden('role');
  return by;
}
