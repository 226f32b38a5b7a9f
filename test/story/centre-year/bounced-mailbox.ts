import type { RunningBesa } from '#infra/local/besa.ts';
import { seededPeople } from '#infra/local/sign-in/seed-people.ts';
import type { Mishap } from '../live-through.ts';
import { changeRecord } from './change-record.ts';

/**
 * One person's mailbox sends every mail back, until it takes mails again. Nobody tells the directory so: the mark on the
 * address heals when Besa tries it again.
 */
export function bouncedMailbox(besa: RunningBesa, personId: string, from: number, to: number): Mishap {
  const person = seededPeople.find(({ id }) => id === personId);
  if (person === undefined) throw new Error(`There is no ${personId}.`);
  return {
    from,
    to,
    begin: () => changeRecord(besa, personId, { mail: `bounce+${personId}@simulator.amazonses.com` }),
    end: () => changeRecord(besa, personId, { mail: person.mail }),
  };
}
