import type { FiledChannel, FiledReport } from '#shared/contracts/http/staff/filing.ts';
import { ageBand } from '#shared/domain/report/reported-facts.ts';
import {
  flags,
  wishSubjects,
  type About,
  type contactOwners,
  type contactWays,
  type Flag,
  type Gender,
  type Need,
  type ReportedFacts,
  type ReporterRole,
  type SuspectRelation,
  type ToldTo,
  type TriState,
  type When,
  type WishAnswer,
  type WishSubject,
} from '#shared/domain/report/report.ts';
import { instantAt } from '#shared/domain/time/local-time.ts';

/** An answer to a question of yes or no. Empty: it was not asked. */
export type Answered = '' | 'true' | 'false' | 'unsure';

export interface CallVictim {
  ageYears: string;
  gender: Gender | '';
}

/** What staff type while somebody tells it, as the fields hold it. Whatever is empty is not sent. */
export type CallFields = {
  channel: FiledChannel;
  /** The centre's wall clock, `2026-11-17T10:00`. */
  receivedAt: string;
  category: string;
  alsoCategories: string[];
  narrative: string;
  role: ReporterRole | '';
  callerAge: string;
  name: string;
  organisation: string;
  about: About | '';
  victims: CallVictim[];
  moreVictims: boolean;
  platform: string;
  /** One on each line, as are accounts. */
  urls: string;
  accounts: string;
  when: When | '';
  relation: SuspectRelation | '';
  adult: Answered;
  livesWithChild: Answered;
  municipality: string;
  school: string;
  alreadyTold: ToldTo[];
  needs: Need[];
  phone: string;
  email: string;
  whose: (typeof contactOwners)[number] | '';
  how: (typeof contactWays)[number] | '';
  safe: Answered;
  whenSafe: string;
  language: string;
} & Record<`flag-${Flag}`, Answered> &
  Record<`wish-${WishSubject}`, WishAnswer>;

const each = <Name extends string, Value>(names: readonly Name[], value: Value): Record<Name, Value> =>
  Object.fromEntries(names.map((name) => [name, value])) as Record<Name, Value>;

/** Where the page begins. `language`: that of most callers. */
export function emptyCall(language: string): CallFields {
  return {
    channel: 'helpline',
    receivedAt: '',
    category: '',
    alsoCategories: [],
    narrative: '',
    role: '',
    callerAge: '',
    name: '',
    organisation: '',
    about: '',
    victims: [],
    moreVictims: false,
    platform: '',
    urls: '',
    accounts: '',
    when: '',
    relation: '',
    adult: '',
    livesWithChild: '',
    municipality: '',
    school: '',
    alreadyTold: [],
    needs: [],
    phone: '',
    email: '',
    whose: '',
    how: '',
    safe: '',
    whenSafe: '',
    language,
    ...each<`flag-${Flag}`, Answered>(
      flags.map((flag): `flag-${Flag}` => `flag-${flag}`),
      '',
    ),
    ...each<`wish-${WishSubject}`, WishAnswer>(
      wishSubjects.map((subject): `wish-${WishSubject}` => `wish-${subject}`),
      'ask_me',
    ),
  };
}

/** The body of `POST /v1/cases`. The API judges it; what is no number stays the text that it is, and is refused there. */
export function reportOfCall(fields: CallFields, timeZone: string): FiledReport {
  const { channel, category, callerAge, role, name, organisation, language } = fields;
  const { phone, email, whose, how, whenSafe, relation, municipality, school, platform } = fields;
  const contact = filled({ phone, email, whose, how, safe: answerOf(fields.safe), whenSafe });
  const wishes = wishSubjects.map((subject) => {
    const wish = fields[`wish-${subject}`];
    return [subject, wish === 'ask_me' ? '' : wish] as const;
  });
  return {
    channel,
    category,
    ...filled({
      receivedAt: receivedAtOf(fields.receivedAt, timeZone),
      alsoCategories: fields.alsoCategories,
      narrative: fields.narrative,
      urls: linesOf(fields.urls),
      accounts: linesOf(fields.accounts).map((handle) => ({ handle, ...filled({ platform }) })),
      platform,
      about: fields.about,
      victims: fields.victims.map(({ ageYears, gender }) => filled({ ageYears: yearsOf(ageYears), gender }) ?? {}),
      moreVictims: fields.moreVictims ? true : '',
      suspect: filled({
        relation,
        adult: answerOf(fields.adult),
        livesWithChild: answerOf(fields.livesWithChild),
      }),
      when: fields.when,
      alreadyTold: fields.alreadyTold,
      flags: filled(flagsOf(fields)),
      reporter: filled({ role, ageYears: yearsOf(callerAge), name, organisation, contact }),
      place: filled({ municipality, school }),
      wishes: filled(Object.fromEntries(wishes) as Record<WishSubject, 'yes' | 'no' | ''>),
      needs: fields.needs,
    }),
    language,
  };
}

/** What help is chosen by, while the report is still being told. `regions` says where a municipality is. */
export function factsOfCall(
  fields: CallFields,
  regions: readonly { code: string; municipalities: readonly string[] }[],
): ReportedFacts {
  const { relation, role, about } = fields;
  const suspect = filled({
    relation,
    adult: answerOf(fields.adult),
    livesWithChild: answerOf(fields.livesWithChild),
  });
  const region = regions.find(({ municipalities }) => municipalities.includes(fields.municipality))?.code;
  return {
    category: fields.category,
    alsoCategories: fields.alsoCategories,
    ...filled({ about, suspect, region, reporterRole: role }),
    victims: fields.victims.map(({ ageYears, gender }) => ({
      ageBand: bandOf(ageYears),
      gender: gender === '' ? 'unknown' : gender,
    })),
    ...(fields.moreVictims ? { moreVictims: true } : {}),
    flags: filled(flagsOf(fields)) ?? {},
    reporterAgeBand: bandOf(fields.callerAge),
    wishes: {},
    needs: [],
  };
}

/** The field in which a pointer's value was typed (RFC 6901). Nothing said at all points at the narrative. */
export function fieldOfCall(pointer: string): string {
  const [, first = '', second = '', third = ''] = pointer.split('/');
  switch (first) {
    case '':
      return 'narrative';
    case 'flags':
      return `flag-${second}`;
    case 'wishes':
      return `wish-${second}`;
    case 'victims':
      return third === '' ? 'victims' : `victims-${second}-${third}`;
    case 'reporter':
      if (second === 'contact') return third;
      return second === 'ageYears' ? 'callerAge' : second;
    case 'place':
    case 'suspect':
      return second;
    default:
      return first;
  }
}

function flagsOf(fields: CallFields): Record<Flag, TriState | ''> {
  return Object.fromEntries(flags.map((flag) => [flag, answerOf(fields[`flag-${flag}`])])) as Record<
    Flag,
    TriState | ''
  >;
}

/** A wall clock's time of the centre, as an instant. */
function receivedAtOf(local: string, timeZone: string): string {
  const [date = '', time = ''] = local.split('T');
  return local === '' ? '' : instantAt(Date.parse(`${date}T00:00:00Z`), time, timeZone);
}

const answerOf = (answer: Answered): TriState | '' =>
  answer === 'true' || answer === 'false' ? answer === 'true' : answer;

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Whole years. What is none is sent as it is, so that the API says what is wrong with it. */
const yearsOf = (text: string): number | '' =>
  (/^\d+$/.test(text.trim()) ? Number(text.trim()) : text.trim()) as number | '';

const bandOf = (text: string) => ageBand(/^\d+$/.test(text.trim()) ? Number(text.trim()) : undefined);

type Filled<Members> = { [Name in keyof Members]?: Exclude<Members[Name], '' | undefined> };

/** The members that say something; undefined when none does. */
function filled<Members extends object>(members: Members): Filled<Members> | undefined {
  const said = Object.entries(members).filter(
    ([, value]) => value !== '' && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return said.length === 0 ? undefined : (Object.fromEntries(said) as Filled<Members>);
}
