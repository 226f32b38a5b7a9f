import { Duration } from 'aws-cdk-lib';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { environment } from '#functions/relay/env.ts';
import { BesaAlarm } from '../constructs/besa-alarm.ts';
import { BesaFunction } from '../constructs/besa-function.ts';
import type { Surroundings } from '../constructs/besa-function.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import type { DataPlane } from '../data/data-plane.ts';
import type { Reactors } from './reactors.ts';
import { readsStream, sendsTo, throughTables, updatesOnly } from '../constructs/rights.ts';

/** The attributes that the relay may touch: the key by which it finds an event, and its mark. */
export const relayMarkAttributes = ['pk', 'number', 'sentAt'] as const;

/**
 * From the history to the queues. The stream gives up on a batch after three tries; otherwise it would block its shard
 * for a day. The sweeper sends again what was not done.
 */
export class Relay extends Construct {
  readonly function: BesaFunction;

  constructor(scope: Construct, id: string, around: Surroundings & { data: DataPlane; reactors: Reactors }) {
    super(scope, id);
    const { data, reactors } = around;
    const impact = 'Events reach their functions a minute late, by the sweeper, until the relay works again.';
    const gaveUp = new DeadLetterQueue(this, 'GaveUp', {
      ...around,
      impact,
      alarmClass: 'child_may_be_waiting',
      runbook: 'The relay is behind or gave up on a batch',
    });
    const relay = new BesaFunction(this, 'Relay', {
      ...around,
      name: 'relay',
      variables: environment,
      values: { CASE_EVENTS_TABLE: data.tables.CaseEvents.name, ...reactors.queueUrls() },
      rights: [
        readsStream(data.caseEventsStreamArn),
        sendsTo([...Object.values(reactors.queues), gaveUp.queue]),
        updatesOnly('CaseEvents', data.tables.CaseEvents, relayMarkAttributes),
        throughTables(this, data),
      ],
      memoryMegabytes: 512,
      timeoutSeconds: 30,
      impact,
      alarmClass: 'child_may_be_waiting',
    });
    this.function = relay;
    new CfnEventSourceMapping(this, 'Source', {
      functionName: relay.lambda.functionName,
      eventSourceArn: data.caseEventsStreamArn,
      startingPosition: 'TRIM_HORIZON',
      batchSize: 100,
      maximumBatchingWindowInSeconds: 0,
      parallelizationFactor: 2,
      filterCriteria: { filters: [{ pattern: JSON.stringify({ eventName: ['INSERT'] }) }] },
      functionResponseTypes: ['ReportBatchItemFailures'],
      bisectBatchOnFunctionError: true,
      maximumRetryAttempts: 3,
      destinationConfig: { onFailure: { destination: gaveUp.queue.queueArn } },
    });
    new BesaAlarm(this, 'Behind', {
      topics: around.topics,
      class: 'child_may_be_waiting',
      impact,
      runbook: 'The relay is behind or gave up on a batch',
      metric: relay.lambda.metric('IteratorAge', { period: Duration.minutes(1), statistic: 'Maximum' }),
      atLeast: Duration.minutes(2).toMilliseconds(),
    });
  }
}
