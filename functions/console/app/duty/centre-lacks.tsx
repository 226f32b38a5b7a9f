import { sayAt } from '../frame/moments.ts';
import { labelOf, say, words } from '../frame/texts.ts';
import { spansOf } from '../home/changes.ts';

/** What the centre itself lacks now and in the hours ahead. */
export function CentreLacks({
  rungsWithNobody,
  hoursWithNobody,
  hoursWithNobodyCleared,
}: Readonly<Record<'rungsWithNobody' | 'hoursWithNobody' | 'hoursWithNobodyCleared', readonly string[]>>) {
  const w = words().home;
  const spans = (hours: readonly string[]): string =>
    spansOf(hours)
      .map(({ from, until }) => say(w.span, { from: sayAt(from), until: sayAt(until) }))
      .join('; ');
  const warnings = [
    rungsWithNobody.length === 0
      ? undefined
      : say(w.rungsWithNobody, { rungs: rungsWithNobody.map((rung) => labelOf('rungs', rung)).join(', ') }),
    hoursWithNobody.length === 0 ? undefined : say(w.hoursWithNobody, { hours: spans(hoursWithNobody) }),
    hoursWithNobodyCleared.length === 0
      ? undefined
      : say(w.hoursWithNobodyCleared, { hours: spans(hoursWithNobodyCleared) }),
  ].filter((warning) => warning !== undefined);
  if (warnings.length === 0) return null;
  return (
    <section class="lacks" aria-labelledby="centre-title">
      <h2 id="centre-title">{w.centre}</h2>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </section>
  );
}
