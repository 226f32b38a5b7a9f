/** What staff get mails about. */
export const mailOccasions = [
  'new_case',
  'warned',
  'missed',
  'escalated',
  'reminder',
  'referral_declined',
  'institution_unreached',
  'institution_silent',
  /** The same, and a person is to decide whether somebody above the institution is told. */
  'institution_silent_decide',
  'withdrawal_unreached',
  'erasure_due',
  'from_reporter',
  'approval_asked',
  /** A person gave out another code for the thread. */
  'receipt_reissued',
  /** Somebody used a code that opens nothing any more. */
  'dead_code_used',
] as const;

export type MailOccasion = (typeof mailOccasions)[number];

/** What institutions get mails about. */
export const institutionOccasions = [
  'referral_waits',
  'referral_follows_call',
  'referral_reminder',
  'referral_withdrawn',
] as const;

export type InstitutionOccasion = (typeof institutionOccasions)[number];
