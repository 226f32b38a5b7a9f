import type { Case } from '#shared/domain/case/case.ts';
import { refused } from '#shared/domain/case/decision.ts';
import { isKeptOut } from '#shared/domain/case/exclusions.ts';
import {
  decideAssignment,
  decideTeamTransfer,
  decideMessage,
  decideNote,
} from '#shared/domain/commands/team/assign-and-note.ts';
import { decideExclusions } from '#shared/domain/commands/team/exclude.ts';
import { rolesLeft } from '#shared/domain/commands/team/wide-exclusion.ts';
import { decideLink, decideUnlink } from '#shared/domain/commands/team/link.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { Admitted } from '#shared/use-cases/admit-staff.ts';
import { askingOf, sayNobodyToAsk } from '../approvals/asking.ts';
import type { AskingDeps } from '../approvals/asking.ts';
import { commandHandlers } from '../command-handlers.ts';
import type { CommandDeps } from '../command-handlers.ts';
import { caseIdOf } from '../find-case.ts';
import type { OpenCaseDeps } from '../reading/open-case.ts';
import { messageSealer } from '../seal-message.ts';
import { noteSealer } from './seal-note.ts';

export interface TeamDeps extends CommandDeps, OpenCaseDeps, AskingDeps {
  directory: Pick<Directory, 'inRoles' | 'member'> & AskingDeps['directory'];
  country: Pick<CountryPack, 'approvals' | 'loadReferrals' | 'severity'>;
}

/**
 * Who has a case and who is kept out of it. Messages to colleagues and to the reporter. Which cases belong together.
 */
export function teamCommands(deps: TeamDeps) {
  const { cases, country, directory, finder } = deps;
  const asking = askingOf(deps);

  /** The parent case. For a person whom it keeps out there is none. */
  async function parentCase(caseId: string | undefined, by: Admitted): Promise<Case | undefined> {
    const parent = caseId === undefined ? undefined : await cases.loadWithoutTimers(caseId);
    return parent === undefined || isKeptOut(parent, by.id) ? undefined : parent;
  }

  return commandHandlers(deps, {
    /** Gives the case to a colleague who may work on it. */
    assignment: {
      action: 'assign_case',
      decide: async ({ case: of }, { body, by }) => decideAssignment(of, await directory.member(body.assignee), by.id),
    },
    /** Transfers the case to the other team. Nobody there has it yet. */
    handOver: {
      action: 'hand_over_case',
      decide: ({ case: of }, { body, by }, now) => decideTeamTransfer(of, body.team, by.id, now),
    },
    /** A note for colleagues. It is sealed, and opened by reading the case. */
    note: {
      action: 'note_case',
      decide: ({ case: of }, { by }) => decideNote(of, by.id),
      seals: ({ body, by }) => ({ sealNote: noteSealer(deps, body.text, by.id) }),
    },
    /** A message to the reporter, who finds it with the receipt. Besa sends it nowhere. */
    message: {
      action: 'message_reporter',
      decide: ({ case: of }, { by }) => decideMessage(of, by.id),
      seals: ({ body }) => ({ seal: messageSealer(deps, body.text, '/text') }),
    },
    /** Links the case under the parent case: both reports are of the same event. */
    link: {
      action: 'link_cases',
      decide: async ({ case: of }, { body, by }) => {
        const parent = await parentCase(await caseIdOf(finder, body.leadCase), by);
        return decideLink(of, parent, country.severity, by.id);
      },
    },
    /** Takes the two apart, which changes the parent case too. */
    unlink: {
      action: 'link_cases',
      decide: async ({ case: of }, { by }) => {
        const { leadCaseId } = of;
        const parent = leadCaseId === undefined ? undefined : await cases.loadWithoutTimers(leadCaseId);
        // A person whom the parent case keeps out learns of no link, and takes none apart.
        if (parent !== undefined && isKeptOut(parent, by.id)) return refused('not_linked');
        return decideUnlink(of, parent, by.id);
      },
    },
    /**
     * Keeps people and institutions out of the case. The new lists replace the old ones, so this command needs
     * If-Match. Otherwise one officer could let in somebody whom another has just kept out. What leaves too few waits
     * for a second person (202).
     */
    exclusions: {
      action: 'exclude_from_case',
      decide: async ({ case: of }, { body, by }, now) => {
        const asked = { kind: 'exclusion', adds: { people: body.people } } as const;
        const [{ institutions }, members, colleagues, secondPeople] = await Promise.all([
          country.loadReferrals(),
          Promise.all(body.people.map((id) => directory.member(id))),
          directory.inRoles(rolesLeft),
          asking(of, asked, by, now),
        ]);
        const excludingFrom = {
          ...secondPeople,
          institutions: institutions.map(({ code }) => code),
          named: members.filter((member) => member !== undefined),
          colleagues,
        };
        return decideExclusions(of, body, excludingFrom, now);
      },
      taken: sayNobodyToAsk(deps),
    },
  });
}
