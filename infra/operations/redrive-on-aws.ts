import { setTimeout } from 'node:timers/promises';
import {
  GetQueueAttributesCommand,
  ListMessageMoveTasksCommand,
  paginateListQueues,
  PurgeQueueCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { stackName } from '../stacks.ts';
import type { StageName } from '../stage-names.ts';
import { cannotDiscard, fedByQueues } from '../../shared/contracts/events/consumers.ts';

interface DeadLetterQueue {
  url: string;
  arn: string;
  /** ARN of the queue whose dead letters these are. */
  of: string;
  /** As SQS counts them: about. */
  messages: number;
}

const named = (name: string): string =>
  name
    .split('-')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('');

/**
 * Moves all dead letters of a reactor back to its queue, waits until that is done, and answers how many. Throws when
 * there is no such queue, and when the move ends before all are moved. It names the destination: SQS does not know
 * where a message came from that EventBridge put aside.
 */
export async function redriveOnAws(
  sqs: SQSClient,
  {
    stage,
    reactor,
    pause = setTimeout,
  }: { stage: StageName; reactor: string; pause?: (ms: number) => Promise<unknown> },
): Promise<number> {
  const { arn, of } = await deadLettersOf(sqs, stage, reactor);
  const { TaskHandle } = await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: arn, DestinationArn: of }));
  for (;;) {
    const { Results = [] } = await sqs.send(new ListMessageMoveTasksCommand({ SourceArn: arn, MaxResults: 10 }));
    // Only a task that still runs shows its handle. One that has ended is the newest of the list.
    const task = Results.find((one) => one.TaskHandle === TaskHandle) ?? Results[0];
    if (task?.Status === 'FAILED')
      throw new Error(`SQS stopped moving: ${task.FailureReason ?? 'it does not say why'}.`);
    if (task?.Status === 'CANCELLED') {
      throw new Error(`Somebody cancelled the move: ${task.ApproximateNumberOfMessagesMoved ?? 0} were moved before.`);
    }
    if (task?.Status === 'COMPLETED') return task.ApproximateNumberOfMessagesMoved ?? 0;
    await pause(1000);
  }
}

/**
 * Throws away all dead letters of a reactor, and answers how many. The sweeper sends the events in them again. Throws
 * where nothing would send them again.
 */
export async function discardOnAws(sqs: SQSClient, of: { stage: StageName; reactor: string }): Promise<number> {
  const refusal = cannotDiscard(of.reactor);
  if (refusal !== undefined) throw new Error(refusal);
  const { url, messages } = await deadLettersOf(sqs, of.stage, of.reactor);
  await sqs.send(new PurgeQueueCommand({ QueueUrl: url }));
  return messages;
}

/** Names of queues end in letters nobody knows beforehand; which one holds the dead letters its queue says itself. */
async function deadLettersOf(sqs: SQSClient, stage: StageName, reactor: string): Promise<DeadLetterQueue> {
  const known: readonly string[] = fedByQueues;
  if (!known.includes(reactor)) throw new Error(`No queue feeds "${reactor}". One does feed ${known.join(', ')}.`);
  const prefix = `${stackName(stage, 'Reactors')}-`;
  const urls: string[] = [];
  for await (const page of paginateListQueues({ client: sqs }, { QueueNamePrefix: prefix, MaxResults: 1000 })) {
    urls.push(...(page.QueueUrls ?? []));
  }
  const its = new RegExp(`${named(reactor)}[A-Za-z]*Queue`);
  // The shortest first: another function's name may begin with this one's.
  for (const url of urls.filter((one) => its.test(one)).sort((a, b) => a.length - b.length)) {
    const { RedrivePolicy: policy, QueueArn: of } = await attributes(sqs, url);
    if (policy === undefined || of === undefined) continue;
    const { deadLetterTargetArn: arn } = JSON.parse(policy) as { deadLetterTargetArn: string };
    const aside = urls.find((one) => one.endsWith(`/${arn.split(':').at(-1) ?? ''}`));
    if (aside === undefined) continue;
    const messages = Number((await attributes(sqs, aside))['ApproximateNumberOfMessages'] ?? 0);
    return { url: aside, arn, of, messages };
  }
  throw new Error(`There is no queue of ${reactor} in ${stage}, in this account and region.`);
}

async function attributes(sqs: SQSClient, url: string): Promise<Partial<Record<string, string>>> {
  const AttributeNames = ['RedrivePolicy', 'QueueArn', 'ApproximateNumberOfMessages'] as const;
  return (
    (await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...AttributeNames] })))
      .Attributes ?? {}
  );
}
