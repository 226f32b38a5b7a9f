import { isOver } from '#shared/domain/case/status.ts';
import type { AttentionCase } from '../api/answers.ts';

/**
 * A case that ended, about which only a proposal is undecided that nothing required. Years leave hundreds of them, and
 * none waits for anybody: a word of a child among them would be overlooked.
 */
export function isLeftOver({ status, concerns }: Pick<AttentionCase, 'status' | 'concerns'>): boolean {
  const isOnlyProposed = concerns.every(
    ({ what, isNecessary }) => what === 'proposal_undecided' && isNecessary !== true,
  );
  return isOver({ status }) && isOnlyProposed;
}
