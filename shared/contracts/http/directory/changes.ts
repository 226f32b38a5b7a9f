import * as z from 'zod/mini';
import { roles } from '../../../domain/access/authorize.ts';
import { contactKinds } from '../../../domain/people/person.ts';
import type { CountryPack } from '../../../domain/country-pack.ts';
import { dutiesOf } from '../../../domain/people/duties.ts';
import { longestTyped } from '../../../domain/identifiers.ts';
import type { WallTime } from '../../../domain/time/local-time.ts';
import { takedownNoticeWays } from '../../../domain/case/case.ts';
import { institutionOf } from '../../../domain/case/referral.ts';
import { rosterDays } from '../../../domain/people/roster/roster.ts';
import { teams } from '../../../domain/case/team.ts';
import { oneLine } from '../../../domain/text.ts';
import { ofForm, text, written } from '../fields.ts';
import { parseBody } from '../parse-body.ts';

type Pack = Pick<CountryPack, 'languages' | 'ladder'>;

const words = text(200).check(z.minLength(1));
/** The `sub` of the sign-in token, or an id that the centre chose. It is part of keys and addresses. */
const personId = written('person_id', /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);
const mail = z.email().check(z.maxLength(254));
const phone = z.string().check(z.overwrite(oneLine), ofForm('phone', /^\+?[0-9 ]{3,20}$/));
const wallTime = z.pipe(
  written('time_of_day', /^([01]\d|2[0-3]):[0-5]\d$/),
  z.transform((time) => time as WallTime),
);

/**
 * A duty of the ladder, or the duty of an institution's contact. Whether the pack has the institution is checked later.
 */
function duty(pack: Pack) {
  const known = dutiesOf(pack);
  return text(80).check(
    z.check((payload) => {
      if (known.includes(payload.value) || institutionOf(payload.value) !== undefined) return;
      payload.issues.push({
        code: 'invalid_value',
        values: [...known, 'institution:<code>'],
        input: payload.value,
      });
    }),
  );
}

/** What the directory holds about a person, as a file or a body gives it. */
export function personFields(pack: Pack) {
  return {
    id: personId,
    name: words,
    mail,
    contact: z.optional(z.enum(contactKinds)),
    phone: z.optional(phone),
    language: z.enum(pack.languages),
    role: z.optional(z.enum(roles)),
    team: z.optional(z.enum(teams)),
    /** Which school, municipality or office the contact of an institution answers for. */
    unit: z.optional(words),
    /** Of such a contact: one person alone reads the address, and one-time codes may be mailed there. */
    codeBy: z.optional(z.enum(['mail'])),
    duties: z.array(duty(pack)).check(z.maxLength(20)),
    cleared: z.boolean(),
  };
}

/**
 * A week's rota, as a file or a body gives it. Whether the holders have the duty is checked later, in the directory.
 */
export function rosterBody({ ladder }: Pick<CountryPack, 'ladder'>) {
  const shift = z.strictObject({
    duty: z.enum(dutiesOf({ ladder })),
    days: z.array(z.enum(rosterDays)).check(z.maxLength(rosterDays.length)),
    from: wallTime,
    to: wallTime,
    holders: z.array(personId).check(z.maxLength(30)),
  });
  return z.strictObject({
    holidays: z.array(z.iso.date()).check(z.maxLength(100)),
    shifts: z.array(shift).check(z.maxLength(200)),
  });
}

/** The bodies of the directory's commands. Unknown fields are refused. */
export function directoryBodies(pack: Pack) {
  const { id: _, ...fields } = personFields(pack);
  const entryCode = written('entry_code', /^[a-z][a-z0-9_]{0,39}$/);
  return {
    person: z.strictObject(personFields(pack)),
    /** An absent field stays as it is; null removes it. */
    personChange: z.strictObject({
      name: z.optional(fields.name),
      mail: z.optional(mail),
      contact: z.optional(z.nullable(z.enum(contactKinds))),
      phone: z.optional(z.nullable(phone)),
      language: z.optional(fields.language),
      role: z.optional(z.nullable(z.enum(roles))),
      team: z.optional(z.nullable(z.enum(teams))),
      unit: z.optional(z.nullable(words)),
      codeBy: z.optional(z.nullable(z.enum(['mail']))),
      duties: z.optional(fields.duties),
      cleared: z.optional(z.boolean()),
    }),
    /** One's own language. Whoever calls needs no administrator for it. */
    ownLanguage: z.strictObject({ language: fields.language }),
    testMail: z.strictObject({}),
    /** `distrusted`: the person, or who has their phone, is not to be trusted. Receipts that they know are voided. */
    suspension: z.strictObject({ distrusted: z.optional(z.literal(true)) }),
    return: z.strictObject({}),
    /** `call`: the outside partner decided on the phone and gave this code. */
    approval: z.strictObject({
      verdict: z.enum(['approve', 'refuse']),
      call: z.optional(z.strictObject({ code: text(longestTyped).check(z.minLength(1)) })),
    }),
    roster: rosterBody(pack),
    /** `from`: who had the shift. Absent where nobody had. */
    takeOver: z.strictObject({ from: z.optional(personId) }),
    institution: z.strictObject({
      code: entryCode,
      inUse: z.boolean(),
      phones: z.optional(z.array(phone).check(z.maxLength(5))),
    }),
    platform: z.strictObject({
      code: entryCode,
      name: z.optional(words),
      way: z.enum(takedownNoticeWays),
      to: text(300).check(z.minLength(1)),
    }),
    campaign: z.strictObject({
      code: written('campaign_code', /^[A-Z0-9-]{2,32}$/),
      name: words,
      from: z.iso.date(),
      to: z.iso.date(),
    }),
  } as const;
}
export type DirectoryBodies = {
  [N in keyof ReturnType<typeof directoryBodies>]: z.infer<ReturnType<typeof directoryBodies>[N]>;
};

export type ParseDirectoryBody = <N extends keyof DirectoryBodies>(name: N, body: unknown) => DirectoryBodies[N];

/** Reads the bodies of these commands. An absent body counts as an empty one. Throws a `Problem` `invalid_fields`. */
export function directoryParser(pack: Pack): ParseDirectoryBody {
  const bodies = directoryBodies(pack);
  return <N extends keyof DirectoryBodies>(name: N, body: unknown) =>
    parseBody(bodies[name] as unknown as z.ZodMiniType<DirectoryBodies[N]>, body);
}
