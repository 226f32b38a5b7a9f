import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer, Refusal } from '../../api/call.ts';
import { look } from '../../api/commands.ts';

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

const none = { rows: [], cursor: undefined, isLoading: false, isLoaded: false, refusal: undefined };

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

/** A list at an address of the API, such as `/v1/access-log?case=B-1`, part by part. Without an address it is empty. */
export function useParts<Row>(address: string | undefined) {
  const list = useSignal<Parts<Row>>(none);
  const asked = useSignal(address);
  const more = async (): Promise<void> => {
    if (address === undefined || list.value.isLoading) return;
    list.value = { ...list.value, isLoading: true };
    const loaded = await withNextPart(list.value, (cursor) =>
      look<Part<Row>>(cursor === undefined ? address : `${address}&cursor=${encodeURIComponent(cursor)}`),
    );
    // Meanwhile somebody asked for something else.
    if (asked.value === address) list.value = loaded;
  };
  /** Loads parts until the end, or until so many rows are there. */
  const upTo = async (most: number): Promise<Parts<Row>> => {
    while (list.value.cursor !== undefined && list.value.rows.length < most) {
      await more();
      if (list.value.refusal !== undefined || asked.value !== address) break;
    }
    return list.value;
  };
  useEffect(() => {
    asked.value = address;
    list.value = none;
    void more();
  }, [address]);
  return { list: list.value, more, upTo };
}
