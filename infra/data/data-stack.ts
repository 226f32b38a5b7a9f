import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { TableName } from '#shared/adapters/aws/dynamo/table-design.ts';
import { makeKeys } from './keys.ts';
import { makeSignIn } from '../api/sign-in.ts';
import type { Stage } from '../stages.ts';
import { exportName } from './data-plane.ts';
import { makeTables } from './tables.ts';

/** What must outlive a deployment: tables, keys, people. What another stack needs is exported under a fixed name. */
export class DataStack extends Stack {
  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { stage: Stage }) {
    super(scope, id, props);
    const keys = makeKeys(this, stage);
    const tables = makeTables(this, stage, keys.Table);
    const pool = makeSignIn(this, stage);

    // Exports are written out, not left to the CDK. It would drop one that the service stack no longer uses, such as
    // when a restored table takes its place. The data stack could then not be deployed while the deployed service stack
    // still reads it.
    const exported = (name: string, value: string): void => {
      new CfnOutput(this, `${name}Out`, { value, exportName: exportName(stage, name) });
    };
    for (const [name, key] of Object.entries(keys)) exported(`${name}KeyArn`, key.keyArn);
    for (const [name, table] of Object.entries(tables) as [TableName, (typeof tables)[TableName]][]) {
      exported(`${name}TableName`, table.tableName);
      exported(`${name}TableArn`, table.tableArn);
      if (table.tableStreamArn !== undefined) exported(`${name}StreamArn`, table.tableStreamArn);
    }
    exported('UserPoolArn', pool.userPoolArn);
  }
}
