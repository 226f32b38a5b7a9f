import type { HttpRequest, Route } from '#shared/contracts/http/http.ts';
import { largestLinkedReading } from '#shared/contracts/http/page-of-thread.ts';
import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { bytesOf, reading } from '../reading/read-case.ts';
import type { ReadCaseDeps } from '../reading/read-case.ts';
import { membersOf, onEachCase } from './each-case.ts';
import type { AnswerOfCase, EachCaseDeps } from './each-case.ts';

type Body = CommandBodies['linkedReading'];
type Next = Body['cases'][number];

/**
 * Sealed text is a third longer than what it holds. As JSON no text is more than twice as long, because control
 * characters were taken out.
 */
const lengthInAnswer = 1.5;

/** A case is not begun with less than this left for its thread, and for its notes. */
const leastForThread = 20_000;
const leastForNotes = 20_000;

/** The status of a case whose texts turn out not to fit once they are opened: its thread has a very long message. */
const tooLarge = 413;

/** Which part of what is left for a case its notes may take. */
const partOfNotes = 0.25;

/**
 * Opens the texts of the ticked cases, in the order asked, from the beginning of each thread. Each case is read as by the
 * single command: its line in the access log comes first, and only what was opened for this answer is marked read. What
 * does not fit is not opened: `next` names it, in the form of `cases`. Before a case is opened, its sealed text says
 * whether it fits.
 */
export function readLinked(
  deps: ReadCaseDeps & EachCaseDeps,
  familyOf: (request: HttpRequest) => Promise<{ body: Body; parent: Case }>,
): Route['handle'] {
  const read = reading(deps);

  /** How many bytes the report of a case takes in the answer at most, before it is opened. */
  async function roomForReport(caseId: string): Promise<number> {
    const { narrative = '', details = '', addresses = '' } = (await deps.sealed.report(caseId)) ?? {};
    return lengthInAnswer * (narrative.length + details.length + addresses.length);
  }

  return async (request) => {
    const { body, parent } = await familyOf(request);
    const { cases, ...together } = body;
    const act = onEachCase(deps, request);
    const answers: AnswerOfCase[] = [];
    const next: Next[] = [];
    let left = largestLinkedReading;
    for (const { ticked, member } of membersOf(parent, cases)) {
      const { fromMessage = 1, fromNote = 1 } = ticked;
      const forThread = left - (member === undefined ? 0 : await roomForReport(member.caseId));
      if (forThread < leastForThread + leastForNotes) {
        next.push(ticked);
        continue;
      }
      const noteBytes = Math.max(leastForNotes, Math.floor(forThread * partOfNotes));
      const asked = { ...together, fromMessage, fromNote };
      // The first texts of an answer always fit, so that every answer leads on.
      const whole = left === largestLinkedReading ? Infinity : left;
      const answer = await act(ticked, member, asked, (single) =>
        read(single, { bytes: forThread - noteBytes, noteBytes, whole }),
      );
      if (answer.status === tooLarge) {
        next.push(ticked);
        continue;
      }
      answers.push(answer);
      if (!('case' in answer)) continue;
      left -= bytesOf(textsOf(answer.case));
      next.push(...restOf(ticked, answer.case));
    }
    return { status: 200, body: { cases: answers, ...(next.length === 0 ? {} : { next }) } };
  };
}

/** What was opened, without how the case stands. */
function textsOf(of: AnswerOfRead): object {
  const { narrative, narrativeLinks, details, addresses, addressPositions, messages, notes } = of;
  return { narrative, narrativeLinks, details, addresses, addressPositions, messages, notes };
}

type AnswerOfRead = Readonly<Record<string, unknown>>;

/** Where the thread and the notes of a case go on, when the answer does not hold all of them. */
function restOf({ number }: Next, { laterMessages, laterNotes, messages, notes }: AnswerOfRead): Next[] {
  if (laterMessages === undefined && laterNotes === undefined) return [];
  const after = (shown: unknown): number => {
    const last = (shown as { number: number }[]).at(-1);
    return last === undefined ? 1 : last.number + 1;
  };
  return [{ number, fromMessage: after(messages), fromNote: after(notes) }];
}
