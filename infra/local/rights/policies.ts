import * as z from 'zod/mini';
import { like, readConditions } from './policy-conditions.ts';
import type { Context } from './policy-conditions.ts';
import { NotEmulated } from '../template/template.ts';
import type { Resource } from '../template/template.ts';

/** One thing that a call does, as IAM sees it. */
export interface AccessCheck {
  /** Such as `dynamodb:PutItem`. */
  action: string;
  /** ARN. */
  resource: string;
  context: Context;
}

/** A role of the template, with the policies that decide what it may do. */
export interface Principal {
  roleArn: string;
  roleName: string;
  may: (check: AccessCheck) => boolean;
}

interface Statement {
  allows: boolean;
  actions: (action: string) => boolean;
  resources: (arn: string) => boolean;
  conditions: (context: Context) => boolean;
}

const oneOrMany = z.union([z.string(), z.array(z.string())]);
const statementShape = z.strictObject({
  Sid: z.optional(z.string()),
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMany,
  Resource: z.optional(oneOrMany),
  Principal: z.optional(z.union([z.literal('*'), z.record(z.string(), oneOrMany)])),
  Condition: z.optional(z.record(z.string(), z.record(z.string(), z.unknown()))),
});
const documentShape = z.object({ Statement: z.array(statementShape) });
type StatementSource = z.infer<typeof statementShape>;

const list = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

function statementsOf(document: unknown, where: string): StatementSource[] {
  const parsed = z.safeParse(documentShape, document);
  if (!parsed.success) throw new NotEmulated(`the policy of ${where} (${z.prettifyError(parsed.error)})`);
  return parsed.data.Statement;
}

function compile(source: StatementSource, defaultResource?: string): Statement {
  const anyOf = (patterns: string[]) => {
    const tests = patterns.map(like);
    return (given: string) => tests.some((test) => test(given));
  };
  const actions = anyOf(list(source.Action).map((action) => action.toLowerCase()));
  return {
    allows: source.Effect === 'Allow',
    actions: (action) => actions(action.toLowerCase()),
    resources: anyOf(source.Resource === undefined ? [defaultResource ?? '*'] : list(source.Resource)),
    conditions: readConditions(source.Condition ?? {}),
  };
}

/** A role's own policies, by its ARN: inline ones, and those attached from elsewhere in the template. */
function identityStatements(resources: readonly Resource[]): Map<string, Statement[]> {
  const roles = resources.filter(({ type }) => type === 'AWS::IAM::Role');
  const statements = new Map<string, Statement[]>();
  for (const { arn, logicalId, properties } of roles) {
    if (list(properties['ManagedPolicyArns'] as string[]).length > 0 && servesAFunction(properties)) {
      throw new NotEmulated(`the managed policy of ${logicalId}: what a function may do is written out by hand`);
    }
    if (!servesFunctionOrSchedule(properties)) continue;
    const policies = (properties['Policies'] ?? []) as { PolicyDocument: unknown }[];
    statements.set(
      arn,
      policies.flatMap(({ PolicyDocument }) => statementsOf(PolicyDocument, logicalId).map((one) => compile(one))),
    );
  }
  for (const { logicalId, properties } of resources.filter(({ type }) => type === 'AWS::IAM::Policy')) {
    for (const roleName of list(properties['Roles'] as string[])) {
      const role = roles.find(({ name }) => name === roleName);
      const own = role && statements.get(role.arn);
      own?.push(...statementsOf(properties['PolicyDocument'], logicalId).map((one) => compile(one)));
    }
  }
  return statements;
}

const trusts = (properties: Record<string, unknown>, service: string): boolean =>
  JSON.stringify(properties['AssumeRolePolicyDocument'] ?? {}).includes(`"${service}`);
const servesAFunction = (properties: Record<string, unknown>): boolean => trusts(properties, 'lambda.amazonaws.com');
const servesFunctionOrSchedule = (properties: Record<string, unknown>): boolean =>
  servesAFunction(properties) || trusts(properties, 'scheduler.amazonaws.com');

interface ResourcePolicy {
  statement: Statement;
  /** The roles that it names. `account`: everybody whom the account's own policies allow. */
  principals: 'everyone' | 'account' | readonly string[];
}

/**
 * Policies of keys and queues, by the ARN of what they protect. Statements that name only AWS services are left out.
 */
function resourcePolicies(resources: readonly Resource[]): Map<string, ResourcePolicy[]> {
  const byArn = new Map<string, ResourcePolicy[]>();
  const add = (arn: string, document: unknown, where: string): void => {
    const policies = statementsOf(document, where).flatMap((source): ResourcePolicy[] => {
      const named = source.Principal === '*' ? ['*'] : list(source.Principal?.['AWS']);
      if (named.length === 0) return [];
      const isAccount = named.some((principal) => principal.endsWith(':root'));
      const principals = named.includes('*') ? 'everyone' : isAccount ? 'account' : named;
      return [{ statement: compile(source, arn), principals }];
    });
    byArn.set(arn, [...(byArn.get(arn) ?? []), ...policies]);
  };
  for (const { type, arn, logicalId, properties } of resources) {
    if (type === 'AWS::KMS::Key') add(arn, properties['KeyPolicy'], logicalId);
    if (type === 'AWS::SQS::QueuePolicy') {
      const queues = list(properties['Queues'] as string[]);
      for (const queue of resources.filter((one) => one.type === 'AWS::SQS::Queue' && queues.includes(one.ref))) {
        add(queue.arn, properties['PolicyDocument'], logicalId);
      }
    }
  }
  return byArn;
}

/**
 * The roles of functions and schedules, by ARN. They decide as IAM does within one account. A deny anywhere wins. Then
 * the role's own policy must allow, or the resource's policy must name the role. A key's policy must always allow: it
 * may name the role, or leave the decision to the role's own policy.
 */
export function readPolicies(resources: readonly Resource[]): Map<string, Principal> {
  const protecting = resourcePolicies(resources);
  const principals = new Map<string, Principal>();
  for (const [roleArn, own] of identityStatements(resources)) {
    const may = ({ action, resource, context }: AccessCheck): boolean => {
      const applies = ({ actions, resources: covers, conditions }: Statement): boolean =>
        actions(action) && covers(resource) && conditions(context);
      const applying = own.filter(applies);
      const protection = (protecting.get(resource) ?? []).filter(
        ({ statement, principals: who }) => (typeof who === 'string' || who.includes(roleArn)) && applies(statement),
      );
      if ([...applying, ...protection.map(({ statement }) => statement)].some(({ allows }) => !allows)) return false;
      const ownAllows = applying.length > 0;
      if (!action.startsWith('kms:')) return ownAllows || protection.some(({ principals: who }) => who !== 'account');
      return protection.some(({ principals: who }) => who !== 'account' || ownAllows);
    };
    principals.set(roleArn, { roleArn, roleName: roleArn.split('/').pop() ?? roleArn, may });
  }
  return principals;
}
