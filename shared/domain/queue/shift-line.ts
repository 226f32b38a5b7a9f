import { isWaiting } from '../case/approvals/case-approval.ts';
import type { Case, CaseApproval, Handling } from '../case/case.ts';
import { openPromises, type Miss } from '../case/promise.ts';
import { isUnderWay, leftAt } from '../case/referral.ts';
import { isOver } from '../case/status.ts';
import { toldStatus } from '../case/told/told-status.ts';
import { unreadSince } from '../case/unseen/unread.ts';
import { plusMinutes } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { openDeadlines, type Due } from './due.ts';
import { urgency } from './place.ts';

/** Hours that a shift lasts. What is due within them is the next shift's. */
export const hoursOfShift = 12;

/** How many cases a sheet holds. More would not be read at a change of shift. */
export const mostOnSheet = 200;

/**
 * A case as one shift hands it over to the next: codes, ids and instants, and never a word that somebody wrote.
 * Source: docs/practice.md, Shifts.
 */
export interface ShiftLine extends Pick<Case, 'caseNumber' | 'severity' | 'status' | 'assignee'> {
  unreadSince?: Instant;
  /** Deadlines that have passed and are not done, oldest first. */
  missed?: Due[];
  /** The next deadline, when the next shift must keep it. */
  due?: Due;
  /** The half of the answer that is owed to the reporter next. */
  promised?: Miss;
  /** Who the case waits for. `institutions` are those that have the case and still owe something. */
  waitsFor?: { who: 'reporter' } | { who: 'institution'; institutions: string[] };
  /** What was said to be done next, when the case was handled, and by when it is to be at its end. */
  nextStep?: { step: Handling['nextStep']; since: Instant; by: Instant };
  /** Institutions that were called: when, and who of staff decided and called. The newest first. */
  calls?: { institution: string; at: Instant; by?: string }[];
  /** What waits for a second person. */
  waiting?: (Pick<CaseApproval, 'id' | 'kind' | 'askedBy' | 'askedAt'> & { lapsesAt?: Instant })[];
}

/** Turns a case into its line. */
export function shiftLine(of: Case, now: Instant): ShiftLine {
  const { caseNumber, severity, assignee } = of;
  const unread = unreadSince(of);
  const deadlines = openDeadlines(of);
  const isMissed = ({ missed, at }: (typeof deadlines)[number]): boolean => missed === true || at < now;
  const missed = deadlines.filter(isMissed);
  const due = deadlines.find((one) => !isMissed(one) && one.at <= plusMinutes(now, hoursOfShift * 60));
  const promised = isOver(of) ? undefined : openPromises(of).find(({ step }) => step !== 'read');
  const waitsFor = waitsForOf(of);
  const nextStep = nextStepOf(of);
  const calls = callsOf(of);
  const waiting = waitingOf(of, now);
  return {
    caseNumber,
    severity,
    status: toldStatus(of),
    ...(assignee === undefined ? {} : { assignee }),
    ...(unread === undefined ? {} : { unreadSince: unread }),
    ...(missed.length === 0 ? {} : { missed: missed.map(({ clock, at }) => ({ clock, at })) }),
    ...(due === undefined ? {} : { due: { clock: due.clock, at: due.at } }),
    ...(promised === undefined ? {} : { promised }),
    ...(waitsFor === undefined ? {} : { waitsFor }),
    ...(nextStep === undefined ? {} : { nextStep }),
    ...(calls.length === 0 ? {} : { calls }),
    ...(waiting.length === 0 ? {} : { waiting }),
  };
}

/**
 * The order of a sheet: what is overdue, by severity and then the oldest; what is due within the shift, by time; the
 * rest as it came.
 */
export function inOrderOfSheet<Line extends Pick<ShiftLine, 'severity' | 'missed' | 'due'>>(
  lines: readonly Line[],
): Line[] {
  const placeOf = (line: Line): string => {
    const { missed, due } = line;
    if (missed?.[0] !== undefined) return `0 ${urgency(line.severity)} ${missed[0].at}`;
    return due === undefined ? '2' : `1 ${due.at}`;
  };
  return lines.toSorted((one, other) => {
    const [place, another] = [placeOf(one), placeOf(other)];
    return place < another ? -1 : Number(place > another);
  });
}

function waitsForOf(of: Case): ShiftLine['waitsFor'] {
  const status = toldStatus(of);
  if (status === 'waiting_reporter') return { who: 'reporter' };
  if (status !== 'waiting_institution') return undefined;
  const owing = (of.referrals ?? []).filter((one) => isUnderWay(one) && leftAt(one) !== undefined);
  return { who: 'institution', institutions: [...new Set(owing.map(({ institution }) => institution))] };
}

/** Only of the present clock: a next step from before a reopening is decided again. */
function nextStepOf(of: Case): ShiftLine['nextStep'] {
  const { handling, handledAt, promise } = of;
  if (handling === undefined || handledAt === undefined || isOver(of)) return undefined;
  const target = openDeadlines(of).find(({ clock }) => clock === 'resolve' || clock === 'promise_resolve');
  return { step: handling.nextStep, since: handledAt, by: target?.at ?? promise.resolveBy };
}

function callsOf({ referrals = [] }: Case): NonNullable<ShiftLine['calls']> {
  return referrals
    .flatMap(({ institution, calledAt, approvedBy }) =>
      calledAt === undefined
        ? []
        : [{ institution, at: calledAt, ...(approvedBy === undefined ? {} : { by: approvedBy }) }],
    )
    .toSorted((one, other) => (one.at > other.at ? -1 : 1));
}

function waitingOf(of: Case, now: Instant): NonNullable<ShiftLine['waiting']> {
  return (of.approvals ?? [])
    .filter((one) => isWaiting(of, one, now))
    .map(({ id, kind, askedBy, askedAt, lapsesAt }) => ({
      id,
      kind,
      askedBy,
      askedAt,
      ...(lapsesAt === undefined ? {} : { lapsesAt }),
    }));
}
