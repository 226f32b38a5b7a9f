import type { Audience } from '../help/audience.ts';
import type { Flag } from '../report/report.ts';

/**
 * Categories that a reader finds under one plain heading. A form asks for `flags` when one of them is chosen. Headings
 * are in `PageTexts`. Source: docs/practice.md, Reporter's side.
 */
export interface CategoryGroup {
  code: string;
  categories: readonly string[];
  flags: readonly Flag[];
}

/** The groups, and the order in which each kind of reader sees them. Each public category is in exactly one. */
export interface CategoryGroups {
  groups: readonly CategoryGroup[];
  order: Readonly<Record<Audience, readonly string[]>>;
}

/** The flags that a form always asks for. The others depend on what happened. */
export const alwaysAsked = ['inDanger', 'selfHarm'] as const satisfies readonly Flag[];
