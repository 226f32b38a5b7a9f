import type { StageName } from './stage-names.ts';

/**
 * The stacks of a stage in the order of their deployment: each reads only from those before it (decision 024). Reactors come
 * before the APIs, so that a new event never meets a function that does not know it.
 */
export const stackRoles = ['Data', 'Reactors', 'PublicApi', 'StaffApi'] as const;
export type StackRole = (typeof stackRoles)[number];

/** The stacks that hold functions and can be made again from nothing. */
export const serviceRoles = ['Reactors', 'PublicApi', 'StaffApi'] as const satisfies readonly StackRole[];

/** Names that CloudFormation gives to functions, queues and tables begin with the name of their stack. */
export function stackName(stage: StageName, role: StackRole): string {
  return `Besa-${stage}-${role}`;
}

/** The one service stack of release 0.1.0. What is deployed beside it works twice, and fails at the names that both have. */
export function firstServiceStack(stage: StageName): string {
  return `Besa-${stage}-Service`;
}
