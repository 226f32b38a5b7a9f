import { Duration } from 'aws-cdk-lib';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { EnvironmentName } from '#shared/lambda/environment.ts';
import { consumesQueue } from './rights.ts';
import { BesaAlarm } from './besa-alarm.ts';
import { BesaFunction } from './besa-function.ts';
import type { BesaFunctionProps } from './besa-function.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';

export interface ReactorProps<N extends EnvironmentName> extends BesaFunctionProps<N> {
  queue: ReactorQueue;
  /** How many invocations run at once, each with up to ten events; no limit when not given. */
  maximumConcurrency?: number;
}

export interface ReactorQueueProps extends Pick<
  BesaFunctionProps<never>,
  'topics' | 'stage' | 'impact' | 'alarmClass'
> {
  /** Seconds that the function has for a batch. What it took and did not finish comes back after twice that time. */
  timeoutSeconds: number;
}

/** How often a message is tried before it is put aside. */
export const receivesBeforeDeadLetter = 10;

/**
 * The queue of one reactor. It keeps a message for four days. After ten tries a message goes to a dead-letter queue,
 * which keeps it for fourteen days.
 */
export class ReactorQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: ReactorQueueProps) {
    super(scope, id);
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters', props);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(4),
      // Ten tries are over within ten minutes. The sweeper resends what is not done after fifteen.
      visibilityTimeout: Duration.seconds(props.timeoutSeconds * 2),
      deadLetterQueue: { queue: this.deadLetters.queue, maxReceiveCount: receivesBeforeDeadLetter },
    });
    new BesaAlarm(this, 'Waiting', {
      topics: props.topics,
      class: props.alarmClass,
      impact: props.impact,
      runbook: 'Work waits in a queue',
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1), statistic: 'Maximum' }),
      atLeast: Duration.minutes(5).toSeconds(),
      periods: 2,
    });
  }
}

/** A function behind its queue. A message that fails is tried again alone; the others of its batch are done. */
export class Reactor<N extends EnvironmentName> extends BesaFunction<N> {
  constructor(scope: Construct, id: string, props: ReactorProps<N>) {
    super(scope, id, { ...props, rights: [...props.rights, consumesQueue(props.queue.queue)] });
    new CfnEventSourceMapping(this, 'Source', {
      functionName: this.lambda.functionName,
      eventSourceArn: props.queue.queue.queueArn,
      batchSize: 10,
      functionResponseTypes: ['ReportBatchItemFailures'],
      ...(props.maximumConcurrency === undefined
        ? {}
        : { scalingConfig: { maximumConcurrency: props.maximumConcurrency } }),
    });
  }
}
