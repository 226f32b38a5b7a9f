/**
 * How the directory reaches somebody. `mail_to_sms`: a gateway turns the mail into a short message. `phone_desk`: a desk
 * gets the mail and rings the person. Source: PRACTICE, people; each duty has one that rings.
 */
export const contactKinds = ['mail', 'mail_to_sms', 'phone_desk'] as const;

export type ContactKind = (typeof contactKinds)[number];

/** Whether a telephone rings: a mail alone wakes nobody. */
export function rings(kind: ContactKind | undefined): boolean {
  return kind === 'mail_to_sms' || kind === 'phone_desk';
}
