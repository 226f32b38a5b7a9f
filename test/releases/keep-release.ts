import { existsSync } from 'node:fs';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { stageNames } from '#infra/stage-names.ts';
import { synthesize } from '#infra/synthesize.ts';
import { outboxEventFrom } from '#shared/adapters/aws/events/event-row.ts';
import { eventTypes, toEnvelope } from '#shared/contracts/events/envelope.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import { allFaults } from '#test/sim/faults/faults.ts';
import { nameIn } from '#test/sim/services.ts';
import { loadSystem, type System } from '#test/sim/system.ts';
import { realWrite, takeOver } from '#test/sim/virtual-process.ts';
import { SimulatedWorld, type Invocation } from '#test/sim/simulated-world.ts';
import { filesOf, folderOf, writeRelease, type KeptRelease, type Manifest } from './kept-release.ts';
import { stacksOf } from './kept-resources.ts';
import { keptRow, kindOf, placeOf, type Row } from './kept-rows.ts';
import { livesOn } from './living/lives-on.ts';
import { inventedKeys, tablesOf, withKeys } from './places.ts';
import { readBy, writtenBefore } from './row-kinds.ts';

/**
 * Keeps a release: a small centre lives on the functions as they are now, and everything they wrote is written down.
 * `node test/releases/keep-release.ts 0.2.0`, as `npm run release` calls it. The same code keeps the same bytes. A second
 * argument names another folder to keep it in, to try whether it can be kept.
 */
const [version = '', within] = process.argv.slice(2);
const folder = folderOf(version, within);
if (!/^\d+\.\d+\.\d+$/u.test(version)) throw new Error('Say which release, such as 0.2.0.');
if (existsSync(folder)) throw new Error(`${version} is kept already. A kept release is never edited.`);

let current: SimulatedWorld | undefined;
const { run } = takeOver<Invocation>(() => current);
const loaded = await loadSystem();
const keys = inventedKeys(loaded.blueprint);
const system = withKeys(loaded, keys);
const world = new SimulatedWorld(system, run, 1, allFaults);
current = world;
const { story, answeredAgain } = await livesOn(world, system);

const rows = tablesIn(world, system);
const events = samplesOf(rows['CaseEvents'] ?? []);
const release: KeptRelease = {
  manifest: manifestOf(rows, events),
  story: { ...story, commands: [] },
  tables: Object.fromEntries(Object.entries(rows).map(([name, all]) => [name, all.map(keptRow)])),
  queues: queuesIn(world, system),
  events,
  keys,
  resources: {},
};
refuseGaps(release);
release.story.commands = await answeredAgain();
current = undefined;
for (const stage of stageNames) release.resources[stage] = stacksOf(await synthesize(stage));
writeRelease(folder, filesOf(release));
realWrite(`${version} is kept.\n`);

function tablesIn(of: SimulatedWorld, { blueprint }: System): Record<string, Row[]> {
  const inOrder = (table: string): Row[] =>
    of.database.rows(table).toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  return Object.fromEntries(Object.entries(tablesOf(blueprint)).map(([name, table]) => [name, inOrder(table)]));
}

/** One envelope of each type: of what the relay sends, the one that says most. */
function samplesOf(history: readonly Row[]): Record<string, unknown>[] {
  const all = history.map((row) => toEnvelope(outboxEventFrom(row as Record<string, AttributeValue>)));
  const members = ({ data }: { data: object }): number => Object.keys(data).length;
  return eventTypes.flatMap((type) => {
    const [sample] = all
      .filter((one) => one.type.startsWith(`besa.${type}.v`))
      .toSorted((a, b) => members(b) - members(a));
    return sample === undefined ? [] : [{ ...sample }];
  });
}

function manifestOf(tables: Record<string, Row[]>, samples: readonly Record<string, unknown>[]): Manifest {
  const kinds: Manifest['rows'] = {};
  for (const [table, all] of Object.entries(tables)) {
    for (const row of all) {
      const kind = (kinds[kindOf(table, row)] ??= { count: 0, members: [] });
      kind.count += 1;
      kind.members = [...new Set([...kind.members, ...Object.keys(row)])].toSorted();
    }
  }
  return {
    version,
    rows: Object.fromEntries(Object.entries(kinds).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    events: samples.map((sample) => String(sample['type'])),
  };
}

/** What each function still had to do, by its name. */
function queuesIn(of: SimulatedWorld, { blueprint, titleOf }: System): Record<string, string[]> {
  return Object.fromEntries(
    blueprint.queueSources.map(({ queueArn, functionArn }) => [
      titleOf(functionArn),
      of.queues.named(nameIn(queueArn)).messages.map(({ body }) => body),
    ]),
  );
}

/** A sample that leaves something out would say of it that everybody can read it. */
function refuseGaps({ manifest, events: samples, queues, story: { cases } }: KeptRelease): void {
  const missing = [
    ...Object.keys(readBy).filter((kind) => manifest.rows[kind] === undefined && !writtenBefore.includes(kind)),
    ...eventTypes.filter((type) => !samples.some((sample) => String(sample['type']).startsWith(`besa.${type}.v`))),
    ...(queues['triage']?.length === 0 ? ['a message in a queue'] : []),
    ...caseStatuses.filter((status) => !cases.some(({ shown }) => shown?.['status'] === status)),
  ];
  const unknown = Object.keys(manifest.rows).filter((kind) => readBy[kind] === undefined);
  if (missing.length > 0) throw new Error(`The sample has nothing of: ${missing.join(', ')}.`);
  if (unknown.length > 0) throw new Error(`row-kinds.ts does not say what reads: ${unknown.join(', ')}.`);
}
