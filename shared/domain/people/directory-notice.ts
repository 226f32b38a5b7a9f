import { institutionOf } from '../case/referral.ts';
import { plusMinutes } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { rememberedMinutes } from '../access/chosen.ts';
import { dutiesOf, partnerDuty } from './duties.ts';
import { isRoleUp } from './power/gains-power.ts';
import type { Surroundings } from './power/losses.ts';
import type { Person } from './person.ts';
import type { Roster } from './roster/roster.ts';
import { losesPlace, mayDecide, noticedRoles, objectors } from './power/second-person.ts';
import { changedFields, isInLately } from './staff-record.ts';
import type { Kept, StaffRecord } from './staff-record.ts';

/**
 * Why somebody is told of the directory. Source: docs/practice.md, People.
 *
 * `partner_asked`: the outside partner decides by a call. `suspended`: sign-in has ended. `loss_waits`: a last place
 * is lost once another person confirms. `change_waits`: somebody gets more, and nobody of the centre can approve it.
 * `role_lost`, `contact_changed`, `list_changed`: it has happened. `test`: nothing has, and the reader asked for it.
 */
export const directoryNoticeKinds = [
  'partner_asked',
  'suspended',
  'loss_waits',
  'change_waits',
  'role_lost',
  'contact_changed',
  'list_changed',
  'test',
] as const;

export type DirectoryNoticeKind = (typeof directoryNoticeKinds)[number];

/** A mail about the directory that waits in its row until it is sent. It holds ids and times, and never what changed. */
export interface DirectoryNotice {
  /** Directory id. */
  to: string;
  /** Directory id of the person whom the change is about, or the code of a list's entry. */
  about: string;
  /** Release 0.1.0 did not write it: `change_waits`. */
  kind?: DirectoryNoticeKind;
  /** From when it holds by itself. */
  effectiveAt?: Instant;
  /** When it lapses if nobody decides. */
  lapsesAt?: Instant;
  /** Where to send it, if not to the address that the record has by then. */
  address?: string;
  /** What the outside partner gives on the phone. */
  code?: string;
}

/** One change tells so many at most. It is one transaction (docs/generated/bounds.md). */
export const mostNotices = 50;

/**
 * Who is told of a change, and why; each person once. Whoever loses something comes first, then those who can decide or
 * object. A changed address is told too.
 */
export function noticesOf(
  { people, now, rungs }: Pick<Surroundings, 'people' | 'now' | 'rungs'>,
  before: StaffRecord | undefined,
  after: Person & Kept,
): DirectoryNotice[] {
  const about = after.id;
  const inRoles = (...roles: readonly string[]): string[] =>
    people.filter(({ active, role }) => active && role !== undefined && roles.includes(role)).map(({ id }) => id);
  const everyone = inRoles(...noticedRoles);
  const told = new Map<string, DirectoryNotice>();
  const tell = (kind: DirectoryNoticeKind, to: readonly string[], more: Partial<DirectoryNotice> = {}): void => {
    for (const id of to) if (!told.has(id)) told.set(id, { to: id, about, kind, ...more });
  };
  const isContact = after.duties.some((duty) => institutionOf(duty) !== undefined);
  const isShutOut = before !== undefined && signsOut(before, after) && !isContact;
  if (isShutOut) tell('suspended', [about]);

  const { waiting } = after;
  if (waiting !== undefined && waiting !== before?.waiting) {
    const { because, approval } = waiting;
    const { effectiveAt, lapsesAt, partner, askedBy } = approval;
    const times = {
      ...(effectiveAt === undefined ? {} : { effectiveAt }),
      ...(lapsesAt === undefined ? {} : { lapsesAt }),
    };
    const address = people.find(({ id }) => id === partner?.id)?.mail;
    if (partner !== undefined && address !== undefined) {
      tell('partner_asked', [partner.id], { ...times, code: partner.code, address });
    }
    const isOpen = !people.some((one) => mayDecide(one, { askedBy, about, because }, people, now));
    const since = plusMinutes(now, -rememberedMinutes);
    const were = people.filter((one) => isInLately(one, noticedRoles, since)).map(({ id }) => id);
    const partners = people.filter(({ active, duties }) => active && duties.includes(partnerDuty)).map(({ id }) => id);
    if (losesPlace(because)) tell('loss_waits', [...everyone, about], times);
    else if (isOpen) tell('change_waits', [...everyone, ...were, ...partners], times);
  }
  if (isShutOut) tell('suspended', inRoles('administrator', 'director'));
  if (before !== undefined && losesRole(before, after)) tell('role_lost', [about, ...everyone]);
  if (before !== undefined && isReachedOtherwise(before, after, dutiesOf({ ladder: { rungs } }))) {
    const supervisors = inRoles('supervisor').filter((id) => id !== about);
    // Where nobody else supervises, the director hears of it.
    tell('contact_changed', [...supervisors, ...(supervisors.length === 0 ? inRoles('director') : [])]);
    // The old address is told whatever else the person is told at the new one.
    if (!isContact) told.set(`${about} `, { to: about, about, kind: 'contact_changed', address: before.mail });
  }
  return [...told.values()].slice(0, mostNotices);
}

/** Whoever is no longer on the rota is told, and so are the supervisors. */
export function noticesOfRota(
  people: readonly Person[],
  before: Pick<Roster, 'shifts'>,
  after: Pick<Roster, 'shifts'>,
): DirectoryNotice[] {
  const on = ({ shifts }: Pick<Roster, 'shifts'>): Set<string> => new Set(shifts.flatMap(({ holders }) => holders));
  const stay = on(after);
  const gone = [...on(before)].filter((id) => !stay.has(id) && people.some((one) => one.id === id));
  const supervisors = people.filter(({ active, role }) => active && role === 'supervisor').map(({ id }) => id);
  const told = gone.map((about): DirectoryNotice => ({ to: about, about, kind: 'contact_changed' }));
  const [about] = gone;
  const others = about === undefined ? [] : supervisors.filter((id) => !gone.includes(id));
  const also = others.map((to): DirectoryNotice => ({ to, about: about ?? to, kind: 'contact_changed' }));
  return [...also, ...told].slice(0, mostNotices);
}

/**
 * An administrator alone says which number of an institution is called, and where takedown notices go. Codes are read out
 * and addresses sent there, so supervisors and directors are told of each change.
 */
export function noticesOfEntry(people: readonly Person[], by: string, about: string): DirectoryNotice[] {
  return people
    .filter(({ id, active, role }) => id !== by && active && role !== undefined && objectors.includes(role))
    .map(({ id: to }): DirectoryNotice => ({ to, about, kind: 'list_changed' }))
    .slice(0, mostNotices);
}

function signsOut(before: Person, after: Person): boolean {
  const wasIn = before.active && before.barred !== true;
  return wasIn && (!after.active || after.barred === true);
}

function losesRole(before: Person, after: Person): boolean {
  if (!before.active || !after.active || before.role === undefined) return false;
  return after.role === undefined || isRoleUp(after.role, before.role);
}

/**
 * Whether mails or calls reach this person otherwise than before, or for another duty of the ladder. It counts for
 * somebody suspended, too: nobody else could tell, once they are back, that their mails go elsewhere.
 */
function isReachedOtherwise(before: Person, after: Person, ladder: readonly string[]): boolean {
  const ofLadder = ({ duties }: Person): string =>
    duties
      .filter((duty) => ladder.includes(duty))
      .toSorted()
      .join();
  const isElsewhere = changedFields(before, after).some((field) => ['mail', 'phone', 'contact'].includes(field));
  return isElsewhere || ofLadder(before) !== ofLadder(after);
}
