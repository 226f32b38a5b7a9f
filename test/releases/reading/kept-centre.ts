import { ask, days, hour, minute, type Answer } from '#test/sim/actors/asking.ts';
import { allFaults } from '#test/sim/faults/faults.ts';
import { nameIn } from '#test/sim/services.ts';
import type { System } from '#test/sim/system.ts';
import { SimulatedWorld, type Invocation } from '#test/sim/simulated-world.ts';
import type { GatewayRequest } from '#test/support/gateway.ts';
import type { KeptRelease } from '../kept-release.ts';
import { rowFrom, type Row } from '../kept-rows.ts';
import { tablesOf } from '../places.ts';

/** A kept release's tables and queues under today's functions, at the instant at which it was kept. */
export interface KeptCentre {
  world: SimulatedWorld;
  system: System;
  release: KeptRelease;
  /** What is wrong, a sentence each. */
  problems: string[];
  find: (problem: string) => void;
  rows: (table: string) => Row[];
  /** Asks a function, without time going on. */
  asks: (title: string, request: GatewayRequest) => Promise<Answer>;
}

export const text = (answer: Answer): string => JSON.stringify(answer.body);
/** A text as it stands within JSON. */
export const within = (words: string): string => JSON.stringify(words).slice(1, -1);

/** `begins` is told of the world before anything happens in it. No function is invoked by itself until `world.start`. */
export async function openKept(
  system: System,
  release: KeptRelease,
  run: <T>(of: Invocation, work: () => T) => T,
  begins: (world: SimulatedWorld) => void,
): Promise<KeptCentre> {
  const world = new SimulatedWorld(system, run, 2, allFaults);
  begins(world);
  await world.stop();
  const tables = tablesOf(system.blueprint);
  for (const [name, rows] of Object.entries(release.tables)) {
    const table = tables[name];
    if (table === undefined) throw new Error(`There is no table ${name} any more: where have its rows gone?`);
    world.database.restore(table, rows.map(rowFrom) as Parameters<SimulatedWorld['database']['restore']>[1]);
  }
  world.database.stream.length = 0;
  world.database.follow();
  world.writes += 1;
  for (const [title, bodies] of Object.entries(release.queues)) {
    for (const queue of queuesOf(system, title)) for (const body of bodies) world.queues.put(queue, body, world.now());
  }
  await world.playUntil(Date.parse(release.story.at));

  const problems: string[] = [];
  return {
    world,
    system,
    release,
    problems,
    find: (problem) => void problems.push(problem),
    rows: (table) => world.database.rows(tables[table] ?? ''),
    asks: async (title, request) => {
      const working: { seen?: Awaited<ReturnType<typeof ask>> } = {};
      const asked = ask(world, title, request).then((seen) => (working.seen = seen));
      while (working.seen === undefined) await world.playUntil(world.now() + 1);
      await asked;
      return working.seen === 'unknown' ? { status: 0, body: {}, etag: '' } : working.seen;
    },
  };
}

/** More than any reading needs: beyond it the same thing is done again and again. */
const mostTurns = 100_000;

/** Lets so many ms go by. Throws where something never ends, instead of waiting for it. */
export async function goesBy({ world }: KeptCentre, ms: number): Promise<void> {
  const end = world.now() + ms;
  const step = ms < days(2) ? 10 * minute : 6 * hour;
  while (world.now() < end) {
    await world.playUntil(Math.min(end, world.now() + step));
    if (world.counts.turns > mostTurns) throw new Error(`Something is done again and again: ${world.story.at(-1)}`);
  }
}

/** The queues that feed a function. */
export function queuesOf({ blueprint, titleOf }: System, title: string): string[] {
  return blueprint.queueSources
    .filter(({ functionArn }) => titleOf(functionArn) === title)
    .map(({ queueArn }) => nameIn(queueArn));
}

/** What happened to a case, by its number, as the history stands. */
export function historyOf({ rows }: KeptCentre, caseNumber: string): string[] {
  const caseId = rows('Cases').find(({ pk }) => pk?.S === `NUMBER#${caseNumber}`)?.['caseId']?.S;
  return rows('CaseEvents')
    .filter(({ pk }) => pk?.S === `CASE#${caseId}`)
    .toSorted((a, b) => Number(a['number']?.N) - Number(b['number']?.N))
    .map(({ type }) => type?.S ?? '');
}

/** Lines of the log that say that something failed, besides what the story brings with it. */
export function failuresIn({ world }: KeptCentre): string[] {
  const borne = ['nobody_to_tell', 'mail_undelivered'];
  const lines = world.lines.filter((line) => line.includes('"level":"error"'));
  return [...new Set(lines.filter((line) => !borne.some((code) => line.includes(`"code":"${code}"`))))];
}
