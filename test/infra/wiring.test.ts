import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runbookHeadings, runbookLink } from '#infra/alarms/runbook.ts';
import { fedByQueues, reactors } from '#shared/contracts/events/consumers.ts';
import { metrics } from '#shared/lambda/log/metrics.ts';
import { stageNames } from '#infra/stage-names.ts';
import { reactorQueueUrls } from '#shared/lambda/environment.ts';
import type { QueueUrlName } from '#shared/lambda/environment.ts';
import { followed, listed, ofType, propertiesOf, servicesOf, spoken, templatesOf } from './templates.ts';

const prod = await templatesOf('prod');
const { functions } = prod;
const service = servicesOf(prod);

interface Mapping {
  FunctionName: { Ref: string };
  EventSourceArn: unknown;
  FunctionResponseTypes: string[];
  [option: string]: unknown;
}
const mappings = Object.values(ofType(service, 'AWS::Lambda::EventSourceMapping')).map(
  ({ Properties }) => Properties as unknown as Mapping,
);
const nameOf = (mapping: Mapping): string => functions[mapping.FunctionName.Ref]?.name ?? '';
const relay = mappings.find((mapping) => nameOf(mapping) === 'relay');

interface Alarm {
  AlarmDescription: string;
  AlarmActions: unknown[];
  OKActions?: unknown[];
  Statistic?: string;
  Threshold?: number;
  Period?: number;
  TreatMissingData: string;
  MetricName?: string;
  ExtendedStatistic?: string;
  Metrics?: { MetricStat?: { Metric: { Dimensions: { Value: unknown }[]; MetricName: string } } }[];
  Dimensions?: { Name: string; Value: unknown }[];
}
const alarms = Object.values(ofType(service, 'AWS::CloudWatch::Alarm')).map(
  ({ Properties }) => Properties as unknown as Alarm,
);
const topics = ofType(prod.templates.Data, 'AWS::SNS::Topic');
const alarmed = (metric: string, logicalId: string): Alarm[] =>
  alarms.filter(
    ({ MetricName, Dimensions = [] }) =>
      MetricName === metric && Dimensions.some(({ Value }) => JSON.stringify(Value).includes(logicalId)),
  );

describe('who reacts to what', () => {
  it('each reactor of the topology has a queue, and every other queue source is the feedback of mails', () => {
    const sources = mappings.filter((mapping) => mapping !== relay);
    expect(sources.map(nameOf).sort()).toEqual(fedByQueues.toSorted());
    expect(new Set(sources.map(({ EventSourceArn }) => spoken(EventSourceArn))).size).toBe(fedByQueues.length);
    for (const source of sources) expect(source.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  });

  it.each(['relay', 'sweeper'])('%s sends to each reactor the queue that feeds it', (sender) => {
    const [logicalId = ''] = Object.entries(functions).find(([, { name }]) => name === sender) ?? [];
    const { Variables } = propertiesOf(service, logicalId)['Environment'] as {
      Variables: Record<QueueUrlName, { Ref: string }>;
    };
    const urls = reactorQueueUrls(Variables as unknown as Record<QueueUrlName, string>) as unknown as Record<
      string,
      { Ref: string }
    >;
    for (const source of mappings.filter((mapping) => (reactors as readonly string[]).includes(nameOf(mapping)))) {
      expect({ 'Fn::GetAtt': [urls[nameOf(source)]?.Ref, 'Arn'] }).toEqual(source.EventSourceArn);
    }
  });

  it('the relay takes new events only, gives up after three tries and says so', () => {
    expect(relay).toMatchObject({
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringMatching(/^RelayGaveUp/), 'Arn'] } },
      },
      EventSourceArn: { 'Fn::ImportValue': 'Besa-prod-CaseEventsStreamArn' },
      FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 3,
      StartingPosition: 'TRIM_HORIZON',
    });
  });

  it("hears of mails that come back: from the configuration set by the account's bus to the queue, nothing else", () => {
    const [destination] = Object.values(ofType(service, 'AWS::SES::ConfigurationSetEventDestination'));
    expect(destination?.Properties).toMatchObject({
      EventDestination: { Enabled: true, MatchingEventTypes: ['bounce', 'complaint', 'reject', 'deliveryDelay'] },
    });
    const rules = Object.values(ofType(service, 'AWS::Events::Rule'));
    expect(rules).toHaveLength(1);
    expect(rules[0]?.Properties).not.toHaveProperty('EventBusName');
    expect(rules[0]?.Properties).toMatchObject({
      EventPattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': [expect.anything()] } } },
      },
    });
    expect(JSON.stringify(rules[0]?.Properties['EventPattern'])).toContain(
      JSON.stringify(destination?.Properties['ConfigurationSetName']),
    );
    const [target] = (rules[0]?.Properties['Targets'] ?? []) as { Arn: unknown; DeadLetterConfig: { Arn: unknown } }[];
    const source = mappings.find((mapping) => nameOf(mapping) === 'mail-feedback');
    expect(target?.Arn).toEqual(source?.EventSourceArn);
    expect(spoken(target?.DeadLetterConfig.Arn)).toMatch(/DeadLetters/);
  });

  it('mails go out two batches at a time', () => {
    expect(mappings.find((mapping) => nameOf(mapping) === 'notification')?.['ScalingConfig']).toEqual({
      MaximumConcurrency: 2,
    });
  });

  const schedules = Object.values(ofType(service, 'AWS::Scheduler::Schedule')).map(({ Properties }) => Properties);

  it('what is kept is looked at every hour, by whatever room there is', () => {
    const hourly = schedules.filter(({ ScheduleExpression }) => ScheduleExpression === 'rate(1 hour)');
    const targets = hourly.map(
      ({ Target }) => (Target as { Arn: { 'Fn::GetAtt': [string, string] } }).Arn['Fn::GetAtt'][0],
    );
    expect(targets.map((id) => functions[id]?.name)).toEqual(['retention']);
  });

  it('both sweeps run every minute, once, with room kept for them in production', () => {
    const sweeps = schedules.filter(({ ScheduleExpression }) => ScheduleExpression === 'rate(1 minute)');
    expect(sweeps).toHaveLength(2);
    for (const { Target } of sweeps) {
      const { Arn, RetryPolicy } = Target as { Arn: { 'Fn::GetAtt': [string, string] }; RetryPolicy: unknown };
      expect(RetryPolicy).toEqual({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 });
      const sweep = service.Resources[Arn['Fn::GetAtt'][0]]?.Properties;
      expect(sweep).toMatchObject({ ReservedConcurrentExecutions: 1, Timeout: 55 });
    }
    const once = Object.values(ofType(service, 'AWS::Lambda::EventInvokeConfig')).map(({ Properties }) => Properties);
    expect(once.map(({ MaximumRetryAttempts }) => MaximumRetryAttempts)).toEqual([0, 0]);
  });
});

describe('a function', () => {
  it.each(Object.entries(functions))('%s runs its bundle with exactly the variables it reads', async (id, { name }) => {
    const { environment } = (await import(`../../functions/${name}/env.ts`)) as { environment: readonly string[] };
    const properties = propertiesOf(service, id);
    const variables = (properties['Environment'] as { Variables: object } | undefined)?.Variables ?? {};
    expect(Object.keys(variables).sort()).toEqual([...environment].sort());
    expect(properties).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs24.x', Handler: 'index.handler' });
    expect(properties).not.toHaveProperty('TracingConfig');
    expect(properties).not.toHaveProperty('DeadLetterConfig');
    const log = (properties['LoggingConfig'] as { LogGroup: { Ref: string } }).LogGroup.Ref;
    expect(propertiesOf(service, log)['RetentionInDays']).toBe(90);
  });
});

describe('an alarm', () => {
  it('watches errors and throttles of every function', () => {
    for (const logicalId of Object.keys(functions)) {
      expect(alarmed('Errors', logicalId)).toHaveLength(1);
      expect(alarmed('Throttles', logicalId)).toHaveLength(1);
    }
  });

  it('watches every queue for waiting work, every dead-letter queue for any message', () => {
    const queues = ofType(service, 'AWS::SQS::Queue');
    const withWork = Object.entries(queues).filter(([, { Properties }]) => 'RedrivePolicy' in Properties);
    const deadLetters = Object.keys(queues).filter((id) => !withWork.some(([other]) => other === id));
    expect(withWork).toHaveLength(fedByQueues.length);
    expect(deadLetters).toHaveLength(fedByQueues.length + 1);
    for (const [id] of withWork) expect(alarmed('ApproximateAgeOfOldestMessage', id)).toHaveLength(1);
    for (const id of deadLetters) expect(alarmed('ApproximateNumberOfMessagesVisible', id)).toHaveLength(1);
  });

  it('rings when a sweep is missing, not only when it fails', () => {
    for (const name of ['sweeper', 'escalation']) {
      const [logicalId = ''] = Object.entries(functions).find(([, bundle]) => bundle.name === name) ?? [];
      const heartbeats = alarms.filter(({ Metrics = [] }) => JSON.stringify(Metrics).includes(logicalId));
      expect(heartbeats.map(({ TreatMissingData }) => TreatMissingData)).toEqual(['breaching']);
    }
  });

  it('watches both APIs and the age of the stream', () => {
    expect(alarms.filter(({ MetricName }) => MetricName === '5XXError')).toHaveLength(2);
    expect(alarms.filter(({ MetricName }) => MetricName === 'IteratorAge')).toHaveLength(1);
  });

  it('says what it means for a person, leads to a heading of the runbook, and reaches somebody', () => {
    const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
    const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual([...runbookHeadings]);
    for (const section of runbook.split(/^## /m).slice(1)) {
      for (const part of ['**For a child**', '**Look**', '**Do**', '**Call**']) expect(section).toContain(part);
    }
    expect(new Set(prod.alarms.map((alarm) => alarm.runbook))).toEqual(new Set(runbookHeadings));
    const links = runbookHeadings.map(runbookLink);
    for (const { AlarmDescription, AlarmActions } of alarms) {
      const [impact, link] = AlarmDescription.split(' What to do: ');
      expect(impact).toMatch(/\w+ \w+ \w+.*\.$/);
      expect(links).toContain(link);
      const reached = AlarmActions.map((action) => (followed(prod, action) as { Ref: string }).Ref);
      expect(reached.map((id) => id in topics)).toEqual([true]);
    }
  });

  it('says that it is over only of what is measured again for as long as it lasts', () => {
    const over = alarms.filter(({ OKActions = [] }) => OKActions.length > 0);
    for (const { AlarmActions, OKActions } of over) expect(OKActions).toEqual(AlarmActions);
    expect(over.filter(({ Statistic }) => Statistic === 'Sum')).toEqual([]);
    const throttled = alarms.filter(({ AlarmDescription }) => AlarmDescription.includes('turned calls on'));
    expect(throttled).toHaveLength(3);
    const lasting = alarms.filter((alarm) => alarm.Statistic !== 'Sum' && !throttled.includes(alarm));
    expect(lasting.length).toBeGreaterThan(20);
    expect(over).toEqual(lasting);
  });

  it('has engineers look for the status of a request as the gateway writes it: as text', () => {
    const formats = Object.values(ofType(service, 'AWS::ApiGateway::Stage')).map(
      ({ Properties }) => (Properties['AccessLogSetting'] as { Format: string }).Format,
    );
    for (const format of formats) expect(format).toContain('"status":"$context.status"');
    const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
    const filters = [...runbook.matchAll(/\$\.status ([^}]+) \}/g)].map(([, compared]) => compared);
    expect(filters).toEqual(['= "5*"']);
  });

  it('judges by the day what is measured once a day', () => {
    const daily = alarms.filter(
      ({ MetricName, Dimensions }) =>
        MetricName === 'HoursWithoutClearance' ||
        MetricName === 'ErasureDelay' ||
        JSON.stringify(Dimensions ?? []).includes('"KeepingRetention'),
    );
    expect(daily.map(({ Period }) => Period)).toEqual([86_400, 86_400, 86_400, 86_400]);
  });

  it('rings when a sweep does not catch up: at once for what guards children, tomorrow for the rest', () => {
    const left = alarms.filter(({ MetricName }) => String(MetricName).endsWith('LeftUndone'));
    const said = left.map(({ MetricName, AlarmActions, Statistic, Threshold }) => {
      const isRinging = JSON.stringify(AlarmActions).includes('ChildMayBeWaiting');
      return [MetricName, isRinging, Statistic, Threshold];
    });
    expect(said.toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual([
      ['EventsLeftUndone', true, 'Maximum', 1],
      ['KeepingLeftUndone', false, 'Maximum', 1],
      ['NoticesLeftUndone', false, 'Maximum', 1],
      ['TimersLeftUndone', true, 'Maximum', 1],
    ]);
  });

  it('says on the next working day that events wait for a newer release, and not while one is being deployed', () => {
    const [alarm, ...others] = alarms.filter(({ MetricName }) => MetricName === 'EventsOfNewerRelease');
    expect(others).toEqual([]);
    expect(alarm).toMatchObject({ Statistic: 'Maximum', Threshold: 1, EvaluationPeriods: 15 });
    expect(JSON.stringify(alarm?.AlarmActions)).not.toContain('ChildMayBeWaiting');
  });

  it.each([
    ['OldestUndoneEventAge', 1800],
    ['EventStuck', 1],
    ['RaiseDelay', 120],
    ['RaiseFailed', 1],
    ['NobodyToTell', 1],
    ['TransactionTooLarge', 1],
    ['MailProviderRefuses', 1],
    ['KeysUnavailable', 1],
    ['CaseErased', 50],
    ['OldestUnsentMailAge', 600],
  ])('rings at any hour when %s reaches %i', (metric, threshold) => {
    const [alarm, ...others] = alarms.filter(({ MetricName }) => MetricName === metric);
    expect(others).toEqual([]);
    expect(alarm).toMatchObject({ Namespace: 'Besa', Threshold: threshold });
    expect(spoken(followed(prod, alarm?.AlarmActions[0]))).toBe('AlarmsChildMayBeWaiting');
  });

  it('asks to look tomorrow when more texts are opened than people read', () => {
    const [alarm, ...others] = alarms.filter(({ MetricName }) => MetricName === 'KeyAskedFor');
    expect(others).toEqual([]);
    expect(alarm).toMatchObject({ Namespace: 'Besa', Statistic: 'Sum', Period: 300, Threshold: 100 });
    expect(spoken(followed(prod, alarm?.AlarmActions[0]))).toBe('AlarmsLookTomorrow');
  });

  it('shows calls the database turns away, and mails that bounce, before they become errors', () => {
    const throttled = prod.alarms.filter(({ name }) => name.endsWith('Throttled'));
    expect(throttled.map(({ name }) => name)).toEqual(
      ['Cases', 'CaseEvents', 'Keys'].map((table) => `Watches/${table}Throttled`),
    );
    expect(alarms.filter(({ MetricName }) => MetricName === 'Reputation.BounceRate')).toHaveLength(1);
    expect(alarms.filter(({ ExtendedStatistic }) => ExtendedStatistic === 'p99')).toHaveLength(1);
  });

  it('is listed for people', () => {
    expect(prod.alarms).toHaveLength(alarms.length);
    expect(prod.alarms.filter(({ ringsWhen }) => /undefined/.test(ringsWhen))).toEqual([]);
  });

  it('that a child may be waiting also reaches the address of last resort', () => {
    const subscriptions = Object.values(ofType(prod.templates.Data, 'AWS::SNS::Subscription')).map(
      ({ Properties }) => Properties,
    );
    const ringing = subscriptions.filter(({ TopicArn }) => spoken(TopicArn).includes('ChildMayBeWaiting'));
    expect(ringing.map(({ Endpoint }) => Endpoint)).toContain(prod.stage.alarms.lastResort);
    for (const { KmsMasterKeyId } of Object.values(topics).map((t) => t.Properties)) {
      expect(KmsMasterKeyId).toBeDefined();
    }
  });
});

describe('the dashboard', () => {
  const [page, ...others] = Object.values(ofType(service, 'AWS::CloudWatch::Dashboard'));
  const body = JSON.stringify(page?.Properties['DashboardBody']);

  it('is one page, and shows every measurement Besa makes of itself', () => {
    expect(others).toEqual([]);
    for (const name of Object.keys(metrics)) expect(body).toContain(`\\"Besa\\",\\"${name}\\"`);
  });

  it('shows the function that takes reports, by a word that is in the name of no other', () => {
    const searches = [...body.matchAll(/FunctionName=(\w+) MetricName=[\\"]+(\w+)/g)].map(([, word, metric]) => [
      word,
      metric,
    ]);
    expect(searches).toEqual([
      ['Intake', 'Throttles'],
      ['Intake', 'Duration'],
      ['Intake', 'Duration'],
    ]);
    // CloudWatch takes a name apart at every capital letter.
    const found = Object.entries(functions).filter(([id]) => /Intake(?![a-z])/.test(id));
    expect(found.map(([, { name }]) => name)).toEqual(['intake']);
  });

  it('shows every queue and every dead-letter queue', () => {
    const queues = Object.keys(ofType(service, 'AWS::SQS::Queue'));
    expect(queues.filter((id) => !body.includes(id))).toEqual([]);
  });
});

describe('a queue', () => {
  const queues = ofType(service, 'AWS::SQS::Queue');

  it('puts a message aside after ten tries, and keeps it there longer than it could have waited', () => {
    for (const { Properties } of Object.values(queues).filter((queue) => 'RedrivePolicy' in queue.Properties)) {
      const { deadLetterTargetArn, maxReceiveCount } = Properties['RedrivePolicy'] as {
        deadLetterTargetArn: { 'Fn::GetAtt': [string, string] };
        maxReceiveCount: number;
      };
      const aside = queues[deadLetterTargetArn['Fn::GetAtt'][0]]?.Properties;
      expect(maxReceiveCount).toBe(10);
      expect(Properties['MessageRetentionPeriod']).toBe(4 * 86_400);
      expect(aside?.['MessageRetentionPeriod']).toBe(14 * 86_400);
    }
  });

  it('is encrypted and refuses what comes in clear', () => {
    expect(Object.values(queues).map(({ Properties }) => Properties['SqsManagedSseEnabled'])).not.toContain(undefined);
    const policies = Object.values(ofType(service, 'AWS::SQS::QueuePolicy')).map(({ Properties }) =>
      JSON.stringify(Properties),
    );
    expect(policies).toHaveLength(Object.keys(queues).length);
    for (const policy of policies) expect(policy).toContain('"aws:SecureTransport":"false"');
  });

  it('gives its function less time than it hides a message for', () => {
    for (const source of mappings.filter((mapping) => mapping !== relay)) {
      const [queueId] = (source.EventSourceArn as { 'Fn::GetAtt': [string, string] })['Fn::GetAtt'];
      const timeout = service.Resources[source.FunctionName.Ref]?.Properties['Timeout'];
      expect(queues[queueId]?.Properties['VisibilityTimeout']).toBeGreaterThan(Number(listed(timeout)[0]));
    }
  });
});

describe('the referral desk', () => {
  it.each(stageNames)('is open in %s: mails name its page', async (stage) => {
    const made = await templatesOf(stage);
    const [logicalId = ''] = Object.entries(made.functions).find(([, { name }]) => name === 'case-desk') ?? [];
    const { Variables } = propertiesOf(servicesOf(made), logicalId)['Environment'] as {
      Variables: Record<string, unknown>;
    };
    expect(Variables['REFERRAL_DESK']).toBe('open');
  });
});
