import { institutionOf } from '../case/referral.ts';
import type { UndeliveredBecause } from '../case/unseen/undelivered.ts';
import { plusMinutes } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { nextMark } from './mark.ts';
import type { Mark } from './mark.ts';
import type { Person } from './person.ts';

/** An address of staff whose mail came back for good, and the mark that it got for that. */
export interface Bounce {
  /** Directory id. */
  member: string;
  /** The address, in small letters. */
  mail: string;
  at: Instant;
  mark?: Mark;
}

/** Within so many minutes, bounces of several addresses of one domain are one wave. */
const waveMinutes = 10;
/** How many recent bounces are kept. A centre has fewer addresses; of a larger one the newest count. */
const keptBounces = 40;

/** What one more mail that came back does to the directory. */
export interface BounceDecision {
  /** The provider refuses, not the address. */
  isProvider: boolean;
  /** The mark that the address gets. */
  mark?: Mark;
  /** Marks that the same wave set before it was known to be one. Each is taken off while it is still this one. */
  takenOff: { member: string; mark: Mark }[];
  /** The bounces to remember from now on. Absent when the directory stays as it is. */
  recent?: readonly Bounce[];
}

/**
 * Decides what an address is worth after a mail to it came back, or its reader complained of one.
 *
 * Several addresses of one domain within ten minutes: the provider refuses. No address is marked, and the marks of the
 * same wave are taken off. Else the address is marked, unless its holder is the last who is reached on some rung.
 * `recent` are the bounces so far. Source: docs/practice.md, Contacts.
 */
export function decideBounce(
  person: Pick<Person, 'id' | 'mail' | 'duties' | 'unreachable'>,
  because: UndeliveredBecause,
  recent: readonly Bounce[],
  isLastOnARung: boolean,
  now: Instant,
): BounceDecision {
  const mark = isLastOnARung ? undefined : nextMark(person.unreachable, because, now);
  const running = recent.filter(({ at }) => plusMinutes(at, waveMinutes) > now);
  const isContact = person.duties.some((duty) => institutionOf(duty) !== undefined);
  // Who complains does so alone. Of an institution, whoever works on the case is told to call.
  if (because !== 'bounced' || isContact) {
    return { isProvider: false, takenOff: [], ...(mark === undefined ? {} : { mark, recent: running }) };
  }

  const mail = person.mail.toLowerCase();
  const wave = running.filter((one) => domainOf(one.mail) === domainOf(mail));
  const known = running.find((one) => one.member === person.id && one.mail === mail);
  const others = running.filter((one) => one !== known);
  const entry: Bounce = { member: person.id, mail, at: now };
  if (wave.some((one) => one.mail !== mail)) {
    return {
      isProvider: true,
      takenOff: wave.flatMap(({ member, mark: set }) => (set === undefined ? [] : [{ member, mark: set }])),
      recent: newest([...others.map((one) => (wave.includes(one) ? withoutMark(one) : one)), entry]),
    };
  }
  const set = mark ?? known?.mark;
  return {
    isProvider: false,
    takenOff: [],
    ...(mark === undefined ? {} : { mark }),
    recent: newest([...others, set === undefined ? entry : { ...entry, mark: set }]),
  };
}

const newest = (bounces: readonly Bounce[]): readonly Bounce[] => bounces.slice(-keptBounces);

const withoutMark = ({ member, mail, at }: Bounce): Bounce => ({ member, mail, at });

const domainOf = (mail: string): string => mail.slice(mail.lastIndexOf('@') + 1);
