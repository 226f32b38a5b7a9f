import { promiseAges, type PromiseAge } from '#shared/domain/console/centre/figures-words.ts';
import { severities, type Severity } from '#shared/domain/report/severity.ts';
import type { QueueLine } from '../../api/answers.ts';
import { nextPromise } from '../../queue/filters.ts';

const hourMs = 3_600_000;

/** How much is left until a deadline, or for how long it has passed. */
export function ageOf(until: string, now: Date): PromiseAge {
  const left = Date.parse(until) - now.getTime();
  if (left < -24 * hourMs) return 'late_over_24h';
  if (left < 0) return 'late';
  if (left <= 4 * hourMs) return 'within_4h';
  return left <= 24 * hourMs ? 'within_24h' : 'later';
}

/** How many open cases there are of each age of their promise, by severity. Ended cases owe none any more. */
export function countsByAge(
  lines: readonly QueueLine[],
  now: Date,
): { age: PromiseAge; total: number; bySeverity: Readonly<Record<Severity, number>> }[] {
  const open = lines.flatMap((line) => {
    const next = nextPromise(line);
    return next === undefined ? [] : [{ severity: line.severity, age: ageOf(next.until, now) }];
  });
  return promiseAges.map((age) => {
    const these = open.filter((one) => one.age === age);
    const counts = severities.map((severity) => [severity, these.filter((one) => one.severity === severity).length]);
    return { age, total: these.length, bySeverity: Object.fromEntries(counts) as Record<Severity, number> };
  });
}
