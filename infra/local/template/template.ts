import * as z from 'zod/mini';

/** A CloudFormation template as the CDK writes it. */
export interface CloudTemplate {
  Resources: Record<string, TemplateResource>;
  Parameters?: Record<string, { Type: string; Default?: string }>;
  Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown } }>;
  [section: string]: unknown;
}

export interface TemplateResource {
  Type: string;
  Properties?: Record<string, unknown>;
  Condition?: unknown;
}

/** A resource with everything resolved to plain values. */
export interface Resource {
  stack: string;
  logicalId: string;
  type: string;
  /** Its name here: the given one, or stack and logical id, as CloudFormation would build one. */
  name: string;
  /** What `Ref` answers. */
  ref: string;
  arn: string;
  properties: Record<string, unknown>;
}

/** Where the templates are made to run. */
export interface Place {
  region: string;
  accountId: string;
  /** `Ref` of a queue answers its URL, so URLs are known before the queues exist. */
  queueUrl: (queueName: string) => string;
}

export class NotEmulated extends Error {
  constructor(what: string) {
    super(`The template asks for something this machine cannot do: ${what}.`);
    this.name = 'NotEmulated';
  }
}

/** The properties that give a resource its physical name. */
const nameProperties: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::SES::ConfigurationSet': 'Name',
  'AWS::SES::EmailIdentity': 'EmailIdentity',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::Events::Rule': 'Name',
  'AWS::Cognito::UserPoolResourceServer': 'Identifier',
};

/** The part of an ARN after region and account. It has the types whose ARN a policy or an event source can name. */
const arnTails: Readonly<Record<string, (name: string) => [service: string, tail: string]>> = {
  'AWS::DynamoDB::Table': (name) => ['dynamodb', `table/${name}`],
  'AWS::SQS::Queue': (name) => ['sqs', name],
  'AWS::Lambda::Function': (name) => ['lambda', `function:${name}`],
  'AWS::KMS::Key': (name) => ['kms', `key/${name}`],
  'AWS::Logs::LogGroup': (name) => ['logs', `log-group:${name}:*`],
  'AWS::SNS::Topic': (name) => ['sns', name],
  'AWS::Events::Rule': (name) => ['events', `rule/${name}`],
  'AWS::Cognito::UserPool': (name) => ['cognito-idp', `userpool/${name}`],
  'AWS::SES::EmailIdentity': (name) => ['ses', `identity/${name}`],
  'AWS::SES::ConfigurationSet': (name) => ['ses', `configuration-set/${name}`],
};

/** Types whose `Ref` answers the ARN. */
const refIsArn: readonly string[] = ['AWS::SNS::Topic', 'AWS::Lambda::Alias'];

/** The end of the ARN of a table's stream. The engine's own label never shows. */
export const streamTail = '/stream/local';

/**
 * Reads the templates of one deployment: every resource with its intrinsic functions resolved. That includes exports of
 * one stack that another imports. Throws `NotEmulated` for a function or section that it does not know.
 */
export function readTemplates(templates: Readonly<Record<string, CloudTemplate>>, place: Place): Resource[] {
  const exportsByName = new Map<string, { stack: string; value: unknown }>();

  const resolver = (stack: string, template: CloudTemplate) => {
    const physicalName = (logicalId: string, { Type, Properties }: TemplateResource): string => {
      const property = nameProperties[Type];
      const given = property === undefined ? undefined : resolve(Properties?.[property]);
      return typeof given === 'string' ? given : `${stack}-${logicalId}`.slice(-80);
    };
    const arnOf = (logicalId: string, resource: TemplateResource): string => {
      const name = physicalName(logicalId, resource);
      if (resource.Type === 'AWS::Lambda::Alias') {
        const { FunctionName, Name } = resolve(resource.Properties ?? {}) as Record<string, unknown>;
        return `arn:aws:lambda:${place.region}:${place.accountId}:function:${String(FunctionName)}:${String(Name)}`;
      }
      if (resource.Type === 'AWS::IAM::Role') return `arn:aws:iam::${place.accountId}:role/${name}`;
      const [service, tail] = arnTails[resource.Type]?.(name) ?? ['local', name];
      return `arn:aws:${service}:${place.region}:${place.accountId}:${tail}`;
    };
    const find = (logicalId: string): TemplateResource => {
      const resource = template.Resources[logicalId];
      if (resource === undefined) throw new NotEmulated(`a reference to ${logicalId}, which is not in ${stack}`);
      return resource;
    };
    const ref = (logicalId: string): string => {
      const pseudo = pseudoParameters(stack, place)[logicalId];
      if (pseudo !== undefined) return pseudo;
      const parameter = template.Parameters?.[logicalId];
      if (parameter !== undefined) {
        if (parameter.Default === undefined) throw new NotEmulated(`the parameter ${logicalId} without a default`);
        return parameter.Default;
      }
      const resource = find(logicalId);
      const name = physicalName(logicalId, resource);
      if (resource.Type === 'AWS::SQS::Queue') return place.queueUrl(name);
      if (refIsArn.includes(resource.Type)) return arnOf(logicalId, resource);
      return name;
    };
    const getAtt = (logicalId: string, attribute: string): string => {
      const resource = find(logicalId);
      if (attribute === 'Arn') return arnOf(logicalId, resource);
      if (attribute === 'StreamArn') return `${arnOf(logicalId, resource)}${streamTail}`;
      if (attribute === 'QueueName') return physicalName(logicalId, resource);
      if (attribute === 'KeyId') return physicalName(logicalId, resource);
      return `${physicalName(logicalId, resource)}.${attribute}`;
    };
    const sub = (text: string, own: Record<string, unknown>): string =>
      text.replace(/\$\{(!?)([^}]+)\}/gu, (_, literal: string, name: string) => {
        if (literal === '!') return `\${${name}}`;
        if (name in own) return String(resolve(own[name]));
        const dot = name.indexOf('.');
        return dot === -1 ? ref(name) : getAtt(name.slice(0, dot), name.slice(dot + 1));
      });

    const functions: Readonly<Record<string, (argument: unknown) => unknown>> = {
      Ref: (argument) => ref(String(argument)),
      'Fn::GetAtt': (argument) => {
        const [id, attribute] = Array.isArray(argument) ? argument : String(argument).split('.', 2);
        return getAtt(String(id), String(attribute));
      },
      'Fn::Join': (argument) => {
        const [separator, parts] = argument as [string, unknown];
        return (resolve(parts) as unknown[]).map(String).join(separator);
      },
      'Fn::Sub': (argument) => {
        const [text, own] = Array.isArray(argument) ? (argument as [string, Record<string, unknown>]) : [argument, {}];
        return sub(String(text), own);
      },
      'Fn::Select': (argument) => {
        const [index, list] = argument as [number | string, unknown];
        return (resolve(list) as unknown[])[Number(index)];
      },
      'Fn::Split': (argument) => {
        const [separator, text] = argument as [string, unknown];
        return String(resolve(text)).split(separator);
      },
      'Fn::ImportValue': (argument) => {
        const name = String(resolve(argument));
        const exported = exportsByName.get(name);
        const exporter = templates[exported?.stack ?? ''];
        if (exported === undefined || exporter === undefined)
          throw new NotEmulated(`an import of ${name} that no stack exports`);
        return resolver(exported.stack, exporter).resolve(exported.value);
      },
    };

    function resolve(value: unknown): unknown {
      if (Array.isArray(value)) return value.map(resolve).filter((part) => part !== noValue);
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value);
      const [key, argument] = entries[0] ?? [];
      if (entries.length === 1 && key !== undefined && (key === 'Ref' || key.startsWith('Fn::'))) {
        if (key === 'Ref' && argument === 'AWS::NoValue') return noValue;
        const apply = functions[key];
        if (apply === undefined) throw new NotEmulated(`the template function ${key}`);
        return apply(argument);
      }
      return Object.fromEntries(
        entries.map(([name, part]) => [name, resolve(part)]).filter(([, part]) => part !== noValue),
      );
    }
    return { resolve, ref, physicalName, arnOf };
  };

  for (const [stack, template] of Object.entries(templates)) {
    const { resolve } = resolver(stack, template);
    for (const section of Object.keys(template)) {
      if (!knownSections.includes(section)) throw new NotEmulated(`the template section ${section}`);
    }
    for (const { Export, Value } of Object.values(template.Outputs ?? {})) {
      if (Export !== undefined) exportsByName.set(String(resolve(Export.Name)), { stack, value: Value });
    }
  }
  return Object.entries(templates).flatMap(([stack, template]) => {
    const { resolve, ref, physicalName, arnOf } = resolver(stack, template);
    return Object.entries(template.Resources).map(([logicalId, resource]) => {
      if (resource.Condition !== undefined) throw new NotEmulated(`a condition on ${logicalId}`);
      return {
        stack,
        logicalId,
        type: resource.Type,
        name: physicalName(logicalId, resource),
        ref: ref(logicalId),
        arn: arnOf(logicalId, resource),
        properties: resolve(resource.Properties ?? {}) as Record<string, unknown>,
      };
    });
  });
}

const noValue = Symbol('AWS::NoValue');

const knownSections = [
  'Resources',
  'Outputs',
  'Parameters',
  'Rules',
  'Description',
  'AWSTemplateFormatVersion',
  'Metadata',
];

function pseudoParameters(stack: string, { region, accountId }: Place): Readonly<Record<string, string>> {
  return {
    'AWS::Region': region,
    'AWS::AccountId': accountId,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack,
    'AWS::StackId': `arn:aws:cloudformation:${region}:${accountId}:stack/${stack}/local`,
  };
}

/** The last part of an ARN that names a resource of its kind: `…:table/T` -> `T`, `…:queue` -> `queue`. */
export function nameInArn(arn: string): string {
  const tail = arn.split(':').slice(5).join(':');
  return tail
    .replace(/^(?:table|key|function|userpool|identity|configuration-set)[/:]/u, '')
    .replace(/\/stream\/.*$/u, '');
}

/** A resource's properties in the shape that its reader knows. Throws `NotEmulated`, naming the first unknown part. */
export function parseProperties<T>(shape: z.ZodMiniType<T>, { properties, type, logicalId }: Resource): T {
  const parsed = z.safeParse(shape, properties);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  const where = [...(issue?.path ?? []), ...keys].map(String).join('.');
  throw new NotEmulated(`${where === '' ? 'an option' : where} of ${logicalId} (${type})`);
}
