import { plusMinutes } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import type { DirectoryNotice } from './directory-notice.ts';
import type { Person } from './person.ts';

/** Minutes between two test mails to one person. Their letters keep the same pace. Source: docs/practice.md, Mails. */
const pauseMinutes = 5;

/** When somebody may ask for another test mail. Undefined: now. */
export function testAgainAt({ testedAt }: Pick<Person, 'testedAt'>, now: Instant): Instant | undefined {
  if (testedAt === undefined) return undefined;
  const at = plusMinutes(testedAt, pauseMinutes);
  return at > now ? at : undefined;
}

/** The mail that somebody asked for, to see whether they would be called. It waits with the notices of the directory. */
export function testNotice({ id }: Pick<Person, 'id'>): DirectoryNotice {
  return { to: id, about: id, kind: 'test' };
}
