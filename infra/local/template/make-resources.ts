import type { Blueprint, QueuePlan, TablePlan } from './blueprint.ts';
import { EngineRefused } from '../engines/engine-call.ts';
import type { EngineClient } from '../engines/engine-call.ts';

/** Makes what the template has and the engines lack. */
export async function makeResources(
  blueprint: Blueprint,
  engines: { database: EngineClient; sqs: EngineClient },
): Promise<void> {
  await Promise.all([
    ...blueprint.tables.map((table) => makeTable(table, engines.database)),
    makeQueues(blueprint.queues, engines.sqs),
  ]);
}

async function makeTable(table: TablePlan, database: EngineClient): Promise<void> {
  try {
    await database('DynamoDB_20120810.CreateTable', {
      TableName: table.name,
      KeySchema: table.keySchema,
      AttributeDefinitions: table.attributes,
      BillingMode: 'PAY_PER_REQUEST',
      ...(table.indexes === undefined ? {} : { GlobalSecondaryIndexes: table.indexes }),
      ...(table.streamView === undefined
        ? {}
        : { StreamSpecification: { StreamEnabled: true, StreamViewType: table.streamView } }),
    });
  } catch (error) {
    if (!(error instanceof EngineRefused) || error.type !== 'ResourceInUseException') throw error;
  }
}

/**
 * Dead-letter queues come first, because a queue's redrive policy names them. Attributes follow the template at each
 * start.
 */
async function makeQueues(queues: readonly QueuePlan[], sqs: EngineClient): Promise<void> {
  const targets = new Set(queues.map(({ deadLetters }) => deadLetters));
  for (const { name, attributes } of queues.toSorted(
    (a, b) => Number(targets.has(b.name)) - Number(targets.has(a.name)),
  )) {
    const found = await sqs<{ QueueUrl: string }>('AmazonSQS.CreateQueue', { QueueName: name });
    if (Object.keys(attributes).length > 0) {
      await sqs('AmazonSQS.SetQueueAttributes', { QueueUrl: found.QueueUrl, Attributes: attributes });
    }
  }
}
