import { check, type Finding } from './checker.ts';
import { evidenceIn } from './evidence.ts';
import { allFaults, type FaultKind } from './faults.ts';
import { catchUp, days, liveThrough, populate } from './people.ts';
import { loadSystem, type System } from './system.ts';
import { takeOver } from './virtual-process.ts';
import { World, type CrashPoint, type Invocation } from './world.ts';

export interface Played {
  seed: number;
  findings: Finding[];
  faults: World['faults']['counts'];
  counts: World['counts'];
  story: string[];
  callsMade: ReadonlySet<string>;
}

export interface PlayOptions {
  /** Faults that do not strike in this history. */
  without?: readonly FaultKind[];
  /** No more reports than these. */
  reports?: number;
  /** No longer than this. */
  days?: number;
}
export interface Simulator {
  /** A history of its own, decided by its seed. */
  play: (seed: number, options?: PlayOptions) => Promise<Played>;
  /** The plainest life of a case, with one fault at one place; without one it says where there could be any. */
  liveThrough: (crashPoint?: CrashPoint) => Promise<Played>;
}

const plainSeed = 1;

let current: World | undefined;

/** Makes this process a simulator. */
export async function simulator(): Promise<Simulator> {
  // First, for functions keep what they are given when they are loaded.
  const { run } = takeOver<Invocation>(() => current);
  const system: System = await loadSystem();

  const finish = async (world: World, seed: number, span: number, reporters: ReturnType<typeof populate>) => {
    const begun = world.now();
    await world.playUntil(begun + span);
    world.tell('nothing goes wrong any more');
    world.heal();
    world.at(world.now(), 'somebody reads what nobody has read', () => catchUp(world));
    // Long enough for what is sent again after fifteen minutes, doubled each time up to six hours, and for late mails.
    await world.playUntil(begun + span + days(1));
    world.heal();
    await world.playUntil(world.now() + 60_000);
    const looking = { isOver: false };
    const looked = check(evidenceIn(world, system), reporters).finally(() => (looking.isOver = true));
    while (!looking.isOver) await world.playUntil(world.now() + 1);
    const findings = await looked;
    for (const { promise, what } of findings) world.tell(`BROKEN ${promise}: ${what}`);
    current = undefined;
    const { faults, counts, story, callsMade } = world;
    return { seed, findings, faults: faults.counts, counts, story, callsMade };
  };

  const simulated: Simulator = {
    play: async (seed, { without = [], reports = Infinity, days: longest = Infinity } = {}) => {
      const world = new World(system, run, seed, without);
      current = world;
      const span = days(Math.min(world.chance.pick([0.5, 1, 2]), longest));
      const reporters = populate(world, span, reports);
      if (world.faults.strikes('outage'))
        world.at(world.now() + world.chance.whole(0, 36 * 60) * 60_000, 'an outage begins', () => {
          const service = world.chance.pick(['dynamodb', 'sqs', 'kms', 'ses', 'schedules'] as const);
          world.goOut(service, world.now() + world.chance.whole(10, 24 * 60) * 60_000);
        });
      return finish(world, seed, span, reporters);
    },
    liveThrough: async (crashPoint) => {
      const world = new World(system, run, plainSeed, allFaults);
      current = world;
      world.crashPoint = crashPoint;
      return finish(world, plainSeed, days(0.25), liveThrough(world));
    },
  };
  // What functions keep between invocations they keep from here on, so that every history begins alike.
  await simulated.liveThrough();
  return simulated;
}

/** Leaves out what a failure does not need: kinds of faults, reports, days. Each try is a whole history. */
export async function shrink({ play }: Simulator, failed: Played): Promise<{ played: Played; options: PlayOptions }> {
  const broken = new Set(failed.findings.map(({ promise }) => promise));
  let best = { played: failed, options: {} as PlayOptions };
  const attempt = async (options: PlayOptions): Promise<void> => {
    const played = await play(failed.seed, options);
    const isSame = played.findings.some(({ promise }) => broken.has(promise));
    if (isSame && played.story.length <= best.played.story.length) best = { played, options };
  };
  for (const reports of [1, 2])
    await attempt({ ...best.options, reports: Math.min(reports, best.options.reports ?? Infinity) });
  await attempt({ ...best.options, days: 0.5 });
  for (const kind of allFaults) await attempt({ ...best.options, without: [...(best.options.without ?? []), kind] });
  return best;
}
