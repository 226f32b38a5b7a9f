/**
 * Why a mail told nobody. `bounced`: its address does not take it. `complained`: its reader marked it as unwanted, so
 * later mails would be held back. `rejected` and `refused`: the mail service did not send it; a refused mail goes on
 * waiting. A waiting mail is dropped for three more reasons. `unreachable`: its reader's address is known not to work.
 * `left`: its reader no longer works here. `excluded`: the case now excludes its reader.
 */
export const undeliveredReasons = [
  'bounced',
  'complained',
  'rejected',
  'refused',
  'unreachable',
  'left',
  'excluded',
] as const;

/** Whether nobody has a mail that left. Who complains has it, and a refused one may still get through. */
export function hasComeBack(because: UndeliveredBecause | undefined): boolean {
  return because === 'bounced' || because === 'rejected';
}

export type UndeliveredBecause = (typeof undeliveredReasons)[number];
