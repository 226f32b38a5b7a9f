import { assignCase, handOverCase } from './assign-case.ts';
import type { AssignCaseDeps } from './assign-case.ts';
import { linkCase, unlinkCase } from './link-case.ts';
import type { LinkCaseDeps } from './link-case.ts';
import { writeMessage } from './write-message.ts';
import { writeNote } from './write-note.ts';
import type { WriteNoteDeps } from './write-note.ts';

export type PeopleDeps = AssignCaseDeps & WriteNoteDeps & LinkCaseDeps;

/** What people do with each other about a case: who has it, what they tell each other and the reporter, what belongs together. */
export function peopleHandlers(deps: PeopleDeps) {
  return {
    assignment: assignCase(deps),
    handOver: handOverCase(deps),
    note: writeNote(deps),
    message: writeMessage(deps),
    link: linkCase(deps),
    unlink: unlinkCase(deps),
  };
}
