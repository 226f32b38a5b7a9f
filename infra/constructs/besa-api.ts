import { CfnOutput, Duration, Size, Stack } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  AuthorizationType,
  AwsIntegration,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApi,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigateway';
import type { MethodOptions } from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { addGatewayResponses } from '../api/gateway-responses.ts';
import type { Stage, Throttle } from '../stages.ts';
import { BesaAlarm } from './besa-alarm.ts';
import { BesaFunction } from './besa-function.ts';
import type { Invoked, Surroundings } from './besa-function.ts';
import { NewVersions } from './new-versions.ts';
import { removalOf } from './removal.ts';

export interface ApiRoute {
  method: 'GET' | 'POST';
  /** With placeholders, such as `/v1/cases/{number}`. */
  path: string;
  handledBy: Invoked;
  throttle: Throttle;
  /** Answers everybody, on an API where the other routes ask for a sign-in. What it answers must be no secret. */
  open?: true;
}

export interface BesaApiProps extends Surroundings {
  routes: readonly ApiRoute[];
  /** Of every route that is not open. */
  methodOptions: MethodOptions;
  /** A gateway answers only what is declared. So each GET gets a HEAD beside it, with the same throttle. */
  answersHead: boolean;
  /**
   * Answers of so many bytes are compressed for whoever takes that. Only where no answer holds a secret beside words that
   * a stranger chose: its length would tell of the secret.
   */
  compressesFromBytes?: number;
  /** Where the API answers by a name of the centre's own, and the certificate of that name. */
  ownDomain?: OwnDomain | undefined;
  impact: string;
}

export interface OwnDomain {
  url: string;
  certificateArn: string;
}

/** A domain of the centre's own, where its certificate is known. Throws when nobody has said at which address. */
export function ownDomain(url: string | undefined, certificateArn: string | undefined): OwnDomain | undefined {
  if (certificateArn === undefined) return undefined;
  if (url === undefined) throw new Error('A certificate for an API needs the address where the API answers.');
  return { url, certificateArn };
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
      removalPolicy: removalOf(props.stage),
    });
    const isOwnDomainAlone = props.ownDomain !== undefined && props.stage.keepsGatewayAddress !== true;
    this.api = new RestApi(this, 'Api', {
      restApiName: apiName(id, props.stage),
      endpointTypes: [EndpointType.REGIONAL],
      binaryMediaTypes: ['*/*'],
      ...(isOwnDomainAlone ? { disableExecuteApiEndpoint: true } : {}),
      ...(props.compressesFromBytes === undefined ? {} : { minCompressionSize: Size.bytes(props.compressesFromBytes) }),
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
    for (const { method, path, handledBy, open } of methods) {
      const options = open === true ? { authorizationType: AuthorizationType.NONE } : props.methodOptions;
      this.api.root.resourceForPath(path).addMethod(method, invocationOf(handledBy), options);
    }
    const handlers = new Set(props.routes.map(({ handledBy }) => handledBy));
    for (const handler of handlers) this.mayInvoke(handler);
    if (props.ownDomain !== undefined) this.answerAt(props.ownDomain, props.stage);
    // Nobody is to note an address that does not answer.
    if (isOwnDomainAlone) this.api.node.tryRemoveChild('Endpoint');
    addGatewayResponses(this.api, id === 'Staff' ? 'staff' : 'anybody');
    const ownErrors = new BesaAlarm(this, 'OwnErrors', {
      topics: props.topics,
      class: 'child_may_be_waiting',
      impact: props.impact,
      runbook: 'An API answers with errors of ours',
      metric: this.api.metricServerError({ period: Duration.minutes(1), statistic: 'Sum' }),
      atLeast: 1,
    });
    const behindAlias = [...handlers].filter((handler) => handler instanceof BesaFunction);
    new NewVersions(this, 'NewVersions', { stage: props.stage, functions: behindAlias, alarms: [ownErrors] });
  }

  /**
   * Makes the domain name and maps all of it to this API, without the gateway's stage in any path. The output says where
   * its DNS record leads.
   */
  private answerAt({ url, certificateArn }: OwnDomain, { region }: Stage): void {
    const { protocol, hostname, pathname } = new URL(url);
    if (protocol !== 'https:' || pathname !== '/') throw new Error(`${url} is not https:// and a name alone.`);
    const [, , , place = 'no region'] = certificateArn.split(':');
    if (place !== region) throw new Error(`The certificate of ${hostname} is in ${place}. Ask for one in ${region}.`);
    const domain = this.api.addDomainName('OwnDomain', {
      domainName: hostname,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    new CfnOutput(this, 'Address', { value: url });
    new CfnOutput(this, 'DnsTarget', {
      description: `The CNAME of ${hostname} leads here.`,
      value: domain.domainNameAliasDomainName,
    });
  }

  /**
   * Lets this API invoke a function, whatever the route: one statement in the function's policy, which has room for about
   * forty (decision 119).
   */
  mayInvoke({ invoked }: Invoked): void {
    const sourceArn = Stack.of(this).formatArn({
      service: 'execute-api',
      resource: this.api.restApiId,
      resourceName: `${gatewayStage}/*`,
    });
    const id = `${this.node.id}Api`;
    invoked.addPermission(id, {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn,
    });
    // No request meets a function that does not let the gateway in yet.
    this.api.latestDeployment?.node.addDependency(invoked.permissionsNode.findChild(id));
  }
}

/** As the CDK's own integration with a function, which would add a permission of its own for each method. */
function invocationOf({ invoked }: Invoked): AwsIntegration {
  return new AwsIntegration({
    proxy: true,
    service: 'lambda',
    path: `2015-03-31/functions/${invoked.functionArn}/invocations`,
  });
}
