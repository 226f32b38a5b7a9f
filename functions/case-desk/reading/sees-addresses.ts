import { authorize } from '#shared/domain/access/authorize.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { isCsamCase } from '#shared/domain/case/csam-flagged.ts';
import { resourceOf } from '#shared/domain/access/resource-of.ts';
import type { StaffMember } from '#shared/ports/directory.ts';

/**
 * Whether somebody may see the addresses of a case, in whatever part of it: also inside its texts. Account names are
 * for everybody who reads the case. Source: docs/practice.md, Clearance.
 */
export function seesAddresses(by: StaffMember, of: Case, { categories }: Pick<CountryPack, 'categories'>): boolean {
  const csamFlagged = isCsamCase(of, categories);
  return authorize(by, 'open_addresses', { ...resourceOf(of, by.id), csamFlagged }).allowed;
}
