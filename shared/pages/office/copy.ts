import { disclosureFields } from '../../domain/case/referral.ts';
import { daysAfterCompletion } from '../../domain/referrals/desk/access.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { fill } from '../../domain/text.ts';
import { letterHead, letterParts } from '../letter/letter-parts.ts';
import { letterWords, type LetterWording } from '../letter/letter-words.ts';
import { html, ownMarkup, type Markup } from '../frame/html.ts';
import type { Moments } from '../frame/moments.ts';
import { timeList } from '../receipt.ts';
import { addressList } from './address-list.ts';
import { answerForm, type AnswerState } from './answer-form.ts';
import { copyIn, type DeskReferral } from './desk-referral.ts';
import { harmless } from './harmless.ts';
import { closeButton, hiddenFields, officeForm, officePage } from './office-frame.ts';
import type { OfficeContext } from './office-context.ts';
import { askedAndReplied, saidUntilNow } from './said.ts';

/** What somebody sees who typed both codes: the API's answer, and what is said about the last step. */
export interface CopyState extends AnswerState {
  shown: DeskReferral;
  /** What became of the last step. */
  notice?: string | undefined;
}

/**
 * The copy of a referral, with whom it is for, until when, and what can be answered. It gives the chosen fields and no
 * others. Printed it is a letter of the centre. Its parts are those of the letter that staff print.
 */
export function copyPage(context: OfficeContext, state: CopyState, wording: LetterWording, moments: Moments): string {
  const { say, tell, office, language } = context;
  const { copy: words } = office;
  const { shown, notice, wrong = [] } = state;
  const paper = letterWords(language, wording);
  const { caseNumber } = shown;
  const reference = `${caseNumber} / ${shown.referral}`;
  const mark = tell(words.shownTo, { name: shown.shownTo, time: paper.minute(shown.shownAt) });
  const main = html`
    <div data-mark="${mark}">
      ${state.alarm ?? ''}
      ${notice === undefined ? '' : html`<div class="box paperless" role="status"><p>${notice}</p></div>`}
      ${onlyFor(context, shown)}
      ${head(shown, reference, paper)}
      <h1 class="paperless">${tell(words.heading, { number: caseNumber })}</h1>
      <p>${mark}</p>
      <div class="paperless">${facts(context, shown, reference, wording, moments)}</div>
      ${speakTo(context, shown, wording)}
      ${isAnswered(shown) ? '' : html`<p class="paperless"><a href="#answer">${say(office.answer.heading)}</a></p>`}
      ${given(context, shown, wording)}
      ${addressList(context, state)}
    </div>
    ${saidUntilNow(context, shown)}
    ${askedAndReplied(context, shown, moments)}
    ${answerForm(context, state)}
    ${around(context, state, moments.by(shown.until))}
    ${closeButton(context, { visit: state.visit })}`;
  return officePage(context, {
    title: say(words.title),
    main,
    isError: wrong.length > 0 || state.alarm !== undefined,
    switchIn: { form: 'answer', step: 'look', enter: 'answer' },
  });
}

/** For whom at the institution the copy is alone. It stands before everything else. */
function onlyFor({ say, office }: OfficeContext, { institutionCode }: DeskReferral): Markup {
  const text = office.copy.onlyFor[institutionCode];
  return text === undefined ? html`` : html`<div class="box warn"><p class="only">${say(text)}</p></div>`;
}

/** The head of the letter, which stands on paper alone. */
function head(shown: DeskReferral, reference: string, words: ReturnType<typeof letterWords>): Markup {
  const { texts } = words.wording;
  const { unit, answeredBy } = copyIn(shown);
  const kind = shown.addressesOnly ? 'addresses' : 'referral';
  return html`
    <div class="on-paper">
      ${ownMarkup(letterHead(words))}
      ${ownMarkup(
        words.facts([
          ['reference', reference],
          ['date', shown.decidedAt === undefined ? undefined : words.day(shown.decidedAt)],
          ['to', shown.institution],
          ['unit', unit],
          ['attention', shown.shownTo],
          ['answeredBy', answeredBy],
          ['basis', shown.basis?.name],
          ['basisAsOf', shown.basis?.asOf],
        ]),
      )}
      <p><strong>${words.say(texts.confidential)}</strong></p>
      <p class="title">${words.say(texts.titles[kind])}</p>
      <p>${words.say(texts.openings[kind])}</p>
    </div>`;
}

/** How urgent it is, how it stands, and until when something is awaited. */
function facts(
  { say, tell, office }: OfficeContext,
  shown: DeskReferral,
  reference: string,
  { texts: { labels } }: LetterWording,
  moments: Moments,
): Markup {
  const { due, severity, status, institution } = shown;
  const { unit } = copyIn(shown);
  const { copy, clocks, severities, statuses } = office;
  const when = (at: Instant): string => moments.ahead(at) ?? tell(copy.passed, { when: moments.at(at) });
  const open = isAnswered(shown) ? [] : due;
  const deadlines = open.flatMap(({ clock, due: at }): (readonly [string, string])[] => {
    const name = clocks[clock];
    return name === undefined ? [] : [[say(name), when(at)]];
  });
  return timeList([
    ...deadlines,
    [say(labels.to), unit === undefined ? institution : `${institution}, ${unit}`],
    [say(labels.reference), reference],
    [say(copy.severity), say(severities[severity])],
    [say(copy.status), say(statuses[status])],
  ]);
}

/** Says who is asked in place of the child, in the words of the letter. A list of addresses tells of no child. */
function speakTo(
  { say, phone }: OfficeContext,
  { doNotQuestionTheChildSpeakTo: lead, addressesOnly }: DeskReferral,
  { texts: { doNotQuestion } }: LetterWording,
): Markup {
  if (lead === undefined || addressesOnly) return html``;
  const sentence =
    lead.phone === undefined
      ? fill(say(doNotQuestion.lead), { lead: lead.name })
      : fill(say(doNotQuestion.centre), { phone });
  return html`<div class="box"><p><strong>${sentence}</strong></p></div>`;
}

/** The chosen fields and no others, each with what was said, or that nothing was. */
function given(
  { say, tell, office, language, phone }: OfficeContext,
  shown: DeskReferral,
  wording: LetterWording,
): Markup {
  const words = letterWords(language, wording, harmless(say(office.copy.forTyping)));
  const parts = letterParts(copyIn(shown), words);
  const isWithheld = shown.addressesWithheld !== undefined;
  const fields = disclosureFields.filter(
    (field) => shown.fields.includes(field) && !(isWithheld && field === 'addresses'),
  );
  return html`
    <div class="given">
      ${shown.fields.length === 0 ? html`<p>${fill(say(wording.texts.nothingGiven), { phone })}</p>` : ''}
      ${fields.map(
        (field) => html`
          <h2>${ownMarkup(words.label(field))}</h2>
          ${ownMarkup(parts[field]())}`,
      )}
      ${isWithheld ? html`<div class="box"><p>${tell(office.copy.withheld)}</p></div>` : ''}
    </div>`;
}

/** Whether nothing is left to say: it was completed. Then no clock runs for the institution. */
const isAnswered = ({ canSay }: DeskReferral): boolean => canSay.length === 0;

/** What can be done besides answering. */
function around(context: OfficeContext, { session, visit, shown }: CopyState, by: string): Markup {
  const { say, tell, office } = context;
  return html`
    <div class="paperless">
      <p class="quiet">${tell(isAnswered(shown) ? office.copy.untilOver : office.copy.until, { by, days: String(daysAfterCompletion) })}</p>
      <p class="quiet">${say(office.frame.printHow)}</p>
      ${officeForm(
        context,
        'look',
        html`${hiddenFields({ session, visit })}<p class="actions"><button name="go" value="look">${say(office.copy.refresh)}</button></p>`,
      )}
    </div>`;
}
