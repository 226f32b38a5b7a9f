import { Alarm, ComparisonOperator, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import type { AlarmListEntry, AlarmMeaning } from '../alarms/alarm-list.ts';
import { runbookLink } from '../alarms/runbook.ts';
import type { AlarmTopics } from '../alarms/alarm-topics.ts';

export interface BesaAlarmProps extends AlarmMeaning {
  topics: AlarmTopics;
  metric: IMetric;
  /** Rings when the metric is at or above this. With `below`, it rings when the metric is under that. */
  atLeast?: number;
  below?: number;
  /** How many periods of the metric in a row; 1 when not given. */
  periods?: number;
  /** What missing data means. A heartbeat that is missing is a heart that has stopped. */
  missing?: 'fine' | 'bad';
}

/** An alarm cannot be made without saying what it means for a person and what to do. */
export class BesaAlarm extends Construct {
  readonly listed: Omit<AlarmListEntry, 'name'>;
  readonly alarm: Alarm;

  constructor(scope: Construct, id: string, props: BesaAlarmProps) {
    super(scope, id);
    this.listed = { class: props.class, impact: props.impact, runbook: props.runbook, ringsWhen: said(props) };
    const threshold = props.below ?? props.atLeast ?? 1;
    this.alarm = new Alarm(this, 'Alarm', {
      alarmDescription: `${props.impact} What to do: ${runbookLink(props.runbook)}`,
      metric: props.metric,
      threshold,
      comparisonOperator:
        props.below === undefined
          ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
          : ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: props.periods ?? 1,
      treatMissingData: props.missing === 'bad' ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    const toPeople = new SnsAction(props.topics[props.class]);
    this.alarm.addAlarmAction(toPeople);
    // Of single events, none that follows does not mean that what the last one showed is mended.
    if (!countsEvents(props)) this.alarm.addOkAction(toPeople);
  }
}

/** Whether the alarm counts single events. Else it watches a state that is measured for as long as it lasts. */
const countsEvents = ({ metric, below }: BesaAlarmProps): boolean => below === undefined && isCount(metric);

function isCount(metric: IMetric): boolean {
  const { metricStat, mathExpression } = metric.toMetricConfig();
  if (metricStat !== undefined) return metricStat.statistic === 'Sum';
  return Object.values(mathExpression?.usingMetrics ?? {}).every(isCount);
}

/** When it rings, in words, for the list of alarms. */
function said({ metric, atLeast, below, periods = 1, missing }: BesaAlarmProps): string {
  const { metricStat, mathExpression } = metric.toMetricConfig();
  const computed = metric instanceof MathExpression ? metric.label : undefined;
  const what = metricStat === undefined ? computed : `${metricStat.metricName}, ${metricStat.statistic}`;
  const minutes = metricStat?.period.toMinutes() ?? (mathExpression?.period ?? 60) / 60;
  const bound = below === undefined ? `at or above ${atLeast ?? 1}` : `below ${below}`;
  const howLong =
    periods === 1 ? `in ${minutesSaid(minutes)}` : `${periods} times in a row, ${minutesSaid(minutes)} each`;
  return `${what}: ${bound}, ${howLong}${missing === 'bad' ? '; also when nothing is measured' : ''}`;
}

const minutesSaid = (minutes: number): string => (minutes === 1 ? 'a minute' : `${minutes} minutes`);
