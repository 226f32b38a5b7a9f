import { createReadStream } from 'node:fs';

/** One value that a function measured. `at`: ms since 1970. */
export interface Measured {
  at: number;
  value: number;
}

/**
 * Reads the measurements from the functions' log, by name. The functions write them in CloudWatch's embedded metric
 * format. Each reading begins where the last one ended, so that asking again costs only what is new. A value of 0 can
 * set off no alarm and is left out.
 */
export function measurements(logFile: string): () => Promise<ReadonlyMap<string, readonly Measured[]>> {
  const found = new Map<string, Measured[]>();
  let from = 0;
  let reading: Promise<void> | undefined;

  const readOn = async (): Promise<void> => {
    let rest = '';
    for await (const chunk of createReadStream(logFile, { start: from, encoding: 'utf8' }) as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
      // A line that is still being written is read the next time.
      rest = lines.pop() ?? '';
      for (const line of lines) {
        from += Buffer.byteLength(line) + 1;
        for (const { name, ...measured } of measuredIn(line)) keep(name, measured);
      }
    }
  };
  const keep = (name: string, measured: Measured): void => {
    const known = found.get(name);
    if (known === undefined) found.set(name, [measured]);
    else known.push(measured);
  };

  return async () => {
    await (reading ??= readOn().finally(() => {
      reading = undefined;
    }));
    return found;
  };
}

interface EmbeddedMetric {
  _aws?: { Timestamp?: number; CloudWatchMetrics?: { Metrics?: { Name: string }[] }[] };
  [name: string]: unknown;
}

/** The measurements in one line of the log; most lines have none. */
function measuredIn(line: string): ({ name: string } & Measured)[] {
  if (!line.startsWith('{"_aws"')) return [];
  const entry = JSON.parse(line) as EmbeddedMetric;
  const names = (entry._aws?.CloudWatchMetrics ?? []).flatMap(({ Metrics = [] }) => Metrics.map(({ Name }) => Name));
  const at = entry._aws?.Timestamp ?? 0;
  return names.map((name) => ({ name, at, value: Number(entry[name]) })).filter(({ value }) => value > 0);
}
