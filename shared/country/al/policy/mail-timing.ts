import type { MailTiming } from '#shared/domain/mail/mail-timing.ts';

/** Local time of Tirana. Source: docs/practice.md, Mails and Ladder; docs/practice.md, Contacts. */
export const mailTiming: MailTiming = {
  quiet: { from: '20:00', to: '08:00' },
  digests: ['08:00', '13:00', '18:00'],
  burstMinutes: 1,
  repeatMinutes: 5,
  pace: {
    urgentMinutes: 5,
    joiningMinutes: 30,
    lateJoiningMinutes: 60,
    lateAfterReminders: 8,
    shortMessageMinutes: 15,
    halfMinutes: 60,
    reserveMinutes: 240,
  },
};
