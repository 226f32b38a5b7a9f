import * as z from 'zod/mini';
import { normaliseBody } from '#shared/contracts/http/normalise.ts';
import { personFields } from '#shared/contracts/http/directory/changes.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { Institution } from '#shared/domain/referrals/referral-policy.ts';
import type { Person } from '#shared/domain/people/person.ts';
import { institutionOf } from '#shared/domain/case/referral.ts';
import { unitGaps } from '#shared/domain/people/recipients.ts';
import { recordGaps } from '#shared/domain/people/power/change-person.ts';

/**
 * Reads a list of people and of contacts of institutions, as JSON. Each entry has all that the directory holds of
 * somebody, and nothing else. Throws with the place and the reason when something is missing, unknown or there twice.
 */
export function parsePeople(
  text: string,
  pack: Pick<CountryPack, 'languages' | 'ladder'>,
  institutions: readonly Pick<Institution, 'code' | 'isLocal'>[],
): Person[] {
  const person = z.strictObject({ ...personFields(pack), active: z.boolean() });
  const parsed = z.safeParse(z.array(person), normaliseBody(JSON.parse(text)), { error: z.locales.en().localeError });
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
    throw new Error(`The people cannot be read.\n${issues.join('\n')}`);
  }
  const people = parsed.data.map(({ role, team, contact, phone, unit, codeBy, ...rest }) => ({
    ...rest,
    ...(role === undefined ? {} : { role }),
    ...(team === undefined ? {} : { team }),
    ...(contact === undefined ? {} : { contact }),
    ...(phone === undefined ? {} : { phone }),
    ...(unit === undefined ? {} : { unit }),
    ...(codeBy === undefined ? {} : { codeBy }),
  }));
  const ids = people.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`${twice} is there twice.`);
  for (const [index, one] of people.entries()) {
    for (const [at, duty] of one.duties.entries()) {
      const code = institutionOf(duty);
      if (code === undefined || institutions.some((known) => known.code === code)) continue;
      throw new Error(`${index}.duties.${at}: the country pack has no institution ${code}.`);
    }
    if (unitGaps(one, institutions).length > 0) {
      throw new Error(`${one.id} is the contact of an institution that has many units, and says of none which it is.`);
    }
    const [gap] = recordGaps(one);
    if (gap === undefined) continue;
    throw new Error(
      gap.code === 'required'
        ? `${one.id} is a phone desk without a phone to ring.`
        : gap.pointer === '/unit' || gap.pointer === '/codeBy'
          ? `${one.id} is of no institution, and so of no unit of one, and no codes are mailed there.`
          : `${one.id} is the contact of an institution, which has that one duty, a mail and nothing else.`,
    );
  }
  return people;
}

/** What to say of a file without two people who can keep the directory: one alone gives nobody a role at once. */
export function sayAdministrators(people: readonly Person[]): string[] {
  const count = people.filter(({ role, active }) => role === 'administrator' && active).length;
  if (count >= 2) return [];
  return [
    count === 0
      ? 'Nobody in this file is an administrator: nobody can add people on the console. Name two.'
      : 'Only one administrator is in this file: nobody approves what needs a second one. Name two.',
  ];
}
