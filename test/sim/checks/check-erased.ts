import { erasureFrom } from '#shared/adapters/aws/erasing/erasure-journal.ts';
import type { Erasure } from '#shared/ports/erasing.ts';
import type { Row } from '../database/expressions.ts';
import type { Find, Told } from './finding.ts';
import { days, statusOf } from '../actors/asking.ts';
import { tableIn } from '../table-names.ts';
import { firstAnswer, type Reporter } from '../actors/reporters.ts';
import type { System } from '../system.ts';
import type { Reading, World } from '../world.ts';

export const erasuresIn = (world: World, system: System): Erasure[] =>
  world.database.rows(tableIn(system.blueprint, 'ERASURES_TABLE')).map((row) => erasureFrom({ ...row }));

/** Whether a row is one of this case, wherever it stands: in its partition, leading to it, or naming it as its own. */
function isOf({ pk, sk, caseId }: Row, id: string): boolean {
  const own = `CASE#${id}`;
  return pk?.S === own || sk?.S === own || caseId?.S === id || pk?.S?.includes(id) === true;
}

/** Nothing is left of what was erased, and whatever was due to be erased is. */
export function checkErased(world: World, system: System, cases: readonly Told[], find: Find): void {
  for (const { caseId, keys } of erasuresIn(world, system)) {
    for (const variable of ['CASES_TABLE', 'CASE_EVENTS_TABLE', 'KEYS_TABLE'] as const) {
      const rows = world.database.rows(tableIn(system.blueprint, variable));
      const left = rows.filter((row) => isOf(row, caseId) || keys.includes(row['pk']?.S ?? ''));
      for (const { pk, sk, number } of left)
        find('P10', `case ${caseId} was erased, and there is ${pk?.S} ${sk?.S ?? number?.N}`);
    }
  }
  for (const { of } of cases) {
    const { keeping, hold, revision } = of;
    if (keeping === undefined || hold !== undefined || keeping.revision !== revision) continue;
    // A run a day; a day more for one that failed.
    if (Date.parse(keeping.eraseAt) + days(2) < world.now())
      find('P10', `${of.caseNumber} was to be erased at ${keeping.eraseAt} and is there`);
  }
}

/**
 * Nothing that somebody wrote, and was told is there, is erased before staff were shown it, or may have been. `read`: each
 * time that they read a case, by its number.
 */
export function checkReadBeforeErased(
  read: ReadonlyMap<string, readonly Reading[]>,
  cases: readonly Told[],
  reporters: readonly Reporter[],
  find: Find,
): void {
  const kept = new Set(cases.map(({ of }) => of.caseNumber));
  for (const reporter of reporters) {
    const number = String(firstAnswer(reporter)?.body['caseNumber']);
    if (firstAnswer(reporter) === undefined || kept.has(number)) continue;
    const readings = read.get(number) ?? [];
    const said = (reporter.thread?.said ?? []).filter(({ seen }) => seen.some((one) => statusOf(one) === 201));
    // Who of staff files a report, under a channel, has read it.
    const report = reporter.body['channel'] === undefined ? [{ text: String(reporter.body['narrative']), at: 0 }] : [];
    const words = [...report, ...said];
    const unread = words.filter(
      ({ text, at = 0 }) =>
        !readings.some(({ at: readAt, shown }) => shown?.includes(JSON.stringify(text).slice(1, -1)) ?? readAt > at),
    );
    if (unread.length > 0) find('P10', `${number} was erased with words that nobody had read: ${unread.length}`);
  }
}

/** One anonymous row per case that was ever stored, erased or not. */
export function checkFacts(world: World, system: System, cases: readonly Told[], find: Find): void {
  const facts = world.database
    .rows(tableIn(system.blueprint, 'FACTS_TABLE'))
    .filter(({ pk }) => /^(MONTH|QUARTER)#/u.test(pk?.S ?? ''));
  const erased = erasuresIn(world, system).length;
  if (facts.length !== cases.length + erased)
    find('P3', `${facts.length} facts of ${cases.length} cases and ${erased} that were erased`);
  checkTallies(world, system, find);
  for (const { of, rows } of cases) if (!rows.has('FACT')) find('P3', `${of.caseNumber} is not counted`);
}

/** Every case that lost its region is in the tally of its quarter, once. */
function checkTallies(world: World, system: System, find: Find): void {
  const rows = world.database.rows(tableIn(system.blueprint, 'FACTS_TABLE'));
  const coarse = rows.flatMap(({ pk }) =>
    pk?.S?.startsWith('QUARTER#') === true ? [pk.S.slice('QUARTER#'.length)] : [],
  );
  for (const [quarter, facts] of Map.groupBy(coarse, (one) => one)) {
    const tally = rows.find(({ pk, sk }) => pk?.S === `TALLY#${quarter}` && sk?.S === 'ERASED');
    const counted = Number(tally?.['cases']?.N ?? 0);
    if (counted !== facts.length) find('P3', `${facts.length} cases of ${quarter} were erased and ${counted} tallied`);
  }
}
