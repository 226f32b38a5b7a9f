import { parseArgs } from 'node:util';
import { allFaults, type FaultKind } from './faults.ts';
import { shrink, simulator, type Played, type PlayOptions } from './play.ts';
import { realNow, realWrite } from './virtual-process.ts';
import { crashKinds } from './world.ts';

/*
 * npm run sim -- --seed 7                 one history, told line by line
 * npm run sim -- --from 1 --to 200        many, counted; stops at the first that breaks a promise, and tells it shortened
 * npm run sim -- --crash-points           a case's plain life, with one fault at every place in turn
 *
 * With --all-faults every history has every kind of fault, each a little. With --first a broken promise is told as it was found, not shortened. The last line is JSON: histories, calls, faults by kind, findings.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    from: { type: 'string', default: '1' },
    to: { type: 'string', default: '20' },
    'crash-points': { type: 'boolean', default: false },
    part: { type: 'string', default: '0/1' },
    without: { type: 'string', default: '' },
    reports: { type: 'string' },
    days: { type: 'string' },
    first: { type: 'boolean', default: false },
    'all-faults': { type: 'boolean', default: false },
  },
});

const print = (line: string): void => void realWrite(`${line}\n`);
const tell = ({ story }: Played): void => story.forEach(print);
const [part = 0, parts = 1] = values.part.split('/').map(Number);
const isMine = (number: number): boolean => number % parts === part;

const simulated = await simulator();
const begun = realNow();
const sum = {
  histories: 0,
  calls: 0,
  faults: 0,
  byKind: {} as Partial<Record<FaultKind, number>>,
  findings: 0,
  broken: {} as Record<string, number>,
  /** What staff did, by what they were answered. */
  done: {} as Record<string, number>,
};
const count = ({ counts, faults, findings, done }: Played): void => {
  sum.histories += 1;
  sum.calls += counts.calls;
  sum.findings += findings.length;
  for (const { promise } of findings) sum.broken[promise] = (sum.broken[promise] ?? 0) + 1;
  for (const [what, times] of done) sum.done[what] = (sum.done[what] ?? 0) + times;
  process.send?.('played');
  for (const kind of allFaults) {
    sum.faults += faults[kind] ?? 0;
    if (faults[kind] !== undefined) sum.byKind[kind] = (sum.byKind[kind] ?? 0) + faults[kind];
  }
};

const without = values.without.split(',').filter((kind): kind is FaultKind => allFaults.some((one) => one === kind));
const options: PlayOptions = {
  without,
  withAllFaults: values['all-faults'],
  ...(values.reports === undefined ? {} : { reports: Number(values.reports) }),
  ...(values.days === undefined ? {} : { days: Number(values.days) }),
};

if (values.seed !== undefined) {
  const played = await simulated.play(Number(values.seed), options);
  tell(played);
  count(played);
} else if (values['crash-points']) {
  const places = [...(await simulated.liveThrough()).callsMade];
  const points = places.flatMap((call) => crashKinds.map((how) => ({ call, how })));
  for (const point of points.filter((_, number) => isMine(number))) {
    const played = await simulated.liveThrough(point);
    count(played);
    sum.faults += 1;
    if (played.findings.length === 0) continue;
    tell(played);
    print(`A promise is broken when ${point.call} ${point.how}.`);
    break;
  }
} else {
  for (let seed = Number(values.from); seed <= Number(values.to); seed += 1) {
    if (!isMine(seed)) continue;
    const played = await simulated.play(seed, options);
    count(played);
    if (played.findings.length === 0) continue;
    const { played: shortest, options: left } = values.first ? { played, options } : await shrink(simulated, played);
    tell(shortest);
    const flags = Object.entries(left).map(([name, value]) => ` --${name} ${String(value)}`);
    print(`Seed ${seed} breaks a promise. Again: npm run sim -- --seed ${seed}${flags.join('')}`);
    break;
  }
}
const last = JSON.stringify({ ...sum, seconds: Math.round((realNow() - begun) / 1000) });
// Into a pipe, what is written may still be on its way.
realWrite(`${last}\n`, () => process.exit(sum.findings === 0 ? 0 : 1));
