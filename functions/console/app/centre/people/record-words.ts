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

/** What becomes of a record when what waits on it holds: each field before and after, in words. */
export function sayWaiting(of: PersonView, { set }: WaitingView): string[] {
  return Object.entries(set).map(([field, value]) =>
    field === 'active'
      ? sayChange(field, sayPlace(of), sayPlace({ active: value === true }))
      : sayChange(field, sayValue(field, of[field]), sayValue(field, value)),
  );
}

/** The fields that are not any more as they were, in words. */
export function sayDifferences(before: PersonView, after: PersonView, fields: readonly string[]): string[] {
  const differ = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const changes = differ.map((field) =>
    sayChange(field, sayValue(field, before[field]), sayValue(field, after[field])),
  );
  const [was, is] = [sayPlace(before), sayPlace(after)];
  return was === is ? changes : [...changes, sayChange('active', was, is)];
}

function sayChange(field: string, before: string, after: string): string {
  return say(centreWords().people.changedTo, { field: labelOf('fields', field), before, after });
}
