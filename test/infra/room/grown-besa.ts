import { App } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';
import { Template as TemplateOfStack } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import { importAlarmTopics } from '#infra/alarms/alarm-topics.ts';
import { PublicApiStack } from '#infra/api/public-api-stack.ts';
import type { StaffApiProps } from '#infra/api/staff-api.ts';
import { StaffApiStack } from '#infra/api/staff-api-stack.ts';
import { buildFunctions } from '#infra/bundling/build.ts';
import { BesaFunction } from '#infra/constructs/besa-function.ts';
import { Reactor, ReactorQueue } from '#infra/constructs/reactor.ts';
import { DataStack } from '#infra/data/data-stack.ts';
import { ReactorsStack } from '#infra/reactors/reactors-stack.ts';
import { stackName, stackRoles } from '#infra/stacks.ts';
import type { StackRole } from '#infra/stacks.ts';
import { stageOf } from '#infra/stages.ts';
import type { Synthesized, Template } from '#infra/synthesize.ts';

/** Steps with a case, rooms of three routes each, functions behind them, and reactors, each beside what there is. */
export const growth = { steps: 60, rooms: 20, staffFunctions: 6, reactors: 6 } as const;

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Besa in some years: the stacks of `prod`, with more of what is added most, made by the same constructs. */
export async function grownBesa(): Promise<Pick<Synthesized, 'stage' | 'templates'>> {
  await buildFunctions();
  const stage = stageOf('prod');
  const app = new App({ analyticsReporting: false, context: { 'aws:cdk:disable-asset-staging': true } });
  const named = (role: StackRole): string => stackName(stage.name, role);
  const furtherRoutes: NonNullable<StaffApiProps['furtherRoutes']> = [
    ...numbers(growth.steps).map((number) => ({
      method: 'POST' as const,
      path: `/v1/cases/{number}/further-step-${number}`,
    })),
    ...numbers(growth.rooms).flatMap((number) => [
      { method: 'GET' as const, path: `/v1/further-room-${number}` },
      { method: 'GET' as const, path: `/v1/further-room-${number}/{thing}` },
      { method: 'POST' as const, path: `/v1/further-room-${number}/{thing}/change` },
    ]),
  ];
  const stacks = {
    Data: new DataStack(app, named('Data'), { stage }),
    Reactors: new ReactorsStack(app, named('Reactors'), { stage }),
    PublicApi: new PublicApiStack(app, named('PublicApi'), { stage }),
    StaffApi: new StaffApiStack(app, named('StaffApi'), { stage, furtherRoutes }),
  };
  const made = (scope: Construct) => ({
    stage,
    topics: importAlarmTopics(scope, stage),
    impact: 'Something of later years does not work.',
    alarmClass: 'child_may_be_waiting' as const,
    rights: [],
    variables: [],
    values: {},
    memoryMegabytes: 512 as const,
    timeoutSeconds: 30,
  });

  const behindRoutes = new Construct(stacks.StaffApi, 'Further');
  const answering = { ...made(behindRoutes), name: 'case-desk' };
  for (const number of numbers(growth.staffFunctions)) {
    stacks.StaffApi.staffApi.gateway.mayInvoke(new BesaFunction(behindRoutes, `FurtherDesk${number}`, answering));
  }
  const behindQueues = new Construct(stacks.Reactors, 'Further');
  const reacting = { ...made(behindQueues), name: 'triage' };
  const addReactor = (id: string, queue: ReactorQueue): Reactor<never> =>
    new Reactor(behindQueues, id, { ...reacting, queue });
  for (const number of numbers(growth.reactors)) {
    addReactor(`FurtherReactor${number}`, new ReactorQueue(behindQueues, `FurtherQueue${number}`, reacting));
  }

  const templateOf = (stack: Stack): Template => {
    const { Resources = {}, Outputs = {} } = TemplateOfStack.fromStack(stack).toJSON() as Partial<Template>;
    return { Resources, Outputs };
  };
  const templates = Object.fromEntries(stackRoles.map((role) => [role, templateOf(stacks[role])]));
  return { stage, templates: templates as Record<StackRole, Template> };
}
