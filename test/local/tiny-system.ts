import { fileURLToPath } from 'node:url';
import type { System } from '#infra/local/template/besa-templates.ts';
import type { CloudTemplate, TemplateResource } from '#infra/local/template/template.ts';

const ref = (Ref: string) => ({ Ref });
const att = (id: string, attribute = 'Arn') => ({ 'Fn::GetAtt': [id, attribute] });
const join = (...parts: unknown[]) => ({ 'Fn::Join': ['', parts] });

const allow = (Action: string[], Resource: unknown, Condition?: unknown) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition === undefined ? {} : { Condition }),
});

const inTransaction = { 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] } };
const throughTables = allow(['kms:Decrypt'], att('TableKey'), {
  StringEquals: { 'kms:ViaService': join('dynamodb.', ref('AWS::Region'), '.amazonaws.com') },
});

const accountKeyPolicy = {
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: join('arn:aws:iam::', ref('AWS::AccountId'), ':root') },
      Action: 'kms:*',
      Resource: '*',
    },
  ],
};

function lambda(
  name: string,
  environment: Record<string, unknown>,
  statements: unknown[],
): Record<string, TemplateResource> {
  const trust = {
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
  };
  return {
    [`${name}Role`]: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: trust,
        Policies: [{ PolicyName: 'Rights', PolicyDocument: { Statement: statements } }],
      },
    },
    [name]: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: {},
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        Role: att(`${name}Role`),
        Timeout: 10,
        Environment: { Variables: environment },
      },
    },
  };
}

const apiFor = (
  id: string,
  name: string,
  path: string,
  handledBy: string,
  method: object,
): Record<string, TemplateResource> => ({
  [id]: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: name, BinaryMediaTypes: ['*/*'] } },
  [`${id}V1`]: {
    Type: 'AWS::ApiGateway::Resource',
    Properties: { RestApiId: ref(id), ParentId: att(id, 'RootResourceId'), PathPart: 'v1' },
  },
  [`${id}Path`]: {
    Type: 'AWS::ApiGateway::Resource',
    Properties: { RestApiId: ref(id), ParentId: ref(`${id}V1`), PathPart: path },
  },
  [`${id}Post`]: {
    Type: 'AWS::ApiGateway::Method',
    Properties: {
      HttpMethod: 'POST',
      RestApiId: ref(id),
      ResourceId: ref(`${id}Path`),
      Integration: {
        Type: 'AWS_PROXY',
        IntegrationHttpMethod: 'POST',
        Uri: join(
          'arn:aws:apigateway:',
          ref('AWS::Region'),
          ':lambda:path/2015-03-31/functions/',
          att(handledBy),
          '/invocations',
        ),
      },
      ...method,
    },
  },
});

const alarm = (on: object): TemplateResource => ({
  Type: 'AWS::CloudWatch::Alarm',
  Properties: {
    AlarmDescription: 'A thing is not done. What to do: docs/runbook.md#a-thing',
    AlarmActions: [ref('Rings')],
    Statistic: 'Maximum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'notBreaching',
    ...on,
  },
});

const fixed = (text: string): string => `'${text}'`;

/** A system with one of everything the runtime does, as the CDK would write it: small enough to see through. */
export function tinyTemplate(): CloudTemplate {
  return {
    Resources: {
      TableKey: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: accountKeyPolicy } },
      ContentKey: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: accountKeyPolicy } },
      Things: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          KeySchema: [
            { AttributeName: 'pk', KeyType: 'HASH' },
            { AttributeName: 'sk', KeyType: 'RANGE' },
          ],
          AttributeDefinitions: [
            { AttributeName: 'pk', AttributeType: 'S' },
            { AttributeName: 'sk', AttributeType: 'S' },
          ],
          BillingMode: 'PAY_PER_REQUEST',
          StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
          SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: att('TableKey') },
        },
      },
      Dead: { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 1_209_600 } },
      GaveUp: { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 1_209_600 } },
      Work: {
        Type: 'AWS::SQS::Queue',
        Properties: {
          VisibilityTimeout: 60,
          MessageRetentionPeriod: 345_600,
          RedrivePolicy: { deadLetterTargetArn: att('Dead'), maxReceiveCount: 3 },
        },
      },
      ...lambda('Taker', { THINGS_TABLE: ref('Things'), KEY_ARN: att('ContentKey') }, [
        allow(['dynamodb:PutItem'], [att('Things')], inTransaction),
        allow(['kms:GenerateDataKey'], att('ContentKey'), { Null: { 'kms:EncryptionContext:caseId': 'false' } }),
        throughTables,
      ]),
      ...lambda('Mover', { WORK_QUEUE_URL: ref('Work') }, [
        allow(
          ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
          att('Things', 'StreamArn'),
        ),
        allow(['sqs:SendMessage'], [att('Work'), att('GaveUp')]),
      ]),
      ...lambda('Doer', { THINGS_TABLE: ref('Things') }, [
        allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], att('Work')),
        allow(['dynamodb:UpdateItem'], att('Things'), {
          'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'doneAt', 'times'] },
        }),
        throughTables,
      ]),
      ...lambda('Ticker', { THINGS_TABLE: ref('Things') }, [
        allow(['dynamodb:Query', 'dynamodb:DeleteItem'], att('Things'), {
          'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['DUE'] },
        }),
        allow(['dynamodb:UpdateItem'], att('Things')),
        throughTables,
      ]),
      MoverSource: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          FunctionName: ref('Mover'),
          EventSourceArn: att('Things', 'StreamArn'),
          StartingPosition: 'TRIM_HORIZON',
          BatchSize: 100,
          FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          BisectBatchOnFunctionError: true,
          MaximumRetryAttempts: 1,
          DestinationConfig: { OnFailure: { Destination: att('GaveUp') } },
        },
      },
      DoerSource: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          FunctionName: ref('Doer'),
          EventSourceArn: att('Work'),
          BatchSize: 10,
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          ScalingConfig: { MaximumConcurrency: 2 },
        },
      },
      TickRole: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: { Statement: [{ Principal: { Service: 'scheduler.amazonaws.com' } }] },
          Policies: [
            { PolicyName: 'Invoke', PolicyDocument: { Statement: [allow(['lambda:InvokeFunction'], att('Ticker'))] } },
          ],
        },
      },
      Tick: {
        Type: 'AWS::Scheduler::Schedule',
        Properties: {
          ScheduleExpression: 'rate(1 minute)',
          FlexibleTimeWindow: { Mode: 'OFF' },
          Target: { Arn: att('Ticker'), RoleArn: att('TickRole') },
        },
      },
      Pool: { Type: 'AWS::Cognito::UserPool', Properties: {} },
      SignedIn: {
        Type: 'AWS::ApiGateway::Authorizer',
        Properties: {
          Name: 'SignedIn',
          RestApiId: ref('StaffApi'),
          Type: 'COGNITO_USER_POOLS',
          IdentitySource: 'method.request.header.Authorization',
          ProviderARNs: [att('Pool')],
        },
      },
      ...apiFor('PublicApi', 'Public', 'things', 'Taker', { AuthorizationType: 'NONE' }),
      ...apiFor('StaffApi', 'TinyStaff', '{kind}', 'Taker', {
        AuthorizationType: 'COGNITO_USER_POOLS',
        AuthorizerId: ref('SignedIn'),
        AuthorizationScopes: ['tiny/staff'],
      }),
      Nowhere: {
        Type: 'AWS::ApiGateway::GatewayResponse',
        Properties: {
          RestApiId: ref('PublicApi'),
          ResponseType: 'MISSING_AUTHENTICATION_TOKEN',
          StatusCode: '404',
          ResponseParameters: {
            'gatewayresponse.header.Content-Type': fixed('application/problem+json'),
            'gatewayresponse.header.Content-Security-Policy': fixed("default-src 'none'"),
          },
          ResponseTemplates: { 'application/json': '{"type":"not_found","said":$context.error.messageString}' },
        },
      },
      Rings: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: 'Tiny: a child may be waiting' } },
      DoerStuckAlarm0123ABCD: alarm({
        Namespace: 'AWS/SQS',
        MetricName: 'ApproximateNumberOfMessagesVisible',
        Dimensions: [{ Name: 'QueueName', Value: att('Dead', 'QueueName') }],
      }),
      TickerErrorsAlarm0123ABCD: alarm({
        Namespace: 'AWS/Lambda',
        MetricName: 'Errors',
        Dimensions: [{ Name: 'FunctionName', Value: ref('Ticker') }],
      }),
      DoerThrottlesAlarm0123ABCD: alarm({ Namespace: 'AWS/Lambda', MetricName: 'Throttles' }),
    },
  };
}

/** What `startBesa` runs in the place of Besa: the tiny template, changed as a test wants it. */
export function tinySystem(change: (template: CloudTemplate) => void = () => undefined): () => Promise<System> {
  return () => {
    const template = tinyTemplate();
    change(template);
    const functions = Object.fromEntries(
      ['Taker', 'Mover', 'Doer', 'Ticker'].map((id) => {
        const name = id.toLowerCase();
        return [id, { name, folder: fileURLToPath(new URL(`tiny/${name}`, import.meta.url)) }];
      }),
    );
    return Promise.resolve({ templates: { Tiny: template }, functions });
  };
}
