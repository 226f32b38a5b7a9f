import withMiddleware from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { parseFeedback, type MailFeedback } from '../../contracts/mail-feedback.ts';
import { failedMessages } from '../middleware/failed-messages.ts';
import { failureMetrics, ofMessage } from '../middleware/failure-metrics.ts';
import { noContext } from '../middleware/no-context.ts';
import { reactionLog } from '../middleware/reaction-log.ts';
import { partialBatch } from './partial-batch.ts';
import { isAcknowledged, type Handled, type Reaction } from './reaction.ts';

/**
 * A handler for the feedback of the mail service. Only its queue holds the feedback. So a message that cannot be read
 * or done is never acknowledged.
 */
export function feedbackHandler(
  take: (feedback: MailFeedback) => Promise<Reaction>,
): (batch: SQSEvent) => Promise<SQSBatchResponse> {
  const handle = withMiddleware<SQSRecord, Handled>()
    .use(reactionLog())
    .use(failureMetrics(ofMessage))
    .use(failedMessages())
    .handler(async ({ body }) => take(parseFeedback(body)));
  return partialBatch(async (record) => isAcknowledged(await handle(record, noContext)));
}
