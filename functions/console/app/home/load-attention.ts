import type { Answer } from '../api/call.ts';
import type { Attention, AttentionCase } from '../api/answers.ts';
import { pagesOf } from '../api/pages.ts';
import { attentionPath } from './home-paths.ts';

/**
 * How many pages are asked for at one look. A page looks at up to 64 cases, and 407 reports of a year are eleven. What
 * stands on a later page is seen by nobody, so the bound is that of years.
 */
const pagesAtMost = 32;

export interface LoadedAttention {
  cases: readonly AttentionCase[];
  centre: Attention['centre'];
  /** There are more pages. */
  isPartial: boolean;
}

/**
 * All pages of `GET /v1/attention`, unread words first. Undefined when one of them could not be had. `onFirst` is told the
 * cases of the first page, which has the most urgent ones.
 */
export async function loadAttention(
  look: (path: string) => Promise<Answer<Attention>>,
  onFirst?: (cases: readonly AttentionCase[]) => void,
): Promise<LoadedAttention | undefined> {
  const pages = await pagesOf(
    look,
    attentionPath,
    ({ length }) => length >= pagesAtMost,
    ({ cases }) => onFirst?.(cases),
  );
  if (pages === undefined) return undefined;
  const isUnread = ({ concerns }: AttentionCase): boolean => concerns.some(({ what }) => what === 'unread');
  // A case that moved meanwhile may be on two pages.
  const each = [...new Map(pages.flatMap(({ cases }) => cases).map((one) => [one.caseNumber, one])).values()];
  return {
    cases: [...each.filter(isUnread), ...each.filter((one) => !isUnread(one))],
    centre: pages[0]?.centre,
    isPartial: pages.at(-1)?.cursor !== undefined,
  };
}
