import { signal } from '@preact/signals';
import type { Duty } from '../api/answers.ts';
import type { Refusal } from '../api/call.ts';
import { look } from '../api/look.ts';
import { useEvery } from '../frame/every.ts';
import { may } from '../frame/people.ts';

export type Rung = Duty['rungs'][number];
export type OnRung = Rung['people'][number];

/** Who rings now, as this window has last heard it. */
const known = signal<Duty | undefined>(undefined);

export async function loadDuty(): Promise<Refusal | undefined> {
  const answer = await look<Duty>('/v1/duty');
  if (!answer.ok) return answer;
  known.value = answer.body;
  return undefined;
}

/** Who rings now, asked for again each minute. Undefined until it is there, and for whoever may not see it. */
export function useDuty(): Duty | undefined {
  useEvery({ visible: 60_000 }, async () => {
    if (may('see_duty')) await loadDuty();
  });
  return known.value;
}

/** Whom a rung really calls: not those who are passed over. */
export function ringing({ people }: Rung): OnRung[] {
  return people.filter(({ passedOverUntil }) => passedOverUntil === undefined);
}

/** The first rung that calls somebody, as the ladder finds it: rungs with nobody are left out. */
export function calledFirst(rungs: readonly Rung[]): Rung | undefined {
  return rungs.find((rung) => ringing(rung).length > 0);
}

/** A number as a telephone dials it. */
export function dialled(phone: string): string {
  return `tel:${phone.replaceAll(/[^\d+]/g, '')}`;
}
