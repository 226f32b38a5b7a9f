import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { AlarmClass } from './alarm-classes.ts';
import type { Stage } from '../stages.ts';

/**
 * The two topics that alarms go to. They are outside the path of mails to staff, so that the watch does not depend on
 * what it watches. They have a key of their own, because CloudWatch cannot publish to a topic under the account's
 * default key.
 */
export class AlarmTopics extends Construct {
  private readonly topics: Readonly<Record<AlarmClass, Topic>>;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const key = new Key(this, 'Key', {
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
        // In a key's own policy, `*` means this key.
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    const make = (topicId: string, displayName: string, addresses: readonly string[]): Topic => {
      const topic = new Topic(this, topicId, { displayName, masterKey: key, enforceSSL: true });
      topic.addToResourcePolicy(
        new PolicyStatement({
          sid: 'AlarmsMayPublish',
          principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
          actions: ['sns:Publish'],
          resources: [topic.topicArn],
          conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
        }),
      );
      for (const address of new Set(addresses)) topic.addSubscription(new EmailSubscription(address));
      return topic;
    };
    this.topics = {
      child_may_be_waiting: make('ChildMayBeWaiting', `Besa ${stage.name}: a child may be waiting`, [
        ...stage.alarms.childMayBeWaiting,
        stage.alarms.lastResort,
      ]),
      look_tomorrow: make('LookTomorrow', `Besa ${stage.name}: look tomorrow`, stage.alarms.lookTomorrow),
    };
  }

  of(alarmClass: AlarmClass): Topic {
    return this.topics[alarmClass];
  }
}
