import withMiddleware from '@middy/core';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Reactor } from '#shared/contracts/events/consumers.ts';
import { parseEnvelope } from '../../contracts/events/parse-envelope.ts';
import { eventId, type CaseEvent } from '../../domain/case/events.ts';
import type { CaseWriter } from '../../ports/case-store.ts';
import { addLogIds } from '../log/log.ts';
import { failedMessages } from '../middleware/failed-messages.ts';
import { failureMetrics, ofMessage } from '../middleware/failure-metrics.ts';
import { inLogContext, logContext } from '../middleware/log-context.ts';
import { noContext } from '../middleware/no-context.ts';
import { reactionLog } from '../middleware/reaction-log.ts';
import { partialBatch } from './partial-batch.ts';
import { isAcknowledged, type Handled, type Reaction } from './reaction.ts';

/**
 * Nothing may be written again for an erased case. Its events are gone, so nobody asks whether this one is done. Neither is
 * anything written of an event that the history has not come to: the next one of that number would count as done.
 */
const leavesNoTrace: ReadonlySet<string> = new Set(['case_gone', 'event_gone']);

type React = (event: CaseEvent) => Promise<Reaction>;

/**
 * The queue handler of a reactor. Each message stands for itself: one that cannot be read or fails is reported as
 * failed alone. The others are acknowledged. A message is acknowledged only when it has its DONE row, when its case
 * is erased, or when a newer release wrote its event: that one stays pending until that release is back. `reactorOf` is called for each batch, so that data its messages share is read once.
 */
export function queueHandler(
  reactor: Reactor,
  reactorOf: () => React,
  cases: Pick<CaseWriter, 'writeDone'>,
): (batch: SQSEvent) => Promise<SQSBatchResponse> {
  const handle = inLogContext(
    withMiddleware<{ body: string; react: React }, Handled>()
      .use(logContext(() => ({ reactor })))
      .use(reactionLog())
      .use(failureMetrics(ofMessage))
      .use(failedMessages())
      .handler(async ({ body, react }) => {
        const event = parseEnvelope(body);
        if ('isNewer' in event) {
          addLogIds({ eventId: eventId(event), caseId: event.caseId });
          return { outcome: 'left' };
        }
        const { traceparent, type: eventType, caseId } = event;
        const id = eventId(event);
        addLogIds({ eventId: id, eventType, caseId, traceparent });
        const reaction = await react(event);
        if (reaction.outcome === 'ignored' && !leavesNoTrace.has(reaction.reason)) {
          await cases.writeDone(caseId, { reactor, eventId: id });
        }
        return reaction;
      }),
  );

  return async (batch) => {
    const react = reactorOf();
    return partialBatch(async ({ body }) => isAcknowledged(await handle({ body, react }, noContext)))(batch);
  };
}
