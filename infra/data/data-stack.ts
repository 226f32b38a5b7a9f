import { Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { TableName } from '#shared/adapters/aws/dynamo/table-design.ts';
import { addBudget } from '../account/budget.ts';
import { Trail } from '../account/trail.ts';
import { makeAlarmTopics } from '../alarms/alarm-topics.ts';
import { exportValue } from '../constructs/exports.ts';
import { makeKeys } from './keys.ts';
import { makeSignIn } from '../api/sign-in.ts';
import type { Stage } from '../stages.ts';
import { makeTables } from './tables.ts';

/**
 * What must outlive a deployment: tables, keys, people, whom alarms reach, and the watch over the account. Everything another stack needs is exported by
 * a fixed name.
 */
export class DataStack extends Stack {
  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { stage: Stage }) {
    super(scope, id, props);
    const keys = makeKeys(this, stage);
    const tables = makeTables(this, stage, keys.Table);
    const { pool, clientId, address } = makeSignIn(this, stage);
    makeAlarmTopics(this, stage);
    if (stage.makesTrail) new Trail(this, 'Trail');
    if (stage.budget !== undefined) addBudget(this, 'Budget', stage.budget);

    const exported = (name: string, value: string): void => exportValue(this, stage, name, value);
    for (const [name, key] of Object.entries(keys)) exported(`${name}KeyArn`, key.keyArn);
    for (const [name, table] of Object.entries(tables) as [TableName, (typeof tables)[TableName]][]) {
      exported(`${name}TableName`, table.tableName);
      exported(`${name}TableArn`, table.tableArn);
      if (table.tableStreamArn !== undefined) exported(`${name}StreamArn`, table.tableStreamArn);
    }
    exported('UserPoolArn', pool.userPoolArn);
    exported('StaffClientId', clientId);
    exported('SignInAddress', address);
  }
}
