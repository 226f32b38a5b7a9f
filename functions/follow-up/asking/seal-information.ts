import type { ParsedInformation } from '#shared/contracts/http/public/information.ts';
import { matchKeysOf } from '#shared/domain/report/match-keys.ts';
import type { SealedMessage } from '#shared/ports/case-store.ts';
import type { Macs } from '#shared/ports/sealing.ts';
import { blindIndex } from '#shared/sealing/keyed-hashes.ts';
import { sealField } from '#shared/sealing/sealed-field.ts';

/**
 * Seals a message under the thread key, in up to three parts: its words, its other answers, and its addresses. So staff
 * who may not see the addresses can read the rest.
 */
export function sealInformation(
  threadKey: Uint8Array,
  { caseId, number }: { caseId: string; number: number },
  { text, flags, stillHappening, urls, accounts }: ParsedInformation,
): Pick<SealedMessage, 'sealed' | 'answers' | 'addresses'> {
  const seal = (field: string, content: string): string =>
    sealField(threadKey, content, { caseId, field: `message-${number}${field}`, revision: 1 });
  const answers = { flags, stillHappening };
  const hasAnswers = stillHappening || Object.keys(flags).length > 0;
  return {
    sealed: seal('', text),
    ...(hasAnswers ? { answers: seal('-answers', JSON.stringify(answers)) } : {}),
    ...(urls.length + accounts.length === 0
      ? {}
      : { addresses: seal('-addresses', JSON.stringify({ urls, accounts })) }),
  };
}

/** The blind indexes under which the added addresses and accounts are found. Without any, no key is asked for. */
export async function blindIndexes(
  { urls, accounts }: Pick<ParsedInformation, 'urls' | 'accounts'>,
  indexKey: Macs['blindIndexKey'],
): Promise<string[]> {
  const found = matchKeysOf({ urls, accounts, reporter: {} });
  if (found.length === 0) return [];
  const key = await indexKey();
  return found.map(({ kind, value }) => blindIndex(key, kind, value));
}
