import { Tags } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import { DataStack } from './data-stack.ts';
import { ServiceStack } from './service-stack.ts';
import type { Stage } from './stages.ts';

/** Puts the two stacks of a stage into a CDK app. The functions must be built before (build.ts). */
export function addStacks(app: App, stage: Stage): { data: DataStack; service: ServiceStack } {
  const env = {
    ...(stage.account === undefined ? {} : { account: stage.account }),
    ...(stage.region === undefined ? {} : { region: stage.region }),
  };
  const common = { stage, env, terminationProtection: stage.keepsData };
  const data = new DataStack(app, `Besa-${stage.name}-Data`, { ...common, description: 'Besa: tables, keys, people' });
  const service = new ServiceStack(app, `Besa-${stage.name}-Service`, { ...common, description: 'Besa: what runs' });
  service.addStackDependency(data);
  Tags.of(app).add('besa:stage', stage.name);
  return { data, service };
}
