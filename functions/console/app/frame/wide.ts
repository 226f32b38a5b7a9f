import { signal } from '@preact/signals';

const desk = matchMedia('(width >= 900px)');

/** Whether there is room for two panes. The style says the same width. */
export const isWide = signal(desk.matches);
desk.addEventListener('change', () => {
  isWide.value = desk.matches;
});
