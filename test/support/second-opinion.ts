import { runUnsafeSimulation } from '@cloud-copilot/iam-simulate';
import type { AccessCheck } from '#infra/local/rights/policies.ts';
import type { Resource } from '#infra/local/template/template.ts';

/** A question whether a role allows something, and what Besa's own reading of the policies answered. */
export interface Answered extends AccessCheck {
  /** ARN. */
  role: string;
  isAllowed: boolean;
}

export interface Statement {
  Action: string | string[];
  Resource?: string | string[];
  Condition?: Readonly<Record<string, Readonly<Record<string, string | string[]>>>>;
}

interface Policy {
  Version?: string;
  Statement: Statement[];
}

const accountId = '000000000000';

/**
 * Somebody else's reading of the same policies: whether iam-simulate allows what a role asks for. Throws where it does
 * not understand a policy.
 */
export function secondOpinion(resources: readonly Resource[]): (check: Omit<Answered, 'isAllowed'>) => boolean {
  const own = ownPolicies(resources);
  const protecting = protectingPolicies(resources);
  return ({ role, action, resource, context }) => {
    const given = Object.entries(context).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
    // Its own check of questions drops keys with a part of their own, such as `kms:EncryptionContext:case`. Whether AWS
    // has a key for an action is asked apart.
    const result = runUnsafeSimulation(
      {
        request: {
          principal: role,
          action,
          resource: { resource, accountId },
          contextVariables: Object.fromEntries(given) as Record<string, string | string[]>,
        },
        identityPolicies: (own.get(role) ?? []).map((policy, index) => ({ name: String(index), policy })),
        serviceControlPolicies: [],
        resourceControlPolicies: [],
        resourcePolicy: named(protecting.get(resource)),
      },
      {},
    );
    return result === 'Allowed';
  };
}

/** The engine asks each policy for its name. For one of a resource, this is its way to bring one along. */
function named(policyDocument: Policy | undefined): object | undefined {
  return policyDocument && { __validated: true, policyDocument, metadata: { name: 'of the resource' }, errors: [] };
}

/** Where the two readings differ, one line each. */
export function differences(resources: readonly Resource[], answered: Iterable<Answered>): string[] {
  const opinion = secondOpinion(resources);
  const differing: string[] = [];
  for (const check of answered) {
    if (opinion(check) === check.isAllowed) continue;
    const { role, action, resource, context, isAllowed } = check;
    differing.push(
      `${isAllowed ? 'only we allow' : 'only they allow'} ${role} ${action} on ${resource} ${JSON.stringify(context)}`,
    );
  }
  return differing;
}

/** Questions, each once: those with the same kinds of partitions and the same attributes are one. */
export function eachOnce(): { note: (check: Answered) => void; answered: () => Iterable<Answered> } {
  const seen = new Map<string, Answered>();
  return {
    note: (check) => {
      const kinds = Object.entries(check.context).map(([name, value]) => [name, [value ?? []].flat().map(kindOf)]);
      seen.set(JSON.stringify([check.role, check.action, check.resource, check.isAllowed, kinds]), check);
    },
    answered: () => seen.values(),
  };
}

/** `CASE#` of `CASE#0190…`: no policy looks further. */
function kindOf(value: string): string {
  return /^[A-Z-]+#/u.exec(value)?.[0] ?? value;
}

/** A role's own policies, by its ARN. */
export function ownPolicies(resources: readonly Resource[]): Map<string, Policy[]> {
  const roles = resources.filter(({ type }) => type === 'AWS::IAM::Role');
  const attached = resources.filter(({ type }) => type === 'AWS::IAM::Policy');
  return new Map(
    roles.map(({ arn, name, properties }) => {
      const inline = (properties['Policies'] ?? []) as { PolicyDocument: Policy }[];
      const others = attached
        .filter(({ properties: of }) => (of['Roles'] as string[]).includes(name))
        .map(({ properties: of }) => of['PolicyDocument'] as Policy);
      return [arn, [...inline.map(({ PolicyDocument }) => PolicyDocument), ...others]];
    }),
  );
}

/** The policies of keys and queues, by the ARN of what they protect. */
export function protectingPolicies(resources: readonly Resource[]): Map<string, Policy> {
  const queues = resources.filter(({ type }) => type === 'AWS::SQS::Queue');
  return new Map(
    resources.flatMap(({ type, arn, properties }): [string, Policy][] => {
      if (type === 'AWS::KMS::Key') return [[arn, properties['KeyPolicy'] as Policy]];
      if (type !== 'AWS::SQS::QueuePolicy') return [];
      const protectedOnes = queues.filter(({ ref }) => (properties['Queues'] as string[]).includes(ref));
      return protectedOnes.map((queue) => [queue.arn, properties['PolicyDocument'] as Policy]);
    }),
  );
}
