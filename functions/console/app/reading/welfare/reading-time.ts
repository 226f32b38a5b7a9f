import { computed, signal } from '@preact/signals';
import { hasHardText } from '../opened.ts';
import { afterWhile, isPauseDue, notReadYet, type ReadingTime } from './pause.ts';

/** How long hard texts were in sight in this window. It is told to nobody else. */
const time = signal<ReadingTime>(notReadYet);

export const pauseIsDue = computed(() => isPauseDue(time.value));

/** The person has seen the suggestion. */
export function pauseWasTold(): void {
  time.value = { ...time.value, isTold: true };
}

const everyMs = 5_000;

setInterval(() => {
  time.value = afterWhile(time.value, everyMs, document.visibilityState === 'visible' && hasHardText());
}, everyMs);
