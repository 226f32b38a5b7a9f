import { caseStatuses, type CaseStatus } from './status.ts';

/*
 * The commands that lead from one state of a case to the next, and how a case can end.
 * Source: docs/practice.md, Cases and Outcomes.
 */

/** Who a case waits for, as a person says it. Waiting is a sub-state of `in_progress`. */
export const waitingFor = ['reporter', 'institution', 'nobody'] as const;

export type WaitingFor = (typeof waitingFor)[number];

export const outcomes = [
  'content_removed',
  'content_still_up',
  'account_recovered_or_closed',
  'police_involved',
  'child_protection_involved',
  'school_supporting',
  'helpline_support',
  'advice_given',
  'site_passed_on',
  'nothing_more_possible',
  'no_answer_from_reporter',
  'withdrawn',
] as const;

/** Outcomes that are shown apart in every figure. */
export const administrativeOutcomes = ['same_event', 'outside_our_work', 'test'] as const;

export type AdministrativeOutcome = (typeof administrativeOutcomes)[number];

/** An outcome of either kind; the first of a case's outcomes is the main one. */
export type MainOutcome = (typeof outcomes)[number] | AdministrativeOutcome;

/** Commands that concern the state of a case. */
export const caseCommands = [
  'triage',
  'claim',
  'read',
  'handle',
  'wait_reporter',
  'wait_institution',
  'resume',
  'resolve',
  'close',
  'reopen',
] as const;

export type CaseCommand = (typeof caseCommands)[number];

export const firstStatus: CaseStatus = 'received';

/**
 * Where each command leads from each state. A move that is absent is refused. Only reading makes a case `in_progress`,
 * because until then the reporter is told that no person has read it. So claiming changes no state. Triage is also
 * allowed after a person has read or resolved the case. So a fast person takes no clock away.
 */
export const transitions: Readonly<Record<CaseCommand, Readonly<Partial<Record<CaseStatus, CaseStatus>>>>> = {
  triage: {
    received: 'triaged',
    in_progress: 'in_progress',
    waiting_reporter: 'waiting_reporter',
    waiting_institution: 'waiting_institution',
    resolved: 'resolved',
  },
  claim: {
    received: 'received',
    triaged: 'triaged',
    in_progress: 'in_progress',
    waiting_reporter: 'waiting_reporter',
    waiting_institution: 'waiting_institution',
  },
  read: {
    received: 'in_progress',
    triaged: 'in_progress',
    in_progress: 'in_progress',
    waiting_reporter: 'waiting_reporter',
    waiting_institution: 'waiting_institution',
    resolved: 'resolved',
    closed: 'closed',
  },
  handle: {
    in_progress: 'in_progress',
    waiting_reporter: 'in_progress',
    waiting_institution: 'in_progress',
  },
  wait_reporter: { in_progress: 'waiting_reporter', waiting_institution: 'waiting_reporter' },
  wait_institution: { in_progress: 'waiting_institution', waiting_reporter: 'waiting_institution' },
  resume: { waiting_reporter: 'in_progress', waiting_institution: 'in_progress' },
  resolve: { in_progress: 'resolved', waiting_reporter: 'resolved', waiting_institution: 'resolved' },
  close: { resolved: 'closed' },
  reopen: { resolved: 'in_progress', closed: 'in_progress' },
};

/** The state after a command, or undefined when the command is refused in this state. */
export function statusAfter(command: CaseCommand, status: CaseStatus): CaseStatus | undefined {
  return transitions[command][status];
}

/**
 * Finds the faults of a table of transitions. A fault is an unknown state, a state that nothing leads to, or a state
 * that never leads to `closed`. An empty list means that the table is sound.
 */
export function faultsOf(table: typeof transitions): string[] {
  const faults: string[] = [];
  const steps = Object.values(table).flatMap((moves) => Object.entries(moves));
  for (const status of new Set(steps.flat())) {
    if (!caseStatuses.some((known) => known === status)) faults.push(`unknown state ${status}`);
  }
  const leadsTo = (from: string): Set<string> => {
    const reached = new Set([from]);
    for (let size = 0; size < reached.size;) {
      size = reached.size;
      for (const [before, after] of steps) if (reached.has(before)) reached.add(after);
    }
    return reached;
  };
  const reachable = leadsTo(firstStatus);
  for (const status of caseStatuses) {
    if (!reachable.has(status)) faults.push(`nothing leads to ${status}`);
    if (!leadsTo(status).has('closed')) faults.push(`${status} never ends`);
  }
  return faults;
}

const faults = faultsOf(transitions);
if (faults.length > 0) throw new Error(`The lifecycle is unsound: ${faults.join(', ')}.`);
