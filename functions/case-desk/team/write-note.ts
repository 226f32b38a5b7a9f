import { parseCaseworkBody } from '#shared/contracts/http/staff/casework.ts';
import type { CaseChange } from '#shared/domain/case/case-change.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { decideNote } from '#shared/domain/commands/team/assign-and-note.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { SealedNote } from '#shared/ports/case-store.ts';
import { sealField } from '#shared/sealing/sealed-field.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { openContentKey } from '../reading/open-case.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';
import { takeCommand } from '../take-command.ts';
import type { TakeCommandDeps } from '../take-command.ts';

export interface WriteNoteDeps extends TakeCommandDeps, OpenCaseDeps {
  admit: AdmitStaff;
}

/** `POST /v1/cases/{number}/notes`: words for colleagues. They are opened with the case, by reading it. */
export function writeNote(deps: WriteNoteDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const take = takeCommand(deps);
  return async (request) => {
    const by = await deps.admit(request, 'note_case');
    const content = parseCaseworkBody('note', request.body);
    return take({
      name: 'note',
      by,
      request,
      content,
      decide: (state) => decideNote(state.case, by.id),
      sealNote: noteSealer(deps, content.text, by.id),
    });
  };
}

/** Seals a note as the number it takes. The key is opened once, however often the change is decided anew. */
function noteSealer(
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
