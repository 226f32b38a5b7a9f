import type { CaseChange } from '#shared/domain/case/case-change.ts';
import { caseNumbersIn } from '#shared/domain/identifiers.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { SealedMessage } from '#shared/ports/case-store.ts';
import { sealField } from '#shared/sealing/sealed-field.ts';
import { openThreadKey } from './reading/open-case.ts';
import type { OpenCaseDeps } from './reading/open-case.ts';

/**
 * Makes the function that seals a message to the reporter under the thread key. The seal names the number that the
 * message gets by its change. The key is opened once, however often the change is decided again. A message that names
 * another case is refused (`Problem`, with the `pointer`): no reporter is told of another one.
 */
export function messageSealer(
  deps: OpenCaseDeps,
  text: string | undefined,
  pointer = '/message',
): (change: CaseChange, now: Instant) => Promise<SealedMessage | undefined> {
  let threadKey: Promise<Uint8Array> | undefined;
  return async ({ after: { caseId, caseNumber, messageCount } }, now) => {
    if (text === undefined) return undefined;
    if (caseNumbersIn(text).some((named) => named !== caseNumber)) {
      throw new Problem('invalid_fields', 422, { errors: [{ pointer, code: 'names_another_case' }] });
    }
    threadKey ??= openThreadKey(deps, caseId);
    const place = { caseId, field: `message-${messageCount}`, revision: 1 };
    return { caseId, number: messageCount, from: 'centre', at: now, sealed: sealField(await threadKey, text, place) };
  };
}
