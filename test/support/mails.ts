import { randomUUID } from 'node:crypto';
import type { MailFacts } from '#shared/mail/render-mail.ts';
import type { Mail } from '#shared/ports/mailbox.ts';

/** A mail as notification writes it: its first try begun, and due again two minutes later. */
export function aMail(overrides: Partial<Mail> & Pick<Mail, 'caseId' | 'eventId'>): Mail {
  return {
    to: 'staff-duty',
    occasion: 'new_case',
    createdAt: '2026-11-20T22:10:00.000Z',
    letters: [randomUUID()],
    attempts: 1,
    retryAt: '2026-11-20T22:12:00.000Z',
    ...overrides,
  };
}

/** A raise of a critical case in the night, as a mail tells it. */
export const factsOfRaise: MailFacts = {
  occasion: 'escalated',
  caseNumber: 'B-7K3M-9QX1',
  severity: 'critical',
  clock: 'must_be_read',
  due: '2026-11-21T02:10:00.000Z',
  rung: 'supervisor',
  institution: { sq: 'Policia e Shtetit', en: 'State Police' },
  link: 'https://staff.example/cases/B-7K3M-9QX1',
};
