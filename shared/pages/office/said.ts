import { html, type Markup } from '../frame/html.ts';
import type { Moments } from '../frame/moments.ts';
import type { DeskReferral } from './desk-referral.ts';
import type { OfficeContext } from './office-context.ts';

const told = ['acknowledged', 'accepted', 'declined', 'completed'] as const;

/** Who at the institution has said what. */
export function saidUntilNow({ say, office }: OfficeContext, { answers }: DeskReferral): Markup {
  const lines = told.flatMap((answer) => {
    const said = answers[answer === 'acknowledged' ? 'answer' : answer];
    if (said === undefined) return [];
    const who = [said.acknowledgedBy ?? said.saidBy, said.post, said.reference].filter((one) => one !== undefined);
    return [{ what: say(office.answers[answer]), who: who.join(', ') }];
  });
  if (lines.length === 0) return html``;
  return html`
    <h2>${say(office.answer.said)}</h2>
    <dl class="times">
      ${lines.map(
        ({ what, who }) => html`
          <dt>${what}</dt>
          <dd>${who}</dd>`,
      )}
    </dl>`;
}

/** What the institution asked, and what the centre replied. */
export function askedAndReplied({ say, office }: OfficeContext, { thread }: DeskReferral, moments: Moments): Markup {
  if (thread.length === 0) return html``;
  const isAwaited = thread.at(-1)?.from === 'institution';
  return html`
    <h2>${say(office.thread.heading)}</h2>
    <ol class="thread">
      ${thread.map(
        ({ from, at, text, name, post }) => html`
          <li class="${from}">
            <p class="quiet">${[say(from === 'centre' ? office.thread.us : office.thread.you), name, post, moments.at(at)].filter((one) => one !== undefined).join(', ')}</p>
            <p>${text}</p>
          </li>`,
      )}
    </ol>
    ${isAwaited ? html`<p class="paperless">${say(office.thread.replyComes)}</p>` : ''}`;
}
