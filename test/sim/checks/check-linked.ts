import { hour } from '../actors/asking.ts';
import type { Find, Told } from './finding.ts';

/**
 * A linked case that ended because of its parent goes on when the parent does. An hour on both sides leaves out what
 * clocks that differ, and events that are on their way, may explain.
 */
export function checkLinked(cases: readonly Told[], now: number, find: Find): void {
  const byId = new Map(cases.map(({ of }) => [of.caseId, of]));
  for (const { of } of cases) {
    const { reopenedAt, status } = byId.get(of.leadCaseId ?? '') ?? {};
    const { outcomes, resolvedAt } = of;
    if (outcomes[0] !== 'same_event' || resolvedAt === undefined || reopenedAt === undefined) continue;
    const goesOn = status !== 'resolved' && status !== 'closed';
    const began = Date.parse(reopenedAt);
    if (goesOn && Date.parse(resolvedAt) + hour < began && began + hour < now) {
      find('P3', `${of.caseNumber} stays ended because of a parent case that goes on`);
    }
  }
}
