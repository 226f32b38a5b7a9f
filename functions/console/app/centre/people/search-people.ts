import type { PersonView } from './person-rules.ts';
import { sayDuty } from './record-words.ts';

/** Whom somebody looks for. */
export interface Wanted {
  name: string;
  role: string;
}

/** Letters as somebody types them who has no ë or ç at hand. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Those whose name, unit or institution has these words, in this role. Whoever waits for the role is found, too. */
export function found(people: readonly PersonView[], { name, role }: Wanted): PersonView[] {
  const words = plain(name).split(/\s+/u);
  return people.filter((one) => {
    const text = plain([one.name, one.unit ?? '', ...one.duties.map(sayDuty)].join(' '));
    const isInRole = role === '' || one.role === role || one.waiting?.set['role'] === role;
    return isInRole && words.every((word) => text.includes(word));
  });
}
