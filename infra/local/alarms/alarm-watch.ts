import type { AlarmPlan, AlarmSaid } from './alarm-plans.ts';
import type { Measured } from './measurements.ts';

/** What the topic of an alarm would have said, and when. */
export interface Rung extends AlarmSaid {
  at: string;
}

/** CloudWatch judges every minute, however long the period is. */
const judgedEveryMs = 60_000;

/**
 * When an alarm on measurements rang, in ms since 1970. A period is bad when it reaches `atLeast`. The alarm rings
 * after `periods` bad ones in a row, when the minute ends in which the last became bad. It rings again only after a
 * quiet period. A period without data is quiet.
 */
export function ringsOf(
  { statistic, periodMs, periods, atLeast }: Pick<AlarmPlan, 'statistic' | 'periodMs' | 'periods' | 'atLeast'>,
  measured: readonly Measured[],
): number[] {
  const byPeriod = new Map<number, number>();
  /** When each bad period became bad. */
  const bad = new Map<number, number>();
  for (const { at, value } of [...measured].sort((a, b) => a.at - b.at)) {
    const period = Math.floor(at / periodMs);
    const before = byPeriod.get(period);
    const next = before === undefined ? value : statistic === 'Sum' ? before + value : Math.max(before, value);
    byPeriod.set(period, next);
    if (next >= atLeast && !bad.has(period)) bad.set(period, at);
  }
  const rings: number[] = [];
  let run = 0;
  let last: number | undefined;
  for (const [period, since] of bad) {
    run = last !== undefined && period === last + 1 ? run + 1 : 1;
    last = period;
    if (run === periods) rings.push((Math.floor(since / judgedEveryMs) + 1) * judgedEveryMs);
  }
  return rings;
}

/**
 * Watches what the alarms of the template watch, as far as it is measured here. `look` counts the messages in the
 * queues: an alarm on a queue rings when the queue has just filled. Besa's own measurements are read from its log.
 */
export function alarmWatch(
  plans: readonly AlarmPlan[],
  parts: {
    measured: () => Promise<ReadonlyMap<string, readonly Measured[]>>;
    queues: () => Promise<readonly { name: string; visible: number }[]>;
    now: () => number;
  },
): { failed: (functionName: string) => void; look: () => Promise<void>; rang: () => Promise<Rung[]> } {
  const seen: Rung[] = [];
  const full = new Set<string>();
  const failures = new Map<string, Measured[]>();

  const look = async (): Promise<void> => {
    const queues = await parts.queues();
    for (const plan of plans) {
      const { watches, atLeast, alarm } = plan;
      if (!('queue' in watches)) continue;
      const isFull = (queues.find(({ name }) => name === watches.queue)?.visible ?? 0) >= atLeast;
      if (isFull && !full.has(alarm)) seen.push(rung(plan, parts.now()));
      if (isFull) full.add(alarm);
      else full.delete(alarm);
    }
  };

  return {
    failed: (functionName) => {
      const known = failures.get(functionName) ?? [];
      failures.set(functionName, known);
      known.push({ at: parts.now(), value: 1 });
    },
    look,
    rang: async () => {
      await look();
      const measured = await parts.measured();
      const valuesOf = ({ watches }: AlarmPlan): readonly Measured[] => {
        if ('failuresOf' in watches) return failures.get(watches.failuresOf) ?? [];
        return ('measurement' in watches ? measured.get(watches.measurement) : undefined) ?? [];
      };
      // A period that still runs has not been judged.
      const counted = plans.flatMap((plan) =>
        ringsOf(plan, valuesOf(plan))
          .filter((at) => at <= parts.now())
          .map((at) => rung(plan, at)),
      );
      return [...seen, ...counted].sort((a, b) => (a.at < b.at ? -1 : 1));
    },
  };
}

function rung({ alarm, class: of, impact, runbook }: AlarmPlan, at: number): Rung {
  return { at: new Date(at).toISOString(), alarm, class: of, impact, runbook };
}
