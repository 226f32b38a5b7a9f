/**
 * Why a mail counts as not told: its address does not take it, whoever has it calls it unwanted (later mails would be held
 * back), or the mail service would not send it; or it waited until its reader was known not to be reached there
 * (`unreachable`), worked here no longer (`left`), or was not to get to do with the case (`excluded`).
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
