import type { Instant } from '#shared/domain/time/instant.ts';

/** How many seconds ago the oldest of these instants was; 0 when none of them has passed yet. */
export function oldestSeconds(instants: readonly Instant[], now: Instant): number {
  const [oldest] = [...instants].sort();
  return oldest === undefined ? 0 : Math.max(0, Date.parse(now) - Date.parse(oldest)) / 1000;
}
