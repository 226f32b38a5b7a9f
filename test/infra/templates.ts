import type { Synthesized, Template, TemplateResource } from '#infra/synthesize.ts';
import { serviceRoles } from '#infra/stacks.ts';
import { synthesizedOnce } from '#test/support/synthesized-once.ts';

const stages = new Map<string, Promise<Synthesized>>();

/** A stage's templates, read once per test file. */
export function templatesOf(stage: string): Promise<Synthesized> {
  const known = stages.get(stage) ?? synthesizedOnce(stage);
  stages.set(stage, known);
  return known;
}

/** All that runs, in whatever stack it stands. Fails when two stacks use the same logical id, which would hide one resource. */
export function servicesOf({ templates }: Pick<Synthesized, 'templates'>): Template {
  const made = serviceRoles.map((role) => templates[role]);
  const all: Template = {
    Resources: Object.assign({}, ...made.map(({ Resources }) => Resources)) as Template['Resources'],
    Outputs: Object.assign({}, ...made.map(({ Outputs }) => Outputs)) as Template['Outputs'],
  };
  const count = made.reduce((sum, { Resources }) => sum + Object.keys(Resources).length, 0);
  if (count !== Object.keys(all.Resources).length) throw new Error('Two stacks have a resource of the same id.');
  return all;
}

/** What an imported value is in the stack that exports it. Fails when none does; a value that is not imported stays as it is. */
export function followed({ templates }: Pick<Synthesized, 'templates'>, value: unknown): unknown {
  const { 'Fn::ImportValue': name } = value as { 'Fn::ImportValue'?: string };
  if (name === undefined) return value;
  const outputs = Object.values(templates).flatMap(({ Outputs }) => Object.values(Outputs));
  const exported = outputs.find(({ Export }) => Export?.Name === name);
  if (exported === undefined) throw new Error(`No stack exports ${name}.`);
  return exported.Value;
}

/** The name of the function that is called by a reference to it, or to its alias. */
export function functionBehind(made: Synthesized, reference: unknown): string | undefined {
  const { 'Fn::GetAtt': [ofArn] = [], Ref: id = ofArn ?? '' } = followed(made, reference) as {
    'Fn::GetAtt'?: string[];
    Ref?: string;
  };
  const resource = servicesOf(made).Resources[id];
  if (resource?.Type === 'AWS::Lambda::Alias') return functionBehind(made, resource.Properties['FunctionName']);
  return made.functions[id]?.name;
}

/** Resources of a type, by logical id. */
export function ofType(template: Template, type: string): Record<string, TemplateResource> {
  return Object.fromEntries(Object.entries(template.Resources).filter(([, resource]) => resource.Type === type));
}

/** Properties of one resource. */
export function propertiesOf(template: Template, logicalId: string | undefined): Record<string, unknown> {
  const resource = template.Resources[logicalId ?? ''];
  if (resource === undefined) throw new Error(`The template has no ${logicalId}.`);
  return resource.Properties;
}

/**
 * A reference of a template as a person says it: `Cases` for the table, `Cases/index/due`, `ContentKey`, the logical id
 * without its hash for what is in the same template.
 */
export function spoken(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  const [[kind, of] = ['', undefined]] = Object.entries(value);
  if (kind === 'Fn::ImportValue') {
    return String(of)
      .replace(/^Besa-\w+-/, '')
      .replace(/Table(Arn|Name)$/, '')
      .replace(/Arn$/, '');
  }
  if (kind === 'Fn::GetAtt') return withoutHash((of as string[])[0] ?? '');
  if (kind === 'Ref') return withoutHash(String(of));
  if (kind === 'Fn::Join') return (of as [string, unknown[]])[1].map(spoken).join('');
  return JSON.stringify(value);
}

/** A logical id without the CDK's eight letters at the end; pseudo parameters stay. */
function withoutHash(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '');
}

export interface Statement {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Principal?: unknown;
  Action: string | string[];
  Resource: unknown;
  Condition?: Record<string, Record<string, unknown>>;
}

export function listed<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** What a function may do: the statements of its role. Fails when the role has rights from anywhere else. */
export function rightsOf(made: Synthesized, name: string): Statement[] {
  const { functions } = made;
  const service = servicesOf(made);
  const [logicalId] = Object.entries(functions).find(([, bundle]) => bundle.name === name) ?? [];
  const [role] = (propertiesOf(service, logicalId)['Role'] as { 'Fn::GetAtt': [string, string] })['Fn::GetAtt'];
  const { Policies, ManagedPolicyArns } = propertiesOf(service, role) as {
    Policies: { PolicyDocument: { Statement: Statement[] } }[];
    ManagedPolicyArns?: unknown;
  };
  if (ManagedPolicyArns !== undefined) throw new Error(`${name} has a managed policy.`);
  for (const type of ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy']) {
    for (const { Properties } of Object.values(ofType(service, type))) {
      if (JSON.stringify(Properties).includes(role)) throw new Error(`${name} has rights in a policy apart.`);
    }
  }
  return Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}
