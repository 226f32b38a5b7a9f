/** The states of a case. Source: docs/practice.md, Cases. */
export const caseStatuses = [
  'received',
  'triaged',
  'in_progress',
  'waiting_reporter',
  'waiting_institution',
  'resolved',
  'closed',
] as const;

export type CaseStatus = (typeof caseStatuses)[number];

/** Whether the case has ended. Only reopening undoes that. */
export function isOver(of: { status: CaseStatus }): boolean {
  return of.status === 'resolved' || of.status === 'closed';
}
