import type { CaseStatus } from '#shared/domain/case/status.ts';
import type { Find, Told } from './finding.ts';

const workedOn: readonly CaseStatus[] = ['in_progress', 'waiting_reporter', 'waiting_institution'];
const open: readonly CaseStatus[] = ['received', 'triaged', ...workedOn];
const over: readonly CaseStatus[] = ['resolved', 'closed'];
const everywhere: readonly CaseStatus[] = [...open, ...over];
const waiting: Readonly<Record<string, CaseStatus>> = {
  reporter: 'waiting_reporter',
  institution: 'waiting_institution',
  nobody: 'in_progress',
};

function leaves(status: CaseStatus): readonly CaseStatus[] {
  return status === 'in_progress' ? ['in_progress', 'waiting_institution'] : [status];
}

function ends(status: CaseStatus): readonly CaseStatus[] {
  return status === 'waiting_institution' ? ['waiting_institution', 'in_progress'] : [status];
}

/**
 * What docs/practice.md says of a case's life, told a second time: in which states an event may happen, and in which ones the case
 * may be after it. What is absent may happen in every state and changes none.
 */
const life: Readonly<
  Record<string, { from: readonly CaseStatus[]; to: (status: CaseStatus, data: object) => readonly CaseStatus[] }>
> = {
  'case.triaged': { from: everywhere, to: (status) => [status === 'received' ? 'triaged' : status] },
  'case.read': {
    from: everywhere,
    to: (status) => [status === 'received' || status === 'triaged' ? 'in_progress' : status],
  },
  'case.handled': { from: workedOn, to: () => workedOn },
  'case.waiting_set': {
    from: workedOn,
    to: (_, data) => [waiting[(data as { waitingFor: string }).waitingFor] ?? 'received'],
  },
  'case.information_added': {
    from: everywhere,
    to: (status) => [status === 'waiting_reporter' ? 'in_progress' : status],
  },
  // The case waits for an institution from when a referral leaves until none is open any more.
  'referral.sent': { from: everywhere, to: leaves },
  'referral.acknowledged': { from: everywhere, to: leaves },
  'referral.declined': { from: everywhere, to: ends },
  'referral.completed': { from: everywhere, to: ends },
  'referral.withdrawn': { from: everywhere, to: ends },
  'case.resolved': { from: workedOn, to: () => ['resolved'] },
  'case.outcome_corrected': { from: over, to: (status) => [status] },
  'case.closed': { from: ['resolved'], to: () => ['closed'] },
  'case.reopened': { from: over, to: () => ['in_progress'] },
};

/** Holds a case's history against the life it may have. */
export function checkLife({ of, events }: Told, find: Find): void {
  const types = events.map(({ type }) => type);
  const say = (what: string): void => find('P1', `${of.caseNumber}: ${what} (${types.join(' ')})`);
  if (events.some(({ number }, at) => number !== at + 1)) say('there is a gap in its history');
  if (events.length !== of.lastEvent) say('its last event is not the last');
  if (types[0] !== 'case.received') say('it does not begin with its receipt');
  const times = (type: string): number => types.filter((one) => one === type).length;
  for (const once of ['case.received', 'case.triaged']) if (times(once) !== 1) say(`${once} ${times(once)} times`);
  if (of.clockNumber !== 1 + times('case.reopened')) say(`it is under clock ${of.clockNumber}`);

  // Who of staff files a report has read it.
  const isFiled = events[0]?.actor !== 'reporter';
  let possible: readonly CaseStatus[] = [isFiled ? 'in_progress' : 'received'];
  for (const { type, data, number } of events) {
    const step = life[type];
    if (step === undefined) continue;
    const before = possible.filter((status) => step.from.includes(status));
    if (before.length === 0) return say(`${type} #${number} where it was ${possible.join(' or ')}`);
    possible = [...new Set(before.flatMap((status) => step.to(status, data)))];
  }
  if (!possible.includes(of.status)) say(`its state ${of.status} is not what its history says`);
}
