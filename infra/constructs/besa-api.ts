import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  AwsIntegration,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { MethodOptions } from 'aws-cdk-lib/aws-apigateway';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { addGatewayResponses } from '../api/gateway-responses.ts';
import type { Stage, Throttle } from '../stages.ts';
import { BesaAlarm } from './besa-alarm.ts';
import type { BesaFunction, Surroundings } from './besa-function.ts';

export interface ApiRoute {
  method: 'GET' | 'POST';
  /** With placeholders, such as `/v1/cases/{number}`. */
  path: string;
  handledBy: BesaFunction;
  throttle: Throttle;
}

export interface BesaApiProps extends Surroundings {
  routes: readonly ApiRoute[];
  methodOptions: MethodOptions;
  /** A gateway answers only what is declared. So each GET gets a HEAD beside it, with the same throttle. */
  answersHead: boolean;
  impact: string;
}

/** The name an API has in its measurements. */
export function apiName(which: 'Public' | 'Staff', stage: Stage): string {
  return `Besa${which}-${stage.name}`;
}

/** The one stage of each API in the gateway; stages of Besa are accounts. */
const gatewayStage = 'live';

/** All that is known of a request afterwards: no address of a sender, no value of a path, no header. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    resourcePath: '$context.resourcePath',
    method: '$context.httpMethod',
    status: '$context.status',
    latencyMs: '$context.responseLatency',
  }),
);

/**
 * A regional REST API that throttles each method and keeps no execution log and no trace. It hands bodies to its
 * functions as bytes, so that what is not UTF-8 is seen: the media type `*` + `/*` counts as binary. Where no function
 * answers, it answers with Besa's own words.
 */
export class BesaApi extends Construct {
  readonly api: RestApi;

  constructor(scope: Construct, id: 'Public' | 'Staff', props: BesaApiProps) {
    super(scope, id);
    const methods = props.routes.flatMap((route) =>
      props.answersHead && route.method === 'GET' ? [route, { ...route, method: 'HEAD' as const }] : [route],
    );
    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: props.stage.logRetention,
      removalPolicy: props.stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.api = new RestApi(this, 'Api', {
      restApiName: apiName(id, props.stage),
      endpointTypes: [EndpointType.REGIONAL],
      binaryMediaTypes: ['*/*'],
      cloudWatchRole: false,
      deployOptions: {
        stageName: gatewayStage,
        accessLogDestination: new LogGroupLogDestination(accessLog),
        accessLogFormat,
        loggingLevel: MethodLoggingLevel.OFF,
        dataTraceEnabled: false,
        tracingEnabled: false,
        metricsEnabled: false,
        // For a method that somebody adds and forgets to throttle.
        throttlingRateLimit: 10,
        throttlingBurstLimit: 20,
        methodOptions: Object.fromEntries(
          methods.map(({ method, path, throttle }) => [
            `${path}/${method}`,
            {
              throttlingRateLimit: throttle.rate,
              throttlingBurstLimit: throttle.burst,
              loggingLevel: MethodLoggingLevel.OFF,
              dataTraceEnabled: false,
            },
          ]),
        ),
      },
    });
    for (const { method, path, handledBy } of methods) {
      this.api.root.resourceForPath(path).addMethod(method, invocationOf(handledBy), props.methodOptions);
    }
    for (const handler of new Set(props.routes.map(({ handledBy }) => handledBy))) this.mayInvoke(handler);
    addGatewayResponses(this.api);
    new BesaAlarm(this, 'OwnErrors', {
      topics: props.topics,
      class: 'child_may_be_waiting',
      impact: props.impact,
      runbook: 'An API answers with errors of ours',
      metric: this.api.metricServerError({ period: Duration.minutes(1), statistic: 'Sum' }),
      atLeast: 1,
    });
  }
  /**
   * Lets this API invoke a function, whatever the route: one statement in the function's policy, which has room for about
   * forty (decision 119).
   */
  mayInvoke({ lambda }: BesaFunction): void {
    const sourceArn = Stack.of(this).formatArn({
      service: 'execute-api',
      resource: this.api.restApiId,
      resourceName: `${gatewayStage}/*`,
    });
    lambda.addPermission(`${this.node.id}Api`, {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn,
    });
  }
}

/** As the CDK's own integration with a function, which would add a permission of its own for each method. */
function invocationOf({ lambda }: BesaFunction): AwsIntegration {
  return new AwsIntegration({
    proxy: true,
    service: 'lambda',
    path: `2015-03-31/functions/${lambda.functionArn}/invocations`,
  });
}
