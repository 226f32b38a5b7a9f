/** What to write over the last line of a terminal, and what is left of it when something is said. */
const overTheLine = '\r\u001b[K';
const cells = 30;

/** Length in words: `40 s`, `12 min`, `2 h 5 min`. */
export function inWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/**
 * One line: what is done of how much, as a bar, and for how long it will go on if it goes on as it did for `elapsedMs`.
 * Without a total only how much was done.
 */
export function bar(what: string, done: number, total: number | undefined, elapsedMs: number): string {
  if (total === undefined) return `${what}: ${done}`;
  const share = Math.min(1, done / Math.max(1, total));
  const full = Math.floor(share * cells);
  const left = done === 0 || share === 1 ? '' : `, ${inWords((elapsedMs / done) * (total - done))} left`;
  return `${what} [${'#'.repeat(full)}${'.'.repeat(cells - full)}] ${done} of ${total}${left}`;
}

/** A terminal's last line that is written over; where nobody looks, only what is said for good is written. */
export function progress(to: { write: (text: string) => unknown }, isWatched: boolean) {
  return {
    /** Shows how far something is; begins to count its time anew for each `what`. */
    of: (what: string, total?: number): ((done: number) => void) => {
      const begun = performance.now();
      return (done) => {
        if (isWatched) to.write(`${overTheLine}${bar(what, done, total, performance.now() - begun)}`);
      };
    },
    show: (line: string): void => {
      if (isWatched) to.write(`${overTheLine}${line}`);
    },
    clear: (): void => {
      if (isWatched) to.write(overTheLine);
    },
  };
}
