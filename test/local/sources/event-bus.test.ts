import { describe, expect, it } from 'vitest';
import { eventBus } from '#infra/local/sources/event-bus.ts';
import { NotEmulated } from '#infra/local/template/template.ts';
import type { Resource } from '#infra/local/template/template.ts';

const resource = (type: string, name: string, properties: Record<string, unknown>): Resource => ({
  stack: 'S',
  logicalId: name,
  type,
  name,
  ref: name,
  arn: `arn:${name}`,
  properties,
});
const rule = resource('AWS::Events::Rule', 'Rule', {
  EventPattern: { source: ['aws.ses'], detail: { mail: { tags: { set: ['besa', 'other'] } } } },
  State: 'ENABLED',
  Targets: [{ Id: 'T', Arn: 'arn:Queue' }],
});
const queue = resource('AWS::SQS::Queue', 'Queue', {});
const policy = (sourceArn: string): Resource =>
  resource('AWS::SQS::QueuePolicy', 'Policy', {
    Queues: ['Queue'],
    PolicyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Action: ['sqs:SendMessage'],
          Principal: { Service: 'events.amazonaws.com' },
          Condition: { ArnEquals: { 'aws:SourceArn': sourceArn } },
        },
      ],
    },
  });

function bus(...resources: Resource[]) {
  const sent: { queueArn: string; event: Record<string, unknown> }[] = [];
  const place = { region: 'eu-south-1', accountId: '0', now: () => new Date('2026-03-01T10:00:00Z') };
  const send = async (queueArn: string, body: string): Promise<void> => {
    sent.push({ queueArn, event: JSON.parse(body) as Record<string, unknown> });
  };
  return { ...eventBus(resources, { ...place, send }), sent };
}
const tagged = (set: string) => ({
  source: 'aws.ses',
  'detail-type': 'Email Bounced',
  detail: { mail: { tags: { set: [set] } } },
});

describe('The event bus of this machine', () => {
  it('hands an event to the queue of a rule that matches it, and no other event', async () => {
    const { put, sent } = bus(rule, queue, policy('arn:Rule'));
    await put(tagged('besa'));
    await put(tagged('somebody'));
    await put({ ...tagged('besa'), source: 'aws.s3' });
    expect(sent).toEqual([
      {
        queueArn: 'arn:Queue',
        event: expect.objectContaining({ ...tagged('besa'), time: '2026-03-01T10:00:00.000Z' }),
      },
    ]);
  });

  it.each([
    ['gives it no right', [rule, queue]],
    ['gives the right to another rule', [rule, queue, policy('arn:Another')]],
    ['is not there', [rule]],
  ])('does not start when a rule’s queue %s', (_, resources) => {
    expect(() => bus(...resources)).toThrow(NotEmulated);
  });

  it('knows which events a configuration set hands on', () => {
    const destination = resource('AWS::SES::ConfigurationSetEventDestination', 'D', {
      ConfigurationSetName: 'besa',
      EventDestination: {
        Enabled: true,
        EventBridgeDestination: { EventBusArn: 'arn:aws:events:eu-south-1:0:event-bus/default' },
        MatchingEventTypes: ['bounce'],
      },
    });
    const { isPublished } = bus(destination);
    expect([isPublished('besa', 'bounce'), isPublished('besa', 'open'), isPublished('other', 'bounce')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
