import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { tableDesigns, TableName } from '#shared/adapters/aws/dynamo/table-design.ts';
import type { DataPlane, TableHandle } from '../data/data-plane.ts';
import { contentContext } from '../data/keys.ts';

/*
 * Everything that a function can be allowed, as statements written by hand. No action and no resource has a wildcard.
 * The grant methods of the CDK would give more: for one, a function that writes to an encrypted table gets more than it
 * needs. Which rows a function writes is in `written-rows.ts`.
 */

type ReadAction = 'GetItem' | 'BatchGetItem' | 'Query';

const dynamodb = (action: string): string => `dynamodb:${action}`;

/** Attributes of a MAIL row that change between its writing and its sending. */
const mailMarkAttributes = [
  'pk',
  'sk',
  'attempts',
  'retryAt',
  'sentAt',
  'toldAt',
  'messageId',
  'droppedBecause',
  'undelivered',
  'delayedAt',
  'letters',
  'code',
  'duePk',
  'dueSk',
] as const;

/** Attributes of the rows that pace letters: when a person got some, and the day's count by the hour. */
const letterMarkAttributes = [
  'pk',
  'sk',
  'lastLetterAt',
  'lastRingAt',
  ...Array.from({ length: 24 }, (_, hour) => `h${String(hour).padStart(2, '0')}`),
];

/** Limits a statement to rows whose partition key starts with one of `partitions`. */
export function startingWith(partitions: readonly string[]): Record<string, Record<string, string[]>> {
  return {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions.map((prefix) => `${prefix}*`) },
  };
}

/** Reads rows of a table. With `partitions`, only those whose partition key starts with one of them. */
export function reads(
  name: TableName,
  table: TableHandle,
  actions: readonly ReadAction[],
  partitions?: readonly string[],
): PolicyStatement {
  return new PolicyStatement({
    sid: `Read${name}`,
    actions: actions.map(dynamodb),
    resources: [table.arn],
    ...(partitions === undefined ? {} : { conditions: startingWith(partitions) }),
  });
}

/** Queries one index of a table, but not the table itself. */
export function queriesIndex<T extends TableName>(
  table: TableHandle,
  name: T,
  index: keyof (typeof tableDesigns)[T]['indexes'] & string,
): PolicyStatement {
  return new PolicyStatement({
    sid: `Query${name}By${index}`,
    actions: ['dynamodb:Query'],
    resources: [`${table.arn}/index/${index}`],
  });
}

/**
 * Updates the named attributes of rows, by default of rows of a case. Attributes that stand in keys or conditions must
 * be named as well.
 */
export function updatesOnly(
  name: TableName,
  table: TableHandle,
  attributes: readonly string[],
  partitions: readonly string[] = ['CASE#'],
  sid = `Mark${name}`,
): PolicyStatement {
  return new PolicyStatement({
    sid,
    actions: ['dynamodb:UpdateItem'],
    resources: [table.arn],
    conditions: {
      ...startingWith(partitions),
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': [...attributes] },
      StringEqualsIfExists: { 'dynamodb:ReturnValues': ['NONE', 'UPDATED_OLD', 'UPDATED_NEW'] },
    },
  });
}

/** Marks a mail as taken, sent, dropped or come back. Changes nothing else of a case. */
export function marksMails(cases: TableHandle): PolicyStatement {
  return updatesOnly('Cases', cases, mailMarkAttributes);
}

/**
 * Writes that a visit to the pages has ended. Such a row has no attribute of an index: by one, any row could be set into
 * the lists of staff or among what is due.
 */
export function endsVisits(cases: TableHandle): PolicyStatement {
  return new PolicyStatement({
    sid: 'EndVisits',
    actions: ['dynamodb:PutItem'],
    resources: [cases.arn],
    conditions: {
      ...startingWith(['VISIT#']),
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'removeAt'] },
      StringEqualsIfExists: { 'dynamodb:ReturnValues': ['NONE'] },
    },
  });
}

/** Keeps the pace of letters and the day's count. */
export function pacesLetters(cases: TableHandle): PolicyStatement {
  return updatesOnly('Cases', cases, letterMarkAttributes, ['PACE#', 'SENT#'], 'PaceLetters');
}

/** Marks a letter as acknowledged, and as done with. */
export function marksLetters(cases: TableHandle): PolicyStatement {
  return updatesOnly('Cases', cases, ['pk', 'sk', 'acknowledgedAt', 'duePk', 'dueSk'], ['LETTER#'], 'MarkLetters');
}

/**
 * Marks an address as one that takes no mails, or takes the mark off, if it is still the person's. Remembers bounces for
 * that. Changes nothing else of a person.
 */
export function marksAddresses(directory: TableHandle): PolicyStatement[] {
  return [
    updatesOnly('Directory', directory, ['pk', 'sk', 'mail', 'unreachable'], ['STAFF#']),
    updatesOnly('Directory', directory, ['pk', 'sk', 'bounces', 'revision'], ['BOUNCES'], 'MarkDirectoryBounces'),
  ];
}

/** Lets DynamoDB use the table key in a function's name. The function itself can do nothing with it. */
export function throughTables(scope: Construct, data: DataPlane): PolicyStatement {
  return new PolicyStatement({
    sid: 'TableKeyThroughDynamoDb',
    actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
    resources: [data.keyArns.Table],
    conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(scope).region}.amazonaws.com` } },
  });
}

const withContentContext = {
  'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': [...contentContext] },
  Null: Object.fromEntries(contentContext.map((part) => [`kms:EncryptionContext:${part}`, 'false'])),
};

/** Makes data keys for cases. A function that has only this right cannot open one again. */
export function makesDataKeys(data: DataPlane): PolicyStatement {
  return new PolicyStatement({
    sid: 'MakeDataKeys',
    actions: ['kms:GenerateDataKey'],
    resources: [data.keyArns.Content],
    conditions: withContentContext,
  });
}

/** Opens data keys of cases: staff side only. */
export function opensDataKeys(data: DataPlane): PolicyStatement {
  return new PolicyStatement({
    sid: 'OpenDataKeys',
    actions: ['kms:Decrypt'],
    resources: [data.keyArns.Content],
    conditions: withContentContext,
  });
}

/**
 * Opens access codes that wait for their letters, and takes them away once these have left. It opens no other data key.
 */
export function sendsAccessCodes(data: DataPlane): PolicyStatement[] {
  const opens = new PolicyStatement({
    sid: 'OpenAccessKeys',
    actions: ['kms:Decrypt'],
    resources: [data.keyArns.Content],
    conditions: { ...withContentContext, StringEquals: { 'kms:EncryptionContext:purpose': 'access' } },
  });
  return [
    opens,
    updatesOnly('Cases', data.tables.Cases, ['pk', 'sk', 'issue', 'letter'], ['CASE#'], 'TakeAccessCodes'),
  ];
}

/** Makes keyed hashes: ids from an Idempotency-Key, the blind-index key, or access codes. */
export function makesMacs(
  data: DataPlane,
  keys: readonly ('Id' | 'Index' | 'Desk')[] = ['Id', 'Index'],
): PolicyStatement {
  return new PolicyStatement({
    sid: 'MakeMacs',
    actions: ['kms:GenerateMac'],
    resources: keys.map((key) => data.keyArns[key]),
    conditions: { StringEquals: { 'kms:MacAlgorithm': 'HMAC_SHA_256' } },
  });
}

export function sendsTo(queues: readonly IQueue[]): PolicyStatement {
  return new PolicyStatement({
    sid: 'Send',
    actions: ['sqs:SendMessage'],
    resources: queues.map((queue) => queue.queueArn),
  });
}

/** Lets Lambda feed a function from a queue, in the function's name. */
export function consumesQueue(queue: IQueue): PolicyStatement {
  return new PolicyStatement({
    sid: 'Consume',
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    resources: [queue.queueArn],
  });
}

/** Lets Lambda feed a function from a stream, in the function's name. */
export function readsStream(streamArn: string): PolicyStatement {
  return new PolicyStatement({
    sid: 'ReadStream',
    actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
    resources: [streamArn],
  });
}
