import { optionsAmong, partOf, share, understand, wholeNumber, wordsOf } from './command-line.ts';
import { insiderKinds } from './actors/insiders/plot.ts';
import { tooMuchKinds } from './actors/too-much.ts';
import { allFaults, type FaultKind } from './faults/faults.ts';
import { shrink, simulator, type Played, type PlayOptions } from './play.ts';
import { realNow, realWrite } from './virtual-process.ts';
import { crashKinds, crashKindsAt } from './world.ts';

/*
 * npm run sim -- --seed 7                 one history, told line by line
 * npm run sim -- --from 1 --to 200        many, counted; stops at the first that breaks a promise, and tells it shortened
 * npm run sim -- --crash-points           a case's plain life, with one fault at every place in turn; --kinds 1 tries one of four there, and with another --turn another one
 *
 * With --before 13 that seed is played before the others. With --too-much messages each history has too much of that. With --insiders officer each has a malicious one; of several kinds, such as --insiders officer,pair, or of --insiders all, the seeds have one after the other. With --releases a newer release is deployed and taken back in each. With --all-faults every history has every kind of fault, each a little. With --first a broken promise is told as it was found, not shortened. The last line is JSON: histories, calls, faults by kind, findings.
 */
const asked = understand(() => {
  const values = optionsAmong({
    seed: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    'crash-points': { type: 'boolean' },
    kinds: { type: 'string' },
    turn: { type: 'string' },
    before: { type: 'string' },
    part: { type: 'string', default: '0/1' },
    without: { type: 'string', default: '' },
    reports: { type: 'string' },
    days: { type: 'string' },
    'too-much': { type: 'string', default: '' },
    insiders: { type: 'string', default: '' },
    first: { type: 'boolean', default: false },
    'all-faults': { type: 'boolean', default: false },
    releases: { type: 'boolean', default: false },
  });
  const reports = wholeNumber('--reports', values.reports, undefined, 1);
  const [tooMuch] = wordsOf('--too-much', values['too-much'], tooMuchKinds);
  const insiders = values.insiders === 'all' ? insiderKinds : wordsOf('--insiders', values.insiders, insiderKinds);
  const longest = share('--days', values.days);
  const options: PlayOptions = {
    without: wordsOf('--without', values.without, allFaults),
    withAllFaults: values['all-faults'],
    withReleases: values.releases,
    ...(tooMuch === undefined ? {} : { tooMuch }),
    ...(reports === undefined ? {} : { reports }),
    ...(longest === undefined ? {} : { days: longest }),
  };
  return {
    seed: wholeNumber('--seed', values.seed, undefined),
    from: wholeNumber('--from', values.from, 1),
    to: wholeNumber('--to', values.to, 20),
    before: values.before === undefined ? [] : [wholeNumber('--before', values.before, 1)],
    isOfCrashPoints: values['crash-points'] === true,
    kinds: wholeNumber('--kinds', values.kinds, crashKinds.length, 1),
    turn: wholeNumber('--turn', values.turn, 0),
    insiders,
    isFirstTold: values.first,
    ...partOf('--part', values.part),
    options,
  };
});
const { options } = asked;

const print = (line: string): void => void realWrite(`${line}\n`);
const tell = ({ story }: Played): void => story.forEach(print);
const isMine = (number: number): boolean => number % asked.parts === asked.part;
/** The same options as they are typed. */
const typed = ({
  without = [],
  reports,
  days,
  withAllFaults = false,
  withReleases = false,
  tooMuch,
  insiders,
}: PlayOptions): string =>
  [
    ...(without.length > 0 ? [`--without ${without.join()}`] : []),
    ...(reports === undefined ? [] : [`--reports ${reports}`]),
    ...(days === undefined ? [] : [`--days ${days}`]),
    ...(tooMuch === undefined ? [] : [`--too-much ${tooMuch}`]),
    ...(insiders === undefined ? [] : [`--insiders ${insiders}`]),
    ...(withAllFaults ? ['--all-faults'] : []),
    ...(withReleases ? ['--releases'] : []),
  ]
    .map((option) => ` ${option}`)
    .join('');

/** What is played from a seed. */
const optionsOf = (seed: number): PlayOptions => {
  const insiders = asked.insiders[seed % asked.insiders.length];
  return insiders === undefined ? options : { ...options, insiders };
};

const simulated = await simulator();
const play = (seed: number): Promise<Played> =>
  simulated.play(seed, optionsOf(seed)).catch((error: unknown) => {
    throw new Error(`Seed ${seed} could not be played to its end.`, { cause: error });
  });
const begun = realNow();
const sum = {
  histories: 0,
  calls: 0,
  faults: 0,
  byKind: {} as Partial<Record<FaultKind, number>>,
  /** Messages that a function left to a newer release. */
  left: 0,
  findings: 0,
  broken: {} as Record<string, number>,
  /** What two insiders did together that none of them could do alone. */
  together: {} as Record<string, number>,
  /** What staff did, by what they were answered. */
  done: {} as Record<string, number>,
};
const count = ({ counts, faults, findings, done, together = {} }: Played): void => {
  sum.histories += 1;
  sum.calls += counts.calls;
  sum.left += counts.left;
  sum.findings += findings.length;
  for (const { promise } of findings) sum.broken[promise] = (sum.broken[promise] ?? 0) + 1;
  for (const [kind, times] of Object.entries(together)) sum.together[kind] = (sum.together[kind] ?? 0) + times;
  for (const [what, times] of done) sum.done[what] = (sum.done[what] ?? 0) + times;
  process.send?.('played');
  for (const kind of allFaults) {
    sum.faults += faults[kind] ?? 0;
    if (faults[kind] !== undefined) sum.byKind[kind] = (sum.byKind[kind] ?? 0) + faults[kind];
  }
};

if (simulated.broken !== undefined) {
  tell(simulated.broken);
  count(simulated.broken);
  print('A promise is broken before any history, when nothing goes wrong.');
} else if (asked.seed !== undefined) {
  const played = await play(asked.seed);
  tell(played);
  count(played);
} else if (asked.isOfCrashPoints) {
  const places = [...(await simulated.liveThrough()).callsMade];
  const points = places.flatMap((call, place) =>
    crashKindsAt(place, asked.kinds, asked.turn).map((how) => ({ call, how })),
  );
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
  const seeds = Array.from({ length: asked.to - asked.from + 1 }, (_, at) => asked.from + at).filter(isMine);
  for (const seed of new Set([...asked.before, ...seeds])) {
    const played = await play(seed);
    count(played);
    if (played.findings.length === 0) continue;
    const { played: shortest, options: left } = asked.isFirstTold
      ? { played, options: optionsOf(seed) }
      : await shrink(simulated, played, optionsOf(seed));
    tell(shortest);
    print(`Seed ${seed} breaks a promise. Again: npm run sim -- --seed ${seed}${typed(left)}`);
    break;
  }
}
const last = JSON.stringify({ ...sum, seconds: Math.round((realNow() - begun) / 1000) });
// Into a pipe, what is written may still be on its way.
realWrite(`${last}\n`, () => process.exit(sum.findings === 0 ? 0 : 1));
