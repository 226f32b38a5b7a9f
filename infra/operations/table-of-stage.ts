import { paginateListTables } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TableName } from '#shared/adapters/aws/dynamo/table-design.ts';
import { stackName } from '../stacks.ts';
import { stageOf } from '../stages.ts';

/**
 * The name of a stage's table, for commands run by hand. It is the restored table that the stage names, else the one of
 * the data stack.
 */
export async function tableOfStage(db: DynamoDBClient, stageName: string, table: TableName): Promise<string> {
  const stage = stageOf(stageName);
  const restored = stage.restoredTables?.[table]?.name;
  if (restored !== undefined) return restored;
  const prefix = `${stackName(stage.name, 'Data')}-${table}Table`;
  for await (const page of paginateListTables({ client: db }, {})) {
    const name = page.TableNames?.find((candidate) => candidate.startsWith(prefix));
    if (name !== undefined) return name;
  }
  throw new Error(`There is no table ${prefix}… in this account and region: is the data stack deployed?`);
}
