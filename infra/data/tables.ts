import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { tableDesigns } from '#shared/adapters/aws/dynamo/table-design.ts';
import type { TableDesign, TableName } from '#shared/adapters/aws/dynamo/table-design.ts';
import { removalOf } from '../constructs/removal.ts';
import type { Stage } from '../stages.ts';

/** `Table`, not `TableV2`: one region is enough, and the rules that check these templates look at `Table`. */
export function makeTables(scope: Construct, stage: Stage, tableKey: IKey): Record<TableName, Table> {
  const make = (name: TableName): Table => {
    const design: TableDesign = tableDesigns[name];
    const sortKeyType = design.sortKeyType === 'N' ? AttributeType.NUMBER : AttributeType.STRING;
    const table = new Table(scope, `${name}Table`, {
      partitionKey: { name: design.partitionKey, type: AttributeType.STRING },
      sortKey: { name: design.sortKey, type: sortKeyType },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: tableKey,
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: design.recoveryDays,
      },
      deletionProtection: stage.protectedStacks.includes('Data'),
      removalPolicy: removalOf(stage),
      ...(design.removedAt === undefined ? {} : { timeToLiveAttribute: design.removedAt }),
      ...(design.stream ? { stream: StreamViewType.NEW_IMAGE } : {}),
    });
    for (const [indexName, { partitionKey, sortKey, include }] of Object.entries(design.indexes)) {
      table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: partitionKey, type: AttributeType.STRING },
        sortKey: { name: sortKey, type: AttributeType.STRING },
        ...(include === 'ALL'
          ? { projectionType: ProjectionType.ALL }
          : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...include] }),
      });
    }
    return table;
  };
  return {
    Cases: make('Cases'),
    CaseEvents: make('CaseEvents'),
    Keys: make('Keys'),
    AccessLog: make('AccessLog'),
    Directory: make('Directory'),
    Erasures: make('Erasures'),
    Facts: make('Facts'),
  };
}
