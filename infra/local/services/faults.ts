import type { Service } from './service-answer.ts';

/** A call, as faults are matched against it. */
export interface AwsCall {
  /** Title of the function that calls, such as `intake`. */
  function: string;
  service: Service;
  action: string;
  body: Readonly<Record<string, unknown>>;
}

/** What goes wrong: faults that the engines never have by themselves. */
export type Fault =
  /** A transaction meets another one on its first row. */
  | { kind: 'conflict' }
  /** An error of the service, by its code. Nothing is done. */
  | { kind: 'error'; code: string; status?: number }
  /** The first entries of a `SendMessageBatch` are not taken. */
  | { kind: 'partial'; entries: number }
  /** The calling process dies before the call is made, or after it took effect and before it learns that. */
  | { kind: 'crash'; when: 'before' | 'after' }
  /** The call takes effect, but its answer is lost: the caller sees a broken connection. */
  | { kind: 'lost_answer' };

export interface Injected {
  /** How often it has struck. */
  hits: () => number;
  remove: () => void;
}

export interface Faults {
  /** Strikes the next `times` calls that match: one when not given; with `Infinity` all until it is removed. */
  inject: (matches: (call: AwsCall) => boolean, fault: Fault, times?: number) => Injected;
  /** The fault for this call, used up by asking. */
  take: (call: AwsCall) => Fault | undefined;
  clear: () => void;
}

export function faults(): Faults {
  let standing: { matches: (call: AwsCall) => boolean; fault: Fault; left: number; hits: number }[] = [];
  return {
    inject: (matches, fault, times = 1) => {
      const one = { matches, fault, left: times, hits: 0 };
      standing.push(one);
      return {
        hits: () => one.hits,
        remove: () => {
          standing = standing.filter((other) => other !== one);
        },
      };
    },
    take: (call) => {
      const found = standing.find((one) => one.left > 0 && one.matches(call));
      if (found === undefined) return undefined;
      found.left -= 1;
      found.hits += 1;
      return found.fault;
    },
    clear: () => {
      standing = [];
    },
  };
}
