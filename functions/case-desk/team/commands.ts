import type { Case } from '#shared/domain/case/case.ts';
import {
  decideAssignment,
  decideTeamTransfer,
  decideMessage,
  decideNote,
} from '#shared/domain/commands/team/assign-and-note.ts';
import { decideExclusions } from '#shared/domain/commands/team/exclude.ts';
import { decideLink, decideUnlink } from '#shared/domain/commands/team/link.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { Admitted } from '#shared/use-cases/admit-staff.ts';
import { commandHandlers } from '../command-handlers.ts';
import type { CommandDeps } from '../command-handlers.ts';
import { caseIdOf, refuseUnlessAllowed } from '../find-case.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';
import { messageSealer } from '../seal-message.ts';
import { noteSealer } from './seal-note.ts';

export interface TeamDeps extends CommandDeps, OpenCaseDeps {
  directory: Pick<Directory, 'member'>;
  country: Pick<CountryPack, 'loadReferrals' | 'severity'>;
}

/** Who has a case and who is kept out of it, what people tell each other and the reporter, what belongs together. */
export function teamCommands(deps: TeamDeps) {
  const { cases, country, directory, finder } = deps;

  /** The parent case. Whom it excludes may neither put a case under it nor take one out. */
  async function parentCase(caseId: string | undefined, by: Admitted): Promise<Case | undefined> {
    const parent = caseId === undefined ? undefined : await cases.loadWithoutTimers(caseId);
    if (parent !== undefined) refuseUnlessAllowed(parent, by);
    return parent;
  }

  return commandHandlers(deps, {
    /** A colleague who may work on it has the case from now on. */
    assignment: {
      action: 'assign_case',
      decide: async ({ case: of }, { body, by }) => decideAssignment(of, await directory.member(body.assignee), by.id),
    },
    /** The other team has the case, and nobody of it yet. */
    handOver: {
      action: 'hand_over_case',
      decide: ({ case: of }, { body, by }, now) => decideTeamTransfer(of, body.team, by.id, now),
    },
    /** Words for colleagues. They are opened with the case, by reading it. */
    note: {
      action: 'note_case',
      decide: ({ case: of }, { by }) => decideNote(of, by.id),
      seals: ({ body, by }) => ({ sealNote: noteSealer(deps, body.text, by.id) }),
    },
    /** To the reporter, who finds it with the receipt. Besa sends it nowhere. */
    message: {
      action: 'message_reporter',
      decide: ({ case: of }, { by }) => decideMessage(of, by.id),
      seals: ({ body }) => ({ seal: messageSealer(deps, body.text) }),
    },
    /** This report and the parent case are of the same event. */
    link: {
      action: 'link_cases',
      decide: async ({ case: of }, { body, by }) => {
        const parent = await parentCase(await caseIdOf(finder, body.leadCase), by);
        return decideLink(of, parent, country.severity, by.id);
      },
    },
    /** Takes the two apart again, which changes the parent case as well. */
    unlink: {
      action: 'link_cases',
      decide: async ({ case: of }, { by }) => decideUnlink(of, await parentCase(of.leadCaseId, by), by.id),
    },
    /**
     * Who must have nothing to do with the case. The lists given replace those before, so whoever gives them has seen
     * those: else one officer would let in whom another has just kept out.
     */
    exclusions: {
      action: 'exclude_from_case',
      decide: async ({ case: of }, { body, by }) => {
        const { institutions } = await country.loadReferrals();
        const members = await Promise.all(body.people.map((id) => directory.member(id)));
        const known = {
          institutions: institutions.map(({ code }) => code),
          people: members.flatMap((member) => (member === undefined ? [] : [member.id])),
        };
        return decideExclusions(of, body, known, by.id);
      },
    },
  });
}
