import { readAlarms } from './alarm-plans.ts';
import type { AlarmSaid } from './alarm-plans.ts';
import { alarmWatch } from './alarm-watch.ts';
import type { Rung } from './alarm-watch.ts';
import { measurements } from './measurements.ts';
import type { Resource } from '../template/template.ts';

export interface LocalAlarms {
  /** Is called for each invocation that failed. The failures are forgotten when this Besa stops. */
  failed: (functionName: string) => void;
  /** Looks at the queues. Call it whenever time has passed. */
  look: () => Promise<void>;
  /** What would have rung so far, oldest first, and which alarms are not judged here. */
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
