import type { ApprovalPolicy } from '#shared/domain/case/approvals/approval.ts';
import { peopleAsOf, type Asked, type StaffingDecision } from '#shared/domain/people/power/change-person.ts';
import type { StaffRecord } from '#shared/domain/people/staff-record.ts';

/** A Friday noon in Tirana. */
export const now = '2026-11-20T11:00:00.000Z';

export const hoursOn = (hours: number): string => new Date(Date.parse(now) + hours * 3_600_000).toISOString();

export const policy: ApprovalPolicy = {
  delayMinutes: 24 * 60,
  lapseMinutes: { export: 1, erasure: 1, lowering: null, exclusion: null, directory_change: 7 * 24 * 60 },
  takeMinutes: 1,
};

export const rungs = [
  { id: 'desk', duties: ['duty_officer', 'desk'] },
  { id: 'backup', duties: ['backup'] },
  { id: 'partner', duties: ['outside_partner'] },
];

export const code = '7K3M9QXR';

export const record = (id: string, more: Partial<StaffRecord> = {}): StaffRecord => ({
  id,
  name: id,
  mail: `${id}@centre.example`,
  language: 'en',
  duties: [],
  active: true,
  cleared: false,
  revision: 1,
  ...more,
});

export const asks = (people: readonly StaffRecord[], by: StaffRecord, at = now): Asked => ({
  people: peopleAsOf(people, at),
  by,
  now: at,
  policy,
  rungs,
  newCode: () => code,
});

export function changed(decision: StaffingDecision): StaffRecord {
  if (decision.outcome !== 'change') throw new Error(`Not changed: ${JSON.stringify(decision)}`);
  return { ...decision.after, revision: 2 };
}

export const because = (decision: StaffingDecision): string | undefined =>
  decision.outcome === 'refused' ? decision.because : undefined;

/** The people of a decision, after it. */
export function after(people: readonly StaffRecord[], decision: StaffingDecision): StaffRecord[] {
  if (decision.outcome !== 'change') return [...people];
  const one: StaffRecord = { ...decision.after, revision: 2 };
  const known = people.some(({ id }) => id === one.id) ? people : [...people, one];
  return known.map((person) => {
    const other = decision.others.find((taken) => taken.after.id === person.id);
    return person.id === one.id ? one : (other?.after ?? person);
  });
}
