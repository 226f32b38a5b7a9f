import { Tags } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import { acknowledgeFindings } from './acknowledged-findings.ts';
import { PublicApiStack } from './api/public-api-stack.ts';
import { StaffApiStack } from './api/staff-api-stack.ts';
import { DataStack } from './data/data-stack.ts';
import { ReactorsStack } from './reactors/reactors-stack.ts';
import { stackName } from './stacks.ts';
import type { Stage } from './stages.ts';

/** The stacks of a stage. */
export interface BesaStacks {
  Data: DataStack;
  Reactors: ReactorsStack;
  PublicApi: PublicApiStack;
  StaffApi: StaffApiStack;
}

/** Puts the stacks of a stage into a CDK app. The functions must be built before (build.ts). */
export function addStacks(app: App, stage: Stage): BesaStacks {
  // Without it CloudFormation would see a change of the access log at every deployment.
  app.node.setContext('@aws-cdk/aws-apigateway:logGroupDestinationArnWithoutWildcard', true);
  const env = {
    ...(stage.account === undefined ? {} : { account: stage.account }),
    ...(stage.region === undefined ? {} : { region: stage.region }),
  };
  const made = (description: string) => ({ stage, env, terminationProtection: stage.keepsData, description });
  const named = (role: keyof BesaStacks): string => stackName(stage.name, role);

  const data = new DataStack(app, named('Data'), made('Besa: tables, keys, people'));
  const reactors = new ReactorsStack(app, named('Reactors'), made('Besa: what follows from a report'));
  const publicApi = new PublicApiStack(app, named('PublicApi'), made('Besa: where reporters come in'));
  const staffApi = new StaffApiStack(app, named('StaffApi'), made('Besa: where staff work'));
  reactors.addStackDependency(data);
  publicApi.addStackDependency(reactors);
  staffApi.addStackDependency(publicApi);

  const stacks = { Data: data, Reactors: reactors, PublicApi: publicApi, StaffApi: staffApi };
  acknowledgeFindings(stacks);
  Tags.of(app).add('besa:stage', stage.name);
  return stacks;
}
