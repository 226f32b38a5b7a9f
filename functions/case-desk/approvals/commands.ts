import { decideCaseApproval } from '#shared/domain/commands/approvals/decide-case-approval.ts';
import { decideExportRequest } from '#shared/domain/commands/records/export.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { TimerPolicy } from '#shared/domain/sla/clock-policy.ts';
import { commandHandlers } from '../command-handlers.ts';
import type { CommandDeps } from '../command-handlers.ts';
import { askingOf, sayNobodyToAsk } from './asking.ts';
import type { AskingDeps } from './asking.ts';
import { takeExport } from './take-export.ts';
import type { TakeExportDeps } from './take-export.ts';

export interface ApprovalDeps extends CommandDeps, TakeExportDeps, AskingDeps {
  directory: TakeExportDeps['directory'] & AskingDeps['directory'];
  country: TakeExportDeps['country'] & TimerPolicy & Pick<CountryPack, 'approvals'>;
  log: AskingDeps['log'];
  measure: AskingDeps['measure'];
}

/** What one person asks for and a second person decides. */
export function approvalCommands(deps: ApprovalDeps) {
  const { country } = deps;
  const asking = askingOf(deps);
  return {
    ...commandHandlers(deps, {
      /** Asks for the text of the case as a file, with a reason. Nothing is opened yet. */
      exportRequest: {
        action: 'export_case',
        decide: async ({ case: of }, { body, by }, now) =>
          decideExportRequest(of, body.reason, await asking(of, { kind: 'export' }, by, now), now),
        taken: sayNobodyToAsk(deps),
      },
      /** The second person decides, the one who asked takes it back, or somebody records the call of the partner. */
      approval: {
        action: 'approve_case',
        decide: ({ case: of, timers }, { body, by, path: { approval: id = '' } }, now) => {
          const { verdict, call } = body;
          return decideCaseApproval(of, timers, { id, verdict, ...(call && { call }) }, by, country, now);
        },
      },
    }),
    exportTaking: takeExport(deps),
  };
}
