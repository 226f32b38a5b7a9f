import { defanged } from '../../contracts/http/staff/defanged.ts';
import { addressesIn } from '../../domain/report/addresses-in-text.ts';
import type { Shown } from '../letter/letter-words.ts';
import { html } from '../frame/html.ts';

/**
 * What a person wrote, on a screen: addresses harmless, and each whole only behind a word that is pressed. None is a link.
 * On paper they stand as they were typed, because nothing can be opened there.
 */
export function harmless(forTyping: string): Shown {
  const both = (address: string) =>
    html`<span class="harmless">${defanged(address)}</span><span class="as-typed">${address}</span>`;
  const whole = (addresses: readonly string[]) =>
    html`
      <details>
        <summary>${forTyping}</summary>
        ${addresses.map((one) => html`<span class="whole">${one}</span>`)}
      </details>`.toString();
  return {
    text: (typed) => {
      let next = 0;
      const pieces = addressesIn(typed).map(({ from, to }) => {
        const before = typed.slice(next, from);
        next = to;
        return html`${before}${both(typed.slice(from, to))}`;
      });
      return html`${pieces}${typed.slice(next)}`.toString();
    },
    below: (typed) => {
      const found = addressesIn(typed).map(({ from, to }) => typed.slice(from, to));
      return found.length === 0 ? '' : whole(found);
    },
    address: (typed) => `${both(typed).toString()}${whole([typed])}`,
  };
}
