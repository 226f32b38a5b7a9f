import { audienceOf } from '#shared/domain/help/audience.ts';
import { chooseHelpLines, type HelpLine } from '#shared/domain/help/help-lines.ts';
import type { ReportedFacts } from '#shared/domain/report/report.ts';
import type { Text } from '#shared/domain/text.ts';
import { texts, words } from '../frame/texts.ts';

interface Said {
  facts: ReportedFacts;
  /** In which the caller speaks. */
  language: string;
}

const inLanguageOf = (text: Text, language: string): string => text[language] ?? text[texts().country.language] ?? '';

/** Whom the caller must call before anything else is asked. Of a category or an answer that means danger. */
export function DangerNow({ facts, language }: Said) {
  const lines = chooseHelpLines(texts().filing, { reported: facts, words: [] }).map(({ line }) => line);
  return (
    <div aria-live="polite">
      {lines.some(isForDanger) ? (
        <div class="say danger">
          <p>
            <strong>{words().filing.tellThemToCall}</strong>
          </p>
          <ul lang={language}>
            {lines.map(({ phone, name }) => (
              <li key={phone}>
                <strong class="call-phone">{phone}</strong> {inLanguageOf(name, language)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

const isForDanger = ({ kind }: HelpLine): boolean => ['emergency', 'police', 'missing'].includes(kind);

/** What to say at once to such a caller, of the category that was chosen. */
export function SayNow({ facts, language }: Said) {
  const text = texts().filing.showFirst[facts.category]?.[audienceOf(facts)];
  return (
    <div aria-live="polite">
      {text === undefined ? null : (
        <div class="say">
          <p>
            <strong>{words().filing.sayNow}</strong> <span lang={language}>{inLanguageOf(text, language)}</span>
          </p>
        </div>
      )}
    </div>
  );
}
