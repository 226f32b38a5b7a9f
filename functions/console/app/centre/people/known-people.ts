import { signal } from '@preact/signals';
import type { Refusal } from '../../api/call.ts';
import { look } from '../../api/look.ts';
import type { DirectoryAnswers } from '../../api/answers.ts';
import { me, nameOf } from '../../frame/people.ts';

/** The directory as far as this person may read it. */
export const directory = signal<DirectoryAnswers['People'] | undefined>(undefined);

export async function loadDirectory(): Promise<Refusal | undefined> {
  const answer = await look<DirectoryAnswers['People']>('/v1/directory/people');
  if (!answer.ok) return answer;
  directory.value = answer.body;
  return undefined;
}

/** Whoever keeps the directory sees no list of colleagues, and whoever has that list may not see all of the directory. */
export function nameInDirectory(id: string): string {
  const known = directory.value?.people.find((one) => one.id === id);
  return id === me.value?.id ? me.value.name : (known?.name ?? nameOf(id));
}
