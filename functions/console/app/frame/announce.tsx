import { signal } from '@preact/signals';

const said = signal('');

/** Says something to whoever cannot see the page, without moving the focus. */
export function announce(text: string): void {
  said.value = text;
}

export function Announcements() {
  return <output class="unseen">{said}</output>;
}
