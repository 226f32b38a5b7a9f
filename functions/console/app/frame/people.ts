import { signal } from '@preact/signals';
import type { CentreAction } from '#shared/domain/access/authorize.ts';
import type { Refusal } from '../api/call.ts';
import { look } from '../api/look.ts';
import type { DirectoryAnswers, Me } from '../api/answers.ts';
import { inOrder, labelOf } from './texts.ts';

/** Who the person is, as the API says it. */
export const me = signal<Me | undefined>(undefined);

/** Names of colleagues by directory id. Whoever may not see them sees ids. */
const names = signal<ReadonlyMap<string, string>>(new Map());

export async function loadMe(): Promise<Refusal | undefined> {
  const answer = await look<Me>('/v1/me');
  if (!answer.ok) return answer;
  me.value = answer.body;
  return undefined;
}

export async function loadColleagues(): Promise<void> {
  if (may('see_colleagues')) {
    const answer = await look<DirectoryAnswers['Colleagues']>('/v1/directory/colleagues');
    if (answer.ok) know([...answer.body.colleagues, ...(answer.body.others ?? [])]);
  } else if (may('manage_directory')) {
    const answer = await look<DirectoryAnswers['People']>('/v1/directory/people');
    if (answer.ok) know(answer.body.people);
  }
}

function know(people: readonly { id: string; name: string }[]): void {
  names.value = new Map(people.map(({ id, name }) => [id, name]));
}

/** Everybody whose name is known, by name. */
export function knownPeople(): { id: string; name: string }[] {
  return [...names.value].map(([id, name]) => ({ id, name })).toSorted((a, b) => inOrder(a.name, b.name));
}

export function nameOf(id: string): string {
  return id === me.value?.id ? me.value.name : (names.value.get(id) ?? id);
}

/** Who did something: a person by name, else what kind of actor it was. */
export function nameOfActor(actor: string): string {
  const [kind = '', id = ''] = actor.split(':');
  return kind === 'staff' ? nameOf(id) : labelOf('actors', kind);
}

export function may(action: CentreAction): boolean {
  return me.value?.may.includes(action) === true;
}
