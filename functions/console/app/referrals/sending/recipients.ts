import { signal, type Signal } from '@preact/signals';
import { look } from '../../api/look.ts';
import type { DirectoryAnswers } from '../../api/answers.ts';

type Answer = DirectoryAnswers['Recipients'];
type Recipient = NonNullable<Answer['recipients']>[number];

/** Who at an institution can be told, as far as it was loaded. */
interface Recipients {
  list: readonly Recipient[];
  /** Where more follow. */
  next: string | undefined;
  /** One of many of its kind: a school or a municipality is named. */
  isLocal: boolean;
  /** The numbers that everybody may ring. */
  phones: readonly string[];
  state: 'loading' | 'loaded' | 'failed';
}

const known = new Map<string, Signal<Recipients>>();

export function recipientsOf(institution: string): Signal<Recipients> {
  const of =
    known.get(institution) ??
    signal<Recipients>({ list: [], next: undefined, isLocal: false, phones: [], state: 'loading' });
  known.set(institution, of);
  return of;
}

/** Nobody there can be told by mail, as far as it is known: a call is what remains. */
export function isOnlyRung({ list, next, state }: Pick<Recipients, 'list' | 'next' | 'state'>): boolean {
  return state === 'loaded' && list.length === 0 && next === undefined;
}

const path = '/v1/directory/recipients';

/** Loads the institution's contacts anew, or the next page of them. */
export async function loadRecipients(institution: string, cursor?: string): Promise<void> {
  const of = recipientsOf(institution);
  const query = new URLSearchParams({ institution, ...(cursor === undefined ? {} : { cursor }) });
  const [page, all] = await Promise.all([look<Answer>(`${path}?${query}`), look<Answer>(path)]);
  if (!page.ok || !all.ok) {
    of.value = { ...of.value, state: 'failed' };
    return;
  }
  const { isLocal = false, phones = [] } = all.body.institutions?.find(({ code }) => code === institution) ?? {};
  const before = cursor === undefined ? [] : of.value.list;
  of.value = {
    list: [...before, ...(page.body.recipients ?? [])],
    next: page.body.next,
    isLocal,
    phones,
    state: 'loaded',
  };
}
