import type { Case } from '../case.ts';
import { isOver } from '../status.ts';

/**
 * Whether the centre ever wrote to the reporter. Rows of release 0.1.0 do not say it themselves. There, handling and
 * resolving wrote to the reporter unless it was recorded why not.
 */
export function wroteToReporter(of: Case): boolean {
  return of.lastMessageOfCentre !== undefined || isAllOfCentre(of) || wroteBefore(of);
}

/** Whether the centre wrote to the reporter, and nothing from the reporter came after it. */
export function isUnanswered(of: Case): boolean {
  if (of.lastMessageOfCentre !== undefined) return of.messageCount <= of.lastMessageOfCentre;
  if (isAllOfCentre(of)) return true;
  const wroteAt = isOver(of) && of.endNotToldBecause === undefined ? of.resolvedAt : of.handledAt;
  return wroteBefore(of) && wroteAt !== undefined && (of.lastWrittenAt === undefined || of.lastWrittenAt < wroteAt);
}

/** Whether there are messages and the reporter has never written one. */
function isAllOfCentre({ messageCount, lastWrittenAt }: Case): boolean {
  return messageCount > 0 && lastWrittenAt === undefined;
}

function wroteBefore(of: Case): boolean {
  const atHandling = of.handling !== undefined && of.handling.noMessageBecause === undefined;
  return atHandling || (isOver(of) && of.resolvedAt !== undefined && of.endNotToldBecause === undefined);
}
