import * as z from 'zod/mini';
import { roles } from '#shared/domain/authorize.ts';
import { contactKinds, rings } from '#shared/domain/contact.ts';
import type { CountryPack, Institution } from '#shared/domain/country-pack.ts';
import { contactDuty } from '#shared/domain/referral.ts';
import type { StaffMember } from '#shared/ports/directory.ts';

type Ladder = Pick<CountryPack, 'languages' | 'ladder'>;

/** The duties a ladder calls. */
function dutiesOf({ ladder }: Ladder): string[] {
  return [...new Set(ladder.rungs.flatMap(({ duties }) => duties))];
}

/**
 * Reads a list of people, and of contacts of institutions, as JSON: each with all that the directory holds of somebody,
 * and nothing else. Throws with the place and the reason when something is missing, unknown or there twice.
 */
export function parsePeople(
  text: string,
  pack: Ladder,
  institutions: readonly Pick<Institution, 'code'>[],
): StaffMember[] {
  const contactDuties: readonly string[] = institutions.map(({ code }) => contactDuty(code));
  const person = z.strictObject({
    id: z.string().check(z.minLength(1), z.regex(/^[^#\s]+$/)),
    name: z.string().check(z.minLength(1)),
    mail: z.email(),
    contact: z.optional(z.enum(contactKinds)),
    phone: z.optional(z.string().check(z.regex(/^\+?[0-9 ]{3,20}$/))),
    language: z.enum(pack.languages),
    role: z.optional(z.enum(roles)),
    duties: z.array(z.enum([...dutiesOf(pack), ...contactDuties])),
    active: z.boolean(),
    cleared: z.boolean(),
  });
  const parsed = z.safeParse(z.array(person), JSON.parse(text), { error: z.locales.en().localeError });
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
    throw new Error(`The people cannot be read.\n${issues.join('\n')}`);
  }
  const ids = parsed.data.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`${twice} is there twice.`);
  const mute = parsed.data.find(({ contact, phone }) => contact === 'phone_desk' && phone === undefined);
  if (mute !== undefined) throw new Error(`${mute.id} is a phone desk without a phone to ring.`);
  const mixed = parsed.data.find(
    ({ duties, role, contact, phone, cleared }) =>
      duties.some((duty) => contactDuties.includes(duty)) &&
      (duties.length > 1 || cleared || [role, contact, phone].some((extra) => extra !== undefined)),
  );
  if (mixed !== undefined) {
    throw new Error(`${mixed.id} is the contact of an institution, which has that one duty, a mail and nothing else.`);
  }
  return parsed.data.map(({ role, contact, phone, ...rest }) => ({
    ...rest,
    ...(role === undefined ? {} : { role }),
    ...(contact === undefined ? {} : { contact }),
    ...(phone === undefined ? {} : { phone }),
  }));
}

/** Duties of the ladder that nobody active among these people holds: a raise would reach nobody there. */
export function unheldDuties(people: readonly StaffMember[], pack: Ladder): string[] {
  const held = new Set(people.filter(({ active }) => active).flatMap(({ duties }) => duties));
  return dutiesOf(pack).filter((duty) => !held.has(duty));
}

/** Duties that somebody active holds, but nobody by a contact that rings: at night a raise would lie in an inbox there. */
export function silentDuties(people: readonly StaffMember[], pack: Ladder): string[] {
  const active = people.filter((person) => person.active);
  const ringing = new Set(active.filter(({ contact }) => rings(contact)).flatMap(({ duties }) => duties));
  const unheld = unheldDuties(people, pack);
  return dutiesOf(pack).filter((duty) => !ringing.has(duty) && !unheld.includes(duty));
}
