import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBesa } from '#infra/local/besa.ts';
import { freePort } from '#infra/local/engines/engines.ts';
import type { UnitsByFunction } from '#infra/local/engines/unit-meter.ts';
import { buildFunctions } from '#infra/bundling/build.ts';
import { besaOverHttp, type BesaOverHttp, type StaffOverHttp } from '#test/support/besa-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { until } from '#test/support/until.ts';
import { deskDay, type Around } from './desk-day.ts';
import { figure, median, ms, printFigure, quantile, type Figure } from './figures.ts';
import { queuePages } from './queue-pages.ts';

/*
 * Measures what staff work with: units of the database per command, a page of the queue however long the queue is, and how
 * long each route takes while sixteen people work. All of it real; the people come from this process, so both share the
 * cores.
 */
const officer = 'staff-blerim';
const deskTitle = 'case-desk';
const folder = mkdtempSync(join(tmpdir(), 'besa-desk-'));
console.log(`Case desk on ${availableParallelism()} cores, Node ${process.version}`);
try {
  await buildFunctions();
  console.log('\nA page of the queue');
  for await (const measured of queuePages()) printFigure(measured);
  console.log('\nUnits of the database, by request');
  for await (const measured of measureUnits()) printFigure(measured);
  console.log('\nSixteen people at work');
  for await (const measured of measureLoad(16, Number(process.argv[2] ?? 12))) printFigure(measured);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What a request of each kind reads and writes itself, on a fresh case; reactions are not its own. */
async function* measureUnits(): AsyncGenerator<Figure> {
  const besa = await startBesa({ dataDir: join(folder, 'inside'), quiet: true });
  try {
    const over = besaOverHttp(besa.url);
    const staff = await over.signIn(officer);
    const { body } = await over.report(reportOf.normal);
    await besa.quiet();
    for (const { name, by = deskTitle, ask } of deskDay(over, body, officer)) {
      let units: UnitsByFunction = {};
      const { status } = await ask(staff, async (send) => {
        const meter = besa.meterUnits();
        const answer = await send();
        units = meter.stop();
        return answer;
      });
      if (!isTaken(status)) throw new Error(`${name} answered ${status}.`);
      const { read, write } = units[by] ?? { read: 0, write: 0 };
      yield figure(name, `${write} written, ${read} read`);
      await besa.quiet();
    }
  } finally {
    await besa.stop();
  }
}

/** People who each live case after case from beginning to end, without a pause, for so many seconds. */
async function* measureLoad(people: number, seconds: number): AsyncGenerator<Figure> {
  const port = await freePort();
  const arguments_ = ['infra/local/start.ts', '--port', String(port), '--data', join(folder, 'data')];
  const child = spawn(process.execPath, arguments_, { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    const besa = besaOverHttp(`http://127.0.0.1:${port}`);
    await until(
      () => besa.report(reportOf.low).catch(() => undefined),
      (answer) => answer?.status === 201,
      30_000,
    );
    const took = new Map<string, number[]>();
    const refused = { count: 0 };
    const endAt = performance.now() + seconds * 1000;
    const workers = Array.from({ length: people }, async () => {
      const staff = await besa.signIn(officer);
      while (performance.now() < endAt) await liveOne(besa, staff, took, refused);
    });
    await Promise.all(workers);
    for (const [name, times] of took) {
      const said = `p50 ${ms(median(times))}, p99 ${ms(quantile(times, 0.99))} of ${times.length}`;
      yield figure(name, said);
    }
    yield figure('refused', String(refused.count), '0', refused.count === 0);
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => {
      child.once('exit', resolve);
    });
  }
}

async function liveOne(
  besa: BesaOverHttp,
  staff: StaffOverHttp,
  took: Map<string, number[]>,
  refused: { count: number },
): Promise<void> {
  const { body } = await besa.report(reportOf.normal);
  // The clocks that are moved are armed after triage; a person comes to a case later than that.
  await until(
    () => staff.show(body.caseNumber),
    (shown) => shown.body.timers.some(({ id }) => id === '1.resolve.report'),
  );
  const timed =
    (name: string): Around =>
    async (send) => {
      const sentAt = performance.now();
      const answer = await send();
      took.set(name, [...(took.get(name) ?? []), performance.now() - sentAt]);
      return answer;
    };
  for (const { name, ask } of deskDay(besa, body, officer)) {
    let { status } = await ask(staff, timed(name));
    // A reaction moved the case on between looking and deciding: a person looks again.
    while (status === 412) ({ status } = await ask(staff, timed(name)));
    if (!isTaken(status)) refused.count += 1;
  }
}

function isTaken(status: number): boolean {
  return status >= 200 && status < 300;
}
