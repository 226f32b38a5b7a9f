import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBesa, type BesaOptions } from '#infra/local/besa.ts';
import { besaOverHttp } from '#test/support/besa-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';

/** What came of cases that nobody touched. */
export interface LeftAlone {
  /** How many letters each person got, by address. */
  letters: ReadonlyMap<string, number>;
  /** Invocations of the sweeps of deadlines and of the outbox, each of which said what it found. */
  sweeps: number;
  /** Calls of functions to the database. */
  calls: number;
  /** Seconds that the clock took to be stepped. */
  seconds: number;
}

/** Ten in the morning of a Tuesday in Tirana. */
const startsAt = '2026-11-17T09:00:00.000Z';

/** Two critical cases and a normal one, left alone for so many hours on the local runtime with its stepped clock. */
export async function leftAloneLocally(hours: number, system?: BesaOptions['system']): Promise<LeftAlone> {
  const dataDir = mkdtempSync(join(tmpdir(), 'besa-left-alone-'));
  const own = system ? { system } : {};
  const running = await startBesa({ dataDir, port: 0, quiet: true, startsAt, givesWay: false, ...own });
  try {
    const besa = besaOverHttp(running.url);
    for (const kind of [reportOf.critical, reportOf.critical, reportOf.normal]) await besa.report(kind);
    await running.quiet();
    const callsBefore = running.databaseCalls();
    const begun = performance.now();
    await running.clock.advance(hours * 60 * 60_000);
    const seconds = (performance.now() - begun) / 1000;
    const calls = running.databaseCalls() - callsBefore;
    const letters = new Map<string, number>();
    for (const { to } of await besa.inbox()) letters.set(to, (letters.get(to) ?? 0) + 1);
    const sweeps = readFileSync(running.logFile, 'utf8').split('sweep_finished').length - 1;
    return { letters, sweeps, calls, seconds };
  } finally {
    await running.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
