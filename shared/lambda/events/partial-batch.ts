import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';

/**
 * Handles each message of a batch for itself. Only messages that were not done are reported as failed; the others are
 * acknowledged. `handle` answers whether the message is done, and never throws.
 */
export function partialBatch(
  handle: (record: SQSRecord) => Promise<boolean>,
): (batch: SQSEvent) => Promise<SQSBatchResponse> {
  return async ({ Records }) => {
    const acknowledged = await Promise.all(Records.map(handle));
    return {
      batchItemFailures: Records.filter((_, position) => !acknowledged[position]).map(({ messageId }) => ({
        itemIdentifier: messageId,
      })),
    };
  };
}
