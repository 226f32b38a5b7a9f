import { limitOf, mostOf } from '../../case/bounds.ts';
import type { StaffActor } from '../../access/authorize.ts';
import { canHold } from '../../access/holder.ts';
import type { Case } from '../../case/case.ts';
import { posting, refused } from '../../case/decision.ts';
import type { Decision } from '../../case/decision.ts';
import { isKeptOut } from '../../case/exclusions.ts';
import { statusAfter } from '../../case/lifecycle.ts';
import { isOver } from '../../case/status.ts';
import type { CaseCommand, WaitingFor } from '../../case/lifecycle.ts';
import { teamOf } from '../../case/team.ts';
import type { Team } from '../../case/team.ts';
import { toldStatus, waitsForInstitution } from '../../case/told/told-status.ts';
import { isUnanswered } from '../../case/told/written-to.ts';
import type { Instant } from '../../time/instant.ts';

/** A person gives the case to a colleague who may work on it. Assigning is neither reading nor handling. */
export function decideAssignment(of: Case, assignee: (StaffActor & { id: string }) | undefined, by: string): Decision {
  const status = statusAfter('claim', of.status);
  if (status === undefined) return refused('wrong_status');
  if (assignee === undefined || !canHold(assignee)) {
    return refused('fields_missing', [{ pointer: '/assignee', code: 'unknown_code' }]);
  }
  if (isKeptOut(of, assignee.id)) return refused('person_excluded');
  if (of.assignee === assignee.id) return { outcome: 'unchanged' };
  return {
    outcome: 'change',
    parts: {
      set: { status, assignee: assignee.id },
      events: [{ type: 'case.assigned', actor: `staff:${by}`, data: { assignee: assignee.id } }],
    },
  };
}

/**
 * A team transfer. Nobody has the case until somebody in the new team claims it, and every clock runs on. The reporter
 * is told that it is the same team. Source: docs/practice.md, People.
 */
export function decideTeamTransfer(of: Case, team: Team, by: string, now: Instant): Decision {
  if (isOver(of)) return refused('wrong_status');
  if (teamOf(of) === team) return { outcome: 'unchanged' };
  return {
    outcome: 'change',
    parts: {
      set: { team, handedOverAt: now, assignee: undefined },
      events: [{ type: 'case.handed_over', actor: `staff:${by}`, data: { team } }],
    },
  };
}

const commandOf: Readonly<Record<WaitingFor, CaseCommand>> = {
  reporter: 'wait_reporter',
  institution: 'wait_institution',
  nobody: 'resume',
};

const statusWhile: Readonly<Record<WaitingFor, Case['status']>> = {
  reporter: 'waiting_reporter',
  institution: 'waiting_institution',
  nobody: 'in_progress',
};

/**
 * Sets who the case waits for, or that it waits no more. Waiting stops no clock of the promise. Nobody is waited for
 * who was not asked: no referral has left and is open, or the reporter was not written to.
 */
export function decideWaiting(of: Case, waitingFor: WaitingFor, by: string): Decision {
  const told = toldStatus(of);
  if (told === statusWhile[waitingFor]) return { outcome: 'unchanged' };
  const status = statusAfter(commandOf[waitingFor], told);
  if (status === undefined) return refused('wrong_status');
  if (waitingFor === 'institution' && !waitsForInstitution(of)) return refused('institution_not_asked');
  if (waitingFor === 'reporter' && !isUnanswered(of)) return refused('reporter_not_asked');
  return {
    outcome: 'change',
    parts: { set: { status }, events: [{ type: 'case.waiting_set', actor: `staff:${by}`, data: { waitingFor } }] },
  };
}

/** Adds a note for colleagues, with the next number. It is possible in every state, until there are very many. */
export function decideNote(of: Case, by: string): Decision {
  if ((of.noteCount ?? 0) >= mostOf.notes) return refused('notes_full', [], limitOf('notes'));
  const note = (of.noteCount ?? 0) + 1;
  return {
    outcome: 'change',
    parts: { set: { noteCount: note }, events: [{ type: 'case.noted', actor: `staff:${by}`, data: { note } }] },
  };
}

/** Posts a message to the reporter. It is possible in every state, once somebody has read the report. */
export function decideMessage(of: Case, by: string): Decision {
  if (of.readAt === undefined) return refused('not_read');
  const { messageCount, events } = posting(of, { hasMessage: true }, by);
  return { outcome: 'change', parts: { set: { messageCount }, events } };
}
