import type { TablePlan } from '../template/blueprint.ts';
import type { AccessCheck } from './policies.ts';

/** What is known about the account in which a call is made. */
export interface Account {
  region: string;
  accountId: string;
  tables: ReadonlyMap<string, TablePlan>;
}

type Body = Record<string, unknown>;
type Item = Record<string, { S?: string; N?: string; B?: string } | undefined>;

const arn = ({ region, accountId }: Account, service: string, tail: string): string =>
  `arn:aws:${service}:${region}:${accountId}:${tail}`;

const record = (value: unknown): Body => (typeof value === 'object' && value !== null ? (value as Body) : {});
const records = (value: unknown): Body[] => (Array.isArray(value) ? value.map(record) : []);
const str = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Words in expressions that are not attribute names. */
const expressionWords = new Set(
  'and or not in between set remove add delete attribute_exists attribute_not_exists attribute_type begins_with contains size if_not_exists list_append'.split(
    ' ',
  ),
);

/** The top-level attributes of each expression that was read. Besa has some dozens of them, and each call has one. */
const attributesOf = new Map<string, readonly string[]>();

/** The top-level attributes that an expression names. */
function attributesIn(expression: unknown, names: Body): string[] {
  const text = str(expression);
  const known = attributesOf.get(text) ?? readAttributes(text);
  attributesOf.set(text, known);
  return known.map((name) => (name.startsWith('#') ? str(names[name]) : name));
}

function readAttributes(expression: string): string[] {
  const paths = expression.match(/[:#]?[A-Za-z_][\w-]*(?:\.#?\w+|\[\d+\])*/gu) ?? [];
  return paths
    .filter((path) => !path.startsWith(':') && !expressionWords.has(path.toLowerCase()))
    .map((path) => path.replace(/[.[].*$/u, ''));
}

const keyValue = (item: Item, attribute: string): string[] => {
  const value = item[attribute];
  return [value?.S ?? value?.N ?? value?.B].filter((part) => part !== undefined);
};

/** The partition keys that a query asks for: `pk = :pk`, with names and values filled in. */
function queriedKeys(body: Body, partitionKey: string): string[] {
  const names = record(body['ExpressionAttributeNames']);
  const values = record(body['ExpressionAttributeValues']) as Item;
  return [...str(body['KeyConditionExpression']).matchAll(/([#\w]+)\s*=\s*(:\w+)/gu)]
    .filter(([, name = '']) => (name.startsWith('#') ? names[name] : name) === partitionKey)
    .flatMap(([, , value = '']) => keyValue(values, value));
}

/** One request to one table, alone or as part of a batch or transaction. */
function tableChecks(account: Account, action: string, body: Body, enclosing?: string): AccessCheck[] {
  // A table may be named by its ARN.
  const tableName = str(body['TableName']).split('/').pop() ?? '';
  const table = account.tables.get(tableName);
  const index = body['IndexName'] === undefined ? undefined : str(body['IndexName']);
  const partitionKey = (index === undefined ? table?.partitionKey : table?.indexPartitionKeys[index]) ?? '';
  const names = record(body['ExpressionAttributeNames']);
  const keyOrItem = record(body['Key'] ?? body['Item']) as Item;
  const expressions = [
    'ConditionExpression',
    'UpdateExpression',
    'ProjectionExpression',
    'FilterExpression',
    'KeyConditionExpression',
  ];
  const check: AccessCheck = {
    action: `dynamodb:${action}`,
    resource: arn(account, 'dynamodb', `table/${tableName}${index === undefined ? '' : `/index/${index}`}`),
    context: {
      'aws:SecureTransport': 'true',
      'dynamodb:LeadingKeys': [...keyValue(keyOrItem, partitionKey), ...queriedKeys(body, partitionKey)],
      'dynamodb:Attributes': [
        ...new Set([...Object.keys(keyOrItem), ...expressions.flatMap((name) => attributesIn(body[name], names))]),
      ],
      'dynamodb:EnclosingOperation': enclosing,
      'dynamodb:ReturnValues': body['ReturnValues'] === undefined ? undefined : str(body['ReturnValues']),
      'dynamodb:Select': body['Select'] === undefined ? undefined : str(body['Select']),
    },
  };
  return [check, ...tableKeyChecks(account, table)];
}

/** What DynamoDB does in the caller's name with the key that encrypts a table. */
function tableKeyChecks(account: Account, table: TablePlan | undefined): AccessCheck[] {
  if (table?.encryptionKeyArn === undefined) return [];
  const context = {
    'aws:SecureTransport': 'true',
    'kms:ViaService': `dynamodb.${account.region}.amazonaws.com`,
    'kms:EncryptionContextKeys': ['aws:dynamodb:tableName', 'aws:dynamodb:subscriberId'],
    'kms:EncryptionContext:aws:dynamodb:tableName': table.name,
    'kms:EncryptionContext:aws:dynamodb:subscriberId': account.accountId,
  };
  return [{ action: 'kms:Decrypt', resource: table.encryptionKeyArn, context }];
}

const transactionParts: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

function databaseChecks(account: Account, action: string, body: Body): AccessCheck[] {
  switch (action) {
    case 'TransactWriteItems':
    case 'TransactGetItems':
      return records(body['TransactItems']).flatMap((item) =>
        Object.entries(item).flatMap(([part, request]) =>
          tableChecks(account, transactionParts[part] ?? part, record(request), action),
        ),
      );
    case 'BatchGetItem':
      return Object.entries(record(body['RequestItems'])).flatMap(([TableName, request]) =>
        records(record(request)['Keys']).flatMap((Key) =>
          tableChecks(account, action, { ...record(request), TableName, Key }),
        ),
      );
    case 'BatchWriteItem':
      return Object.entries(record(body['RequestItems'])).flatMap(([TableName, requests]) =>
        records(requests).flatMap((request) =>
          tableChecks(account, action, {
            TableName,
            ...record(request['PutRequest']),
            ...record(request['DeleteRequest']),
          }),
        ),
      );
    default:
      return tableChecks(account, action, body);
  }
}

function keyChecks(action: string, body: Body): AccessCheck[] {
  const context = record(body['EncryptionContext']);
  return [
    {
      action: `kms:${action}`,
      resource: str(body['KeyId']),
      context: {
        'aws:SecureTransport': 'true',
        'kms:MacAlgorithm': body['MacAlgorithm'] === undefined ? undefined : str(body['MacAlgorithm']),
        'kms:EncryptionContextKeys': Object.keys(context),
        ...Object.fromEntries(
          Object.entries(context).map(([name, value]) => [`kms:EncryptionContext:${name}`, str(value)]),
        ),
      },
    },
  ];
}

const secure = { 'aws:SecureTransport': 'true' };

function queueChecks(account: Account, action: string, body: Body): AccessCheck[] {
  const name = str(body['QueueUrl']).split('/').pop() ?? '';
  // The action for a single message also allows the batch calls.
  return [{ action: `sqs:${action.replace(/Batch$/u, '')}`, resource: arn(account, 'sqs', name), context: secure }];
}

function mailChecks(account: Account, action: string, body: Body, identities: readonly string[]): AccessCheck[] {
  const source = str(body['Source']);
  const address = /<([^>]+)>\s*$/u.exec(source)?.[1] ?? source;
  const identity = identities.find((one) => one === address || one === address.split('@').pop()) ?? address;
  const context = { ...secure, 'ses:FromAddress': address };
  const set = body['ConfigurationSetName'];
  return [
    { action: `ses:${action}`, resource: arn(account, 'ses', `identity/${identity}`), context },
    ...(set === undefined
      ? []
      : [{ action: `ses:${action}`, resource: arn(account, 'ses', `configuration-set/${str(set)}`), context }]),
  ];
}

/** Everything that IAM would have to allow for one call to an AWS service. */
export function accessChecks(
  account: Account,
  service: 'dynamodb' | 'sqs' | 'kms' | 'ses',
  action: string,
  body: Body,
  identities: readonly string[],
): AccessCheck[] {
  const checks = {
    dynamodb: () => databaseChecks(account, action, body),
    kms: () => keyChecks(action, body),
    sqs: () => queueChecks(account, action, body),
    ses: () => mailChecks(account, action, body, identities),
  };
  return checks[service]();
}
