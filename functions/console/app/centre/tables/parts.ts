import type { Answer, Refusal } from '../../api/call.ts';

/** What came so far of a list that the API gives in parts. */
export interface Parts<Row> {
  rows: readonly Row[];
  /** Leads to the next part. */
  cursor: string | undefined;
  isLoading: boolean;
  isLoaded: boolean;
  refusal: Refusal | undefined;
}

export interface Part<Row> {
  entries: Row[];
  cursor?: string | undefined;
}

export const nothingYet: Parts<never> = {
  rows: [],
  cursor: undefined,
  isLoading: false,
  isLoaded: false,
  refusal: undefined,
};

/** The list with its next part. What was refused leaves it as it was. */
export async function withNextPart<Row>(
  list: Parts<Row>,
  ask: (cursor: string | undefined) => Promise<Answer<Part<Row>>>,
): Promise<Parts<Row>> {
  const answer = await ask(list.cursor);
  if (!answer.ok) return { ...list, isLoading: false, refusal: answer };
  const { entries, cursor } = answer.body;
  return { rows: [...list.rows, ...entries], cursor, isLoading: false, isLoaded: true, refusal: undefined };
}
