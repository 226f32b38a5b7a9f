import type { Case } from '../case.ts';
import { isOver } from '../status.ts';
import type { Instant } from '../../time/instant.ts';

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

/**
 * Since when the reporter waits who said that it did not help. Undefined once the centre wrote again. A case that is
 * taken up again keeps it: work that the reporter does not hear of is no answer. Source: docs/practice.md, Reporter's side.
 */
export function notHelpedSince({ notHelped, lastMessageOfCentre = 0 }: Case): Instant | undefined {
  return notHelped === undefined || lastMessageOfCentre > notHelped.messages ? undefined : notHelped.since;
}

/** Whether there are messages and the reporter has never written one. */
function isAllOfCentre({ messageCount, lastWrittenAt }: Case): boolean {
  return messageCount > 0 && lastWrittenAt === undefined;
}

function wroteBefore(of: Case): boolean {
  const atHandling = of.handling !== undefined && of.handling.noMessageBecause === undefined;
  return atHandling || (isOver(of) && of.resolvedAt !== undefined && of.endNotToldBecause === undefined);
}
