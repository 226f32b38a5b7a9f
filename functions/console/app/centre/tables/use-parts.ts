import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { look } from '../../api/look.ts';
import { nothingYet, withNextPart, type Part, type Parts } from './parts.ts';

/** A list at an address of the API, such as `/v1/access-log?case=B-1`, part by part. Without an address it is empty. */
export function useParts<Row>(address: string | undefined) {
  const list = useSignal<Parts<Row>>(nothingYet);
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
    list.value = nothingYet;
    void more();
  }, [address]);
  return { list: list.value, more, upTo };
}
