import { fork, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { optionsAmong, understand, wholeNumber } from '#test/sim/command-line.ts';
import type { WrittenPlan } from '#test/sim/plan.ts';
import { table } from '#test/story/table.ts';
import { changesOf, type Change, type Mutant, type Noticed } from './mutant.ts';
import { mutants } from './mutants.ts';
import { inWords, progress } from './progress.ts';
import { dayOfCommit } from '#test/support/day-of-commit.ts';
import { sliceOf, turn } from './slice.ts';
import { tryEveryChange } from './stryker.ts';
import { startTests, type Tests } from './tests-for-mutants.ts';
import type { Trial } from './try-tests.ts';

/*
 * npm run prove              20,000 histories of half a day, 400 of them whole length, 600 with insiders, every crash point, the models with
 *                            six faults, every mutant, and every change that Stryker knows to the rules and the framework
 * npm run prove -- --quick   60 histories of half a day, 16 whole ones and 12 with insiders, one of four faults at each crash point, the
 *                            models with three faults, some of the mutants, and no Stryker; which faults and mutants, by the day of the commit
 *
 * npm run prove -- --only letter   nothing but the mutants with that text in their promise, words or file; may be repeated; "" is all
 *
 * `--seeds` and `--whole` say how many histories instead. Ends with 1 when a promise is broken, a mutant survives, or
 * Stryker's score is under its threshold.
 */
const asked = understand(() => {
  const values = optionsAmong({
    quick: { type: 'boolean', default: false },
    seeds: { type: 'string' },
    whole: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] },
  });
  return {
    isQuick: values.quick,
    only: values.only,
    halfDays: wholeNumber('--seeds', values.seeds, values.quick ? 60 : 20_000, 1),
    whole: wholeNumber('--whole', values.whole, values.quick ? 16 : 400, 1),
  };
});
const root = join(import.meta.dirname, '..', '..');
const processes = Math.max(1, availableParallelism());

/** By it the quick proof chooses its mutants, and its fault at each crash point. */
const today = dayOfCommit(root);

/** A multiple of the kinds of insiders. */
const withInsiders = asked.isQuick ? 12 : 600;

interface Sum {
  histories: number;
  calls: number;
  faults: number;
  byKind: Record<string, number>;
  findings: number;
  broken: Record<string, number>;
}

/** What is made once for all that run here: compiled sources, and the plan of this checkout. Gone at the end. */
const once = mkdtempSync(join(tmpdir(), 'besa-prove-'));
process.once('exit', () => rmSync(once, { recursive: true, force: true }));
process.env['NODE_COMPILE_CACHE'] = join(once, 'compiled');
const plan = join(once, 'plan.json');

const seen = progress(process.stderr, process.stderr.isTTY);
const say = (line: string): void => {
  seen.clear();
  process.stdout.write(`${line}\n`);
};

/** Plays a part of the histories in each of so many processes. */
async function simulate(what: string, args: readonly string[], total: number | undefined): Promise<Sum> {
  let played = 0;
  const show = seen.of(what, total);
  const parts = await Promise.all(
    Array.from({ length: processes }, async (_, part): Promise<Sum> => {
      const child = fork(join(root, 'test/sim/run.ts'), [...args, '--part', `${part}/${processes}`], {
        cwd: root,
        silent: true,
        env: { ...process.env, BESA_SIM_PLAN: plan },
      });
      child.on('message', () => {
        played += 1;
        show(played);
      });
      let out = '';
      child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
      child.stderr?.on('data', (chunk: Buffer) => (out += chunk.toString()));
      await new Promise((resolve) => child.once('close', resolve));
      const lines = out.trimEnd().split('\n');
      const sum = lastLine(lines);
      if (sum.findings > 0) say(lines.slice(0, -1).join('\n'));
      return sum;
    }),
  );
  return parts.reduce((a, b) => ({
    histories: a.histories + b.histories,
    calls: a.calls + b.calls,
    faults: a.faults + b.faults,
    byKind: add(a.byKind, b.byKind),
    findings: a.findings + b.findings,
    broken: add(a.broken, b.broken),
  }));
}

const add = (a: Record<string, number>, b: Record<string, number>): Record<string, number> =>
  Object.fromEntries([...Object.keys(a), ...Object.keys(b)].map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]));

function lastLine(lines: readonly string[]): Sum {
  try {
    return JSON.parse(lines.at(-1) ?? '') as Sum;
  } catch {
    throw new Error(`A simulator ended without a sum:\n${lines.slice(-20).join('\n')}`);
  }
}

/** Runs a command; answers whether it failed, and what it said. */
function run(
  folder: string,
  file: string,
  args: readonly string[],
  env: Record<string, string> = {},
  options: readonly string[] = [],
) {
  return new Promise<{ failed: boolean; out: string }>((resolve) => {
    const child = spawn(process.execPath, [...options, file, ...args], {
      cwd: folder,
      env: { ...process.env, ...env },
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.once('close', (code) => resolve({ failed: code !== 0, out }));
  });
}

const vitest = join(root, 'node_modules/vitest/vitest.mjs');
/** Reaches much of the rules, and passes. */
const calmTest = 'test/domain/commands/reporter/add-information.test.ts';

/** Whether somebody would have noticed. A mutant lives in the memory of a process alone, so that it can harm nothing. */
async function isKilled(mutant: Mutant, tests: Tests): Promise<boolean> {
  const { by, what } = mutant;
  const changes = changesOf(mutant);
  const noticed = typeof by === 'object' && 'tests' in by ? tests.fail({ changes, ...by }) : inHistories(changes, by);
  const { failed, out } = await noticed;
  if (failed && /ReferenceError|SyntaxError|ERR_MODULE_NOT_FOUND|does not stand in/u.test(out))
    throw new Error(`"${what}" does not run, so it proves nothing: mend the mutant.\n${out.slice(-2000)}`);
  return failed;
}

function inHistories(changes: readonly Change[], by: Exclude<Noticed, { tests: unknown }>) {
  // A mutant of what the plan is made from has a plan of its own.
  const hasOwnPlan = changes.some(({ file }) => madeFrom.has(file));
  const env = { BESA_MUTANT: JSON.stringify(changes), ...(hasOwnPlan ? {} : { BESA_SIM_PLAN: plan }) };
  const apart = ['--import', join(root, 'test/prove/mutated.ts')];
  const play = (...args: string[]): ReturnType<typeof run> =>
    run(root, join(root, 'test/sim/run.ts'), args, env, apart);
  if (by === 'crash points') return play('--crash-points');
  if (typeof by === 'object' && 'insiders' in by) {
    const [from = '1', to = from] = by.seeds.split('-');
    return play('--insiders', by.insiders, '--from', from, '--to', to, '--first');
  }
  const before = typeof by === 'object' ? ['--before', String(by.seed)] : [];
  return play('--from', '1', '--to', '120', '--first', ...before);
}

/** Throws when tests fail without a mutant. */
async function passes(of: Pick<Trial, 'tests' | 'named'>, tests: Tests): Promise<void> {
  const { failed, out } = await tests.fail({ ...of, changes: [] });
  if (failed) throw new Error(`${of.tests.join()} fails without a mutant, so it kills none:\n${out}`);
}

/** Works on all items, so many at once as there are places to work at. */
async function inTurns<P, T, R>(
  places: readonly P[],
  items: readonly T[],
  work: (item: T, place: P) => Promise<R>,
): Promise<R[]> {
  const left = [...items.entries()];
  const done: R[] = [];
  const at = async (place: P): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) done[next[0]] = await work(next[1], place);
  };
  await Promise.all(places.map(at));
  return done;
}

/** Tries each mutant; answers of each whether it was noticed. Says which were not. */
async function killAll(all: readonly Mutant[]): Promise<boolean[]> {
  let tried = 0;
  const show = seen.of('Mutants', all.length);
  const places = Array.from({ length: processes }, startTests);
  const killed = await inTurns(places, all, async (mutant, tests) => {
    const from = performance.now();
    const isDead = await isKilled(mutant, tests);
    tried += 1;
    show(tried);
    if (!isDead) say(`SURVIVED: ${mutant.promise}, ${mutant.what} (${mutant.file})`);
    else if (asked.only.length > 0) say(`Killed in ${inWords(performance.now() - from)}: ${mutant.what}`);
    return isDead;
  });
  // Tests that fail without a mutant would kill every one: named ones too, which may need what others did before them.
  const alone = all.flatMap(({ by }) => (typeof by === 'object' && 'named' in by ? [by] : []));
  await inTurns(places, asked.isQuick ? [] : alone, passes);
  for (const tests of places) {
    await passes({ tests: [calmTest] }, tests);
    tests.end();
  }
  return killed;
}

const begun = performance.now();
const planned = await run(root, join(root, 'test/sim/write-plan.ts'), [plan]);
if (planned.failed) throw new Error(`There is no plan to simulate:\n${planned.out}`);
const madeFrom = new Set((JSON.parse(readFileSync(plan, 'utf8')) as WrittenPlan).madeFrom);

if (asked.only.length > 0) {
  const named = mutants.filter(({ promise, what, file }) =>
    asked.only.some((text) => [promise, what, file].join('\n').includes(text)),
  );
  const isEachKilled = (await killAll(named)).every((one) => one);
  process.exit(isEachKilled && named.length > 0 ? 0 : 1);
}

const took: string[] = [];
let stepBegun = performance.now();
/** Notes how long the part took that ends here. */
const ends = (what: string): void => {
  took.push(`${what} ${inWords(performance.now() - stepBegun)}`);
  stepBegun = performance.now();
};

const playing = performance.now();
const histories = await simulate(
  'Histories of half a day',
  ['--from', '1', '--to', String(asked.halfDays), '--days', '0.5'],
  asked.halfDays,
);
const perSecond = (histories.histories / ((performance.now() - playing) / 1000)).toFixed(1);
ends('half days');
// Nothing is erased within half a day.
const whole = await simulate('Whole histories', ['--from', '1', '--to', String(asked.whole)], asked.whole);
ends('whole histories');
// An insider needs days: histories of their own, the same number of each kind.
const insiders = await simulate(
  'Histories with insiders',
  ['--from', '1', '--to', String(withInsiders), '--insiders', 'all'],
  withInsiders,
);
ends('histories with insiders');
// The models are one process, which would leave the other cores idle.
const [crashes, models] = await Promise.all([
  simulate(
    'Crash points',
    ['--crash-points', ...(asked.isQuick ? ['--kinds', '1', '--turn', String(today)] : [])],
    undefined,
  ),
  run(root, vitest, ['run', '--project', 'parts', 'test/model'], { BESA_MODEL_FAULTS: asked.isQuick ? '3' : '6' }),
]);
if (models.failed) say(models.out);
ends('crash points and models');

const tried = asked.isQuick ? sliceOf(mutants, today) : mutants;
const killed = await killAll(tried);
ends('mutants');
const stryker = asked.isQuick ? undefined : await tryEveryChange(root, (line) => seen.show(`Stryker: ${line}`));

const simulated = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P10', 'P13', 'P14'];
const promises = [...new Set([...simulated, ...mutants.map(({ promise }) => promise)])].toSorted(
  (a, b) => Number(a.slice(1)) - Number(b.slice(1)),
);
seen.clear();
const all = [histories, whole, insiders, crashes];
const sumOf = (sums: readonly Sum[], of: (sum: Sum) => number): number =>
  sums.reduce((total, sum) => total + of(sum), 0);
const tryingOf = (promise: string): readonly Sum[] =>
  promise === 'P10' ? [whole] : promise === 'P13' ? [insiders] : all;
say(
  table(
    promises.map((promise) => {
      const own = tried.flatMap((mutant, at) => (mutant.promise === promise ? [killed[at]] : []));
      const isSimulated = simulated.includes(promise);
      return {
        promise,
        trials: isSimulated ? sumOf(tryingOf(promise), (sum) => sum.histories) : 'by tests',
        'faults injected': isSimulated ? sumOf(tryingOf(promise), (sum) => sum.faults) : '',
        violations: sumOf(all, ({ broken }) => broken[promise] ?? 0),
        'mutants killed': `${own.filter((one) => one).length} of ${own.length}`,
      };
    }),
  ),
);
say(`Time: ${took.join(', ')}.`);
const survivors = killed.filter((one) => !one).length;
say(
  `${histories.histories} histories of half a day, ${perSecond} a second; ${whole.histories} whole ones; ${insiders.histories} with insiders; ${crashes.histories} crash points; ${sumOf(all, ({ calls }) => calls)} calls; ${inWords(performance.now() - begun)}.`,
);
say(
  `Faults by kind: ${Object.entries(all.map(({ byKind }) => byKind).reduce(add))
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ')}.`,
);
say(
  `Models: ${models.failed ? 'BROKEN' : 'nothing broken'}. Mutants: ${tried.length - survivors} of ${tried.length} killed${tried === mutants ? '' : `, a slice: ${turn} days have all ${mutants.length}`}.`,
);
if (stryker !== undefined)
  say(
    stryker.percent === undefined
      ? `Stryker ended without a score:\n${stryker.out.slice(-4000)}`
      : `Stryker: ${stryker.percent} % of the changes to shared/domain and shared/lambda were noticed${stryker.isEnough ? '' : ', TOO FEW'}.`,
  );
const failed =
  sumOf(all, ({ findings }) => findings) + survivors + (models.failed ? 1 : 0) + (stryker?.isEnough === false ? 1 : 0);
process.exit(failed === 0 ? 0 : 1);
