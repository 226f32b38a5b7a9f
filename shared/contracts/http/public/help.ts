import type { CountryPack } from '../../../domain/country-pack.ts';
import { alwaysAmong, chooseHelpLines } from '../../../domain/help/help-lines.ts';
import type { HelpLine, HelpPolicy } from '../../../domain/help/help-lines.ts';
import type { HelpFacts } from '../../../domain/help/situations.ts';
import { inLanguage } from '../wording.ts';

/** A way to reach a person now, as an answer tells it. */
export interface HelpAnswer {
  kind: HelpLine['kind'];
  name: string;
  phone: string;
  when: string;
  free: boolean;
}

type Wordings = Pick<CountryPack, 'defaultLanguage'>;

/**
 * The help that goes with every answer. A person who is refused, throttled or mistaken still sees where a person
 * answers.
 */
export function helpFor(country: Pick<HelpPolicy, 'helpLines'> & Wordings, language: string): HelpAnswer[] {
  return alwaysAmong(country.helpLines).map((line) => answerOf(line, language, country));
}

/** The help for one report, in the order of its reason. */
export function helpInOrder(country: HelpPolicy & Wordings, facts: HelpFacts, language: string): HelpAnswer[] {
  return chooseHelpLines(country, facts).map(({ line }) => answerOf(line, language, country));
}

function answerOf({ kind, name, phone, when, free }: HelpLine, language: string, country: Wordings): HelpAnswer {
  const say = (text: HelpLine['name']): string => inLanguage(text, language, country.defaultLanguage);
  return { kind, name: say(name), phone, when: say(when), free };
}
