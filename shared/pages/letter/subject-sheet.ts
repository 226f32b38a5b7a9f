import type { TaxonomyTexts } from '../../domain/country-pack.ts';
import type { Audience } from '../../domain/help/audience.ts';
import { addressOf } from '../../domain/help/audience.ts';
import type { PageTexts } from '../../domain/pages/page-texts.ts';
import type { PrivacyTexts } from '../../domain/pages/privacy-texts.ts';
import { disclosureFields } from '../../domain/case/referral.ts';
import type { DisclosedCopy } from '../../domain/referrals/disclosed-copy.ts';
import type { TriState } from '../../domain/report/report.ts';
import type { ReportDetails } from '../../domain/report/report-parts.ts';
import { fill, type AddressedText, type Text } from '../../domain/text.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { escapeHtml } from '../frame/escape-html.ts';
import { letterParts } from './letter-parts.ts';
import { letterStyle } from './letter-style.ts';
import { letterWords, type LetterWording } from './letter-words.ts';

/** All that somebody told with one report, and what became of it. */
export interface SubjectAccess {
  caseNumber: string;
  at: Instant;
  audience: Audience;
  /** Their own words: no message of the centre, and nothing that staff wrote. */
  said: DisclosedCopy;
  /** What they chose and ticked. */
  chosen: Omit<ReportDetails, 'victims' | 'moreVictims' | 'suspect' | 'reporter' | 'place' | 'language'>;
  /** Addresses of pages were taken out. */
  isWithheld: boolean;
  sharedWith: readonly { who: string; when: Instant; why: string; takenBack?: string }[];
  seenBy: readonly (keyof PrivacyTexts['sheet']['seenBy'])[];
  /** When it is erased. Absent while there is no date. */
  eraseAt?: Instant | undefined;
  isHeld: boolean;
  /** The message with which the next part begins. Absent on the last one. */
  next?: number | undefined;
}

/** What words the sheet. */
export interface SheetWording extends LetterWording {
  taxonomy: TaxonomyTexts;
  pages: PageTexts;
  privacy: PrivacyTexts;
}

/**
 * The sheet for the person who reported, as HTML to print: their own words as typed, whom we told, who opened it by what
 * they do, and until when we keep it. Everything that a person wrote is escaped. Source: docs/decisions/192.
 */
export function subjectSheet(own: SubjectAccess, language: string, wording: SheetWording): string {
  const { centre, pages, privacy } = wording;
  const { sheet, sections } = privacy;
  const words = letterWords(language, wording);
  const address = addressOf(own.audience);
  const say = (text: AddressedText): string => escapeHtml(words.say(text[address]));
  const heading = (text: AddressedText): string => `<h2>${say(text)}</h2>`;
  const paragraph = (said: string): string => `<p>${said}</p>`;
  const list = (lines: readonly string[]): string => `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
  const parts = letterParts(own.said, words);
  return [
    `<!doctype html>`,
    `<html lang="${escapeHtml(language)}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(own.caseNumber)}</title><style>${letterStyle}</style></head>`,
    `<body>`,
    `<header><p><strong>${escapeHtml(words.say(centre.name))}</strong></p>`,
    words.facts([
      ['address', centre.postalAddress.value],
      ['phone', centre.helpline],
    ]),
    `</header>`,
    `<main>`,
    words.facts([
      ['reference', own.caseNumber],
      ['date', words.day(own.at)],
    ]),
    `<h1>${say(pages.thread.everything)}</h1>`,
    `<p class="mark">${say(sheet.keep)}</p>`,
    ...disclosureFields.flatMap((field) => [`<h2>${words.label(field)}</h2>`, parts[field]()]),
    ...(own.isWithheld ? [paragraph(say(sheet.withheld))] : []),
    ...(own.next === undefined ? [] : [paragraph(fill(say(sheet.goesOn), { from: String(own.next) }))]),
    heading(pages.form.aboutHeading),
    answersOf(own, words.say, wording),
    ...(own.sharedWith.length === 0
      ? []
      : [
          heading(pages.thread.shared),
          list(
            own.sharedWith.map(({ who, when, why, takenBack }) =>
              escapeHtml([`${who}, ${words.minute(when)}.`, why, takenBack].filter(Boolean).join(' ')),
            ),
          ),
        ]),
    heading(sheet.openedBy),
    list(own.seenBy.map((role) => say(sheet.seenBy[role]))),
    heading(sections.end.heading),
    paragraph(
      own.isHeld
        ? say(sheet.held)
        : own.eraseAt === undefined
          ? say(privacy.everything.notYet)
          : fill(say(sheet.until), { at: escapeHtml(words.minute(own.eraseAt)) }),
    ),
    `</main>`,
    `</body></html>`,
    '',
  ].join('\n');
}

/** What was chosen and ticked: each question as it was asked, with its answer. */
function answersOf(
  { chosen, audience }: SubjectAccess,
  sayIn: (text: Text | undefined) => string,
  { taxonomy, pages: { form }, privacy: { sheet } }: SheetWording,
): string {
  const address = addressOf(audience);
  const say = (text: AddressedText | undefined): string => sayIn(text?.[address]);
  const category = (code: string): string => sayIn(taxonomy.categories[code]?.[audience]) || code;
  const tri = (value: TriState): string => say(value === 'unsure' ? form.unsure : value ? form.yes : form.no);
  const each = <K extends string, V>(of: Partial<Record<K, V>> | undefined): [K, V][] =>
    Object.entries(of ?? {}) as [K, V][];
  const { platform, about, when, alreadyTold, needs, flags, wishes, campaign } = chosen;
  const answers: [string, string][] = [
    [say(form.whatHappened), [chosen.category, ...chosen.alsoCategories].map(category).join('; ')],
    [say(form.where), platform === undefined ? '' : sayIn(taxonomy.platforms[platform]) || platform],
    [say(form.about), about === undefined ? '' : say(form.abouts[about])],
    [say(form.when), when === undefined ? '' : say(form.whens[when])],
    [say(sheet.alreadyTold), alreadyTold.map((one) => say(sheet.toldTo[one])).join(', ')],
    ...each(flags).map(([flag, value]): [string, string] => [say(taxonomy.flags[flag]), tri(value)]),
    ...each(wishes).map(([wish, answer]): [string, string] => [
      say(taxonomy.wishes[wish]),
      say(taxonomy.wishAnswers[answer]),
    ]),
    [say(form.needs), needs.map((need) => say(form.needsOf[need])).join(', ')],
    [say(sheet.campaign), campaign ?? ''],
  ];
  const given = answers.filter(([, answer]) => answer !== '');
  const lines = given.map(([asked, answer]) => `<dt>${escapeHtml(asked)}</dt><dd>${escapeHtml(answer)}</dd>`);
  return `<dl>${lines.join('')}</dl>`;
}
