import type { Synthesized, Template, TemplateResource } from '#infra/synthesize.ts';

/** A resource that holds data or people: its type, and what CloudFormation would replace it for. */
export interface LastingResource {
  type: string;
  identity: Record<string, unknown>;
  deletionPolicy?: string;
}

export interface KeptStack {
  /** By logical id; of most no more than their type. */
  resources: Record<string, LastingResource | string>;
  /** What other stacks may import, by name. */
  exports: string[];
  /** The same with what each is; 0.1.0 did not keep it. */
  values?: Record<string, unknown>;
  /** What it imports, by name; 0.1.0 did not keep it. */
  imports?: string[];
}

/** By the name that the stacks have among each other, in small letters: `data`, `reactors`; 0.1.0 had one `service`. */
export type KeptStacks = Record<string, KeptStack>;

/**
 * Resources that hold data or people, each with the properties that say which one it is. A table, key or pool with another
 * logical id is another one: CloudFormation makes it anew, empty.
 */
export const holdsData = [
  'AWS::DynamoDB::Table',
  'AWS::KMS::Key',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolDomain',
] as const;

/**
 * Resources that are never to be replaced, each with the properties by which CloudFormation would replace it. Those that
 * hold no data hold what waits, what somebody subscribed by hand, or an address that others have. 0.1.0 kept of those
 * only the type.
 */
export const lasting: Readonly<Record<string, readonly string[]>> = {
  'AWS::DynamoDB::Table': ['TableName', 'KeySchema', 'AttributeDefinitions', 'GlobalSecondaryIndexes'],
  'AWS::KMS::Key': ['KeySpec', 'KeyUsage'],
  'AWS::Cognito::UserPool': [
    'UserPoolName',
    'UsernameAttributes',
    'AliasAttributes',
    'Schema',
    'UsernameConfiguration',
  ],
  'AWS::Cognito::UserPoolDomain': ['Domain'],
  'AWS::Cognito::UserPoolClient': ['GenerateSecret'],
  'AWS::ApiGateway::RestApi': [],
  'AWS::SQS::Queue': ['QueueName', 'FifoQueue'],
  'AWS::SNS::Topic': ['TopicName', 'FifoTopic'],
  'AWS::SES::EmailIdentity': ['EmailIdentity'],
};

export function stacksOf({ templates }: Pick<Synthesized, 'templates'>): KeptStacks {
  return Object.fromEntries(Object.entries(templates).map(([role, made]) => [role.toLowerCase(), stackOf(made)]));
}

function stackOf({ Resources, Outputs }: Template): KeptStack {
  const byName = Object.entries(Resources).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const values = Object.fromEntries(
    Object.values(Outputs).flatMap(({ Value, Export }) =>
      Export === undefined ? [] : [[Export.Name, Value] as const],
    ),
  );
  return {
    resources: Object.fromEntries(byName.map(([id, resource]) => [id, resourceOf(resource)])),
    exports: Object.keys(values).toSorted(),
    values,
    imports: [...new Set(importsIn(Resources))].toSorted(),
  };
}

/** Names that `Fn::ImportValue` reads, anywhere in it. */
function importsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'Fn::ImportValue' && typeof inner === 'string' ? [inner] : importsIn(inner),
  );
}

function resourceOf({ Type, Properties, DeletionPolicy }: TemplateResource): LastingResource | string {
  const named = lasting[Type];
  if (named === undefined) return Type;
  const identity = Object.fromEntries(
    named.filter((name) => Properties[name] !== undefined).map((name) => [name, Properties[name]]),
  );
  return { type: Type, identity, ...(DeletionPolicy === undefined ? {} : { deletionPolicy: DeletionPolicy }) };
}
