import { decideErasureRequest } from '#shared/domain/commands/records/request-erasure.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { decideHold, decideRelease } from '#shared/domain/keeping/retention.ts';
import { askingOf, sayNobodyToAsk } from '../approvals/asking.ts';
import type { AskingDeps } from '../approvals/asking.ts';
import { commandHandlers } from '../command-handlers.ts';
import type { CommandDeps } from '../command-handlers.ts';

export interface RetentionDeps extends CommandDeps, AskingDeps {
  country: Pick<CountryPack, 'approvals'>;
  log: AskingDeps['log'];
}

/** How long a case is kept: held beyond its time, or erased before it ends. */
export function retentionCommands(deps: RetentionDeps) {
  const asking = askingOf(deps);
  return commandHandlers(deps, {
    /** Sets a legal hold: nothing of the case is erased until somebody lifts it. */
    hold: {
      action: 'hold_case',
      decide: ({ case: of }, { body, by }, now) => decideHold(of, body.because, by.id, now),
    },
    /** Lifts the hold. The warning days before erasing begin again. */
    release: {
      action: 'hold_case',
      decide: ({ case: of }, { by }) => decideRelease(of, by.id),
    },
    /** Asks for an erasure. A second person decides, and the daily run erases. This function cannot erase. */
    erasure: {
      action: 'erase_case',
      decide: async ({ case: of }, { body, by }, now) =>
        decideErasureRequest(of, body, await asking(of, { kind: 'erasure' }, by, now), now),
      taken: sayNobodyToAsk(deps),
    },
  });
}
