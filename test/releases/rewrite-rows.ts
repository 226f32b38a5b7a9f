import { allFaults } from '#test/sim/faults/faults.ts';
import { loadSystem } from '#test/sim/system.ts';
import { SimulatedWorld, type Invocation } from '#test/sim/simulated-world.ts';
import { realWrite, takeOver } from '#test/sim/virtual-process.ts';
import { kindOf } from './kept-rows.ts';
import { livesOn } from './living/lives-on.ts';
import { inventedKeys, tablesOf, withKeys } from './places.ts';

/**
 * Lets a small centre live on the functions of today while each row is as if a newer release had written it first, with an
 * attribute of which these functions know nothing. Writes which kinds of rows were put again, and which of them lost it. A
 * process of its own, for the simulator takes over time and chance.
 */
let current: SimulatedWorld | undefined;
const { run } = takeOver<Invocation>(() => current);
const loaded = await loadSystem();
const system = withKeys(loaded, inventedKeys(loaded.blueprint));
const world = new SimulatedWorld(system, run, 1, allFaults);
current = world;
world.isNewerFirst = true;
const { table, rows } = system.directory;
world.database.restore(table, rows.map((row) => ({ ...row, ofNewerRelease: { S: 'kept' } })));
world.database.follow();
await livesOn(world, system);
current = undefined;

const names = new Map(Object.entries(tablesOf(system.blueprint)).map(([name, physical]) => [physical, name]));
const kindsIn = (all: typeof world.newer.lost): string[] => [
  ...new Set(all.map((one) => kindOf(names.get(one.table) ?? '', { ...one.row }))),
];
realWrite(`${JSON.stringify({ rewritten: kindsIn(world.newer.rewritten), lost: kindsIn(world.newer.lost) })}\n`);
