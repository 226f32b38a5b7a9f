import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { exportValue, importValue } from '../constructs/exports.ts';
import type { AlarmClass } from './alarm-classes.ts';
import type { Stage } from '../stages.ts';

/** Where the alarms of each class go. */
export type AlarmTopics = Readonly<Record<AlarmClass, ITopic>>;

const topicIds = {
  child_may_be_waiting: 'ChildMayBeWaiting',
  look_tomorrow: 'LookTomorrow',
} as const satisfies Record<AlarmClass, string>;

const exportedAs = (alarmClass: AlarmClass): string => `${topicIds[alarmClass]}TopicArn`;

/**
 * Makes the two topics. They are outside the path of mails to staff: the watch must not hang on what it watches. They have
 * a key of their own because CloudWatch cannot publish to a topic under the account's default key. They stand in the data
 * stack: each address has confirmed once, and the phones are subscribed by hand.
 */
export function makeAlarmTopics(parent: Construct, stage: Stage): void {
  const scope = new Construct(parent, 'Alarms');
  const { account } = Stack.of(scope);
  const key = new Key(scope, 'Key', {
    description: 'Besa: alarms on their way',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.DESTROY,
    pendingWindow: Duration.days(7),
  });
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsMayBePublished',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      // In a key's own policy this is the key itself.
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  );
  const make = (alarmClass: AlarmClass, displayName: string, addresses: readonly string[]): void => {
    const topic = new Topic(scope, topicIds[alarmClass], { displayName, masterKey: key, enforceSSL: true });
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsMayPublish',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
    for (const address of new Set(addresses)) topic.addSubscription(new EmailSubscription(address));
    exportValue(parent, stage, exportedAs(alarmClass), topic.topicArn);
  };
  make('child_may_be_waiting', `Besa ${stage.name}: a child may be waiting`, [
    ...stage.alarms.childMayBeWaiting,
    stage.alarms.lastResort,
  ]);
  make('look_tomorrow', `Besa ${stage.name}: look tomorrow`, stage.alarms.lookTomorrow);
}

/** The topics as the other stacks see them. */
export function importAlarmTopics(parent: Construct, stage: Stage): AlarmTopics {
  const scope = new Construct(parent, 'Alarms');
  const imported = (alarmClass: AlarmClass): ITopic =>
    Topic.fromTopicArn(scope, topicIds[alarmClass], importValue(stage, exportedAs(alarmClass)));
  return { child_may_be_waiting: imported('child_may_be_waiting'), look_tomorrow: imported('look_tomorrow') };
}
