import type { Case, LinkedCase } from '../../case/case.ts';
import { concluded } from '../../case/concluded.ts';
import { refused } from '../../case/decision.ts';
import type { Decision } from '../../case/decision.ts';
import type { NewEvent } from '../../case/events.ts';
import { isOver } from '../../case/status.ts';
import { assessSeverity, isBelow } from '../../report/severity.ts';
import type { Assessment, SeverityPolicy } from '../../report/severity.ts';

/** More than a whole school at once; a row has an end. */
export const mostLinked = 100;

/**
 * A person found that two reports are of the same event: this one stands under the lead case from now on. Both cases
 * change in one transaction, because several linked reports raise the lead's severity (docs/practice.md, Cases). A lead leads on
 * its own: neither under another, nor is one that leads put under it.
 */
export function decideLink(of: Case, lead: Case | undefined, policy: SeverityPolicy, by: string): Decision {
  const pointer = '/leadCase';
  if (lead === undefined) return refused('fields_missing', [{ pointer, code: 'unknown_code' }]);
  if (of.leadCaseId === lead.caseId) return { outcome: 'unchanged' };
  if (lead.caseId === of.caseId || lead.leadCaseId !== undefined) {
    return refused('fields_missing', [{ pointer, code: 'wrong_form' }]);
  }
  if (of.leadCaseId !== undefined) return refused('linked_already');
  if (leadsOthers(of)) return refused('leads_others');
  if (isOver(of)) return refused('wrong_status');
  if (lead.status === 'closed') return refused('lead_closed');
  if ((lead.linkedCases ?? []).length >= mostLinked) return refused('lead_full');
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

/** The cases under a lead with one more. */
export function withFollower({ linkedCases = [] }: Case, { caseId, caseNumber }: Case): readonly LinkedCase[] {
  return [...linkedCases, { caseId, caseNumber }];
}

/** Whether others stand under this case, so that it cannot stand under another. */
export function leadsOthers({ linkedCases = [] }: Case): boolean {
  return linkedCases.length > 0;
}

/**
 * Takes a case apart from its lead. `lead`: the case it stands under, undefined when that is gone. Severity stays as it
 * is: only a person lowers it.
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
 * The lead's severity when one more report makes the difference by the policy; undefined when it does not. What a person
 * lowered for other reasons is not raised again by a link that changes nothing.
 */
function raisedByLinking(lead: Case, linkedReports: number, policy: SeverityPolicy): Assessment | undefined {
  if (isOver(lead)) return undefined;
  const judged = (count: number): Assessment =>
    assessSeverity({ reported: concluded(lead), words: lead.words, linkedReports: count }, policy);
  const after = judged(linkedReports);
  const makesDifference = isBelow(judged(linkedReports - 1).severity, after.severity);
  return makesDifference && isBelow(lead.severity, after.severity) ? after : undefined;
}
