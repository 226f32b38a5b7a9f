import type { ReferralStatus } from '../../domain/case/referral.ts';
import { html, type Markup } from '../frame/html.ts';
import { isAnything, shownAnswer, type KeptAnswer } from './kept-answer.ts';
import type { OfficeContext } from './office-context.ts';
import { closeButton, hiddenFields, officeForm, officePage } from './office-frame.ts';

interface Holder {
  session: string;
  visit: string;
  kept: KeptAnswer;
}

/** The session has ended. With another code it goes on, and nothing that was typed is lost. */
export function sessionEndedPage(
  context: OfficeContext,
  { session, visit, kept, access }: Holder & { access: string },
): string {
  const { say, office } = context;
  const { ended } = office;
  const main = html`
    <h1>${say(ended.heading)}</h1>
    <p>${say(ended.text)}</p>
    ${isAnything(kept) ? html`<p>${say(ended.kept)}</p>${shownAnswer(context, kept)}` : ''}
    ${officeForm(
      context,
      'again',
      html`
        ${hiddenFields({ access, session, visit })}
        ${hiddenFields(kept)}
        <p class="actions"><button class="first" name="go" value="${access === '' ? 'access' : 'ask'}">${say(ended.ask)}</button></p>`,
    )}`;
  const switchIn = { form: 'again', step: 'look', enter: 'look' } as const;
  return officePage(context, { title: say(ended.title), main, isError: true, switchIn });
}

/** An answer that could not be taken now. Sent again it is known by its key. */
export function unsentPage(context: OfficeContext, { visit, kept, session }: Holder): string {
  const { say, tell, office } = context;
  const { ended } = office;
  const isAnswer = kept.answer !== undefined && kept.key !== undefined;
  const main = html`
    <h1>${say(ended.unsent)}</h1>
    <p>${tell(office.busy)}</p>
    ${isAnything(kept) ? shownAnswer(context, kept) : ''}
    ${officeForm(
      context,
      'again',
      html`
        ${hiddenFields({ session, visit })}
        ${hiddenFields(kept)}
        <p class="actions"><button class="first" name="go" value="${isAnswer ? 'answer' : 'look'}">${say(ended.again)}</button></p>`,
    )}`;
  const switchIn = { form: 'again', step: 'look', enter: 'look' } as const;
  return officePage(context, { title: say(ended.unsent), main, isError: true, switchIn });
}

/** The referral is over, so its copy is shown to nobody. What was typed and not taken stands below. */
export function closedPage(
  context: OfficeContext,
  {
    session,
    visit,
    kept,
    status,
    notice,
  }: Holder & { status: ReferralStatus | undefined; notice?: string | undefined },
): string {
  const { say, tell, office } = context;
  const { ended } = office;
  const main = html`
    ${notice === undefined ? '' : html`<div class="box" role="status"><p>${notice}</p></div>`}
    <h1>${say(ended.closed)}</h1>
    ${status === undefined ? '' : html`<p>${tell(ended.closedText, { status: say(office.statuses[status]) })}</p>`}
    ${notSent(context, kept)}
    ${closeButton(context, { session, visit })}`;
  const switchIn = { form: 'out', step: 'look', enter: 'look' } as const;
  return officePage(context, { title: say(ended.closed), main, switchIn });
}

function notSent(context: OfficeContext, kept: KeptAnswer): Markup {
  return isAnything(kept)
    ? html`<h2>${context.say(context.office.ended.notSent)}</h2>${shownAnswer(context, kept)}`
    : html``;
}
