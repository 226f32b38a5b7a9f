import type { RunningBesa } from '#infra/local/besa.ts';
import type { Mishap } from '../live-through.ts';

export interface QueueOutage extends Mishap {
  deadLettersAtItsEnd: () => number;
}

/** No queue takes a message for as long as it lasts: the relay and the sweeper are refused, everything else works. */
export function queueOutage(besa: RunningBesa, from: number, to: number): QueueOutage {
  let deadLetters = 0;
  let outage: { remove: () => void } | undefined;
  return {
    from,
    to,
    begin: async () => {
      const unavailable = { kind: 'error', code: 'ServiceUnavailable', status: 503 } as const;
      outage = besa.faults.inject(({ service }) => service === 'sqs', unavailable, Infinity);
    },
    end: async () => {
      outage?.remove();
      deadLetters = (await besa.queues()).reduce((sum, queue) => sum + queue.deadLetters, 0);
    },
    deadLettersAtItsEnd: () => deadLetters,
  };
}
