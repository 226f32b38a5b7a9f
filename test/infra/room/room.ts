import { readTemplates } from '#infra/local/template/template.ts';
import type { Resource } from '#infra/local/template/template.ts';
import { namedTemplates } from '#infra/local/template/besa-templates.ts';
import { stackRoles } from '#infra/stacks.ts';
import type { Synthesized } from '#infra/synthesize.ts';

/** What AWS refuses beyond, or what Besa sets itself, and how much of it is used. */
export interface Room {
  of: string;
  used: number;
  limit: number;
}

/** Kinds of room. CloudFormation takes 500 resources in a stack; ours leave it a reserve for what one release may add. */
export const kindsOfRoom = {
  'resources of a stack': 350,
  'outputs of a stack': 200,
  'bytes of a template': 1_000_000,
  'bytes of the policy of a function': 20_480,
  'bytes of the variables of a function': 4096,
  'bytes of the inline policies of a role': 10_240,
  'bytes of a managed policy': 6144,
  'paths of an API': 300,
  'headers of an answer of the firewall': 10,
} as const;
export type KindOfRoom = keyof typeof kindsOfRoom;

/** A place with names as long as they are on AWS. */
const place = {
  region: 'eu-central-1',
  accountId: '123456789012',
  queueUrl: (name: string) => `https://sqs.eu-central-1.amazonaws.com/123456789012/${name}`,
};

/** Measures the templates of a stage, a little too high rather than too low. */
export function roomIn(made: Pick<Synthesized, 'stage' | 'templates'>): Readonly<Record<KindOfRoom, readonly Room[]>> {
  const templates = namedTemplates(made);
  const resources = readTemplates(templates, place);
  const ofType = (type: string): Resource[] => resources.filter((resource) => resource.type === type);
  const stacks = stackRoles.map((role) => ({ of: role, template: made.templates[role] }));
  const room = (kind: KindOfRoom, uses: readonly Omit<Room, 'limit'>[]): readonly Room[] =>
    uses.map((use) => ({ ...use, limit: kindsOfRoom[kind] }));
  const functions = ofType('AWS::Lambda::Function');
  const rules = ofType('AWS::WAFv2::WebACL').flatMap(({ properties }) => properties['Rules'] as FirewallRule[]);

  const uses: Readonly<Record<KindOfRoom, Omit<Room, 'limit'>[]>> = {
    'resources of a stack': stacks.map(({ of, template }) => ({ of, used: Object.keys(template.Resources).length })),
    'outputs of a stack': stacks.map(({ of, template }) => ({ of, used: Object.keys(template.Outputs).length })),
    // The CDK indents by one.
    'bytes of a template': stacks.map(({ of, template }) => ({
      of,
      used: Buffer.byteLength(JSON.stringify(template, undefined, 1)),
    })),
    'bytes of the policy of a function': functions.map((one) => ({
      of: one.logicalId,
      used: bytes(functionPolicy(one, ofType('AWS::Lambda::Permission'))),
    })),
    'bytes of the variables of a function': functions.map(({ logicalId, properties }) => ({
      of: logicalId,
      used: bytes((properties['Environment'] as { Variables?: unknown } | undefined)?.Variables ?? {}),
    })),
    'bytes of the inline policies of a role': ofType('AWS::IAM::Role').map((role) => ({
      of: role.logicalId,
      used: inlinePolicies(role, ofType('AWS::IAM::Policy')).reduce((sum: number, policy) => sum + bytes(policy), 0),
    })),
    'bytes of a managed policy': ofType('AWS::IAM::ManagedPolicy').map(({ logicalId, properties }) => ({
      of: logicalId,
      used: bytes(properties['PolicyDocument']),
    })),
    'paths of an API': ofType('AWS::ApiGateway::RestApi').map(({ logicalId, ref }) => ({
      of: logicalId,
      used: ofType('AWS::ApiGateway::Resource').filter(({ properties }) => properties['RestApiId'] === ref).length,
    })),
    'headers of an answer of the firewall': rules.flatMap(({ Name, Action: { Block } }) =>
      Block === undefined ? [] : [{ of: Name, used: Block.CustomResponse.ResponseHeaders.length }],
    ),
  };
  return Object.fromEntries(
    Object.entries(uses).map(([kind, used]) => [kind, room(kind as KindOfRoom, used)]),
  ) as unknown as Record<KindOfRoom, readonly Room[]>;
}

interface FirewallRule {
  Name: string;
  Action: { Block?: { CustomResponse: { ResponseHeaders: unknown[] } } };
}

/** CloudFormation adds a dash and twelve letters to each name that it makes. */
function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value).replaceAll(/Besa-\w+-\w+-\w+/gu, '$&-ABCDEFGHIJKL'));
}

/** Who may invoke a function or its alias, as Lambda keeps it: one statement for each permission. */
function functionPolicy({ arn, ref, stack }: Resource, permissions: readonly Resource[]): unknown {
  return {
    Version: '2012-10-17',
    Id: 'default',
    Statement: permissions
      .filter(
        ({ properties: { FunctionName } }) => FunctionName === ref || `${String(FunctionName)}:`.startsWith(`${arn}:`),
      )
      .map(({ logicalId, properties }) => ({
        // At most 100 letters, with those that are added to a name.
        Sid: `${stack}-${logicalId}`.slice(0, 87),
        Effect: 'Allow',
        Principal: { Service: properties['Principal'] },
        Action: properties['Action'],
        Resource: arn,
        // The id of an API has ten letters.
        Condition: {
          ArnLike: { 'AWS:SourceArn': String(properties['SourceArn']).replace(/[^:]+(?=\/live\/)/u, '0123456789') },
        },
      })),
  };
}

/** The policies written into a role, and those that are attached to it from beside it. */
function inlinePolicies({ properties, ref }: Resource, beside: readonly Resource[]): unknown[] {
  const own = (properties['Policies'] ?? []) as { PolicyDocument: unknown }[];
  const attached = beside.filter((policy) => (policy.properties['Roles'] as string[]).includes(ref));
  return [
    ...own.map(({ PolicyDocument }) => PolicyDocument),
    ...attached.map((one) => one.properties['PolicyDocument']),
  ];
}
