import type { CaseChange } from '../case/case-change.ts';
import { setAlone } from './access-log.ts';
import type { AccessEntry } from './access-log.ts';
import { resourceOf } from './resource-of.ts';

/**
 * The entry of the access log about a change that sets an exclusion or asks for one. It is written together with the
 * change, so that nobody is kept out of a case without a trace. Undefined for every other change.
 * Source: docs/practice.md, Exclusions.
 */
export function entryOfExclusion({ before, after, events }: CaseChange, actor: string): AccessEntry | undefined {
  const [event] = events.filter(({ type }) => type === 'case.exclusions_asked' || type === 'case.exclusions_set');
  if (event === undefined) return undefined;
  const isAsked = event.type === 'case.exclusions_asked';
  const decided = (after.approvals ?? []).find((one) => one.kind === 'exclusion' && one.takenAt === event.time);
  const asked = isAsked ? after.approvals?.findLast((one) => one.kind === 'exclusion') : decided;
  const standing = after.exclusions?.people.length ?? 0;
  const more = isAsked && asked?.kind === 'exclusion' ? asked.adds.people.length - asked.lifts.people.length : 0;
  return {
    caseId: after.caseId,
    caseNumber: after.caseNumber,
    at: event.time,
    actor,
    action: isAsked ? 'exclusion_asked' : 'exclusion_set',
    reason: asked?.id ?? setAlone,
    excludes: standing + more,
    holder: resourceOf(before, actor).holder,
  };
}
