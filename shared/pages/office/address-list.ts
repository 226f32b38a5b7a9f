import { html, type Markup } from '../frame/html.ts';
import { visitField } from '../frame/layout.ts';
import type { DeskReferral } from './desk-referral.ts';
import { hiddenFields, officeForm } from './office-frame.ts';
import type { OfficeContext } from './office-context.ts';

/**
 * All addresses of a copy under each other, to be copied at once, and the same as a file. They stand as they were typed,
 * behind a word that is pressed; none is a link. Nothing where none was given, or where they are withheld.
 */
export function addressList(
  context: OfficeContext,
  { session, visit, shown }: { session: string; visit: string; shown: DeskReferral },
): Markup {
  const { say, office } = context;
  const { addressesAsTyped = [] } = shown;
  if (addressesAsTyped.length === 0) return html``;
  const button = html`<p class="actions"><button name="go" value="addresses">${say(office.copy.asFile)}</button></p>`;
  return html`
    <div class="paperless" id="address-list">
      <details>
        <summary>${say(office.copy.asList)}</summary>
        ${addressesAsTyped.map((one) => html`<span class="whole">${one}</span>`)}
      </details>
      ${officeForm(context, 'file', html`${hiddenFields({ session })}${visitField(visit)}${button}`)}
    </div>`;
}
