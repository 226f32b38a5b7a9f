import { loadSystem } from '#test/sim/system.ts';
import { realWrite, takeOver } from '#test/sim/virtual-process.ts';
import type { Invocation, SimulatedWorld } from '#test/sim/simulated-world.ts';
import { readRelease } from './kept-release.ts';
import { withKeys } from './places.ts';
import { comesToItsEnd } from './reading/comes-to-its-end.ts';
import { goesOn } from './reading/goes-on.ts';
import { openKept, type KeptCentre } from './reading/kept-centre.ts';
import { isAskedAgain, isLookedAt, isOpened } from './reading/looks.ts';
import type { Reading } from './row-kinds.ts';

/**
 * Lets today's code read a kept release, each reading on its own copy, and writes what is wrong, a line of JSON for each. A process of its
 * own, for the simulator takes over time and chance: `node test/releases/read-release.ts 0.1.0`. A second
 * argument names another folder that it is kept in.
 */
const [version = '', within] = process.argv.slice(2);
const release = readRelease(version, within);
const does: Readonly<Record<Reading, (centre: KeptCentre) => Promise<void>>> = {
  'looked at': isLookedAt,
  opened: isOpened,
  'asked again': isAskedAgain,
  'goes on': goesOn,
  'comes to its end': comesToItsEnd,
};

/** One reader that fails makes hundreds of problems; the first ones say enough. */
const mostShown = 20;

let current: SimulatedWorld | undefined;
const { run } = takeOver<Invocation>(() => current);
const system = withKeys(await loadSystem(), release.keys);
for (const [reading, read] of Object.entries(does)) {
  const centre = await openKept(system, release, run, (world) => (current = world));
  try {
    await read(centre);
  } catch (error) {
    centre.find(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  // One line each, at once: of a reading that does not end at least the others are known.
  realWrite(`${JSON.stringify([reading, [...new Set(centre.problems)].slice(0, mostShown)])}\n`);
}
