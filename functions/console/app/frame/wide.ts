import { signal } from '@preact/signals';

const desk = matchMedia('(width >= 900px)');

/** Whether there is room for two panes. The style says the same width. */
export const isWide = signal(desk.matches);
desk.addEventListener('change', () => {
  // A sheet of paper is narrow, and the page that is printed stays as it is.
  if (!matchMedia('print').matches) isWide.value = desk.matches;
});
