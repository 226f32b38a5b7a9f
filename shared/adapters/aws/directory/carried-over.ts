import type { Listed, ListName } from '../../../domain/people/directory-lists.ts';
import type { Roster } from '../../../domain/people/roster/roster.ts';
import type { Row } from '../dynamo/attribute-values.ts';

type Names<T> = Readonly<Record<keyof T, true>>;

/**
 * What this release writes on the rows that are made from what somebody typed, and not from the row that stands there. What
 * else stands on them, a newer release wrote.
 */
export const ownNames: { readonly [N in ListName]: Names<Required<Listed<N>>> } & {
  readonly directory: Names<{ revision: number }>;
  readonly roster: Names<Roster & { revision: number }>;
  readonly takeOvers: Names<{ takeOvers: unknown }>;
} = {
  directory: { revision: true },
  roster: { timeZone: true, shifts: true, holidays: true, revision: true },
  takeOvers: { takeOvers: true },
  institution: { code: true, inUse: true, phones: true, revision: true },
  platform: { code: true, name: true, way: true, to: true, revision: true },
  campaign: { code: true, name: true, from: true, to: true, revision: true },
};

/** A row as it is written again: with what stands on it and is not of this release (docs/decisions/194). */
export function carriedOver(before: Row | undefined, own: object, after: Row): Row {
  const others = Object.entries(before ?? {}).filter(([name]) => !Object.hasOwn(own, name));
  return { ...Object.fromEntries(others), ...after };
}
