import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { holderRoles } from '#shared/domain/access/holder.ts';
import { look } from '../api/look.ts';
import type { DirectoryAnswers } from '../api/answers.ts';
import { may, me } from '../frame/people.ts';
import { labelOf, say, words } from '../frame/texts.ts';

export type Colleague = DirectoryAnswers['Colleagues']['colleagues'][number];

const known = signal<readonly Colleague[] | undefined>(undefined);

/** Everybody of the centre, read anew whenever a panel is opened. Undefined until it is there. */
export function useColleagues(): readonly Colleague[] | undefined {
  useEffect(() => {
    if (!may('see_colleagues')) return;
    void look<DirectoryAnswers['Colleagues']>('/v1/directory/colleagues').then((answer) => {
      if (answer.ok) known.value = answer.body.colleagues;
    });
  }, []);
  return known.value;
}

/** Who of them can have a case. */
export function holders(colleagues: readonly Colleague[], keptOut: readonly string[]): Colleague[] {
  return colleagues.filter(
    ({ id, role, barred }) =>
      role !== undefined && holderRoles.includes(role) && barred !== true && !keptOut.includes(id),
  );
}

/** A colleague by name, role and team. */
export function sayColleague({ id, name, role, team }: Colleague): { label: string; hint: string } {
  const label = id === me.value?.id ? say(words().team.you, { name }) : name;
  const parts = [labelOf('roles', role), ...(team === undefined ? [] : [labelOf('teams', team)])];
  return { label, hint: parts.filter((part) => part !== '').join(' · ') };
}
