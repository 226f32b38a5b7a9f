import type { ComponentChildren } from 'preact';

/** The buttons of a form, side by side. */
export function Actions({ children }: { children: ComponentChildren }) {
  return <p class="actions">{children}</p>;
}
