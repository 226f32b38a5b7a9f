import type { CountryPack } from '#shared/domain/country-pack.ts';

/** A fact of the pack that nobody has confirmed. */
export interface UnverifiedFact {
  /** Where it stands in the pack. */
  path: string;
  /** What it is called: its name in the pack's first language, or its code. */
  name: string;
  source: string;
  /** The date of what was looked at, where the fact has one. */
  asOf: string;
}

/** Every fact that the pack marks as `unverified`. */
export async function unverifiedFacts(pack: CountryPack): Promise<UnverifiedFact[]> {
  const [guidance, referrals, pages] = await Promise.all([pack.loadGuidance(), pack.loadReferrals(), pack.loadPages()]);
  const { complain } = await pages.loadPrivacy();
  return factsIn({ ...pack, guidance, referrals, complain }, pack.languages[0] ?? '', []);
}

function factsIn(value: unknown, language: string, path: readonly string[]): UnverifiedFact[] {
  if (typeof value !== 'object' || value === null) return [];
  const fact: Readonly<Record<string, unknown>> = { ...value };
  const own = fact['unverified'] === true ? [factOf(fact, language, path)] : [];
  return [...own, ...Object.entries(fact).flatMap(([key, inner]) => factsIn(inner, language, [...path, key]))];
}

function factOf(fact: Readonly<Record<string, unknown>>, language: string, path: readonly string[]): UnverifiedFact {
  const { name, code, phone, day, source, asOf } = fact;
  const said = typeof name === 'object' && name !== null ? (name as Record<string, unknown>)[language] : name;
  const called = [said, code, phone, day].filter((one) => typeof one === 'string');
  return {
    path: path.join('/'),
    name: called.length === 0 ? path.join('/') : called.join(', '),
    source: typeof source === 'string' ? source : '',
    asOf: typeof asOf === 'string' ? asOf : '',
  };
}
