import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { parseFeedback, type MailFeedback } from '../../contracts/mail-feedback.ts';
import { errorName, log, measure } from '../log/log.ts';
import { partialBatch } from './partial-batch.ts';
import type { Reaction } from './queue-handler.ts';

/** A handler of what the mail service says. Nobody else knows of it: what cannot be read or done is never acknowledged. */
export function feedbackHandler(
  take: (feedback: MailFeedback) => Promise<Reaction>,
): (batch: SQSEvent) => Promise<SQSBatchResponse> {
  return partialBatch(async ({ body }) => {
    let feedback: MailFeedback;
    try {
      feedback = parseFeedback(body);
    } catch (error) {
      log('event_unreadable', { errorName: errorName(error) });
      measure('EventUnreadable', 1);
      return false;
    }
    try {
      const reaction = await take(feedback);
      if (reaction.outcome === 'done') log('event_done');
      else log(reaction.outcome === 'ignored' ? 'event_ignored' : 'event_to_retry', { reason: reaction.reason });
      return reaction.outcome !== 'retry';
    } catch (error) {
      log('event_failed', { errorName: errorName(error) });
      measure('EventFailed', 1);
      return false;
    }
  });
}
