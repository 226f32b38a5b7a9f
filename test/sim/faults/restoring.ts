import { erasedLogs } from '#shared/adapters/aws/erasing/erased-logs.ts';
import { erasing } from '#shared/adapters/aws/erasing/erasing.ts';
import { erasureJournal } from '#shared/adapters/aws/erasing/erasure-journal.ts';
import { tableDesigns } from '#shared/adapters/aws/dynamo/table-design.ts';
import { replayErasures } from '#shared/use-cases/replay-erasures.ts';
import { ask, canary, days, posts } from '../actors/asking.ts';
import { erasuresIn } from '../checks/check-erased.ts';
import type { Find } from '../checks/finding.ts';
import type { Row } from '../database/expressions.ts';
import { memoryClient } from '../database/memory-client.ts';
import { tableIn } from '../table-names.ts';
import type { System } from '../system.ts';
import type { World } from '../world.ts';

export interface Backup {
  takenAt: number;
  rows: ReadonlyMap<string, Row[]>;
}

/** The tables that are put back together, each as far back as it can go. */
const restorable = { Cases: 'CASES_TABLE', CaseEvents: 'CASE_EVENTS_TABLE', Keys: 'KEYS_TABLE' } as const;

export const canGoBackTo = (world: World, takenAt: number): boolean =>
  world.now() <= takenAt + days(tableDesigns.Cases.recoveryDays);

/**
 * Puts the tables back as they were, replays the journal of erasures as an operator does before anything goes live, and
 * tries before that whether what came back without its keys can be read.
 */
export async function restore(world: World, system: System, { takenAt, rows }: Backup, find: Find): Promise<void> {
  const opened = async (number: string): Promise<string> => {
    const request = posts(
      '/v1/cases/{number}/read',
      { reason: 'on_duty' },
      { 'Idempotency-Key': `drill-${number}-x` },
      { number },
    );
    return JSON.stringify(await ask(world, 'case-desk', { ...request, claims: { sub: 'staff-elira' } }));
  };
  for (const [name, variable] of Object.entries(restorable) as [keyof typeof restorable, string][]) {
    if (world.now() > takenAt + days(tableDesigns[name].recoveryDays)) continue;
    const table = tableIn(system.blueprint, variable);
    world.database.restore(table, rows.get(table) ?? []);
    world.database.follow();
    world.tell(`${name} is put back as it was at ${new Date(takenAt).toISOString()}`);
  }
  world.writes += 1;
  const cases = tableIn(system.blueprint, 'CASES_TABLE');
  const erased = new Set(erasuresIn(world, system).map(({ caseId }) => caseId));
  if (world.now() > takenAt + days(tableDesigns.Keys.recoveryDays)) {
    for (const { sk, caseId, caseNumber } of world.database.rows(cases)) {
      if (sk?.S !== 'META' || !erased.has(caseId?.S ?? '')) continue;
      if ((await opened(caseNumber?.S ?? '')).includes(canary))
        find('P10', `${caseNumber?.S} was erased, and is read from a backup`);
    }
  }
  const tables = {
    cases,
    caseEvents: tableIn(system.blueprint, 'CASE_EVENTS_TABLE'),
    keys: tableIn(system.blueprint, 'KEYS_TABLE'),
    facts: tableIn(system.blueprint, 'FACTS_TABLE'),
    erasures: tableIn(system.blueprint, 'ERASURES_TABLE'),
    accessLog: tableIn(system.blueprint, 'ACCESS_LOG_TABLE'),
  };
  const db = memoryClient(world.database);
  const replayed = await replayErasures({
    journal: erasureJournal(db, tables),
    erasing: erasing(db, tables),
    logs: erasedLogs(db, tables),
  });
  world.writes += 1;
  world.tell(`the journal is replayed: ${replayed.cameBack} of ${replayed.cases} had come back`);
}
