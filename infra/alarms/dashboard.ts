import { Duration } from 'aws-cdk-lib';
import {
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  Metric,
  SearchExpression,
  SingleValueWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IMetric, IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { IConstruct } from 'constructs';
import { metrics } from '#shared/lambda/log/metrics.ts';
import type { MetricName } from '#shared/lambda/log/metrics.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { ReactorQueue } from '../constructs/reactor.ts';
import { apiName } from '../constructs/besa-api.ts';
import type { Relay } from '../reactors/relay.ts';
import type { Stage } from '../stages.ts';
import type { Sweeps } from '../reactors/sweeps.ts';

interface Shown {
  stage: Stage;
  relay: Relay;
  sweeps: Sweeps;
}

const minute = { period: Duration.minutes(1) };
const fiveMinutes = { period: Duration.minutes(5) };

/**
 * One page of questions. It begins with "Is the promise kept?" and ends with "Does the watch run?". Made last, because
 * it shows every queue it finds.
 */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { stage, relay, sweeps }: Shown) {
    super(scope, id);
    const ofPublicApi = (metricName: string, statistic: 'SampleCount' | 'Sum'): Metric =>
      new Metric({
        namespace: 'AWS/ApiGateway',
        metricName,
        dimensionsMap: { ApiName: apiName('Public', stage) },
        statistic,
        ...fiveMinutes,
      });
    const below = <T extends IConstruct>(kind: new (...given: never[]) => T): T[] =>
      scope.node.findAll().filter((construct): construct is T => construct instanceof kind);
    const page = new CloudWatchDashboard(this, 'Page', {
      dashboardName: `Besa-${stage.name}`,
      defaultInterval: Duration.hours(12),
    });
    page.addWidgets(heading('Is the promise kept?'));
    page.addWidgets(
      now('Oldest deadline not yet raised (s)', own('RaiseDelay')),
      now('Oldest event not done (s)', own('OldestUndoneEventAge')),
      now('Oldest mail not sent (s)', own('OldestUnsentMailAge')),
      graph('Raised rungs and warnings; raises that failed', [own('TimerRaised'), own('RaiseFailed')]),
    );
    page.addWidgets(heading('Are reports taken?'));
    page.addWidgets(
      graph('Reports taken; requests that failed; keys', [
        own('ReportAccepted'),
        own('RequestFailed'),
        own('CaseUnreadable'),
        own('KeysUnavailable'),
      ]),
      graph('Answers of the public API', [ofPublicApi('Count', 'SampleCount'), ofPublicApi('4XXError', 'Sum')]),
      graph('Errors of ours', [ofPublicApi('5XXError', 'Sum'), ofIntake('Throttles', 'Sum', 'Intake throttled')]),
      graph(
        'Intake (ms)',
        ['p50', 'p99'].map((statistic) => ofIntake('Duration', statistic, statistic)),
      ),
    );
    page.addWidgets(heading('Does anything wait?'));
    page.addWidgets(
      graph(
        'Oldest message of each queue (s)',
        below(ReactorQueue).map(({ node, queue }) =>
          queue.metricApproximateAgeOfOldestMessage({ ...minute, statistic: 'Maximum', label: node.id }),
        ),
      ),
      graph(
        'Dead letters',
        below(DeadLetterQueue).map(({ node, queue }) =>
          queue.metricApproximateNumberOfMessagesVisible({
            ...minute,
            statistic: 'Maximum',
            label: node.path.split('/').slice(-2).join(' '),
          }),
        ),
      ),
      graph('Events, as far as they are trouble; changes too large to be written', [
        ...allOwn('Event'),
        own('TransactionTooLarge'),
      ]),
      graph('Age of the stream (ms)', [
        relay.function.lambda.metric('IteratorAge', { ...minute, statistic: 'Maximum' }),
      ]),
    );
    page.addWidgets(heading('Is more opened than people read?'));
    page.addWidgets(graph('Keys asked for to open texts', [own('KeyAskedFor')]));
    page.addWidgets(heading('Are staff told?'));
    page.addWidgets(
      graph('Mails', allOwn('Mail')),
      graph('Nobody to tell, nobody to ask; rungs skipped; under a critical case', [
        own('NobodyToTell'),
        own('NobodyToAsk'),
        own('RungSkipped'),
        own('CriticalRungSkipped'),
      ]),
      graph('Hours ahead with nobody on duty, nobody cleared', allOwn('Hours')),
    );
    page.addWidgets(heading('Does the authority get addresses in time?'));
    page.addWidgets(
      graph('Addresses handed over: report to sending, sending to answer (s, worst)', allOwn('HandOver')),
    );
    page.addWidgets(heading('Is anything kept too long?'));
    page.addWidgets(
      graph('Cases erased; what failed', [own('CaseErased'), own('ErasureFailed')]),
      graph('By how much erasing is late (s)', [own('ErasureDelay')]),
    );
    page.addWidgets(heading('Do the sweeps catch up?'));
    page.addWidgets(
      graph('Due, and no time to look at it', [
        own('TimersLeftUndone'),
        own('EventsLeftUndone'),
        own('NoticesLeftUndone'),
        own('KeepingLeftUndone'),
      ]),
    );
    page.addWidgets(graph('Events that wait for a newer release', [own('EventsOfNewerRelease')]));
    page.addWidgets(heading('Does the watch run?'));
    page.addWidgets(
      ...Object.entries(sweeps.functions).map(([name, { lambda }]) =>
        graph(`Sweeps a minute: ${name}`, [
          lambda.metricInvocations({ ...minute, statistic: 'Sum' }),
          lambda.metricErrors({ ...minute, statistic: 'Sum' }),
        ]),
      ),
    );
  }
}

/** A measurement of Besa's own. Counts are added up; everything else is shown at its worst. */
function own(metricName: MetricName): Metric {
  const isCount = metrics[metricName] === 'Count';
  const period = isCount ? Duration.minutes(5) : Duration.minutes(1);
  return new Metric({ namespace: 'Besa', metricName, statistic: isCount ? 'Sum' : 'Maximum', period });
}

/**
 * A measurement of the function that takes reports. It is found by a word of its name: its stack is deployed after this one,
 * so there is nothing to read its whole name from.
 */
const ofIntake = (metricName: string, statistic: string, label: string): SearchExpression =>
  new SearchExpression({
    expression: `SEARCH('{AWS/Lambda,FunctionName} FunctionName=Intake MetricName="${metricName}"', '${statistic}')`,
    label,
    ...fiveMinutes,
  });

/** All measurements whose names begin so. */
const allOwn = (beginning: string): Metric[] =>
  (Object.keys(metrics) as MetricName[]).filter((name) => name.startsWith(beginning)).map(own);

const heading = (text: string): IWidget => new TextWidget({ markdown: `## ${text}`, width: 24, height: 1 });

const graph = (title: string, left: IMetric[]): IWidget => new GraphWidget({ title, left, width: 6, height: 6 });

const now = (title: string, metric: IMetric): IWidget =>
  new SingleValueWidget({ title, metrics: [metric], width: 6, height: 6, sparkline: true });
