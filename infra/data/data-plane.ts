import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { tableDesigns } from '#shared/adapters/aws/dynamo/table-design.ts';
import type { TableName } from '#shared/adapters/aws/dynamo/table-design.ts';
import { importValue } from '../constructs/exports.ts';
import type { KeyName } from './keys.ts';
import type { SignInHandle } from '../api/sign-in.ts';
import type { Stage } from '../stages.ts';

/** What the other stacks know of a table. */
export interface TableHandle {
  name: string;
  arn: string;
}

/** What the other stacks know of tables, keys and people. */
export interface DataPlane {
  tables: Readonly<Record<TableName, TableHandle>>;
  caseEventsStreamArn: string;
  keyArns: Readonly<Record<KeyName, string>>;
  userPoolArn: string;
  /** What a page of staff needs to sign somebody in. */
  signIn: SignInHandle;
}

/** Reads the data stack's exports; a restored table named by the stage takes the place of the exported one. */
export function importDataPlane(scope: Construct, stage: Stage): DataPlane {
  const imported = (name: string): string => importValue(stage, name);
  const table = (name: TableName): TableHandle => {
    const restored = stage.restoredTables?.[name];
    if (restored === undefined) return { name: imported(`${name}TableName`), arn: imported(`${name}TableArn`) };
    const arn = Stack.of(scope).formatArn({ service: 'dynamodb', resource: 'table', resourceName: restored.name });
    return { name: restored.name, arn };
  };
  const restoredEvents = stage.restoredTables?.CaseEvents;
  if (restoredEvents !== undefined && restoredEvents.streamArn === undefined) {
    throw new Error(
      'A restored CaseEvents table needs its stream: switch the stream on and name its ARN in the stage.',
    );
  }
  const tableNames = Object.keys(tableDesigns) as TableName[];
  return {
    tables: Object.fromEntries(tableNames.map((name) => [name, table(name)])) as Record<TableName, TableHandle>,
    caseEventsStreamArn: restoredEvents?.streamArn ?? imported('CaseEventsStreamArn'),
    keyArns: {
      Table: imported('TableKeyArn'),
      Content: imported('ContentKeyArn'),
      Id: imported('IdKeyArn'),
      Index: imported('IndexKeyArn'),
      Desk: imported('DeskKeyArn'),
    },
    userPoolArn: imported('UserPoolArn'),
    signIn: { clientId: imported('StaffClientId'), address: imported('SignInAddress') },
  };
}
