import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import { abouts, ageBands, flags, genders, suspectRelations, type Flag } from '#shared/domain/report/report.ts';
import type { CaseView } from '../../api/answers.ts';

/** Yes, no, not sure, or nothing: not judged. Each is a code of a field. */
export const answers = ['', 'true', 'false', 'unsure'] as const;

export interface VictimFields {
  ageBand: string;
  gender: string;
}

/** An assessment as a form has it. An empty text was not judged. */
export interface AssessmentFields {
  category: string;
  alsoCategories: readonly string[];
  platform: string;
  about: string;
  victims: readonly VictimFields[];
  moreVictims: string;
  relation: string;
  adult: string;
  livesWithChild: string;
  flags: Readonly<Partial<Record<Flag, string>>>;
  region: string;
  disability: string;
  community: string;
}

type Body = CommandBodies['assessment'];

/** How many people one assessment names, and how many further categories. */
export const mostVictims = 10;
export const mostAlso = 3;

/** Where an assessment begins: with the last one, else with what was reported. */
export function assessmentFrom({ assessed, reported }: Pick<CaseView, 'assessed' | 'reported'>): AssessmentFields {
  const from: Partial<NonNullable<CaseView['assessed']>> = assessed ?? reported ?? {};
  const code = (value: string | boolean | undefined): string => (value === undefined ? '' : String(value));
  return {
    category: code(from.category),
    alsoCategories: from.alsoCategories ?? [],
    platform: code(from.platform),
    about: code(from.about),
    // The band of release 0.1.0 is read and never written: a person chooses one of the two it became.
    victims: (from.victims ?? []).map(({ ageBand, gender }) => ({
      ageBand: ageBands.some((one) => one === ageBand) ? ageBand : 'unknown',
      gender,
    })),
    moreVictims: code(from.moreVictims),
    relation: code(from.suspect?.relation),
    adult: code(from.suspect?.adult),
    livesWithChild: code(from.suspect?.livesWithChild),
    flags: Object.fromEntries(flags.map((flag) => [flag, code(from.flags?.[flag])])),
    region: code(from.region),
    disability: code(assessed?.disability),
    community: code(assessed?.community),
  };
}

/** What is sent of it: only what was judged. */
export function assessmentOf(fields: AssessmentFields): Body {
  const suspect = {
    ...judged('relation', among(suspectRelations, fields.relation)),
    ...judged('adult', answerOf(fields.adult)),
    ...judged('livesWithChild', answerOf(fields.livesWithChild)),
  };
  const said = Object.fromEntries(
    flags.flatMap((flag) => {
      const answer = answerOf(fields.flags[flag] ?? '');
      return answer === undefined ? [] : [[flag, answer]];
    }),
  ) as NonNullable<Body['flags']>;
  return {
    category: fields.category,
    ...judged('alsoCategories', fields.alsoCategories.length === 0 ? undefined : [...fields.alsoCategories]),
    ...judged('platform', codeOf(fields.platform)),
    ...judged('about', among(abouts, fields.about)),
    ...judged('victims', fields.victims.length === 0 ? undefined : fields.victims.map(victimOf)),
    ...judged('moreVictims', yesOrNo(fields.moreVictims)),
    ...judged('suspect', Object.keys(suspect).length === 0 ? undefined : suspect),
    ...judged('flags', Object.keys(said).length === 0 ? undefined : said),
    ...judged('region', codeOf(fields.region)),
    ...judged('disability', yesOrNo(fields.disability)),
    ...judged('community', codeOf(fields.community)),
  };
}

function victimOf({ ageBand, gender }: VictimFields): NonNullable<Body['victims']>[number] {
  return { ageBand: among(ageBands, ageBand) ?? 'unknown', gender: among(genders, gender) ?? 'unknown' };
}

/** A member of the body, where it was judged. */
function judged<Name extends string, Value>(name: Name, value: Value | undefined): { [N in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { [N in Name]?: Value };
}

const codeOf = (value: string): string | undefined => (value === '' ? undefined : value);

function among<Code extends string>(codes: readonly Code[], value: string): Code | undefined {
  return codes.find((one) => one === value);
}

function answerOf(value: string): true | false | 'unsure' | undefined {
  return value === 'unsure' ? 'unsure' : yesOrNo(value);
}

function yesOrNo(value: string): boolean | undefined {
  if (value === 'true') return true;
  return value === 'false' ? false : undefined;
}
