/**
 * Why a mail told nobody. `bounced`: its address does not take it. `complained`: its reader marked it as unwanted, so
 * later mails would be held back. `rejected` and `refused`: the mail service did not send it. A waiting mail is also
 * dropped when its reader's address is known not to work (`unreachable`), its reader no longer works here (`left`), or
 * the case now excludes its reader (`excluded`).
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

export type UndeliveredBecause = (typeof undeliveredReasons)[number];
