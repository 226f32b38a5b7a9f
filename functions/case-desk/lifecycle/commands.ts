import { decideClosing } from '#shared/domain/commands/lifecycle/close.ts';
import { decideOutcomeCorrection } from '#shared/domain/commands/lifecycle/correct-outcome.ts';
import { decideReopen } from '#shared/domain/commands/lifecycle/reopen.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { TimerPolicy } from '#shared/domain/sla/clock-policy.ts';
import type { HistoryReader } from '#shared/ports/case-store.ts';
import { commandHandlers } from '../command-handlers.ts';
import { lastNoise } from './last-noise.ts';
import { resolution } from './resolve-case.ts';
import type { ResolveCaseDeps } from './resolve-case.ts';
import { saidEnd, sealsOfEnd } from './said-end.ts';

export interface LifecycleDeps extends ResolveCaseDeps {
  history: HistoryReader;
  country: ResolveCaseDeps['country'] & TimerPolicy & Pick<CountryPack, 'closing'>;
}

/** How a case ends, and how it is reopened. */
export function lifecycleCommands(deps: LifecycleDeps) {
  const { country, history } = deps;
  return commandHandlers(deps, {
    resolution: resolution(deps),
    /** Corrects the outcomes of an ended case. No clock starts; the outcomes before stay with the case. */
    outcomeCorrection: {
      action: 'resolve_case',
      decide: async ({ case: of }, { body, by }, now) => {
        const input = { ...saidEnd(body), because: body.because };
        return decideOutcomeCorrection(of, input, await country.loadReferrals(), by.id, now);
      },
      seals: ({ body, by }) => sealsOfEnd(deps, body, by.id),
    },
    /** Closes the case: what depends on others has ended and it was quiet, or a reason is given. */
    closure: {
      action: 'close_case',
      decide: async ({ case: of, timers }, { body: { because }, by }, now) => {
        const input = { because, quietSince: await lastNoise(history, of.caseId) };
        return decideClosing(of, timers, input, country.closing, by.id, now);
      },
    },
    /** Reopens an ended case, with a new clock number and a new promise. */
    reopening: {
      action: 'reopen_case',
      decide: ({ case: of, timers }, { by }, now) => decideReopen(of, timers, country, `staff:${by.id}`, now),
    },
  });
}
