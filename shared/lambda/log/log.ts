import { AsyncLocalStorage } from 'node:async_hooks';
import { logCodes, logFields, type LogCode, type LogIds } from './log-fields.ts';
import { metrics, type MetricName } from './metrics.ts';

export type { LogCode, LogIds } from './log-fields.ts';
export type { MetricName } from './metrics.ts';

const context = new AsyncLocalStorage<LogIds>();

/** Everything logged within `work` also carries these ids. So one record of a batch never logs under another's ids. */
export function withLogIds<T>(ids: LogIds, work: () => T): T {
  return context.run({ ...context.getStore(), ...ids }, work);
}

/**
 * Adds ids that became known on the way. Later lines within the same `withLogIds` carry them; lines around it do not.
 */
export function addLogIds(ids: LogIds): void {
  Object.assign(context.getStore() ?? {}, ids);
}

/**
 * Writes one JSON line. Only codes of the closed list, and values that fit the form of their field, get out. A name, a
 * text or an address passed by mistake is written as `refused`. A field that is not in the list is not written at all.
 */
export function log(code: LogCode, ids: LogIds = {}): void {
  const given: Readonly<Record<string, unknown>> = { ...context.getStore(), ...ids };
  const fields = Object.entries(logFields)
    .filter(([name]) => given[name] !== undefined)
    .map(([name, fits]) => [name, fits(given[name]) ? given[name] : 'refused']);
  const known = Object.hasOwn(logCodes, code);
  write({
    level: known ? logCodes[code] : 'error',
    at: new Date().toISOString(),
    code: known ? code : 'refused',
    ...Object.fromEntries(fields),
  });
}

/** The types in which use-cases are handed the log and the measurements. */
export type Log = typeof log;
export type Measure = typeof measure;

/** The name of what was thrown. Its message and stack are never logged, because they may quote what a person wrote. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : 'UnknownError';
}

/** Writes one measurement in CloudWatch's embedded metric format, in the namespace `Besa`, without dimensions. */
export function measure(metric: MetricName, value: number): void {
  write({
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [{ Namespace: 'Besa', Dimensions: [[]], Metrics: [{ Name: metric, Unit: metrics[metric] }] }],
    },
    [metric]: value,
  });
}

function write(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
