import { randomUUID } from 'node:crypto';
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
