import { clockKinds, type ClockKind } from '#shared/domain/case/timer-id.ts';
import type { CaseView } from '../../api/answers.ts';

/** The clocks that a person may move. Source: docs/practice.md, Clocks. */
const movableKinds: readonly ClockKind[] = clockKinds.filter(
  (kind) =>
    kind === 'handle' ||
    kind === 'resolve' ||
    // The centre does not move what it owes.
    (kind.startsWith('referral_') && kind !== 'referral_question'),
);

/** The armed clocks of a case that can be moved now. A missed one never is. */
export function movable({ timers = [] }: Pick<CaseView, 'timers'>): NonNullable<CaseView['timers']> {
  return timers.filter(({ kind, missedAt }) => missedAt === undefined && movableKinds.includes(kind));
}
