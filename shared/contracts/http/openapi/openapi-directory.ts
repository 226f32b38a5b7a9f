import * as z from 'zod/mini';
import type { CountryPack } from '../../../domain/country-pack.ts';
import { directoryActions } from '../../../domain/people/directory-audit.ts';
import { takedownNoticeWays } from '../../../domain/case/case.ts';
import { centreActions, roles } from '../../../domain/access/authorize.ts';
import { contactKinds } from '../../../domain/people/person.ts';
import { ringingPlaces } from '../../../domain/people/roster/duty-now.ts';
import { losses, widenings } from '../../../domain/people/power/gains-power.ts';
import { problemAnswerSchema } from '../answers.ts';
import { directoryBodies, personFields } from '../directory/changes.ts';
import { routeNamed, routesOfDirectory } from '../staff/staff-routes.ts';
import type { DirectoryCommand, DirectoryName, StaffRoute } from '../staff/staff-routes.ts';
import { directoryExamples } from './openapi-directory-examples.ts';
import {
  answer,
  body,
  bodyName,
  idempotencyKey,
  ifMatch,
  placed,
  problem,
  problems,
  schemaOf,
  type Json,
} from './openapi-parts.ts';

type Pack = Pick<CountryPack, 'languages' | 'ladder'>;

/** What each command is for, and what it answers. A command without a line here does not compile. */
const commands = {
  person: {
    summary: 'Add somebody. The role and the clearance wait for a second administrator.',
    answers: 'Person',
  },
  personChange: {
    summary:
      'Change a record. What gives somebody more waits for a second administrator, what takes a last place for another person; what is null is cleared.',
    answers: 'Person',
  },
  ownLanguage: { summary: 'Choose one’s own language. For everybody who signs in.', answers: 'OwnLanguage' },
  testMail: {
    summary:
      'Send a test mail to one’s own address, by the way of all letters. At most one in five minutes: 429 says after how many seconds. For everybody who signs in.',
    answers: 'TestMail',
  },
  suspension: {
    summary:
      'Out at the next call. The last one of a role or a rung keeps the place (`barred`) until another person confirms. `distrusted` also voids the receipts that the person knows.',
    answers: 'Person',
  },
  return: { summary: 'Back, once a second administrator agrees.', answers: 'Person' },
  approval: {
    summary:
      'Say yes or no to what waits. Yes: an administrator who neither asked nor gets it; to a last place, also a supervisor or director. No: also a supervisor, a director, and who asked. With `call`, the outside partner said it on the phone and gave the code.',
    answers: 'Person',
  },
  roster: {
    summary: 'Set the week’s rota, whole. Whoever is on a shift holds its duty.',
    answers: 'Roster',
  },
  takeOver: {
    summary:
      'Say that you took over the shift, and `from` whom. It changes nobody’s place on the ladder: `rings` says whether the roster rings you now: `first`, `later` than others, or `not_now`.',
    answers: 'TakenOver',
  },
  institution: {
    summary: 'Say whether cases go to an institution of the pack, and which numbers are right here.',
    answers: 'Institution',
  },
  platform: {
    summary: 'Say by which way a platform takes notices; `name` for one of the centre’s own.',
    answers: 'Platform',
  },
  campaign: {
    summary: 'Set a campaign code with its days. A code that names one class is refused.',
    answers: 'Campaign',
  },
} as const satisfies Readonly<Record<DirectoryCommand, { summary: string; answers: keyof DirectoryAnswers }>>;

/** What can be looked at, and with which query. */
const looks: Readonly<
  Record<Exclude<DirectoryName, DirectoryCommand>, { summary: string; answers: string; query?: readonly string[] }>
> = {
  showMe: {
    summary: 'Who is signed in, and what they may do at the centre. For everybody who signs in.',
    answers: 'Me',
  },
  showSettings: {
    summary:
      'How one is reached: address, duties, shifts, the last test mail, and whether mails came back. For everybody who signs in.',
    answers: 'Settings',
  },
  showDuty: {
    summary:
      'Who rings now, rung by rung, with staff phones, until when and who follows; the hours of the next day with nobody; the last take-overs. For caseworkers, the director and administrators. Volunteers and auditors see the names alone.',
    answers: 'Duty',
  },
  listPeople: {
    summary:
      'Everybody, and the duties that nobody holds or where nothing rings. For supervisors and directors: those alone about whom a change waits.',
    answers: 'People',
  },
  showPerson: {
    summary: 'One record with what waits, and who may approve it. The ETag is the revision.',
    answers: 'Person',
  },
  listColleagues: {
    summary:
      'Who signs in, by the id that giving a case away asks for. For caseworkers; no addresses. `others` are the names of those of the centre who do not, or not any more. Auditors see the names alone, of who has left as well.',
    answers: 'Colleagues',
  },
  listRecipients: {
    summary:
      'Who at an `institution` can be told of a case, by the id that `contact` of a referral asks for, 100 a page. For caseworkers; no addresses. Without `institution`: the institutions that are in use.',
    answers: 'Recipients',
    query: ['institution', 'cursor'],
  },
  showRoster: {
    summary:
      'The week’s rota, who can be on it, and the hours of the next two weeks without anybody, or without anybody cleared.',
    answers: 'ShownRoster',
  },
  listInstitutions: { summary: 'Institutions of the pack with their contacts.', answers: 'Institutions' },
  listPlatforms: { summary: 'Platforms of the pack and the centre’s own.', answers: 'Platforms' },
  listCampaigns: { summary: 'Campaign codes.', answers: 'Campaigns' },
  readDirectoryAudit: {
    summary: 'Changes of a month, newest first, 50 a page; of this month if not said.',
    answers: 'DirectoryAudit',
    query: ['month', 'cursor'],
  },
};

const instant = z.iso.datetime();
const revision = z.int();

/** What the directory answers, by the names of the document. */
export type DirectoryAnswers = {
  [N in keyof ReturnType<typeof answerSchemas>]: z.infer<ReturnType<typeof answerSchemas>[N]>;
};

/** What a command about the centre itself answers. */
export type DirectoryAnswer<N extends DirectoryCommand> = DirectoryAnswers[(typeof commands)[N]['answers']];

/** The schemas of the answers, by their names in the document. */
function answerSchemas(pack: Pack) {
  const bodies = directoryBodies(pack);
  const mark = z.looseObject({ since: instant, because: z.string(), tries: z.optional(z.int()), againAt: instant });
  const person = z.looseObject({
    ...personFields(pack),
    active: z.boolean(),
    revision,
    unreachable: z.optional(mark),
    testedAt: z.optional(instant),
    waiting: z.optional(
      z.looseObject({
        set: z.looseObject({}),
        because: z.array(z.enum([...widenings, ...losses])),
        askedBy: z.string(),
        askedAt: instant,
        effectiveAt: z.optional(instant),
        lapsesAt: z.optional(instant),
        partner: z.optional(z.string()),
        /** Only where one record is asked for. */
        deciders: z.optional(z.array(z.string())),
      }),
    ),
    barred: z.optional(z.literal(true)),
    distrusted: z.optional(instant),
    chosen: z.optional(z.looseObject({ by: z.string(), at: instant })),
    held: z.optional(z.array(z.looseObject({ role: z.enum(roles), until: instant }))),
  });
  const { id, name, role, team, language, mail, phone } = personFields(pack);
  const shift = bodies.roster.shape.shifts.def.element;
  const colleague = z.strictObject({ id, name, role: z.optional(role), team, barred: z.optional(z.literal(true)) });
  const gap = z.strictObject({ duty: z.optional(z.string()), from: instant, hours: z.int() });
  const roster = z.looseObject({
    timeZone: z.string(),
    shifts: bodies.roster.shape.shifts,
    holidays: z.array(z.iso.date()),
    gaps: z.array(gap),
    revision,
  });
  const entry = { code: z.string(), revision };
  const phones = z.array(z.string());
  const institution = z.looseObject({ ...entry, inUse: z.boolean(), phones: z.optional(phones) });
  const listedInstitution = z.looseObject({
    ...institution.shape,
    name: z.record(z.string(), z.string()),
    kind: z.string(),
    phones,
    /** Those that are right as long as the centre names none. */
    packPhones: phones,
    /** What its own page says. Nobody has confirmed it. */
    ownPage: z.optional(
      z.looseObject({
        phone: z.optional(z.string()),
        mail: z.optional(z.string()),
        source: z.optional(z.string()),
        asOf: z.optional(z.string()),
      }),
    ),
    contacts: z.array(
      z.strictObject({
        id,
        name,
        mail: z.string(),
        unit: z.optional(z.string()),
        active: z.boolean(),
        unreachable: z.optional(mark),
      }),
    ),
  });
  const platform = z.looseObject({
    ...entry,
    name: z.optional(z.string()),
    way: z.optional(z.enum(takedownNoticeWays)),
    to: z.optional(z.string()),
  });
  const campaign = z.looseObject({ ...entry, name: z.string(), from: z.iso.date(), to: z.iso.date() });
  const change = z.looseObject({ field: z.string(), before: z.optional(z.unknown()), after: z.optional(z.unknown()) });
  return {
    Me: z.looseObject({
      id,
      name,
      role: z.enum(roles),
      cleared: z.boolean(),
      duties: z.array(z.string()),
      language,
      may: z.array(z.enum(centreActions)),
    }),
    Settings: z.looseObject({
      language,
      mail,
      contact: z.enum(contactKinds),
      phone,
      /** Without any shift on the rota, a duty is always with whoever holds it. */
      duties: z.array(z.looseObject({ duty: z.string(), isRostered: z.boolean() })),
      /** The shifts of each week that are one's own. */
      shifts: z.array(z.omit(shift, { holders: true })),
      /** The shift that is one's own now, else the next one of the days ahead. */
      next: z.optional(z.looseObject({ duty: z.string(), from: instant, to: instant })),
      /** Mails came back: until `againAt` one is passed over. */
      unreachable: z.optional(mark),
      /** The last test mail, and until when there is no other. */
      test: z.looseObject({ askedAt: z.optional(instant), againAt: z.optional(instant) }),
    }),
    OwnLanguage: z.looseObject({ language, revision }),
    TestMail: z.looseObject({ askedAt: instant, againAt: instant, revision }),
    Person: person,
    People: z.looseObject({
      people: z.array(person),
      duties: z.optional(z.looseObject({ unheld: z.array(z.string()), silent: z.array(z.string()) })),
    }),
    Colleagues: z.looseObject({
      colleagues: z.array(colleague),
      others: z.optional(z.array(z.strictObject({ id, name }))),
    }),
    Recipients: z.looseObject({
      institution: z.optional(z.string()),
      recipients: z.optional(z.array(z.strictObject({ id, name, unit: personFields(pack).unit, active: z.boolean() }))),
      next: z.optional(z.string()),
      institutions: z.optional(
        z.array(z.looseObject({ code: z.string(), kind: z.string(), isLocal: z.boolean(), phones })),
      ),
    }),
    Roster: roster,
    ShownRoster: z.looseObject({
      ...roster.shape,
      people: z.array(
        z.strictObject({
          id,
          name,
          duties: z.array(z.string()),
          active: z.boolean(),
          cleared: z.boolean(),
          unreachable: z.optional(z.strictObject({ since: instant, againAt: instant })),
        }),
      ),
    }),
    Duty: z.looseObject({
      now: instant,
      rungs: z.array(
        z.strictObject({
          rung: z.string(),
          /** Who is passed over stands last. */
          people: z.array(
            z.strictObject({
              id,
              name,
              contact: personFields(pack).contact,
              phone: personFields(pack).phone,
              cleared: z.optional(z.boolean()),
              until: z.optional(instant),
              /** Mails to them came back: nobody rings them until then. */
              passedOverUntil: z.optional(instant),
            }),
          ),
          next: z.optional(z.strictObject({ at: instant, people: z.array(z.strictObject({ id, name })) })),
        }),
      ),
      /** From here on, not for those who see names alone. */
      hoursAhead: z.optional(z.int()),
      hoursWithNobody: z.optional(z.array(instant)),
      hoursWithNobodyCleared: z.optional(z.array(instant)),
      takeOvers: z.optional(z.array(z.strictObject({ at: instant, by: id, from: z.optional(id) }))),
    }),
    TakenOver: z.looseObject({ at: instant, by: id, from: z.optional(id), rings: z.enum(ringingPlaces), revision }),
    Institution: institution,
    Institutions: z.looseObject({ institutions: z.array(listedInstitution) }),
    Platform: platform,
    Platforms: z.looseObject({ platforms: z.array(platform) }),
    Campaign: campaign,
    Campaigns: z.looseObject({ campaigns: z.array(campaign) }),
    DirectoryAudit: z.looseObject({
      month: z.string(),
      entries: z.array(
        z.looseObject({
          at: instant,
          by: z.string(),
          action: z.enum(directoryActions),
          about: z.optional(z.string()),
          decidedBy: z.optional(z.string()),
          timeTaken: z.optional(z.array(z.string())),
          changes: z.array(change),
        }),
      ),
      cursor: z.optional(z.string()),
    }),
    /** Why the command is refused, and how the record stands. */
    DirectoryConflict: z.extend(problemAnswerSchema, {
      because: z.optional(z.string()),
      person: z.optional(person),
      roster: z.optional(z.looseObject({})),
      entry: z.optional(z.looseObject({})),
    }),
  };
}

/** The directory's part of the staff API's document: its paths, and the schemas and examples that they name. */
export function directoryApi(pack: Pack): Record<'paths' | 'schemas' | 'examples', Json> {
  const operations = Object.fromEntries([
    ...Object.entries(looks).map(([name, { summary, answers, query = [] }]) => [
      name,
      {
        operationId: name,
        summary,
        ...(query.length === 0 ? {} : { parameters: query.map(queryParameter) }),
        responses: {
          '200': answer('As it stands.', answers),
          ...problems(401, 403, 422, 429, 500, 503),
          ...(routeNamed(routesOfDirectory, name as DirectoryName).path.includes('{') ? problems(404) : {}),
        },
      },
    ]),
    ...Object.entries(commands).map(([name, { summary, answers }]) => {
      const { needsIfMatch }: StaffRoute = routeNamed(routesOfDirectory, name as DirectoryName);
      return [
        name,
        {
          operationId: `directory${bodyName(name)}`,
          summary,
          parameters: [idempotencyKey, ...(needsIfMatch === true ? [ifMatch(true)] : [])],
          requestBody: body(schemaName(name)),
          responses: {
            '200': answer('Done.', answers),
            ...problems(400, 401, 403, 404, 413, 415, 422, 429, 500, 503),
            '409': problem('Not as things stand; `because` says why.', 'DirectoryConflict', 'DirectoryConflict'),
            ...(needsIfMatch === true
              ? {
                  ...problems(428),
                  '412': problem('It has changed since it was read.', 'DirectoryConflict', 'DirectoryConflict'),
                }
              : {}),
          },
        },
      ];
    }),
  ]) as Record<DirectoryName, Json>;
  const bodies = Object.entries(directoryBodies(pack)).map(([name, schema]) => [schemaName(name), schemaOf(schema)]);
  const answered = Object.entries(answerSchemas(pack)).map(([name, schema]) => [name, schemaOf(schema)]);
  return {
    paths: placed(routesOfDirectory, operations),
    schemas: { ...Object.fromEntries(bodies), ...Object.fromEntries(answered) },
    examples: Object.fromEntries(Object.entries(directoryExamples).map(([name, value]) => [name, { value }])),
  };
}

/** Bodies have names of their own: a person is sent without the fields that only the directory knows. */
function schemaName(command: string): string {
  return `Directory${bodyName(command)}`;
}

function queryParameter(name: string): Json {
  return { name, in: 'query', schema: { type: 'string' } };
}
