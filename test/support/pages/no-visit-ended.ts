import type { VisitKeeper } from '#shared/use-cases/visit-keeper.ts';

/** Visits for tests that are not about leaving: none has ended. */
export const noVisitEnded: VisitKeeper = { end: () => Promise.resolve(), hasEnded: () => Promise.resolve(false) };
