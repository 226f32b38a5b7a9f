import { isDeepStrictEqual } from 'node:util';
import type { KeptStack, KeptStacks, LastingResource } from './kept-resources.ts';

/** Something that stands in the way of deploying one release over another, or that would lose something. */
export interface Hindrance {
  /** The stack and the logical id, or the name of the export. */
  place: string;
  says: string;
}

/**
 * What stands in the way of deploying `after` over `before`, and of going back to the service stacks of `before` over the
 * data stack of `after` (docs/deploy.md, part 8).
 */
export function hindrances(before: KeptStacks, after: KeptStacks): Hindrance[] {
  return Object.entries(before).flatMap(([name, stack]) => [
    ...ofResources(name, stack, after[name]),
    ...ofExports(stack, after[name], importedFrom(before)),
  ]);
}

function ofResources(stack: string, before: KeptStack, after: KeptStack | undefined): Hindrance[] {
  return Object.entries(before.resources).flatMap(([id, was]) => {
    const is = after?.resources[id];
    const found = (says: string): Hindrance[] => [{ place: `${stack} ${id}`, says }];
    // Of what a release kept no more than the type, nobody can say which one it is.
    if (typeof was === 'string') return [];
    if (is === undefined) return found(`the ${was.type} is gone`);
    if (typeof is === 'string' || is.type !== was.type) return found(`the ${was.type} has become another thing`);
    const loosened =
      was.deletionPolicy?.startsWith('Retain') === true && is.deletionPolicy?.startsWith('Retain') !== true;
    return [
      ...(isDeepStrictEqual(identityOf(was), identityOf(is)) ? [] : found(`the ${was.type} would be replaced`)),
      ...(loosened ? found(`the ${was.type} would go with its stack`) : []),
      ...(was.type === 'AWS::DynamoDB::Table' ? ofIndexes(was, is).flatMap(found) : []),
    ];
  });
}

/** What CloudFormation would replace the resource for. Of a table an index can be added or taken away. */
const identityOf = ({ type, identity }: LastingResource): object =>
  type === 'AWS::DynamoDB::Table' ? { TableName: identity['TableName'], KeySchema: identity['KeySchema'] } : identity;

/** DynamoDB adds or takes away one index in each update, and changes none. */
function ofIndexes(was: LastingResource, is: LastingResource): string[] {
  const [old, now] = [indexesOf(was), indexesOf(is)];
  const names = [...new Set([...old.keys(), ...now.keys()])];
  const changed = names.filter((name) => !isDeepStrictEqual(old.get(name), now.get(name)));
  const rebuilt = changed.filter((name) => old.has(name) && now.has(name));
  const attributes = attributesOf(is);
  const retyped = [...attributesOf(was)].filter(([name, type]) => (attributes.get(name) ?? type) !== type);
  return [
    ...(rebuilt.length > 0 ? [`an index cannot become another one: ${rebuilt.join(', ')}`] : []),
    ...(changed.length > 1 ? [`only one index can change in a release: ${changed.join(', ')}`] : []),
    ...(retyped.length > 0 ? [`an attribute has another type: ${retyped.map(([name]) => name).join(', ')}`] : []),
  ];
}

function indexesOf({ identity }: LastingResource): Map<string, unknown> {
  const indexes = (identity['GlobalSecondaryIndexes'] ?? []) as { IndexName: string }[];
  return new Map(indexes.map((index) => [index.IndexName, index]));
}

function attributesOf({ identity }: LastingResource): Map<string, string> {
  const attributes = (identity['AttributeDefinitions'] ?? []) as { AttributeName: string; AttributeType: string }[];
  return new Map(attributes.map(({ AttributeName, AttributeType }) => [AttributeName, AttributeType]));
}

/** Which exports the stacks of a release read; undefined where the release did not keep that. */
function importedFrom(stacks: KeptStacks): ReadonlySet<string> | undefined {
  const imports = Object.values(stacks).map((stack) => stack.imports);
  return imports.includes(undefined) ? undefined : new Set(imports.flatMap((names) => names ?? []));
}

/** CloudFormation neither takes away nor changes an export that a stack of before still reads. */
function ofExports(
  before: KeptStack,
  after: KeptStack | undefined,
  imported: ReadonlySet<string> | undefined,
): Hindrance[] {
  return before.exports
    .filter((name) => imported?.has(name) ?? true)
    .flatMap((name) => {
      if (after?.exports.includes(name) !== true) return [{ place: name, says: 'the export is gone' }];
      const [was, is] = [before.values?.[name], after.values?.[name]];
      return was === undefined || isDeepStrictEqual(was, is)
        ? []
        : [{ place: name, says: 'the export has another value' }];
    });
}
