import { NotEmulated } from '../template/template.ts';

type Test = (value: unknown) => boolean;

/**
 * Compiles the pattern of an event source or of a rule: every field must match one of its values. It knows plain
 * values, `exists` and `prefix`. Throws `NotEmulated` for any other comparison.
 */
export function readFilter(pattern: unknown): Test {
  if (typeof pattern !== 'object' || pattern === null || Array.isArray(pattern)) {
    throw new NotEmulated(`the event filter ${JSON.stringify(pattern)}`);
  }
  const fields = Object.entries(pattern).map(([name, wanted]): Test => {
    const holds = Array.isArray(wanted) ? anyOf(wanted) : readFilter(wanted);
    return (value) => holds((value as Record<string, unknown> | undefined)?.[name]);
  });
  return (value) => fields.every((holds) => holds(value));
}

function anyOf(wanted: readonly unknown[]): Test {
  const tests = wanted.map((one): Test => {
    if (typeof one !== 'object' || one === null) return (value) => value === one;
    const [comparison, operand] = Object.entries(one)[0] ?? [];
    if (comparison === 'exists') return (value) => (value !== undefined) === operand;
    if (comparison === 'prefix') return (value) => typeof value === 'string' && value.startsWith(String(operand));
    throw new NotEmulated(`the event filter comparison ${String(comparison)}`);
  });
  // A list in an event matches when one of its members does.
  return (value) => [value].flat().some((one) => tests.some((holds) => holds(one)));
}
