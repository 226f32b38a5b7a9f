import type { Answer } from '../api/call.ts';
import type { Attention, AttentionCase } from '../api/answers.ts';

/** How many pages are asked for at one look. A page looks at up to 64 cases. */
const pagesAtMost = 8;

export interface LoadedAttention {
  cases: readonly AttentionCase[];
  centre: Attention['centre'];
  /** There are more pages. */
  isPartial: boolean;
}

/** All pages of `GET /v1/attention`, unread words first. Undefined when one of them could not be had. */
export async function loadAttention(
  look: (path: string) => Promise<Answer<Attention>>,
): Promise<LoadedAttention | undefined> {
  const cases: AttentionCase[] = [];
  let centre: Attention['centre'];
  let cursor: string | undefined;
  for (let page = 0; page < pagesAtMost; page += 1) {
    const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const answer = await look(`/v1/attention${query}`);
    if (!answer.ok) return undefined;
    centre ??= answer.body.centre;
    cases.push(...answer.body.cases);
    ({ cursor } = answer.body);
    if (cursor === undefined) break;
  }
  const isUnread = ({ concerns }: AttentionCase): boolean => concerns.some(({ what }) => what === 'unread');
  // A case that moved meanwhile may be on two pages.
  const each = [...new Map(cases.map((one) => [one.caseNumber, one])).values()];
  return {
    cases: [...each.filter(isUnread), ...each.filter((one) => !isUnread(one))],
    centre,
    isPartial: cursor !== undefined,
  };
}
