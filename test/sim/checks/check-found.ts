import { ask, posts } from '../actors/asking.ts';
import { firstAnswer, type Reporter } from '../actors/reporters.ts';
import type { World } from '../world.ts';
import type { Find, Told } from './finding.ts';

/** Who looks at the end of a history: a caseworker, who may see every case that does not keep them out. */
const looker = 'staff-elira';

/** What a look answered. */
export interface Found {
  numbers: readonly string[];
  /** There are others, which are not shown. */
  more: boolean;
}

/** The cases that each address of the reports should lead to, by what reporters sent and got. */
export function namedIn(reporters: readonly Reporter[]): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  for (const reporter of reporters) {
    const number = firstAnswer(reporter)?.body['caseNumber'];
    if (typeof number !== 'string') continue;
    for (const url of (reporter.body['urls'] ?? []) as string[])
      named.set(url, (named.get(url) ?? new Set()).add(number));
  }
  return named;
}

/** Whoever looks finds every case that names the address, and none that keeps them out. No rule of the product is asked. */
export function judgeFound(
  url: string,
  { numbers, more }: Found,
  named: ReadonlySet<string>,
  cases: readonly Pick<Told, 'of'>[],
  find: Find,
): void {
  const keepsOut = ({ exclusions, approvals = [] }: Told['of']): boolean =>
    exclusions?.people.includes(looker) === true ||
    approvals.some((one) => one.kind === 'exclusion' && one.decision === undefined && one.adds.people.includes(looker));
  for (const { of } of cases) {
    const isFound = numbers.includes(of.caseNumber);
    if (isFound && keepsOut(of)) find('P13', `${of.caseNumber} keeps ${looker} out, and is found by ${url}`);
    if (!isFound && !more && !keepsOut(of) && named.has(of.caseNumber))
      find('P1', `${of.caseNumber} names ${url}, and is not found by it`);
  }
}

/** At the end of a history somebody looks for each address that was reported. */
export async function checkFound(
  world: World,
  cases: readonly Told[],
  reporters: readonly Reporter[],
  find: Find,
): Promise<void> {
  for (const [value, named] of namedIn(reporters)) {
    const request = posts('/v1/find', { by: 'address', value, reason: 'other_case' });
    const seen = await ask(world, 'finding', { ...request, claims: { sub: looker } });
    if (seen === 'unknown' || seen.status !== 200) {
      find('P13', `a look for ${value} is not answered`);
      continue;
    }
    const { cases: lines, more } = seen.body as { cases: { caseNumber: string }[]; more: boolean };
    judgeFound(value, { numbers: lines.map(({ caseNumber }) => caseNumber), more }, named, cases, find);
  }
}
