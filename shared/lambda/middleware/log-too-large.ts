import { TransactionTooLarge } from '../../ports/transaction-too-large.ts';
import { log } from '../log/log.ts';

/** Says of a change that did not fit into one transaction how large it would have been. Says nothing of other faults. */
export function logTooLarge(error: unknown): void {
  if (error instanceof TransactionTooLarge) log('transaction_too_large', { count: error.count });
}
