import { readAlarms } from './alarm-plans.ts';
import type { AlarmSaid } from './alarm-plans.ts';
import { alarmWatch } from './alarm-watch.ts';
import type { Rung } from './alarm-watch.ts';
import { measurements } from './measurements.ts';
import type { Resource } from '../template/template.ts';

export interface LocalAlarms {
  /** To be told of each invocation that failed; forgotten when this machine's Besa stops. */
  failed: (functionName: string) => void;
  /** Looks at the queues; to be called whenever time has passed. */
  look: () => Promise<void>;
  /** What would have rung so far, oldest first, and what is not judged here. */
  said: () => Promise<{ rang: Rung[]; notJudged: readonly AlarmSaid[] }>;
}

/** The alarms of the template on this machine. `logFile` is absent where the functions' log goes to the terminal. */
export function localAlarms(
  resources: readonly Resource[],
  parts: {
    logFile: string | undefined;
    queues: () => Promise<readonly { name: string; visible: number }[]>;
    now: () => number;
  },
): LocalAlarms {
  const { logFile, queues, now } = parts;
  const { judged, notJudged } = readAlarms(resources, { readsLog: logFile !== undefined });
  const measured = logFile === undefined ? async () => new Map<string, never>() : measurements(logFile);
  const { failed, look, rang } = alarmWatch(judged, { measured, queues, now });
  return { failed, look, said: async () => ({ rang: await rang(), notJudged }) };
}
