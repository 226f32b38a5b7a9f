import { limitOf, mostOf } from '../../case/bounds.ts';
import type { Case, LinkedCase } from '../../case/case.ts';
import { concluded } from '../../case/concluded.ts';
import { refused } from '../../case/decision.ts';
import type { Decision } from '../../case/decision.ts';
import type { NewEvent } from '../../case/events.ts';
import { isOver } from '../../case/status.ts';
import { assessSeverity, isBelow } from '../../report/severity.ts';
import type { Assessment, SeverityPolicy } from '../../report/severity.ts';

/**
 * A person found that two reports are about the same event. This case stands under the parent case from now on. Both
 * cases change in one transaction, because several linked reports raise the parent's severity (docs/practice.md,
 * Cases). There is one level only: a parent stands under no other case, and no parent can be put under it.
 */
export function decideLink(of: Case, lead: Case | undefined, policy: SeverityPolicy, by: string): Decision {
  const pointer = '/leadCase';
  if (lead === undefined) return refused('fields_missing', [{ pointer, code: 'unknown_code' }]);
  if (of.leadCaseId === lead.caseId) return { outcome: 'unchanged' };
  if (lead.caseId === of.caseId || lead.leadCaseId !== undefined) {
    return refused('fields_missing', [{ pointer, code: 'wrong_form', expected: 'another_unlinked_case' }]);
  }
  if (of.leadCaseId !== undefined) return refused('linked_already');
  if (leadsOthers(of)) return refused('leads_others');
  if (isOver(of)) return refused('wrong_status');
  if (lead.status === 'closed') return refused('lead_closed');
  if (isLeadFull(lead)) return refused('lead_full', [], limitOf('linkedCases'));
  const actor = `staff:${by}` as const;
  const linkedCases = withFollower(lead, of);
  const raised = raisedByLinking(lead, linkedCases.length, policy);
  const events: NewEvent[] = raised === undefined ? [] : [{ type: 'case.severity_changed', actor, data: {} }];
  return {
    outcome: 'change',
    parts: {
      set: { leadCaseId: lead.caseId },
      events: [{ type: 'case.linked', actor, data: { leadCaseId: lead.caseId } }],
    },
    other: {
      of: lead,
      parts: {
        set: {
          linkedCases,
          ...(raised === undefined
            ? {}
            : {
                severity: raised.severity,
                severityReasons: [...new Set([...lead.severityReasons, 'linked_reports' as const])],
              }),
        },
        events,
      },
    },
  };
}

/** The linked cases of a parent case, with one more. */
export function withFollower({ linkedCases = [] }: Case, { caseId, caseNumber }: Case): readonly LinkedCase[] {
  return [...linkedCases, { caseId, caseNumber }];
}

/** Whether a parent case takes no more linked cases: more than a whole school reports at once. */
export function isLeadFull({ linkedCases = [] }: Case): boolean {
  return linkedCases.length >= mostOf.linkedCases;
}

/** Whether this is a parent case. Then it cannot stand under another. */
export function leadsOthers({ linkedCases = [] }: Case): boolean {
  return linkedCases.length > 0;
}

/**
 * Unlinks a case from its parent. `lead`: the parent case, undefined when that is gone. The severity stays, because
 * only a person lowers it.
 */
export function decideUnlink(of: Case, lead: Case | undefined, by: string): Decision {
  if (of.leadCaseId === undefined) return refused('not_linked');
  if (isOver(of)) return refused('wrong_status');
  const { leadCaseId } = of;
  return {
    outcome: 'change',
    parts: {
      set: { leadCaseId: undefined },
      events: [{ type: 'case.unlinked', actor: `staff:${by}`, data: { leadCaseId } }],
    },
    ...(lead === undefined
      ? {}
      : {
          other: {
            of: lead,
            parts: {
              set: { linkedCases: (lead.linkedCases ?? []).filter(({ caseId }) => caseId !== of.caseId) },
              events: [],
            },
          },
        }),
  };
}

/**
 * The parent's new severity, when by the policy this one more report makes a difference; else undefined. So a link that
 * makes no difference does not raise a severity that a person lowered.
 */
function raisedByLinking(lead: Case, linkedReports: number, policy: SeverityPolicy): Assessment | undefined {
  if (isOver(lead)) return undefined;
  const judged = (count: number): Assessment =>
    assessSeverity({ reported: concluded(lead), words: lead.words, linkedReports: count }, policy);
  const after = judged(linkedReports);
  const makesDifference = isBelow(judged(linkedReports - 1).severity, after.severity);
  return makesDifference && isBelow(lead.severity, after.severity) ? after : undefined;
}
