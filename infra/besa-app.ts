import { Tags } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import { acknowledgeFindings } from './acknowledged-findings.ts';
import { DataStack } from './data/data-stack.ts';
import { ServiceStack } from './service-stack.ts';
import type { Stage } from './stages.ts';

/** Puts the two stacks of a stage into a CDK app. The functions must be built before (bundling/build.ts). */
export function addStacks(app: App, stage: Stage): { data: DataStack; service: ServiceStack } {
  // Without this flag CloudFormation would see a change of the access log at every deployment.
  app.node.setContext('@aws-cdk/aws-apigateway:logGroupDestinationArnWithoutWildcard', true);
  const env = {
    ...(stage.account === undefined ? {} : { account: stage.account }),
    ...(stage.region === undefined ? {} : { region: stage.region }),
  };
  const common = { stage, env, terminationProtection: stage.keepsData };
  const data = new DataStack(app, `Besa-${stage.name}-Data`, { ...common, description: 'Besa: tables, keys, people' });
  const service = new ServiceStack(app, `Besa-${stage.name}-Service`, { ...common, description: 'Besa: what runs' });
  service.addStackDependency(data);
  acknowledgeFindings({ data, service });
  Tags.of(app).add('besa:stage', stage.name);
  return { data, service };
}
