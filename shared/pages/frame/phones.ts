import type { HelpAnswer } from '../../contracts/http/public/help.ts';
import { inLanguage } from '../../contracts/http/wording.ts';
import type { CountryPack } from '../../domain/country-pack.ts';

type HelpLine = CountryPack['helpLines'][number];

/** Help lines of the pack as a page tells them, in the pack's order. */
export function phonesOf(
  { helpLines, defaultLanguage }: Pick<CountryPack, 'helpLines' | 'defaultLanguage'>,
  language: string,
  isWanted: (line: HelpLine) => boolean = () => true,
): HelpAnswer[] {
  return helpLines.filter(isWanted).map((line) => ({
    kind: line.kind,
    name: inLanguage(line.name, language, defaultLanguage),
    phone: line.phone,
    when: inLanguage(line.when, language, defaultLanguage),
    free: line.free,
  }));
}

/** The numbers for somebody who is in danger now. */
export function isForDanger({ kind }: HelpLine): boolean {
  return kind === 'police' || kind === 'emergency';
}
