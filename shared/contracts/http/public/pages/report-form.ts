import type { Audience } from '../../../../domain/help/audience.ts';
import { flags, wishSubjects } from '../../../../domain/report/report.ts';
import type { ReporterRole } from '../../../../domain/report/report.ts';
import { linesIn, textIn, type FormFields, type FormShape } from '../../form-fields.ts';
import { campaignIn } from './campaign-code.ts';

/** The field of a flag, and of a wish. */
export const flagField = (flag: string): string => `flag-${flag}`;
export const wishField = (subject: string): string => `wish-${subject}`;

/** What the form for a report may send. `go` says which button was pressed. */
export const reportFormShape: FormShape = {
  key: 'one',
  visit: 'one',
  go: 'one',
  campaign: 'one',
  category: 'one',
  narrative: 'one',
  platform: 'one',
  urls: 'one',
  when: 'one',
  about: 'one',
  ageYears: 'one',
  gender: 'one',
  relation: 'one',
  adult: 'one',
  livesWithChild: 'one',
  school: 'one',
  municipality: 'one',
  name: 'one',
  organisation: 'one',
  phone: 'one',
  email: 'one',
  how: 'one',
  safe: 'one',
  whenSafe: 'one',
  needs: 'many',
  ...Object.fromEntries(flags.map((flag) => [flagField(flag), 'one'])),
  ...Object.fromEntries(wishSubjects.map((subject) => [wishField(subject), 'one'])),
};

/** Who reports through a door. */
const roleBehind: Readonly<Record<Audience, ReporterRole>> = {
  child: 'child',
  parent: 'parent',
  school: 'school_staff',
  adult: 'citizen',
};

/**
 * What a form says, as the body of `POST /v1/reports`. Nothing is judged here: the parser of the report does that. What
 * was left empty is left out. Through a child's door, age and gender are those of the child that writes. Through the
 * others, they are those of the child that it is about.
 */
export function reportOfForm(
  fields: FormFields,
  { audience, language }: { audience: Audience; language: string },
): unknown {
  const said = (name: string): string | undefined => {
    const text = textIn(fields, name);
    return text === '' ? undefined : text;
  };
  const about = said('about');
  const person = given({ ageYears: wholeNumber(said('ageYears')), gender: said('gender') });
  const isVictim = audience !== 'child' || about === 'me';
  return given({
    category: said('category'),
    narrative: said('narrative'),
    platform: said('platform'),
    urls: addressesIn(fields),
    about,
    victims: isVictim && person !== undefined ? [person] : undefined,
    suspect: given({
      relation: said('relation'),
      adult: threeWay(said('adult')),
      livesWithChild: threeWay(said('livesWithChild')),
    }),
    when: said('when'),
    flags: given(Object.fromEntries(flags.map((flag) => [flag, threeWay(said(flagField(flag)))]))),
    reporter: given({
      role: roleBehind[audience],
      ageYears: audience === 'child' ? wholeNumber(said('ageYears')) : undefined,
      name: said('name'),
      organisation: said('organisation'),
      contact: given({
        phone: said('phone'),
        email: said('email'),
        how: said('how'),
        safe: threeWay(said('safe')),
        whenSafe: said('whenSafe'),
      }),
    }),
    place: given({ municipality: said('municipality'), school: said('school') }),
    wishes: given(Object.fromEntries(wishSubjects.map((subject) => [subject, said(wishField(subject))]))),
    needs: fields.get('needs'),
    campaign: campaignIn(textIn(fields, 'campaign')),
    language,
  });
}

/** Whether a form asks us to call or to write, and gives nothing with which that can be done. */
export function asksInVain(fields: FormFields): boolean {
  const how = textIn(fields, 'how');
  const isCall = how === 'call' || how === 'sms' || (fields.get('needs') ?? []).includes('call_me');
  const hasNumber = (textIn(fields, 'phone').match(/\d/g) ?? []).length >= fewestDigits;
  return (isCall && !hasNumber) || (how === 'email' && !textIn(fields, 'email').includes('@'));
}

/** The shortest number that can be called has so many digits. */
const fewestDigits = 3;

/** The field where something is wrong, by the pointer of a problem; undefined for what no field holds. */
export function fieldAt(pointer: string): string | undefined {
  const [, first = '', second = '', third = ''] = pointer.split('/');
  switch (first) {
    // Nothing was said at all: the words are what is missing.
    case '':
      return 'narrative';
    case 'flags':
      return flagField(second);
    case 'wishes':
      return wishField(second);
    case 'victims':
      return third === '' ? 'ageYears' : third;
    case 'reporter':
      return second === 'contact' ? third : second;
    case 'place':
    case 'suspect':
      return second;
    default:
      return Object.hasOwn(reportFormShape, first) ? first : undefined;
  }
}

/** The members that are there; undefined when none is. */
function given(members: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined {
  const there = Object.entries(members).filter(([, value]) => value !== undefined);
  return there.length === 0 ? undefined : Object.fromEntries(there);
}

function addressesIn(fields: FormFields): string[] | undefined {
  const lines = linesIn(fields, 'urls').map(({ text }) => text);
  return lines.length === 0 ? undefined : lines;
}

/** A number where the text is one. The parser refuses whatever else it is. */
function wholeNumber(text: string | undefined): number | string | undefined {
  return text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : text;
}

function threeWay(text: string | undefined): boolean | string | undefined {
  return text === 'true' || text === 'false' ? text === 'true' : text;
}
