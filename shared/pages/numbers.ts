import type { FrozenQuarter } from '../domain/keeping/statistics.ts';
import { html, type Markup } from './frame/html.ts';
import { page } from './frame/layout.ts';
import type { PageContext } from './frame/page-context.ts';

/** The published figures of some years. `labels` says what a category is called; without one its code stands. */
export function numbersPage(
  context: PageContext,
  years: readonly { year: number; quarters: readonly FrozenQuarter[] }[],
  labels: ReadonlyMap<string, string>,
): string {
  const { say, texts } = context;
  const { numbers } = texts;
  const count = (value: number | null): string => (value === null ? say(numbers.fewerThan) : String(value));
  const row = (label: string, value: number | null): Markup => html`
    <tr>
      <th scope="row">${label}</th>
      <td>${count(value)}</td>
    </tr>`;
  const table = ({ quarter, reports, tables }: FrozenQuarter): Markup => {
    const counted = tables.category.cells.filter((cell) => cell.count !== 0);
    return html`
      <h2>${say(numbers.quarter)} ${quarter}</h2>
      <table>
        <tbody>
          ${row(say(numbers.reports), reports)}
          ${counted.map((cell) => row(labels.get(cell.code) ?? cell.code, cell.count))}
        </tbody>
      </table>`;
  };
  const made = years.flatMap(({ quarters }) => quarters);
  const main = html`
    <h1>${say(numbers.heading)}</h1>
    <p>${say(numbers.intro)}</p>
    ${made.map(table)}
    ${made.length === 0 ? html`<p>${say(numbers.none)}</p>` : ''}`;
  return page(context, { title: say(numbers.title), place: 'numbers', main });
}
