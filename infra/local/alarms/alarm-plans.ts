import * as z from 'zod/mini';
import { alarmClasses } from '../../alarms/alarm-classes.ts';
import type { AlarmClass } from '../../alarms/alarm-classes.ts';
import { parseProperties } from '../template/template.ts';
import type { Resource } from '../template/template.ts';

/** An alarm as the template describes it, and what it would tell a person. */
export interface AlarmSaid {
  /** Where it stands in the app, without slashes: `ReactorsTriageQueueDeadLettersNotEmpty`. */
  alarm: string;
  class: AlarmClass;
  impact: string;
  /** A link into docs/runbook.md. */
  runbook: string;
}

/**
 * An alarm that this machine can judge. It watches Besa's own measurements, failed invocations, or messages in a queue.
 */
export interface AlarmPlan extends AlarmSaid {
  watches: { measurement: string } | { failuresOf: string } | { queue: string };
  statistic: 'Sum' | 'Maximum';
  periodMs: number;
  /** How many periods in a row. */
  periods: number;
  atLeast: number;
}

const shape = z.object({
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.string()),
  Namespace: z.optional(z.string()),
  MetricName: z.optional(z.string()),
  Dimensions: z.optional(z.array(z.object({ Name: z.string(), Value: z.string() }))),
  Statistic: z.optional(z.string()),
  Period: z.optional(z.number()),
  EvaluationPeriods: z.number(),
  Threshold: z.number(),
  ComparisonOperator: z.string(),
  TreatMissingData: z.optional(z.string()),
});

/**
 * Splits the template's alarms into those that this machine can judge and those that it cannot. Most of what AWS
 * measures of its own services is not measured here. An alarm that nothing can set off would be a lie. `readsLog`:
 * whether the log of the functions can be read, which holds Besa's own measurements.
 */
export function readAlarms(
  resources: readonly Resource[],
  { readsLog }: { readsLog: boolean },
): { judged: AlarmPlan[]; notJudged: AlarmSaid[] } {
  const judged: AlarmPlan[] = [];
  const notJudged: AlarmSaid[] = [];
  for (const resource of resources.filter(({ type }) => type === 'AWS::CloudWatch::Alarm')) {
    const properties = parseProperties(shape, resource);
    const [impact = '', runbook = ''] = properties.AlarmDescription.split(' What to do: ');
    const said: AlarmSaid = {
      alarm: resource.logicalId.replace(/(?:Alarm)?[0-9A-F]{8}$/u, ''),
      class: classOf(resources, properties.AlarmActions),
      impact,
      runbook,
    };
    const { Statistic: statistic, Period: seconds } = properties;
    const watches = watched(properties, readsLog);
    const isUnderstood =
      properties.ComparisonOperator === 'GreaterThanOrEqualToThreshold' &&
      properties.TreatMissingData === 'notBreaching';
    if (!isUnderstood || watches === undefined || (statistic !== 'Sum' && statistic !== 'Maximum')) {
      notJudged.push(said);
      continue;
    }
    const { EvaluationPeriods: periods, Threshold: atLeast } = properties;
    judged.push({ ...said, watches, statistic, periodMs: (seconds ?? 60) * 1000, periods, atLeast });
  }
  return { judged, notJudged };
}

function watched(
  { Namespace, MetricName, Dimensions = [] }: z.infer<typeof shape>,
  readsLog: boolean,
): AlarmPlan['watches'] | undefined {
  if (Namespace === 'Besa' && MetricName !== undefined && readsLog) return { measurement: MetricName };
  const failing = Dimensions.find(({ Name }) => Name === 'FunctionName')?.Value;
  if (Namespace === 'AWS/Lambda' && MetricName === 'Errors' && failing !== undefined) return { failuresOf: failing };
  const queue = Dimensions.find(({ Name }) => Name === 'QueueName')?.Value;
  const isCount = Namespace === 'AWS/SQS' && MetricName === 'ApproximateNumberOfMessagesVisible';
  return isCount && queue !== undefined ? { queue } : undefined;
}

/**
 * The class of an alarm, from the topic it goes to: the topic's display name ends with the class. Throws when the alarm
 * goes to no known topic.
 */
function classOf(resources: readonly Resource[], actions: readonly string[]): AlarmClass {
  const topic = resources.find(
    ({ type, ref, arn }) => type === 'AWS::SNS::Topic' && (actions.includes(ref) || actions.includes(arn)),
  );
  const title = String(topic?.properties['DisplayName']);
  const found = alarmClasses.find((one) => title.endsWith(one.replaceAll('_', ' ')));
  if (found === undefined) throw new Error(`An alarm goes to "${title}", which is no class of alarms.`);
  return found;
}
