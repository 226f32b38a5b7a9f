import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { IFunction, IVersion } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { EnvironmentName } from '#shared/lambda/environment.ts';
import type { AlarmTopics } from '../alarms/alarm-topics.ts';
import { bundleFolder } from '../bundling/build.ts';
import type { Stage } from '../stages.ts';
import { BesaAlarm } from './besa-alarm.ts';
import { removalOf } from './removal.ts';
import type { AlarmClass } from '../alarms/alarm-classes.ts';

/** What every subsystem is built with. */
export interface Surroundings {
  stage: Stage;
  topics: AlarmTopics;
}

export interface BesaFunctionProps<N extends EnvironmentName> extends Surroundings {
  /** Folder under `functions/`. */
  name: string;
  /** The `environment` of the function's own `env.ts`. A variable missing from the values is a compile error. */
  variables: readonly N[];
  values: Readonly<Record<NoInfer<N>, string>>;
  /** All that it may do, besides writing its own log. */
  rights: readonly PolicyStatement[];
  memoryMegabytes: 512 | 1024;
  timeoutSeconds: number;
  /** What it means for a person when this function fails or is throttled. */
  impact: string;
  alarmClass: AlarmClass;
  reservedConcurrency?: number;
  /** For how long a failure is shown: five minutes, unless the function runs less often than that. */
  judgedBy?: Duration;
  /** A new version takes over as the stage says, not at once: what calls the function calls the alias `live`. */
  takesOverByAlias?: true;
  /** For functions that nobody waits for. There is no second try: the next minute's invocation is the retry. */
  triedOnce?: boolean;
}

/** What an API invokes: a function of its own stack, or one of a stack that was deployed before. */
export interface Invoked {
  readonly invoked: IFunction;
}

/** A function of an earlier stack, by the value that this one exports. */
export function importFunction(scope: Construct, id: string, functionArn: string): Invoked {
  // In the same account, so this stack may say who invokes it.
  return { invoked: LambdaFunction.fromFunctionAttributes(scope, id, { functionArn, sameEnvironment: true }) };
}

/**
 * A function as Besa runs it: the bundle built once, on arm64, without tracing. It has its own log group with
 * retention, and alarms for errors and throttles. Its role has exactly the given statements and its own log.
 */
export class BesaFunction<N extends EnvironmentName = EnvironmentName> extends Construct {
  readonly name: string;
  readonly lambda: LambdaFunction;
  /** What an API calls: the function, or its alias where a new version takes over by that. */
  readonly invoked: IFunction;
  readonly alias: Alias | undefined;
  /** Rings when the function fails. */
  readonly errors: BesaAlarm;

  constructor(scope: Construct, id: string, props: BesaFunctionProps<N>) {
    super(scope, id);
    this.name = props.name;
    const folder = bundleFolder(props.name);
    if (!existsSync(join(folder, 'index.mjs'))) {
      throw new Error(`The function ${props.name} is not built: is there a functions/${props.name}/handler.ts?`);
    }
    const logGroup = new LogGroup(this, 'Logs', {
      retention: props.stage.logRetention,
      removalPolicy: removalOf(props.stage),
    });
    const ownLog = new PolicyStatement({
      sid: 'OwnLog',
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { Rights: new PolicyDocument({ statements: [ownLog, ...props.rights] }) },
    });
    this.lambda = new LambdaFunction(this, 'Function', {
      description: `Besa ${props.stage.name}: ${props.name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(folder),
      memorySize: props.memoryMegabytes,
      timeout: Duration.seconds(props.timeoutSeconds),
      environment: { ...props.values },
      logGroup,
      // A CDK construct cannot add anything to the role by itself: rights are written by hand.
      role: role.withoutPolicyUpdates(),
      ...(props.reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: props.reservedConcurrency }),
      ...(props.triedOnce === true ? { retryAttempts: 0, maxEventAge: Duration.minutes(1) } : {}),
    });
    this.alias =
      props.takesOverByAlias === true
        ? // To a strict compiler a class of the CDK is not always its own interface.
          new Alias(this, 'Live', { aliasName: 'live', version: this.lambda.currentVersion as IVersion })
        : undefined;
    this.invoked = (this.alias ?? this.lambda) as IFunction;
    const judgedBy = { period: props.judgedBy ?? Duration.minutes(5) };
    const meaning = { topics: props.topics, class: props.alarmClass, impact: props.impact };
    this.errors = new BesaAlarm(this, 'Errors', {
      ...meaning,
      runbook: 'A function fails',
      metric: this.lambda.metricErrors(judgedBy),
      atLeast: 1,
    });
    new BesaAlarm(this, 'Throttles', {
      ...meaning,
      runbook: 'A function is throttled',
      metric: this.lambda.metricThrottles(judgedBy),
      atLeast: 1,
    });
  }

  /** Is deployed after a new version of the other one takes all requests. */
  follows({ invoked }: BesaFunction): void {
    this.lambda.node.addDependency(invoked);
  }
}
