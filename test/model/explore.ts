/**
 * A small explicit-state model checker: every order in which things can happen, with few faults before many and short
 * histories before long, so that the first one that breaks a promise is the plainest there is.
 */

/** `step` happens sooner or later; a `choice` is a person's; a `fault` may strike at any time, up to a number of them. */
export interface Move<State> {
  name: string;
  kind: 'step' | 'choice' | 'fault';
  next: State;
}

export const step = <State>(name: string, next: State): Move<State> => ({ name, kind: 'step', next });
export const choice = <State>(name: string, next: State): Move<State> => ({ name, kind: 'choice', next });
export const fault = <State>(name: string, next: State): Move<State> => ({ name, kind: 'fault', next });

export interface Model<State> {
  initial: State;
  moves: (state: State) => Move<State>[];
  /** What must never be, in words; undefined when all is well. */
  broken: (state: State) => string | undefined;
  /** What must have come about once no step is left, in words. */
  unfinished: (state: State) => string | undefined;
}

export interface Explored {
  states: number;
  /** `faults`: how many it takes. */
  violation?: { what: string; faults: number; history: string[] };
}

interface Seen<State> {
  state: State;
  /** The fewest that lead here. What can follow then holds everything that can follow more of them. */
  faults: number;
  depth: number;
  from: number;
  move: string;
  /** Where its steps lead, for the search for circles. */
  steps: number[];
}

/**
 * Looks at every state that at most `maxFaults` faults can lead to. Steps may not go in a circle: what only has to be
 * done in the end could be put off forever.
 */
export function explore<State>(model: Model<State>, maxFaults: number): Explored {
  const all: Seen<State>[] = [];
  const index = new Map<string, number>();
  /** Whoever waits to be looked at, by faults and depth. */
  const waiting: number[][][] = Array.from({ length: maxFaults + 1 }, () => []);

  const reach = (state: State, faults: number, from: number, move: string): number => {
    const key = JSON.stringify(state);
    const known = index.get(key);
    const depth = (all[from]?.depth ?? -1) + 1;
    if (known !== undefined) {
      const seen = all[known] as Seen<State>;
      if (faults < seen.faults || (faults === seen.faults && depth < seen.depth)) {
        all[known] = { ...seen, faults, depth, from, move };
        ((waiting[faults] as number[][])[depth] ??= []).push(known);
      }
      return known;
    }
    index.set(key, all.length);
    ((waiting[faults] as number[][])[depth] ??= []).push(all.length);
    all.push({ state, faults, depth, from, move, steps: [] });
    return all.length - 1;
  };
  const historyOf = (at: number): string[] => {
    const seen = all[at];
    return seen === undefined || seen.from < 0 ? [] : [...historyOf(seen.from), seen.move];
  };
  const violation = (what: string, at: number): Explored => ({
    states: all.length,
    violation: { what, faults: all[at]?.faults ?? 0, history: historyOf(at) },
  });

  const expand = (at: number): Explored | undefined => {
    const seen = all[at] as Seen<State>;
    const broken = model.broken(seen.state);
    if (broken !== undefined) return violation(broken, at);
    const moves = model.moves(seen.state);
    const unfinished = moves.some(({ kind }) => kind === 'step') ? undefined : model.unfinished(seen.state);
    if (unfinished !== undefined) return violation(unfinished, at);
    for (const { name, kind, next } of moves) {
      const faults = seen.faults + (kind === 'fault' ? 1 : 0);
      if (faults > maxFaults) continue;
      const to = reach(next, faults, at, kind === 'fault' ? `${name} (fault)` : name);
      if (kind === 'step') seen.steps.push(to);
    }
    return undefined;
  };

  reach(model.initial, 0, -1, '');
  for (let faults = 0; faults <= maxFaults; faults += 1) {
    const byDepth = waiting[faults] as number[][];
    for (let depth = 0; depth < byDepth.length; depth += 1) {
      for (const at of byDepth[depth] ?? []) {
        const seen = all[at] as Seen<State>;
        // It was reached with fewer faults, or sooner, after it began to wait.
        if (seen.faults !== faults || seen.depth !== depth || seen.steps.length > 0) continue;
        const found = expand(at);
        if (found !== undefined) return found;
      }
    }
  }
  const circle = findCircle(all.map(({ steps }) => steps));
  return circle === undefined ? { states: all.length } : violation('Steps go in a circle.', circle);
}

/** A state from which steps lead back to itself: what is left when states without an open step are taken away. */
function findCircle(steps: readonly (readonly number[])[]): number | undefined {
  const open = steps.map((to) => to.length);
  const before: number[][] = steps.map(() => []);
  steps.forEach((to, at) => {
    for (const one of to) before[one]?.push(at);
  });
  const ended = open.flatMap((count, at) => (count === 0 ? [at] : []));
  for (let at = ended.pop(); at !== undefined; at = ended.pop()) {
    for (const one of before[at] ?? []) {
      open[one] = (open[one] ?? 0) - 1;
      if (open[one] === 0) ended.push(one);
    }
  }
  const left = open.findIndex((count) => count > 0);
  return left === -1 ? undefined : left;
}
