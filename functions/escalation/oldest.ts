import type { Instant } from '#shared/domain/time/instant.ts';

/** For how many seconds the oldest of these has been past; 0 when none is past yet. */
export function oldestSeconds(instants: readonly Instant[], now: Instant): number {
  const [oldest] = [...instants].sort();
  return oldest === undefined ? 0 : Math.max(0, Date.parse(now) - Date.parse(oldest)) / 1000;
}
