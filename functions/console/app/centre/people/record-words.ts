import { institutionOf } from '#shared/domain/case/referral.ts';
import type { ContactKind } from '#shared/domain/people/person.ts';
import { labelOf, say, texts, centreWords } from '../../frame/texts.ts';
import type { PersonView, WaitingView } from './person-rules.ts';

/** A duty of the ladder by its name; the duty of an institution's contact by the institution. */
export function sayDuty(duty: string): string {
  const institution = institutionOf(duty);
  return institution === undefined ? labelOf('duties', duty) : labelOf('institutions', institution);
}

export function sayContact(kind: string | undefined): string {
  const { contactKinds } = centreWords().people;
  return contactKinds[(kind ?? 'mail') as ContactKind];
}

export function sayLanguage(code: string): string {
  return texts().country.languageNames[code] ?? code;
}

/** The value of a field of a record, in words. */
export function sayValue(field: string, value: unknown): string {
  const w = centreWords().people;
  if (value === true) return w.yes;
  if (value === false) return w.no;
  if (Array.isArray(value)) return value.length === 0 ? w.nothing : value.map((one) => sayDuty(String(one))).join(', ');
  if (field === 'contact') return sayContact(value as string | undefined);
  if (typeof value !== 'string' || value === '') return field === 'team' ? w.anyTeam : w.nothing;
  if (field === 'team') return labelOf('teams', value);
  if (field === 'role') return labelOf('roles', value);
  return field === 'language' ? sayLanguage(value) : value;
}

/** How somebody's place stands: `active` alone does not say that sign-in has ended. */
function sayPlace({ active, barred }: Pick<PersonView, 'active' | 'barred'>): string {
  const { places } = centreWords().people;
  if (!active) return places.out;
  return barred === true ? places.barred : places.in;
}

/** What becomes of a record when what waits on it holds: each field now and then, in words. */
export function sayWaiting(of: PersonView, { set }: WaitingView): string[] {
  const { place, willChange } = centreWords().people;
  return Object.entries(set).map(([name, value]) =>
    name === 'active'
      ? say(willChange, { field: place, before: sayPlace(of), after: sayPlace({ active: value === true }) })
      : say(willChange, sayField(name, of[name], value)),
  );
}

/** The fields that are not any more as they were, in words. */
export function sayDifferences(before: PersonView, after: PersonView, names: readonly string[]): string[] {
  const { place, hasChanged } = centreWords().people;
  const differ = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const places = { field: place, before: sayPlace(before), after: sayPlace(after) };
  return [
    ...differ.map((name) => say(hasChanged, sayField(name, before[name], after[name]))),
    ...(places.before === places.after ? [] : [say(hasChanged, places)]),
  ];
}

function sayField(name: string, before: unknown, after: unknown): Record<'field' | 'before' | 'after', string> {
  return { field: labelOf('fields', name), before: sayValue(name, before), after: sayValue(name, after) };
}
