import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { look } from '../api/look.ts';
import type { Readings } from '../api/answers.ts';
import { words } from '../frame/texts.ts';

/** How many hard readings each colleague has had, as numbers alone. For a supervisor, who looks after them. */
export function ReadingsOfColleagues() {
  const w = words().home;
  const people = useSignal<NonNullable<Readings['people']> | undefined>(undefined);
  useEffect(() => {
    void look<Readings>('/v1/readings').then((answer) => {
      if (answer.ok) people.value = answer.body.people ?? [];
    });
  }, []);
  if (people.value === undefined) return null;
  const counted = people.value.filter(({ count }) => count > 0).toSorted((one, other) => other.count - one.count);
  return (
    <section aria-labelledby="readings">
      <h2 id="readings">{w.readings}</h2>
      <p class="quiet">{counted.length === 0 ? w.noReadings : w.readingsMean}</p>
      <ul>
        {counted.map(({ id, name, count }) => (
          <li key={id}>
            {name}: {count}
          </li>
        ))}
      </ul>
    </section>
  );
}
