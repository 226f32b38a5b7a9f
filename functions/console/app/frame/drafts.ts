import { signal, type Signal } from '@preact/signals';

/**
 * What somebody is typing for one command on one case. It is in memory only, and stays until the command is done:
 * whatever is refused, whoever signs out meanwhile, and wherever the person goes within the console.
 */
export interface Draft<Fields> {
  fields: Signal<Fields>;
  /** The Idempotency-Key: the same for each try, so that what arrived is not done twice. */
  key: Signal<string>;
  /** What the fields were before anybody typed. */
  empty: Fields;
}

const drafts = new Map<string, Draft<unknown>>();

/** The draft of a command, such as `B-1234-5678/handling`. It begins with `empty` when there is none. */
export function draftOf<Fields extends object>(of: string, empty: Fields): Draft<Fields> {
  const known = drafts.get(of) as Draft<Fields> | undefined;
  if (known !== undefined) return known;
  const made = { fields: signal(empty), key: signal(crypto.randomUUID() as string), empty };
  drafts.set(of, made);
  return made;
}

/** The command is done, or the person does not want it. */
export function forgetDraft(of: string): void {
  drafts.delete(of);
}

/** Whoever comes now must see nothing of it. */
export function forgetDrafts(): void {
  drafts.clear();
}

/** Whether something was typed that is not sent yet. */
export function hasDrafts(): boolean {
  return [...drafts.values()].some(({ fields, empty }) => JSON.stringify(fields.value) !== JSON.stringify(empty));
}

// The browser asks before it closes a page with something typed in it.
addEventListener('beforeunload', (event) => {
  if (hasDrafts()) event.preventDefault();
});
