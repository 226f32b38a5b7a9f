import type { AlarmPlan, AlarmSaid } from './alarm-plans.ts';
import type { Measured } from './measurements.ts';

/** What the topic of an alarm would have said, and when. */
export interface Rung extends AlarmSaid {
  at: string;
  /** When it went quiet; absent while it lasts. Of an alarm that counts events, that does not say that anything is mended. */
  quietSince?: string;
}

/** From when to when an alarm rang, in ms since 1970. */
interface Ring {
  at: number;
  /** When a quiet period had passed after the last bad one. */
  quietSince: number;
}

/** CloudWatch judges every minute, however long the period is. */
const judgedEveryMs = 60_000;

/**
 * When an alarm on measurements rang. A period is bad when it reaches `atLeast`. The alarm rings
 * after `periods` bad ones in a row, when the minute ends in which the last became bad. It is quiet, and may
 * ring again, after a quiet period. A period without data is quiet.
 */
export function ringsOf(
  { statistic, periodMs, periods, atLeast }: Pick<AlarmPlan, 'statistic' | 'periodMs' | 'periods' | 'atLeast'>,
  measured: readonly Measured[],
): Ring[] {
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
  const rings: Ring[] = [];
  let run = 0;
  let last: number | undefined;
  for (const [period, since] of bad) {
    run = last !== undefined && period === last + 1 ? run + 1 : 1;
    last = period;
    const quietSince = (period + 2) * periodMs;
    const latest = rings.at(-1);
    if (run === periods) rings.push({ at: (Math.floor(since / judgedEveryMs) + 1) * judgedEveryMs, quietSince });
    else if (run > periods && latest !== undefined) latest.quietSince = quietSince;
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
  /** The ring of each queue that is full, by its alarm. */
  const full = new Map<string, Rung>();
  const failures = new Map<string, Measured[]>();

  const look = async (): Promise<void> => {
    const queues = await parts.queues();
    for (const plan of plans) {
      const { watches, atLeast, alarm } = plan;
      if (!('queue' in watches)) continue;
      const isFull = (queues.find(({ name }) => name === watches.queue)?.visible ?? 0) >= atLeast;
      const ringing = full.get(alarm);
      if (isFull && ringing === undefined) {
        const began = rung(plan, { at: parts.now() });
        seen.push(began);
        full.set(alarm, began);
      } else if (!isFull && ringing !== undefined) {
        ringing.quietSince = new Date(parts.now()).toISOString();
        full.delete(alarm);
      }
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
          .filter(({ at }) => at <= parts.now())
          .map(({ at, quietSince }) => rung(plan, quietSince <= parts.now() ? { at, quietSince } : { at })),
      );
      return [...seen, ...counted].sort((a, b) => (a.at < b.at ? -1 : 1));
    },
  };
}

function rung(
  { alarm, class: of, impact, runbook }: AlarmPlan,
  { at, quietSince }: { at: number; quietSince?: number },
): Rung {
  const ended = quietSince === undefined ? {} : { quietSince: new Date(quietSince).toISOString() };
  return { at: new Date(at).toISOString(), ...ended, alarm, class: of, impact, runbook };
}
