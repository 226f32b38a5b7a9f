import { check, type Finding } from './checker.ts';
import { catchUp, days, populate } from './people.ts';
import { loadSystem, type System } from './system.ts';
import { takeOver } from './virtual-process.ts';
import { World, type CrashPoint, type Invocation } from './world.ts';

export interface Played {
  seed: number;
  findings: Finding[];
  faults: World['faults']['counts'];
  counts: World['counts'];
  story: string[];
  /** Calls that the function of the crash point made. */
  calls: number;
}

export interface PlayOptions {
  faults?: boolean;
  crashPoint?: CrashPoint;
}

let current: World | undefined;

/** Makes this process a simulator. It plays one history after the other, each decided by its seed alone. */
export async function simulator(): Promise<(seed: number, options?: PlayOptions) => Promise<Played>> {
  const system: System = await loadSystem();
  const { run } = takeOver<Invocation>(() => current);
  return async (seed, { faults = true, crashPoint } = {}) => {
    const world = new World(system, run, seed, { faults });
    current = world;
    world.crashPoint = crashPoint;
    const span = days(world.chance.pick([0.5, 1, 2, 4] as const));
    const begun = world.now();
    const reporters = populate(world, span);
    if (world.faults.strikes('outage'))
      world.at(begun + world.chance.whole(0, 36 * 60) * 60_000, 'an outage begins', () => {
        const service = world.chance.pick(['dynamodb', 'sqs', 'kms', 'ses', 'schedules'] as const);
        world.goOut(service, world.now() + world.chance.whole(10, 24 * 60) * 60_000);
      });
    await world.playUntil(begun + span);
    world.tell('nothing goes wrong any more');
    world.heal();
    world.at(world.now(), 'somebody reads what nobody has read', () => catchUp(world));
    // Long enough for what is sent again after fifteen minutes, doubled each time up to six hours, and for late mails.
    await world.playUntil(begun + span + days(1));
    world.heal();
    await world.playUntil(world.now() + 60_000);
    const looking = check(world, system, reporters);
    let findings: Finding[] | undefined;
    void looking.then((found) => (findings = found));
    while (findings === undefined) await world.playUntil(world.now() + 1);
    const calls = world.callsBy.get(crashPoint?.title ?? '') ?? 0;
    current = undefined;
    return { seed, findings, faults: world.faults.counts, counts: world.counts, story: world.story, calls };
  };
}
