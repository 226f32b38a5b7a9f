import {
  GetQueueAttributesCommand,
  ListMessageMoveTasksCommand,
  ListQueuesCommand,
  PurgeQueueCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { discardOnAws, redriveOnAws } from '#infra/operations/redrive-on-aws.ts';
import { ofType, servicesOf, templatesOf } from '../templates.ts';

const prod = await templatesOf('prod');
const { functions } = prod;
const service = servicesOf(prod);
/** Every function that a queue feeds, with that queue's dead-letter queue. */
const fed = Object.values(ofType(service, 'AWS::Lambda::EventSourceMapping')).flatMap(({ Properties }) => {
  const source = (Properties['EventSourceArn'] as { 'Fn::GetAtt'?: [string] })['Fn::GetAtt']?.[0] ?? '';
  const policy = service.Resources[source]?.Properties['RedrivePolicy'] as
    { deadLetterTargetArn: { 'Fn::GetAtt': [string] } } | undefined;
  const title = functions[(Properties['FunctionName'] as { Ref: string }).Ref]?.name;
  return policy === undefined || title === undefined
    ? []
    : [[title, policy.deadLetterTargetArn['Fn::GetAtt'][0]] as const];
});
const account = 'https://sqs.eu-south-1.amazonaws.com/123456789012';

/** SQS as it would answer with the queues of the template, named as CloudFormation names them. */
function queuesOnAws() {
  const sqs = new SQSClient({ region: 'eu-south-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
  const mock = mockClient(sqs);
  const nameOf = (logicalId: string): string => `Besa-prod-Reactors-${logicalId}-Ab1`;
  const queues = Object.entries(ofType(service, 'AWS::SQS::Queue'));
  mock.on(ListQueuesCommand, { QueueNamePrefix: 'Besa-prod-Reactors-' }).resolves({
    QueueUrls: queues.map(([id]) => `${account}/${nameOf(id)}`),
  });
  mock.on(ListQueuesCommand, { QueueNamePrefix: 'Besa-test-Reactors-' }).resolves({});
  for (const [id, { Properties }] of queues) {
    const policy = Properties['RedrivePolicy'] as { deadLetterTargetArn: { 'Fn::GetAtt': [string] } } | undefined;
    const target = policy?.deadLetterTargetArn['Fn::GetAtt'][0];
    mock.on(GetQueueAttributesCommand, { QueueUrl: `${account}/${nameOf(id)}` }).resolves({
      Attributes: {
        ApproximateNumberOfMessages: '3',
        QueueArn: `arn:aws:sqs:x:1:${nameOf(id)}`,
        ...(target === undefined
          ? {}
          : { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: `arn:aws:sqs:x:1:${nameOf(target)}` }) }),
      },
    });
  }
  return { sqs, mock };
}

describe('a redrive on AWS', () => {
  it.each(fed)('of %s moves its own dead letters, and ends when SQS has moved them', async (reactor, deadLetters) => {
    const { sqs, mock } = queuesOnAws();
    mock.on(StartMessageMoveTaskCommand).resolves({ TaskHandle: 'task' });
    mock
      .on(ListMessageMoveTasksCommand)
      .resolvesOnce({ Results: [{ TaskHandle: 'task', Status: 'RUNNING' }] })
      .resolves({ Results: [{ Status: 'COMPLETED', ApproximateNumberOfMessagesMoved: 3 }] });
    let pauses = 0;
    const pause = async (): Promise<void> => void (pauses += 1);
    expect(await redriveOnAws(sqs, { stage: 'prod', reactor, pause })).toBe(3);
    expect(pauses).toBe(1);
    const [started] = mock.commandCalls(StartMessageMoveTaskCommand);
    const { SourceArn, DestinationArn } = started?.args[0].input ?? {};
    expect(SourceArn).toContain(deadLetters);
    // What EventBridge put aside has no queue that it came from.
    const source = Object.entries(ofType(service, 'AWS::SQS::Queue')).find(([, { Properties }]) =>
      JSON.stringify(Properties['RedrivePolicy'] ?? '').includes(`"${deadLetters}"`),
    );
    expect(DestinationArn).toBe(`arn:aws:sqs:x:1:Besa-prod-Reactors-${source?.[0]}-Ab1`);
  });

  it('says so when SQS gives up, and when there is no such queue', async () => {
    const { sqs, mock } = queuesOnAws();
    mock.on(StartMessageMoveTaskCommand).resolves({ TaskHandle: 'task' });
    mock.on(ListMessageMoveTasksCommand).resolves({ Results: [{ Status: 'FAILED', FailureReason: 'AccessDenied' }] });
    await expect(redriveOnAws(sqs, { stage: 'prod', reactor: 'triage' })).rejects.toThrow('AccessDenied');
    await expect(redriveOnAws(sqs, { stage: 'prod', reactor: 'baker' })).rejects.toThrow('No queue feeds "baker"');
    await expect(redriveOnAws(sqs, { stage: 'test', reactor: 'triage' })).rejects.toThrow('no queue of triage');
  });

  it('says so when somebody cancels the move', async () => {
    const { sqs, mock } = queuesOnAws();
    mock.on(StartMessageMoveTaskCommand).resolves({ TaskHandle: 'task' });
    mock
      .on(ListMessageMoveTasksCommand)
      .resolves({ Results: [{ Status: 'CANCELLED', ApproximateNumberOfMessagesMoved: 2 }] });
    await expect(redriveOnAws(sqs, { stage: 'prod', reactor: 'triage', pause: async () => {} })).rejects.toThrow(
      'cancelled the move: 2',
    );
  });

  it.each(['', 'r', 'reactors', 'feedback', 'Triage', 'relay'])('takes no part of a name: "%s"', async (reactor) => {
    const { sqs, mock } = queuesOnAws();
    await expect(discardOnAws(sqs, { stage: 'prod', reactor })).rejects.toThrow('No queue feeds');
    await expect(redriveOnAws(sqs, { stage: 'prod', reactor })).rejects.toThrow('No queue feeds');
    expect(mock.calls()).toEqual([]);
  });

  it('throws away no mail that came back: nothing else knows of it', async () => {
    const { sqs, mock } = queuesOnAws();
    await expect(discardOnAws(sqs, { stage: 'prod', reactor: 'mail-feedback' })).rejects.toThrow('the only copy');
    expect(mock.calls()).toEqual([]);
  });

  it('can throw them away instead', async () => {
    const { sqs, mock } = queuesOnAws();
    mock.on(PurgeQueueCommand).resolves({});
    expect(await discardOnAws(sqs, { stage: 'prod', reactor: 'notification' })).toBe(3);
    const [purged] = mock.commandCalls(PurgeQueueCommand);
    expect(purged?.args[0].input.QueueUrl).toContain('NotificationQueueDeadLetters');
    expect(mock.commandCalls(PurgeQueueCommand)).toHaveLength(1);
  });
});
