import type { CountryPack, HelpLine } from '../../../domain/country-pack.ts';
import { inLanguage } from '../wording.ts';

/** A way to reach a person now, as an answer tells it. */
export interface HelpAnswer {
  kind: HelpLine['kind'];
  name: string;
  phone: string;
  when: string;
  free: boolean;
}

/**
 * The help that goes with every answer. A person who is refused, throttled or mistaken still sees where a person
 * answers. `emergencyFirst` puts the emergency and police numbers before the others, in the pack's order. `missing`
 * adds the line for missing children.
 */
export function helpFor(
  country: Pick<CountryPack, 'helpLines' | 'defaultLanguage'>,
  language: string,
  { emergencyFirst = false, missing = false }: { emergencyFirst?: boolean; missing?: boolean } = {},
): HelpAnswer[] {
  const first = country.helpLines.filter((line) => emergencyFirst && isEmergency(line));
  const others = country.helpLines.filter((line) => line.always || (missing && line.kind === 'missing'));
  return [...new Set([...first, ...others])].map((line) => ({
    kind: line.kind,
    name: inLanguage(line.name, language, country.defaultLanguage),
    phone: line.phone,
    when: inLanguage(line.when, language, country.defaultLanguage),
    free: line.free,
  }));
}

function isEmergency(line: HelpLine): boolean {
  return line.kind === 'emergency' || line.kind === 'police';
}
