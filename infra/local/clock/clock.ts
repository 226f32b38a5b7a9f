import type { DataFolder } from '../data-folder.ts';

/** Besa's time: real time plus an offset that outlives a restart. */
export interface LocalClock {
  /** ms since 1970. */
  now: () => number;
  offsetMs: () => number;
  /** Moves the clock forward, on disk before it answers. Never back. */
  jumpTo: (at: number) => void;
}

/** In a folder that has no clock yet it is `startsAt` (ms since 1970). */
export function openClock(folder: DataFolder, startsAt = Date.now()): LocalClock {
  folder.state.exec(
    'CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY CHECK (id = 1), offset_ms INTEGER) STRICT',
  );
  const save = folder.state.prepare('INSERT OR REPLACE INTO clock VALUES (1, ?)');
  const row = folder.state.prepare('SELECT offset_ms FROM clock').get();
  let offsetMs = Number(row?.['offset_ms'] ?? startsAt - Date.now());
  // At once, or a restart before the first step would begin anew.
  if (row === undefined) save.run(offsetMs);
  const now = (): number => Date.now() + offsetMs;
  return {
    now,
    offsetMs: () => offsetMs,
    jumpTo: (at) => {
      offsetMs += Math.max(0, Math.ceil(at - now()));
      save.run(offsetMs);
    },
  };
}

/**
 * The milliseconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as `PT49H`. Undefined when
 * the text is no such duration.
 */
export function durationMs(text: string): number | undefined {
  const parts = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/u.exec(text);
  if (parts === null || /^P(?:T)?$|T$/u.test(text)) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000;
}
