import * as z from 'zod/mini';
import { roles } from '#shared/domain/authorize.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { StaffMember } from '#shared/ports/directory.ts';

type Ladder = Pick<CountryPack, 'languages' | 'ladder'>;

/** The duties a ladder calls. */
function dutiesOf({ ladder }: Ladder): string[] {
  return [...new Set(ladder.rungs.flatMap(({ duties }) => duties))];
}

/**
 * Reads a list of people as JSON: each with all that the directory holds of somebody, and nothing else. Throws with the
 * place and the reason when something is missing, unknown or there twice.
 */
export function parsePeople(text: string, pack: Ladder): StaffMember[] {
  const person = z.strictObject({
    id: z.string().check(z.minLength(1), z.regex(/^[^#\s]+$/)),
    name: z.string().check(z.minLength(1)),
    mail: z.email(),
    language: z.enum(pack.languages),
    role: z.optional(z.enum(roles)),
    duties: z.array(z.enum(dutiesOf(pack))),
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
  return parsed.data.map(({ role, ...rest }) => ({ ...rest, ...(role === undefined ? {} : { role }) }));
}

/** Duties of the ladder that nobody active among these people holds: a raise would reach nobody there. */
export function unheldDuties(people: readonly StaffMember[], pack: Ladder): string[] {
  const held = new Set(people.filter(({ active }) => active).flatMap(({ duties }) => duties));
  return dutiesOf(pack).filter((duty) => !held.has(duty));
}
