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
  /** Events handled at once; no limit when not given. */
  maximumConcurrency?: number;
}

export interface ReactorQueueProps extends Pick<
  BesaFunctionProps<never>,
  'topics' | 'stage' | 'impact' | 'alarmClass'
> {
  /** Seconds the function has for a batch; what it took and did not finish comes back after twice that. */
  timeoutSeconds: number;
}

/** How often a message is tried before it is put aside. */
export const receivesBeforeDeadLetter = 10;

/** The queue of one reactor: four days, then (or after ten tries) a dead-letter queue of fourteen. */
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
      // Ten tries are over within ten minutes, before the sweeper sends anew what is not done after fifteen.
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

/** A function behind its queue: one failing message is tried again alone, the others of its batch are done. */
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
