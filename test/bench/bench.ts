import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#infra/local/engines/engines.ts';
import { startBesa, type RunningBesa } from '#infra/local/besa.ts';
import type { Units } from '#infra/local/engines/unit-meter.ts';
import { buildFunctions, eagerBytes, type FunctionBundle } from '#infra/bundling/build.ts';
import { pagesToDraw } from '#functions/information/draw-pages.ts';
import { doors } from '#shared/contracts/http/public/pages/page-paths.ts';
import { country } from '#shared/country/current.ts';
import { systemClock } from '#shared/ports/clock.ts';
import { besaOnPages } from '#test/support/pages/besa-on-pages.ts';
import { besaOverHttp, type BesaOverHttp } from '#test/support/besa-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { until } from '#test/support/until.ts';
import { figure, kilobytes, median, ms, printFigure, quantile, type Figure } from './figures.ts';
import { loadReports } from './load.ts';
import { emptyModule, intakeWithAndWithoutPages, loadTimes, plainIntake, startUps } from './start-up.ts';

/*
 * Measures Besa on this machine, all of it real: the local runtime in a process of its own, its engines, its functions.
 * The load comes from this process, so both share the cores. `taskset -c 0,1 npm run bench` measures on two.
 */
const seconds = Number(process.argv[2] ?? 8);
const folder = mkdtempSync(join(tmpdir(), 'besa-bench-'));
console.log(`Besa on ${availableParallelism()} cores, Node ${process.version}`);
try {
  await buildFunctions();
  console.log('\nA running Besa, over HTTP');
  for await (const measured of measureRunning()) printFigure(measured);
  console.log('\nIntake, starting; and what a report costs');
  for await (const measured of measureIntake()) printFigure(measured);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function* measureRunning(): AsyncGenerator<Figure> {
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    ['infra/local/start.ts', '--port', String(port), '--data', join(folder, 'data')],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const besa = besaOverHttp(`http://127.0.0.1:${port}`);
  try {
    await until(
      () => besa.report(reportOf.low).catch(() => undefined),
      (answer) => answer?.status === 201,
      30_000,
    );
    const ready = performance.now() - startedAt;
    yield figure('start to the first 201', ms(ready), 'about 2 s');
    yield await measureMail(besa);
    yield await measureThirty(besa);
    yield* measureLoad(besa);
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => {
      child.once('exit', resolve);
    });
  }
}

/** From sending a critical report to its mail lying in the inbox, nothing else waiting. */
async function measureMail(besa: BesaOverHttp): Promise<Figure> {
  const took: number[] = [];
  for (let round = 0; round < 40; round += 1) {
    const sentAt = performance.now();
    const { body } = await besa.report(reportOf.critical);
    await until(
      () => besa.inbox(),
      (mails) => mails.some(({ subject }) => subject.includes(body.caseNumber)),
    );
    took.push(performance.now() - sentAt);
  }
  const p99 = quantile(took, 0.99);
  return figure(
    'report to mail handed over, p50 / p99 of 40',
    `${ms(median(took))} / ${ms(p99)}`,
    'p99 under 2 s',
    p99 < 2000,
  );
}

async function measureThirty(besa: BesaOverHttp): Promise<Figure> {
  await quiet(besa);
  const sentAt = performance.now();
  const answers = await Promise.all(Array.from({ length: 30 }, () => besa.report(reportOf.normal)));
  const took = performance.now() - sentAt;
  const taken = answers.filter(({ status }) => status === 201).length;
  return figure(
    'thirty behind one address at once',
    `${taken} taken in ${ms(took)}`,
    '30 within 1 s',
    taken === 30 && took < 1000,
  );
}

async function* measureLoad(besa: BesaOverHttp): AsyncGenerator<Figure> {
  for (const connections of [1, 4, 16, 64]) {
    await quiet(besa);
    const load = await loadReports(besa.url, reportOf.normal, connections, seconds);
    const budget = `200/s, none refused${connections === 16 ? ', p99 under 150 ms' : ''}`;
    const isWithin = load.perSecond >= 200 && load.refused === 0 && (connections !== 16 || load.p99 < 150);
    yield figure(
      `201s at ${connections} connection${connections === 1 ? '' : 's'}`,
      `${load.perSecond.toFixed(0)}/s, p50 ${ms(load.p50)}, p99 ${ms(load.p99)}, ${load.refused} refused`,
      budget,
      isWithin,
    );
    if (connections === 64) yield await measureDrain(besa, load.taken);
  }
}

/** How fast what the load left behind gets done: until every queue is empty and nothing runs. */
async function measureDrain(besa: BesaOverHttp, reports: number): Promise<Figure> {
  const startedAt = performance.now();
  await quiet(besa);
  const took = performance.now() - startedAt;
  // Some of it was done while the load still ran; the rate over both is what a backlog sees.
  const perSecond = reports / (took / 1000 + seconds);
  return figure(
    'backlog with all effects done',
    `${reports} reports, ${ms(took)} after the load, ${perSecond.toFixed(0)}/s`,
    'at least 50/s',
    perSecond >= 50,
  );
}

/** Advancing the clock by a second answers when nothing runs or waits. */
async function quiet(besa: BesaOverHttp): Promise<void> {
  await besa.advance('PT1S');
}

async function* measureIntake(): AsyncGenerator<Figure> {
  const bundles = await buildFunctions();
  const intake = bundles.find(({ name }) => name === 'intake');
  if (intake === undefined) throw new Error('There is no intake.');
  const besa = await startBesa({ dataDir: join(folder, 'inside'), quiet: true });
  try {
    const plain = await plainIntake(folder);
    const pages = await intakeWithAndWithoutPages(folder);
    const modules = {
      empty: emptyModule(folder),
      intake: join(intake.folder, 'index.mjs'),
      plain: plain.file,
      ...pages,
    };
    const seen = await startUps(modules, {
      environment: besa.environmentOf('intake'),
      event: gatewayEvent(),
      rounds: 15,
      settle: () => besa.quiet(),
    });
    const load = seen.intake.load - seen.empty.load;
    const bytes = eagerBytes(intake.metafile);
    yield figure('bundle, loaded at a cold start', kilobytes(bytes), '300 KB', bytes <= 300 * 1024);
    yield figure('module load above an empty module', ms(load), '60 ms', load <= 60);
    yield figure('first call', ms(seen.intake.firstCall), '45 ms', seen.intake.firstCall <= 45);
    const plainLoad = seen.plain.load - seen.empty.load;
    yield figure(
      'the same with plain imports',
      `${kilobytes(plain.bytes)}, load ${ms(plainLoad)}, first call ${ms(seen.plain.firstCall)}`,
      `${(plainLoad / load).toFixed(1)} times the load`,
    );
    const [more, less] = [seen.withPages.load - seen.empty.load, seen.without.load - seen.empty.load];
    const slower = more / less;
    yield figure(
      'load with pages, and for JSON alone',
      `${ms(more)} / ${ms(less)}`,
      'at most 1.1 times',
      slower <= 1.1,
    );
    yield* measureEach(besa, bundles);
    yield* measureUnits(besa);
    yield await measureForm();
    yield await measurePageReports(besa);
  } finally {
    await besa.stop();
  }
}

/** How long a form is drawn, once it is warm: for each reader and language in turn. */
async function measureForm(): Promise<Figure> {
  const took: number[] = [];
  const published = { ofYear: async () => [] };
  const { tell } = pagesToDraw(country, published, { clock: systemClock, newKey: randomUUID });
  for (let round = 0; round < 1200; round += 1) {
    for (const language of country.languages) {
      const who = Object.values(doors)[round % 4] ?? '';
      const asked = { path: { who }, query: {}, headers: {}, body: undefined, form: new Map(), root: '../../' };
      const before = performance.now();
      await tell({ ...asked, language, traceparent: '' });
      if (round >= 200) took.push(performance.now() - before);
    }
  }
  const p99 = quantile(took, 0.99);
  return figure('a form drawn, p50 / p99 of 2000', `${ms(median(took))} / ${ms(p99)}`, 'p99 under 5 ms', p99 < 5);
}

/** A report by the form against the same by the API, one after the other: what the page costs. */
async function measurePageReports(besa: RunningBesa): Promise<Figure> {
  const [over, pages] = [besaOverHttp(besa.url), besaOnPages(besa.url)];
  const byApi: number[] = [];
  const byPage: number[] = [];
  const typed = { category: 'cyberbullying', narrative: reportOf.normal.narrative, about: 'me', ageYears: '15' };
  for (let round = 0; round < 60; round += 1) {
    const form = await pages.fills('c', typed);
    const begun = performance.now();
    const { status } = await pages.sendsForm(form);
    const between = performance.now();
    await over.report(reportOf.normal);
    if (status !== 201) throw new Error(`A form was answered ${status}.`);
    byPage.push(between - begun);
    byApi.push(performance.now() - between);
  }
  const measured = `${ms(median(byPage))} / ${ms(median(byApi))}`;
  return figure('a report by the form, and by the API, p50', measured);
}

/** What each function loads at a cold start, and how long that takes. */
async function* measureEach(besa: RunningBesa, bundles: readonly FunctionBundle[]): AsyncGenerator<Figure> {
  const modules = bundles.map(({ name, folder: bundle }) => {
    return { name, file: join(bundle, 'index.mjs'), environment: besa.environmentOf(name) };
  });
  const loads = await loadTimes(modules, emptyModule(folder), 9);
  for (const { name, metafile } of bundles) {
    const bytes = eagerBytes(metafile);
    const measured = `${kilobytes(bytes)}, module load ${ms(loads.get(name) ?? Number.NaN)}`;
    yield figure(`start of ${name}`, measured, '300 KB', bytes <= 300 * 1024);
  }
}

/** Units of the database per report, by what uses them, for one critical report until nothing is left to do. */
async function* measureUnits(besa: RunningBesa): AsyncGenerator<Figure> {
  const over = besaOverHttp(besa.url);
  await besa.quiet();
  const meter = besa.meterUnits();
  await over.report(reportOf.critical);
  await besa.quiet();
  const units = meter.stop();
  const total = (kind: keyof Units): number => Object.values(units).reduce((sum, of) => sum + of[kind], 0);
  yield figure('units of a critical report', `${total('write')} written, ${total('read')} read`);
  for (const [title, { read, write }] of Object.entries(units)) {
    yield figure(`  of these by ${title}`, `${write} written, ${read} read`);
  }
}

/** What API Gateway hands to intake; each round puts a fresh key in. */
function gatewayEvent(): unknown {
  const body = Buffer.from(JSON.stringify(reportOf.critical)).toString('base64');
  return {
    httpMethod: 'POST',
    path: '/v1/reports',
    resource: '/v1/reports',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'IDEMPOTENCY-KEY' },
    multiValueHeaders: {},
    pathParameters: null,
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    stageVariables: null,
    requestContext: { requestId: 'bench', resourcePath: '/v1/reports', httpMethod: 'POST', path: '/v1/reports' },
    body,
    isBase64Encoded: true,
  };
}
