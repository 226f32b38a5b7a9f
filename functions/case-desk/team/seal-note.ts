import type { CaseChange } from '#shared/domain/case/case-change.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { SealedNote } from '#shared/ports/case-store.ts';
import { sealField } from '#shared/sealing/sealed-field.ts';
import { openContentKey } from '../reading/open-case.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';

/**
 * Makes the function that seals a note, under the number that the note gets. The key is opened once, however often the
 * change is decided again.
 */
export function noteSealer(
  deps: OpenCaseDeps,
  text: string,
  by: string,
): (change: CaseChange, now: Instant) => Promise<SealedNote> {
  let contentKey: Promise<Uint8Array> | undefined;
  return async ({ after: { caseId, noteCount: number = 1 } }, at) => {
    contentKey ??= openContentKey(deps, caseId);
    const place = { caseId, field: `note-${number}`, revision: 1 };
    return { caseId, number, by, at, sealed: sealField(await contentKey, text, place) };
  };
}
