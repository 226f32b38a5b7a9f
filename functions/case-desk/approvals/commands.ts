import { approverRoles } from '#shared/domain/access/approver.ts';
import { decideCaseApproval } from '#shared/domain/commands/handling/change-severity.ts';
import { decideExportRequest } from '#shared/domain/commands/records/export.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { TimerPolicy } from '#shared/domain/sla/clock-policy.ts';
import type { Directory } from '#shared/ports/directory.ts';
import { commandHandlers } from '../command-handlers.ts';
import type { CommandDeps } from '../command-handlers.ts';
import { takeExport } from './take-export.ts';
import type { TakeExportDeps } from './take-export.ts';

export interface ApprovalDeps extends CommandDeps, TakeExportDeps {
  directory: TakeExportDeps['directory'] & Pick<Directory, 'inRoles'>;
  country: TakeExportDeps['country'] & TimerPolicy & Pick<CountryPack, 'approvals'>;
}

/** What one person asks for and a second person decides. */
export function approvalCommands(deps: ApprovalDeps) {
  const { country, directory } = deps;
  return {
    ...commandHandlers(deps, {
      /** Asks for the text of the case as a file, with a reason. Nothing is opened yet. */
      exportRequest: {
        action: 'export_case',
        decide: async ({ case: of }, { body, by }, now) => {
          const people = await directory.inRoles(approverRoles.export);
          return decideExportRequest(of, body.reason, { by, people, policy: country.approvals }, now);
        },
      },
      /** The second person agrees or refuses, or the one who asked takes it back. */
      approval: {
        action: 'approve_case',
        decide: ({ case: of, timers }, { body: { verdict }, by, path: { approval: id = '' } }, now) =>
          decideCaseApproval(of, timers, { id, verdict }, by, country, now),
      },
    }),
    exportTaking: takeExport(deps),
  };
}
