import type { AccessCheck } from '#infra/local/rights/policies.ts';
import type { Statement } from '#test/support/second-opinion.ts';

export const listOf = (value: string | string[] | undefined): string[] => [value ?? []].flat();

/** Actions that are written out. */
export const actionsOf = ({ Action }: Statement): string[] => listOf(Action).filter((action) => !action.includes('*'));

/** One value that a pattern lets through. */
const sample = (pattern: string): string => pattern.replaceAll('*', 'x').replaceAll('?', 'x');

type Given = Record<string, string | string[]>;

/** What a call has to bring along for a statement to apply to it. */
function contextFor({ Condition = {} }: Statement): Given {
  const wanted = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).flatMap(([key, value]): [string, string | string[]][] => {
      if (operator === 'Null') return listOf(value)[0] === 'false' ? [[key, 'x']] : [];
      if (operator.includes('Not')) return [[key, 'something-else']];
      const values = listOf(value).map(sample);
      return [[key, operator.startsWith('For') ? values : (values[0] ?? '')]];
    }),
  );
  return { 'aws:SecureTransport': 'true', ...Object.fromEntries(wanted) };
}

/** A call that fits a statement, and calls beside it: without one part of what it brings, and with another part. */
export function callsAround(statement: Statement): AccessCheck[] {
  const context = contextFor(statement);
  const contexts = [
    context,
    { ...context, 'aws:SecureTransport': 'false' },
    ...Object.keys(context).flatMap((name) => [
      Object.fromEntries(Object.entries(context).filter(([other]) => other !== name)),
      { ...context, [name]: 'STRANGER#1' },
      { ...context, [name]: [...listOf(context[name]), 'STRANGER#1'] },
    ]),
  ];
  return actionsOf(statement).flatMap((action) =>
    listOf(statement.Resource).flatMap((resource) =>
      [resource, `${resource}-other`].flatMap((on) =>
        contexts.map((given) => ({ action, resource: sample(on), context: given })),
      ),
    ),
  );
}

/**
 * Each action of these statements, on each thing of the same service that anybody may reach, as anybody may reach it: what
 * a role may do, but on another table, another partition or with another key.
 */
export function* crossedCalls(own: readonly Statement[], all: readonly Statement[]): Iterable<AccessCheck> {
  const seen = new Set<string>();
  for (const action of new Set(own.flatMap(actionsOf))) {
    const service = `${action.split(':')[0] ?? ''}:`;
    for (const statement of all.filter((one) => actionsOf(one).some((other) => other.startsWith(service)))) {
      const context = contextFor(statement);
      for (const resource of listOf(statement.Resource).map(sample)) {
        const call = JSON.stringify([action, resource, context]);
        if (!seen.has(call)) yield { action, resource, context };
        seen.add(call);
      }
    }
  }
}
