import type { ComponentChildren } from 'preact';

export interface StackedRow {
  key: string;
  isMarked?: boolean;
  /** One for each head. What is undefined is not there, and a phone leaves it out. */
  cells: readonly ComponentChildren[];
}

/** A table on a desk. On a phone each row is a card, and each of its cells says its own head. */
export function StackedTable({
  caption,
  heads,
  rows,
}: {
  caption: string;
  heads: readonly string[];
  rows: readonly StackedRow[];
}) {
  return (
    <table class="stacked">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, isMarked, cells }) => (
          <tr key={key} class={isMarked === true ? 'marked' : ''}>
            {cells.map((cell, index) => (
              <td key={heads[index]} class={cell === undefined ? 'without' : ''}>
                <span class="cell-name">{heads[index]}: </span>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
