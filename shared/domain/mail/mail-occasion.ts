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
  /** An institution asked for a one-time code, which a person reads out to it. */
  'access_code_asked',
  /** Five wrong one-time codes were typed at a referral. */
  'access_code_failed',
  /** Whoever has the access code says that the referral is not for them. */
  'referral_misdirected',
  /** An institution asked something. */
  'institution_asked',
  'erasure_due',
  'from_reporter',
  'approval_asked',
  /** Something was asked about a case, and nobody was left who could decide it. */
  'nobody_to_ask',
  /** Somebody was kept out of a case, is to be, or was let in again. It says the number and nothing else. */
  'exclusion',
  /** A person gave out another code for the thread. */
  'receipt_reissued',
  /** A linked case goes on because its parent case was reopened. */
  'lead_reopened',
  /** A case goes on: the reporter says that it still happens, or a colleague reopened it. */
  'reopened',
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
  /** The centre replied to what the institution asked. */
  'question_answered',
  /** The one-time code that was asked for. */
  'access_code',
] as const;

export type InstitutionOccasion = (typeof institutionOccasions)[number];

/** What the outside partner gets letters about, where they decide in place of the centre. */
export const partnerOccasions = ['partner_asked'] as const;

export type PartnerOccasion = (typeof partnerOccasions)[number];

export type AnyOccasion = MailOccasion | InstitutionOccasion | PartnerOccasion;

/** Whether a mail asks the outside partner to decide. It is a letter of its own, without a link. */
export function isForPartner(occasion: AnyOccasion): occasion is PartnerOccasion {
  return partnerOccasions.some((one) => one === occasion);
}
