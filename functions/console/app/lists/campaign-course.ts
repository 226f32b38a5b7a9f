/** Where a campaign stands on a day. Its last day is one of its days. */
export function courseOf({ from, to }: { from: string; to: string }, today: string): 'begins' | 'runs' | 'over' {
  if (today < from) return 'begins';
  return today <= to ? 'runs' : 'over';
}
