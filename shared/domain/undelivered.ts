/**
 * Why a mail counts as not told: its address does not take it, whoever has it calls it unwanted (later mails would be held
 * back), or the mail service would not send it.
 */
export const undeliveredReasons = ['bounced', 'complained', 'rejected', 'refused'] as const;
export type UndeliveredBecause = (typeof undeliveredReasons)[number];
