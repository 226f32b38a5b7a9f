import type { KeyAction } from '#shared/domain/console/words/key-words.ts';
import { session } from '../sign-in/session.ts';
import { letters } from './choices.ts';
import { isHelpOpen } from './help-open.ts';
import { go } from './route.ts';

/**
 * Each key of the console, once. The help is drawn from this table. `press` presses the button that carries the letter
 * as `data-key`, so a key does only what the page offers. Nothing happens while somebody types, and single letters can be
 * switched off. Source: https://www.w3.org/TR/WCAG22/#character-key-shortcuts
 */
export interface Key {
  /** As it is pressed; two keys one after the other. */
  keys: readonly [string] | readonly [string, string];
  does: KeyAction;
  act?: () => void;
}

export const keys: readonly Key[] = [
  { keys: ['j'], does: 'next', act: () => step(1) },
  { keys: ['k'], does: 'previous', act: () => step(-1) },
  // A row is a link, and the browser opens it.
  { keys: ['Enter'], does: 'open' },
  { keys: ['a'], does: 'acknowledge', act: () => pressKey('a') },
  { keys: ['c'], does: 'claim', act: () => pressKey('c') },
  { keys: ['r'], does: 'read', act: () => pressKey('r') },
  { keys: ['g', 'a'], does: 'home', act: () => go('/') },
  { keys: ['g', 'q'], does: 'queue', act: () => go('/cases') },
  { keys: ['/'], does: 'find', act: () => go('/find') },
  {
    keys: ['?'],
    does: 'help',
    act: () => {
      isHelpOpen.value = true;
    },
  },
  // The browser closes a dialog.
  { keys: ['Escape'], does: 'close' },
];

/** For so long a second key may follow the first, in ms. */
const togetherMs = 1_500;
let before: { key: string; at: number } | undefined;

/** Listens to keys, as long as the console is open. */
export function watchKeys(): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isFree = session.value === 'signed_in' && letters.value.value && !isTyping(event.target);
    if (!isFree || document.querySelector('dialog[open]') !== null) {
      before = undefined;
      return;
    }
    const first = before !== undefined && event.timeStamp - before.at < togetherMs ? before.key : undefined;
    before = undefined;
    const key = keyFor(first, event.key);
    if (key?.act !== undefined) {
      event.preventDefault();
      key.act();
    } else if (keys.some(({ keys: [begins, then] }) => then !== undefined && begins === event.key)) {
      before = { key: event.key, at: event.timeStamp };
    }
  });
}

/** The row of the table for a key that was pressed after another one, or alone. */
export function keyFor(first: string | undefined, pressed: string): Key | undefined {
  return keys.find(({ keys: [one, then] }) =>
    then === undefined ? first === undefined && one === pressed : one === first && then === pressed,
  );
}

/** Fields in which letters are text. */
const typed = 'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button])';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(typed) !== null;
}

/** The letter that presses the button of a command. */
export function letterOf(command: string): string | undefined {
  return { claim: 'c', read: 'r' }[command];
}

/** Presses the button for a letter: the one in the row that has the focus, else the first of the page. */
export function pressKey(letter: string): void {
  const main = document.querySelector('#main');
  const row = main?.querySelector('li:focus-within');
  (row ?? main)?.querySelector<HTMLElement>(`[data-key="${letter}"]`)?.click();
}

/** To the next row of the page's list, or to the one before: from the row with the focus, else from the case that is open. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('#main [data-row]')];
  const focused = rows.findIndex((row) => row.closest('li')?.matches(':focus-within'));
  const here = focused === -1 ? rows.findIndex((row) => row.ariaCurrent !== null) : focused;
  const next = here === -1 ? (by === 1 ? 0 : rows.length - 1) : here + by;
  rows[next]?.focus();
}
