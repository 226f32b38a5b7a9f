import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { erasedLogs } from '#shared/adapters/aws/erasing/erased-logs.ts';
import { erasing } from '#shared/adapters/aws/erasing/erasing.ts';
import { erasureJournal } from '#shared/adapters/aws/erasing/erasure-journal.ts';
import { replayErasures } from '#shared/use-cases/replay-erasures.ts';
import { stageOf } from '../stages.ts';
import { inRegionOf } from './account-in-use.ts';
import { runCommand, say } from './run-command.ts';
import { tableOfStage } from './table-of-stage.ts';

/**
 * Erases once more, from restored tables, every case that was ever erased: `node infra/operations/replay-erasures.ts --stage prod`,
 * after the restored tables are named in the stage and before anything is deployed with them (docs/restore.md).
 * May be broken off and run again.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { stage: { type: 'string' } } });
  const { stage } = values;
  if (stage === undefined) throw new Error('Say where: node infra/operations/replay-erasures.ts --stage prod');
  const db = new DynamoDBClient(inRegionOf(stageOf(stage)));
  const tables = {
    cases: await tableOfStage(db, stage, 'Cases'),
    caseEvents: await tableOfStage(db, stage, 'CaseEvents'),
    keys: await tableOfStage(db, stage, 'Keys'),
    facts: await tableOfStage(db, stage, 'Facts'),
    erasures: await tableOfStage(db, stage, 'Erasures'),
    accessLog: await tableOfStage(db, stage, 'AccessLog'),
  };
  for (const [name, table] of Object.entries(tables)) say(`${name}: ${table}`);
  const { cases, cameBack } = await replayErasures({
    journal: erasureJournal(db, tables),
    erasing: erasing(db, tables),
    logs: erasedLogs(db, tables),
  });
  say(`${cases} cases were erased at some time; ${cameBack} of them had come back and are gone again.`);
}

await runCommand(main);
