/** Limits of one transaction and of one row. Source: Amazon DynamoDB developer guide, "Quotas", transactions and items. */
export const transactionLimits = {
  writes: 100,
  bytes: 4 * 1024 * 1024,
  /** Bytes of one row. */
  rowBytes: 400 * 1024,
} as const;

export type TransactionLimit = keyof typeof transactionLimits;

/**
 * A change does not fit into one transaction. Nothing was written, and trying again cannot help. Every list of a case
 * has a bound (shared/domain/case/bounds.ts), so this is a mistake of ours: an alarm rings.
 */
export class TransactionTooLarge extends Error {
  readonly limit: TransactionLimit;
  /** How many writes or bytes it would have been. */
  readonly count: number;

  constructor(limit: TransactionLimit, count: number) {
    super(`A transaction would have ${count} of at most ${transactionLimits[limit]} ${limit}.`);
    this.name = 'TransactionTooLarge';
    this.limit = limit;
    this.count = count;
  }
}
