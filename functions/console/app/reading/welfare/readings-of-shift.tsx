import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { look } from '../../api/look.ts';
import type { Readings } from '../../api/answers.ts';
import { say, words } from '../../frame/texts.ts';

/** How many critical and high texts the person has opened in the last twelve hours. Only they see it here. */
export function ReadingsOfShift() {
  const count = useSignal<number | undefined>(undefined);
  useEffect(() => {
    void look<Readings>('/v1/readings').then((answer) => {
      count.value = answer.ok ? answer.body.mine : undefined;
    });
  }, []);
  if (count.value === undefined || count.value === 0) return null;
  return <p class="quiet">{say(words().reading.readings, { count: String(count.value) })}</p>;
}
