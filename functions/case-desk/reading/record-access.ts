import type { AccessEntry } from '#shared/domain/access/access-log.ts';
import { authorize } from '#shared/domain/access/authorize.ts';
import type { Resource } from '#shared/domain/access/authorize.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { resourceOf } from '#shared/domain/access/resource-of.ts';
import type { AccessLog } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { Admitted } from '#shared/use-cases/admit-staff.ts';
import { problemOf } from '../find-case.ts';

export interface RecordAccessDeps {
  accessLog: AccessLog;
  directory: Pick<Directory, 'isOnShift'>;
  clock: Clock;
}

/** Records who opens a text and why. This comes before the opening: without the row the text stays closed. */
export async function recordAccess(
  { accessLog, directory, clock }: RecordAccessDeps,
  of: Case,
  by: Admitted,
  { action, reason }: Pick<AccessEntry, 'action' | 'reason'>,
): Promise<void> {
  const at = clock.now();
  const onShift = await directory.isOnShift(by, at);
  const { holder } = resourceOf(of, by.id);
  await accessLog.record({
    caseId: of.caseId,
    caseNumber: of.caseNumber,
    at,
    actor: by.id,
    action,
    reason,
    ...(action === 'read' ? { severity: of.severity } : {}),
    holder,
    ...(onShift === undefined ? {} : { onShift }),
  });
}

/**
 * Checks the right that somebody was admitted for against a case whose text they want. It also records that a person
 * whom the case keeps out tried. `about`: what the right depends on besides. Throws a `Problem` as
 * `refuseUnlessAllowed` does.
 */
export async function admitOpening(
  deps: RecordAccessDeps,
  of: Case,
  by: Admitted,
  about: Partial<Resource> = {},
): Promise<void> {
  const decided = authorize(by, by.admittedFor, { ...about, ...resourceOf(of, by.id) });
  if (decided.allowed) return;
  if (decided.because === 'excluded') await recordAccess(deps, of, by, { action: 'refused', reason: 'excluded' });
  throw problemOf(decided.because, of);
}
