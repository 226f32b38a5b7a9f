import { Tags } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import { acknowledgeFindings } from './acknowledged-findings.ts';
import { PublicApiStack } from './api/public-api-stack.ts';
import { StaffApiStack } from './api/staff-api-stack.ts';
import { DataStack } from './data/data-stack.ts';
import { placeOf } from './place.ts';
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

/**
 * Puts the stacks of a stage into a CDK app. The functions must be built before (build.ts). Throws for a place where the
 * stage may not be; `accountInUse` is that of the credentials.
 */
export function addStacks(app: App, stage: Stage, accountInUse?: string): BesaStacks {
  // Without it CloudFormation would see a change of the access log at every deployment.
  app.node.setContext('@aws-cdk/aws-apigateway:logGroupDestinationArnWithoutWildcard', true);
  const env = placeOf(stage, { accountInUse });
  const made = (role: keyof BesaStacks, description: string) => {
    const terminationProtection = stage.protectedStacks.includes(role);
    return [app, stackName(stage.name, role), { stage, env, terminationProtection, description }] as const;
  };

  const data = new DataStack(...made('Data', 'Besa: tables, keys, people'));
  const reactors = new ReactorsStack(...made('Reactors', 'Besa: what follows from a report'));
  const publicApi = new PublicApiStack(...made('PublicApi', 'Besa: where reporters come in'));
  const staffApi = new StaffApiStack(...made('StaffApi', 'Besa: where staff work'));
  reactors.addStackDependency(data);
  publicApi.addStackDependency(reactors);
  staffApi.addStackDependency(publicApi);

  const stacks = { Data: data, Reactors: reactors, PublicApi: publicApi, StaffApi: staffApi };
  acknowledgeFindings(stacks);
  Tags.of(app).add('besa:stage', stage.name);
  return stacks;
}
