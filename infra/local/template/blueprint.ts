import * as z from 'zod/mini';
import { readPolicies } from '../rights/policies.ts';
import type { Principal } from '../rights/policies.ts';
import { NotEmulated, nameInArn, parseProperties, streamTail } from './template.ts';
import type { Resource } from './template.ts';
import { refuseUnknownTypes } from './resource-types.ts';

/**
 * What runs here, read from the template. An option that these shapes lack stops the start, because it would be
 * ignored.
 */
export interface Blueprint {
  tables: TablePlan[];
  queues: QueuePlan[];
  keys: KeyPlan[];
  functions: FunctionPlan[];
  queueSources: QueueSource[];
  streamSources: StreamSource[];
  schedules: SchedulePlan[];
  mailIdentities: string[];
  configurationSets: string[];
}

export interface TablePlan {
  name: string;
  /** As `CreateTable` takes them. */
  keySchema: unknown;
  attributes: unknown;
  indexes: unknown;
  streamView: string | undefined;
  partitionKey: string;
  /** The partition key of each index, by its name. */
  indexPartitionKeys: Record<string, string>;
  encryptionKeyArn: string | undefined;
}

export interface QueuePlan {
  name: string;
  arn: string;
  /** As `CreateQueue` takes them. */
  attributes: Record<string, string>;
  retentionSeconds: number;
  /** The name of the queue that takes what cannot be done. */
  deadLetters: string | undefined;
}

export interface KeyPlan {
  name: string;
  arn: string;
  kind: 'data' | 'hmac';
}

export interface FunctionPlan {
  /** The physical name. */
  name: string;
  /** The folder under `functions/` that it was built from. People call it by this name. */
  title: string;
  arn: string;
  folder: string;
  handler: string;
  environment: Record<string, string>;
  timeoutMs: number;
  memoryMegabytes: number;
  principal: Principal;
}

interface SourceOptions {
  functionArn: string;
  batchSize: number;
  windowMs: number;
  partialFailures: boolean;
}
export interface QueueSource extends SourceOptions {
  queueArn: string;
  maximumConcurrency: number;
}
export interface StreamSource extends SourceOptions {
  id: string;
  tableName: string;
  streamArn: string;
  patterns: unknown[];
  bisect: boolean;
  /** Tries after the first one; -1 means without end. */
  retries: number;
  onFailureArn: string | undefined;
  from: 'TRIM_HORIZON' | 'LATEST';
}

export interface SchedulePlan {
  name: string;
  functionArn: string;
  roleArn: string;
  everyMinutes: number;
}

const text = z.string();
const number = z.number();
const anything = z.unknown();
const maybe = z.optional;

const tableShape = z.strictObject({
  TableName: maybe(text),
  KeySchema: z.array(z.strictObject({ AttributeName: text, KeyType: z.enum(['HASH', 'RANGE']) })),
  AttributeDefinitions: anything,
  GlobalSecondaryIndexes: maybe(
    z.array(
      z.strictObject({
        IndexName: text,
        KeySchema: z.array(z.strictObject({ AttributeName: text, KeyType: z.enum(['HASH', 'RANGE']) })),
        Projection: anything,
      }),
    ),
  ),
  StreamSpecification: maybe(z.strictObject({ StreamViewType: text })),
  SSESpecification: maybe(z.looseObject({ KMSMasterKeyId: maybe(text) })),
  BillingMode: z.literal('PAY_PER_REQUEST'),
  DeletionProtectionEnabled: maybe(anything),
  PointInTimeRecoverySpecification: maybe(anything),
  // The engine removes nothing by itself. Nobody misses that: what is removed is never looked for afterwards.
  TimeToLiveSpecification: maybe(anything),
  Tags: maybe(anything),
});

const queueShape = z.strictObject({
  QueueName: maybe(text),
  VisibilityTimeout: maybe(number),
  MessageRetentionPeriod: maybe(number),
  ReceiveMessageWaitTimeSeconds: maybe(number),
  DelaySeconds: maybe(number),
  RedrivePolicy: maybe(z.strictObject({ deadLetterTargetArn: text, maxReceiveCount: number })),
  RedriveAllowPolicy: maybe(anything),
  SqsManagedSseEnabled: maybe(z.boolean()),
  Tags: maybe(anything),
});

const keyShape = z.looseObject({ KeySpec: maybe(z.enum(['SYMMETRIC_DEFAULT', 'HMAC_256'])) });

const functionShape = z.strictObject({
  FunctionName: maybe(text),
  Description: maybe(text),
  Code: anything,
  Handler: text,
  Role: text,
  Runtime: z.literal('nodejs24.x'),
  Architectures: maybe(anything),
  Environment: maybe(z.strictObject({ Variables: z.record(text, text) })),
  LoggingConfig: maybe(anything),
  MemorySize: maybe(number),
  Timeout: maybe(number),
  // Here a schedule has a concurrency of one anyway: the next run waits for the last.
  ReservedConcurrentExecutions: maybe(number),
  TracingConfig: maybe(z.strictObject({ Mode: z.literal('PassThrough') })),
  Tags: maybe(anything),
});

const sourceShape = z.strictObject({
  FunctionName: text,
  EventSourceArn: text,
  BatchSize: maybe(number),
  MaximumBatchingWindowInSeconds: maybe(number),
  FunctionResponseTypes: maybe(z.array(z.literal('ReportBatchItemFailures'))),
  ScalingConfig: maybe(z.strictObject({ MaximumConcurrency: number })),
  StartingPosition: maybe(z.enum(['TRIM_HORIZON', 'LATEST'])),
  // On AWS, batches of different cases run side by side. One after the other gives every consumer the same promises.
  ParallelizationFactor: maybe(number),
  FilterCriteria: maybe(z.strictObject({ Filters: z.array(z.strictObject({ Pattern: text })) })),
  BisectBatchOnFunctionError: maybe(z.boolean()),
  MaximumRetryAttempts: maybe(number),
  DestinationConfig: maybe(z.strictObject({ OnFailure: z.strictObject({ Destination: text }) })),
  Enabled: maybe(z.literal(true)),
  Tags: maybe(anything),
});

const scheduleShape = z.strictObject({
  ScheduleExpression: text,
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF') }),
  Target: z.strictObject({ Arn: text, RoleArn: text, RetryPolicy: maybe(anything), Input: maybe(z.undefined()) }),
  State: maybe(z.literal('ENABLED')),
  Description: maybe(text),
  Name: maybe(text),
});

/**
 * Reads from the template what this machine runs. `codeOf` finds a function's bundle by its logical id. Throws
 * `NotEmulated`, naming the resource, for any type or option that it does not know.
 */
export function readBlueprint(
  resources: readonly Resource[],
  codeOf: (logicalId: string) => { name: string; folder: string },
): Blueprint {
  refuseUnknownTypes(resources);
  const principals = readPolicies(resources);
  const each = <T, R>(type: string, shape: z.ZodMiniType<T>, make: (resource: Resource, properties: T) => R): R[] =>
    resources
      .filter((resource) => resource.type === type)
      .map((resource) => make(resource, parseProperties(shape, resource)));

  const tables = each('AWS::DynamoDB::Table', tableShape, ({ name }, table): TablePlan => {
    const partitionKey = (schema: { AttributeName: string; KeyType: string }[]): string =>
      schema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
    return {
      name,
      keySchema: table.KeySchema,
      attributes: table.AttributeDefinitions,
      indexes: table.GlobalSecondaryIndexes,
      streamView: table.StreamSpecification?.StreamViewType,
      partitionKey: partitionKey(table.KeySchema),
      indexPartitionKeys: Object.fromEntries(
        (table.GlobalSecondaryIndexes ?? []).map((index) => [index.IndexName, partitionKey(index.KeySchema)]),
      ),
      encryptionKeyArn: table.SSESpecification?.KMSMasterKeyId,
    };
  });

  const queues = each('AWS::SQS::Queue', queueShape, (resource, queue): QueuePlan => {
    const attributes: Record<string, string> = {};
    if (queue.VisibilityTimeout !== undefined) attributes['VisibilityTimeout'] = String(queue.VisibilityTimeout);
    if (queue.DelaySeconds !== undefined) attributes['DelaySeconds'] = String(queue.DelaySeconds);
    if (queue.MessageRetentionPeriod !== undefined) {
      attributes['MessageRetentionPeriod'] = String(queue.MessageRetentionPeriod);
    }
    if (queue.RedrivePolicy !== undefined) attributes['RedrivePolicy'] = JSON.stringify(queue.RedrivePolicy);
    return {
      name: resource.name,
      arn: resource.arn,
      attributes,
      retentionSeconds: queue.MessageRetentionPeriod ?? 345_600,
      deadLetters: queue.RedrivePolicy && nameInArn(queue.RedrivePolicy.deadLetterTargetArn),
    };
  });

  const keys = each('AWS::KMS::Key', keyShape, (resource, key): KeyPlan => ({
    name: resource.name,
    arn: resource.arn,
    kind: key.KeySpec === 'HMAC_256' ? 'hmac' : 'data',
  }));

  const functions = each('AWS::Lambda::Function', functionShape, (resource, code): FunctionPlan => {
    const principal = principals.get(code.Role);
    if (principal === undefined) throw new NotEmulated(`${resource.logicalId} with a role outside the template`);
    const { name: title, folder } = codeOf(resource.logicalId);
    return {
      name: resource.name,
      title,
      arn: resource.arn,
      folder,
      handler: code.Handler,
      environment: code.Environment?.Variables ?? {},
      timeoutMs: (code.Timeout ?? 3) * 1000,
      memoryMegabytes: code.MemorySize ?? 128,
      principal,
    };
  });
  const functionArn = (nameOrArn: string): string => {
    const found = functions.find(({ name, arn }) => name === nameOrArn || arn === nameOrArn);
    if (found === undefined) throw new NotEmulated(`an invocation of ${nameOrArn}, which is not in the template`);
    return found.arn;
  };

  const queueSources: QueueSource[] = [];
  const streamSources: StreamSource[] = [];
  each('AWS::Lambda::EventSourceMapping', sourceShape, ({ logicalId }, source) => {
    const isStream = source.EventSourceArn.includes(streamTail);
    const options: SourceOptions = {
      functionArn: functionArn(source.FunctionName),
      batchSize: source.BatchSize ?? (isStream ? 100 : 10),
      windowMs: (source.MaximumBatchingWindowInSeconds ?? 0) * 1000,
      partialFailures: source.FunctionResponseTypes !== undefined,
    };
    if (isStream) {
      streamSources.push({
        ...options,
        id: logicalId,
        tableName: nameInArn(source.EventSourceArn),
        streamArn: source.EventSourceArn,
        patterns: (source.FilterCriteria?.Filters ?? []).map(({ Pattern }) => JSON.parse(Pattern) as unknown),
        bisect: source.BisectBatchOnFunctionError ?? false,
        retries: source.MaximumRetryAttempts ?? -1,
        onFailureArn: source.DestinationConfig?.OnFailure.Destination,
        from: source.StartingPosition ?? 'TRIM_HORIZON',
      });
      return;
    }
    if (source.FilterCriteria !== undefined) throw new NotEmulated(`a filter on the queue source ${logicalId}`);
    queueSources.push({
      ...options,
      queueArn: source.EventSourceArn,
      maximumConcurrency: source.ScalingConfig?.MaximumConcurrency ?? 5,
    });
  });

  const schedules = each('AWS::Scheduler::Schedule', scheduleShape, ({ name, logicalId }, schedule): SchedulePlan => {
    const [, count, unit] = /^rate\((\d+) (minute|hour)s?\)$/u.exec(schedule.ScheduleExpression) ?? [];
    if (count === undefined) throw new NotEmulated(`${schedule.ScheduleExpression} of ${logicalId}`);
    return {
      name,
      functionArn: functionArn(schedule.Target.Arn),
      roleArn: schedule.Target.RoleArn,
      everyMinutes: Number(count) * (unit === 'hour' ? 60 : 1),
    };
  });
  for (const { name, roleArn, functionArn: target } of schedules) {
    const allowed = principals.get(roleArn)?.may({ action: 'lambda:InvokeFunction', resource: target, context: {} });
    if (allowed !== true) throw new NotEmulated(`the schedule ${name}, whose role may not invoke its function`);
  }

  const named = (type: string): string[] => resources.filter((one) => one.type === type).map(({ name }) => name);
  return {
    tables,
    queues,
    keys,
    functions,
    queueSources,
    streamSources,
    schedules,
    mailIdentities: named('AWS::SES::EmailIdentity'),
    configurationSets: named('AWS::SES::ConfigurationSet'),
  };
}
