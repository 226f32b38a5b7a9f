import { randomUUID } from 'node:crypto';
import { posts } from '#test/sim/actors/asking.ts';
import { allFaults } from '#test/sim/faults/faults.ts';
import { isWrittenWhole } from '#test/sim/releases/written-whole.ts';
import { loadSystem } from '#test/sim/system.ts';
import { SimulatedWorld, type Invocation } from '#test/sim/simulated-world.ts';
import { realWrite, takeOver } from '#test/sim/virtual-process.ts';
import type { KeptCase } from './kept-release.ts';
import { kindOf } from './kept-rows.ts';
import { centreIn } from './living/centre.ts';
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
world.database.restore(
  table,
  rows.map((row) => (isWrittenWhole(row) ? row : { ...row, ofNewerRelease: { S: 'kept' } })),
);
world.database.follow();
await livesOn(world, system);
// Of these rows each stood once so far.
const { administers, asks, play, does } = centreIn(world, system);
await endsAnAccess();
await administers('staff-elira', 'roster', { holidays: [], shifts: [] });
await administers('staff-kujtim', 'institutions', { code: 'cyber_authority', inUse: true });
await administers('staff-kujtim', 'platforms', { code: 'tiktok', way: 'email', to: 'An invented form' });
const campaign = { code: 'SCHOOLS-2027', name: 'Invented school visits', from: '2027-01-10', to: '2027-07-30' };
await administers('staff-kujtim', 'campaigns', campaign);
for (const by of ['staff-elira', 'staff-blerim']) {
  await play(world.wait(1000));
  await asks('directory', {
    ...posts('/v1/duty/take-over', {}, { 'Idempotency-Key': randomUUID() }),
    claims: { sub: by },
  });
}
current = undefined;

/** Staff end an access code of an institution. */
async function endsAnAccess(): Promise<void> {
  const all = world.database.rows(tablesOf(system.blueprint)['Cases'] ?? '');
  const desk = all.find(({ sk, revokedAt }) => sk?.S === 'DESK' && revokedAt === undefined);
  const meta = all.find(({ sk, caseId }) => sk?.S === 'META' && caseId?.S === desk?.['caseId']?.S);
  const of = { caseNumber: meta?.['caseNumber']?.S ?? '' } as KeptCase;
  const path = { referral: desk?.['referral']?.S ?? '' };
  await does('staff-elira', of, 'referrals/{referral}/access-end', { contact: desk?.['contact']?.S ?? '' }, path);
}

const names = new Map(Object.entries(tablesOf(system.blueprint)).map(([name, physical]) => [physical, name]));
const kindsIn = (all: typeof world.newer.lost): string[] => [
  ...new Set(all.map((one) => kindOf(names.get(one.table) ?? '', { ...one.row }))),
];
realWrite(`${JSON.stringify({ rewritten: kindsIn(world.newer.rewritten), lost: kindsIn(world.newer.lost) })}\n`);
