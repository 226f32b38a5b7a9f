import { everyReporterText, sentencesWithFacts } from './sentence-facts.ts';
import type { SentenceFact } from './sentence-facts.ts';
import type { AddressedText } from '#shared/domain/text.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';

/** Every sentence that reporters can read of their report, in each language, with the fact that it stands on. */
export async function reporterSentences(
  pack: Pick<CountryPack, 'reporterTexts' | 'loadFollowUpTexts' | 'languages'>,
): Promise<string> {
  const { languages } = pack;
  const rows = sentencesWithFacts(await everyReporterText(pack)).map(({ place, text, fact }) =>
    row([`\`${place}\``, ...languages.map((language) => asRead(text, language)), standsOn(fact), fact.because]),
  );
  return [
    '# What reporters read, and why it is true',
    '',
    'Made from the country pack and `infra/documents/sentence-facts.ts` by `npm run docs`. A sentence without a fact does not compile. Events are those of the [catalogue](events.md). Names without a dot are rules over the state of the case.',
    '',
    row(['Sentence', ...languages, 'Stands on', 'In words']),
    row(['---', ...languages.map(() => '---'), '---', '---']),
    ...rows,
    '',
  ].join('\n');
}

/** One wording where both read the same, else the child's and then the adult's. */
function asRead({ child, adult }: AddressedText, language: string): string {
  const [toChild = '', toAdult = ''] = [child[language], adult[language]];
  return toChild === toAdult ? toChild : `${toChild}<br>_To an adult:_ ${toAdult}`;
}

function standsOn({ events, rules = [] }: SentenceFact): string {
  return [...events, ...rules].map((code) => `\`${code}\``).join(', ');
}

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
