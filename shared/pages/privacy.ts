import { privacyPlace } from '../contracts/http/public/pages/privacy-place.ts';
import { privacySections, type PrivacyOfPack, type PrivacySection } from '../domain/pages/privacy-texts.ts';
import { keptTimes, yearsOf } from '../domain/keeping/kept-times.ts';
import type { RetentionPolicy } from '../domain/keeping/retention.ts';
import { fill, type Text } from '../domain/text.ts';
import { html, type Markup } from './frame/html.ts';
import { page } from './frame/layout.ts';
import type { PageContext } from './frame/page-context.ts';

/** What the page tells besides its texts. */
export interface ToldOfKeeping {
  centre: Text;
  /** The rule by which cases are erased. */
  retention: RetentionPolicy;
  /** For how many days what was erased can be brought back. */
  restoreDays: number;
}

/**
 * What becomes of a reporter's data, in words for a child or for an adult: what is kept, who sees it, for how long, and
 * where to complain. Every number comes from what the code does. Source: docs/data-protection.md.
 */
export function privacyPage(context: PageContext, { texts, complain }: PrivacyOfPack, told: ToldOfKeeping): string {
  const { say, language, root, address, texts: common } = context;
  const values = valuesOf(told, say);
  const below: Partial<Record<PrivacySection, Markup>> = {
    seen: html`<p>${say(common.help.whoWeTellText)}</p>`,
    complain: html`
      <ul>
        ${complain.map(({ name, reach }) => html`<li>${say(name)}: ${reach.value}</li>`)}
      </ul>`,
  };
  const other = address === 'child' ? 'adult' : 'child';
  const main = html`
    <h1>${say(common.frame.privacy)}</h1>
    ${privacySections.map((section) => {
      const { heading, text } = texts.sections[section];
      return html`
        <h2>${say(heading)}</h2>
        ${fill(say(text), values)
          .split('\n\n')
          .map((paragraph) => html`<p>${paragraph}</p>`)}
        ${below[section] ?? ''}`;
    })}
    <p>
      <a href="${root}${language}/${privacyPlace(other)}">
        ${say(other === 'adult' ? texts.forAdults : texts.forChildren)}
      </a>
    </p>`;
  return page(context, { title: say(common.frame.privacy), place: privacyPlace(address), main });
}

function valuesOf({ centre, retention, restoreDays }: ToldOfKeeping, say: PageContext['say']): Record<string, string> {
  const { most, withdrawn, justice } = keptTimes(retention);
  return {
    centre: say(centre),
    mostYears: yearsOf(most),
    withdrawnDays: String(withdrawn),
    justiceYears: yearsOf(justice),
    restoreDays: String(restoreDays),
  };
}
