import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import type { FactGiven } from '#shared/domain/case/outcomes/record-outcomes.ts';
import type { Command } from '../take-command.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';
import { messageSealer } from '../seal-message.ts';
import { noteSealer } from '../team/seal-note.ts';

type Body = CommandBodies['resolution' | 'outcomeCorrection'];

/** How the case ended as the rules take it: which facts were given, without the words. */
export function saidEnd({ outcome, alsoOutcomes, facts, message, noMessageBecause, otherDoor }: Body) {
  return {
    outcome,
    alsoOutcomes: alsoOutcomes ?? [],
    facts: facts?.map(({ outcome: of, ownLook, spokenTo, askedInTalk }): FactGiven => ({
      outcome: of,
      facts: [
        ...(ownLook === undefined ? [] : ['own_look' as const]),
        ...(spokenTo === undefined ? [] : ['spoken_to' as const]),
        ...(askedInTalk === undefined ? [] : ['asked_in_talk' as const]),
      ],
    })),
    otherDoor,
    hasMessage: message !== undefined,
    noMessageBecause,
  };
}

/** Seals the message to the reporter, and the note of who was spoken to. */
export function sealsOfEnd(
  deps: OpenCaseDeps,
  { message, facts = [] }: Body,
  by: string,
): Pick<Command, 'seal' | 'sealNote'> {
  const spoken = facts.flatMap(({ outcome, spokenTo }) =>
    spokenTo === undefined ? [] : [`${outcome}: ${spokenTo.name}\n${spokenTo.why}`],
  );
  return {
    seal: messageSealer(deps, message),
    ...(spoken.length === 0 ? {} : { sealNote: noteSealer(deps, spoken.join('\n\n'), by) }),
  };
}
