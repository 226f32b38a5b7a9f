/** Repeatable chance: the same seed gives the same year. */
export interface Chance {
  /** At least 0, below 1. */
  share: () => number;
  /** A whole number from `low` to `high`, both included. */
  whole: (low: number, high: number) => number;
  /** True so often out of one. */
  happens: (probability: number) => boolean;
  pick: <T>(from: readonly [T, ...T[]]) => T;
  /** An index, by weights that need not add up to one. */
  weighted: (weights: readonly number[]) => number;
  shuffled: <T>(list: readonly T[]) => T[];
}

/** Mulberry32 (public domain, Tommy Ettinger): 32 bits of state are plenty for a few thousand draws. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(share() * (high - low + 1));
  return {
    share,
    whole,
    happens: (probability) => share() < probability,
    pick: <T>(from: readonly [T, ...T[]]): T => from[whole(0, from.length - 1)] ?? from[0],
    weighted: (weights) => {
      let left = share() * weights.reduce((sum, weight) => sum + weight, 0);
      const found = weights.findIndex((weight) => (left -= weight) < 0);
      return found === -1 ? weights.length - 1 : found;
    },
    shuffled: (list) => {
      const left = [...list];
      for (let last = left.length - 1; last > 0; last -= 1) {
        const other = whole(0, last);
        [left[last], left[other]] = [left[other] as (typeof left)[number], left[last] as (typeof left)[number]];
      }
      return left;
    },
  };
}

/** So many things shared out by weight, so that the whole numbers add up (largest remainder). */
export function sharedOut<K extends string>(count: number, weights: Readonly<Record<K, number>>): K[] {
  const entries = Object.entries(weights) as [K, number][];
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  const exact = entries.map(([key, weight]) => ({ key, whole: Math.floor((weight * count) / total), weight }));
  const left = count - exact.reduce((sum, { whole }) => sum + whole, 0);
  const byRemainder = exact.toSorted(
    (a, b) => (b.weight * count) / total - b.whole - ((a.weight * count) / total - a.whole),
  );
  const more = new Set(byRemainder.slice(0, left).map(({ key }) => key));
  return exact.flatMap(({ key, whole }) => Array.from({ length: whole + (more.has(key) ? 1 : 0) }, () => key));
}
