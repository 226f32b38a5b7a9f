import { describe, expect, it } from 'vitest';
import { readBlueprint } from '#infra/local/template/blueprint.ts';
import { readRestApis } from '#infra/local/gateway/rest-apis.ts';
import { readTemplates } from '#infra/local/template/template.ts';
import type { CloudTemplate } from '#infra/local/template/template.ts';
import { tinyTemplate } from '../tiny-system.ts';

const place = { region: 'eu-south-1', accountId: '000000000000', queueUrl: (name: string) => `http://queues/${name}` };
const read = (template: CloudTemplate) => readTemplates({ S: template }, place);
const resolved = (value: unknown, others: CloudTemplate['Resources'] = {}): unknown =>
  read({ Resources: { One: { Type: 'T', Properties: { value } }, ...others } })[0]?.properties['value'];

describe('a template’s functions', () => {
  const queue = { Q: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'q' } } };
  it.each([
    ['a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-south-1'],
    ['a queue by its URL', { Ref: 'Q' }, 'http://queues/q'],
    ['an ARN', { 'Fn::GetAtt': ['Q', 'Arn'] }, 'arn:aws:sqs:eu-south-1:000000000000:q'],
    ['an attribute written with a dot', { 'Fn::GetAtt': 'Q.QueueName' }, 'q'],
    ['a join', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Partition' }]] }, 'a-aws'],
    [
      'a substitution',
      { 'Fn::Sub': '${AWS::Region}/${Q.Arn}/${!kept}' },
      'eu-south-1/arn:aws:sqs:eu-south-1:000000000000:q/${kept}',
    ],
    ['a substitution with values', { 'Fn::Sub': ['${a}', { a: { Ref: 'AWS::Region' } }] }, 'eu-south-1'],
    ['a part of a split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b'] }] }, 'b'],
    ['nothing', [1, { Ref: 'AWS::NoValue' }], [1]],
  ])('give %s', (_, value, expected) => {
    expect(resolved(value, queue)).toEqual(expected);
  });

  it('bring values over from another stack', () => {
    const resources = readTemplates(
      {
        Data: {
          Resources: { T: { Type: 'AWS::DynamoDB::Table', Properties: {} } },
          Outputs: { O: { Value: { 'Fn::GetAtt': ['T', 'StreamArn'] }, Export: { Name: 'Stream' } } },
        },
        Service: { Resources: { One: { Type: 'X', Properties: { value: { 'Fn::ImportValue': 'Stream' } } } } },
      },
      place,
    );
    expect(resources[1]?.properties['value']).toBe(
      'arn:aws:dynamodb:eu-south-1:000000000000:table/Data-T/stream/local',
    );
  });

  it.each([
    ['an unknown function', { 'Fn::Cidr': [] }],
    ['an import nobody exports', { 'Fn::ImportValue': 'x' }],
    ['a reference into nothing', { Ref: 'Missing' }],
  ])('stop the start at %s', (_, value) => {
    expect(() => resolved(value)).toThrow(/cannot do/u);
  });
});

describe('a template’s resources', () => {
  const plan = (change: (resources: CloudTemplate['Resources']) => void) => {
    const template = tinyTemplate();
    change(template.Resources);
    const resources = read(template);
    return {
      ...readBlueprint(resources, (id) => ({ name: id.toLowerCase(), folder: `/${id}` })),
      apis: readRestApis(resources),
    };
  };
  const set = (id: string, name: string, value: unknown) => (resources: CloudTemplate['Resources']) => {
    Object.assign(resources[id]?.Properties ?? {}, { [name]: value });
  };

  it('become what runs here', () => {
    const { tables, queues, functions, queueSources, streamSources, schedules, keys, apis } = plan(() => undefined);
    expect(tables).toMatchObject([{ name: 'S-Things', partitionKey: 'pk', streamView: 'NEW_IMAGE' }]);
    expect(queues.find(({ name }) => name === 'S-Work')?.deadLetters).toBe('S-Dead');
    expect(functions.map(({ title }) => title)).toEqual(['taker', 'mover', 'doer', 'ticker']);
    expect(functions[0]?.environment['THINGS_TABLE']).toBe('S-Things');
    expect(queueSources).toMatchObject([{ batchSize: 10, maximumConcurrency: 2, partialFailures: true }]);
    expect(streamSources).toMatchObject([{ tableName: 'S-Things', bisect: true, retries: 1 }]);
    expect(schedules).toMatchObject([{ everyMinutes: 1 }]);
    expect(keys.map(({ kind }) => kind)).toEqual(['data', 'data']);
    expect(apis.map(({ prefix, routes }) => [prefix, routes[0]?.resource])).toEqual([
      ['', '/v1/things'],
      ['/staff', '/v1/{kind}'],
    ]);
  });

  /** Has the API call its function by an alias with these options, too. */
  const byAlias = (options: object) => (resources: CloudTemplate['Resources']) => {
    const { Properties: { Integration } = {} } = resources['PublicApiPost'] ?? {};
    const { Uri } = Integration as { Uri: { 'Fn::Join': [string, unknown[]] } };
    Uri['Fn::Join'][1].splice(-2, 1, { Ref: 'Live' });
    const FunctionVersion = { 'Fn::GetAtt': ['Version', 'Version'] };
    Object.assign(resources, {
      Version: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Taker' } } },
      Live: {
        Type: 'AWS::Lambda::Alias',
        Properties: { FunctionName: { Ref: 'Taker' }, FunctionVersion, Name: 'live', ...options },
      },
    });
  };

  it('lead by an alias to the function behind it', () => {
    const template = tinyTemplate();
    byAlias({})(template.Resources);
    const [alias] = read(template).filter(({ logicalId }) => logicalId === 'Live');
    expect(alias?.ref).toBe('arn:aws:lambda:eu-south-1:000000000000:function:S-Taker:live');
    expect(plan(byAlias({})).apis).toEqual(plan(() => undefined).apis);
  });

  it.each([
    [
      'an alias that shares requests among versions',
      byAlias({ RoutingConfig: { AdditionalVersionWeights: [] } }),
      /RoutingConfig of Live/u,
    ],
    ['an alias of a function that is nowhere', byAlias({ FunctionName: 'elsewhere' }), /the alias Live/u],
    [
      'a type it does not know',
      (resources: CloudTemplate['Resources']) => Object.assign(resources, { X: { Type: 'AWS::SQS::Magic' } }),
      /AWS::SQS::Magic/u,
    ],
    [
      'an event source option it does not know',
      set('DoerSource', 'TumblingWindowInSeconds', 5),
      /TumblingWindowInSeconds of DoerSource/u,
    ],
    ['a queue option it does not know', set('Work', 'FifoQueue', true), /FifoQueue of Work/u],
    [
      'an event filter it does not know',
      set('MoverSource', 'FilterCriteria', { Filters: [{ Pattern: 7 }] }),
      /FilterCriteria/u,
    ],
    ['a schedule it does not know', set('Tick', 'ScheduleExpression', 'cron(0 1 * * ? *)'), /cron/u],
    [
      'a method that validates requests',
      set('PublicApiPost', 'RequestValidatorId', 'v'),
      /RequestValidatorId of PublicApiPost/u,
    ],
    ['a function that traces', set('Taker', 'TracingConfig', { Mode: 'Active' }), /TracingConfig/u],
    [
      'an API behind a firewall that no stack has',
      (resources: CloudTemplate['Resources']) =>
        Object.assign(resources, {
          Behind: {
            Type: 'AWS::WAFv2::WebACLAssociation',
            Properties: { ResourceArn: 'arn:/restapis/S-PublicApi/stages/live', WebACLArn: 'arn:nowhere' },
          },
        }),
      /the firewall of Behind/u,
    ],
    ['a schedule whose role may not invoke', set('TickRole', 'Policies', []), /may not invoke/u],
  ])('stop the start at %s', (_, change, message) => {
    expect(() => plan(change)).toThrow(message);
  });
});
