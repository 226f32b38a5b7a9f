import type { Case, TakedownNotice } from '../case.ts';
import type { MainOutcome } from '../lifecycle.ts';
import { isAcknowledged } from '../referral.ts';
import type { InstitutionKind } from '../referral.ts';
import type { FieldProblemCode } from '../../problems.ts';
import { isUnanswered, wroteToReporter } from '../told/written-to.ts';
import type { GivenFact, OutcomeFact } from './outcome-fact.ts';

/** The kind of an institution by its code; undefined for a code that is not in use. */
export type KindOf = (institution: string) => InstitutionKind | undefined;

/** The kinds of these institutions, by their codes. */
export function kindsOf(institutions: readonly { code: string; kind: InstitutionKind }[]): KindOf {
  const kinds = new Map(institutions.map(({ code, kind }) => [code, kind]));
  return (code) => kinds.get(code);
}

type RowFact = Exclude<OutcomeFact, GivenFact>;

/** What one outcome stands on. */
interface Need {
  /** What the case itself shows. Undefined where it shows nothing of the kind. */
  inCase: (of: Case, kindOf: KindOf) => RowFact | undefined;
  /** The facts that a person may give instead. */
  given?: readonly GivenFact[];
  /** Whether a message that comes with the outcome is enough. */
  byMessage?: true;
  /** What the refusal says where there is no fact. */
  missing: FieldProblemCode;
}

/**
 * One line for each outcome. A new outcome does not compile without a line. Source: docs/practice.md, Outcomes.
 */
const needs: Readonly<Record<MainOutcome, Need>> = {
  content_removed: { inCase: removed, given: ['own_look'], missing: 'removal_not_seen' },
  content_still_up: {
    inCase: (of) => (isAllGone(of) ? undefined : written(of)),
    byMessage: true,
    missing: 'not_written_what_else',
  },
  account_recovered_or_closed: {
    inCase: accountClosed,
    given: ['own_look', 'spoken_to'],
    missing: 'account_not_seen',
  },
  police_involved: ofInstitution(['police'], 'police_not_reached'),
  child_protection_involved: ofInstitution(['child_protection'], 'child_protection_not_reached'),
  school_supporting: ofInstitution(['school'], 'school_not_reached'),
  site_passed_on: ofInstitution(['cyber_authority'], 'site_not_received'),
  helpline_support: { inCase: written, given: ['spoken_to'], byMessage: true, missing: 'nobody_spoke_or_wrote' },
  advice_given: { inCase: written, given: ['spoken_to'], byMessage: true, missing: 'nobody_spoke_or_wrote' },
  no_answer_from_reporter: {
    inCase: (of) => (isUnanswered(of) && !wroteSinceEnd(of) ? 'message' : undefined),
    missing: 'reporter_not_asked_or_answered',
  },
  withdrawn: {
    inCase: ({ withdrawal }) => (withdrawal === undefined ? undefined : 'withdrawal'),
    given: ['asked_in_talk'],
    missing: 'withdrawal_not_asked',
  },
  same_event: {
    inCase: ({ leadCaseId }) => (leadCaseId === undefined ? undefined : 'lead_case'),
    missing: 'case_not_linked',
  },
  outside_our_work: {
    // A door that the pack does not know any more cannot be named.
    inCase: ({ otherDoor }, kindOf) =>
      otherDoor === undefined || kindOf(otherDoor) === undefined ? undefined : 'other_door',
    missing: 'required',
  },
  nothing_more_possible: { inCase: () => 'stated', missing: 'required' },
  test: { inCase: () => 'stated', missing: 'required' },
};

/** Whether this fact, given by a person, can be what the outcome stands on. */
export function canStandOn(outcome: MainOutcome, given: GivenFact): boolean {
  return needs[outcome].given?.includes(given) === true;
}

/**
 * What an outcome stands on, or what is missing. `of`: the case as it stands before the outcome is recorded, with the
 * parent case and the other door that are named now. `hasMessage`: a message to the reporter comes with it.
 */
export function factOfOutcome(
  of: Case,
  outcome: MainOutcome,
  given: GivenFact | undefined,
  { hasMessage, kindOf }: { hasMessage: boolean; kindOf: KindOf },
): { fact: OutcomeFact } | { missing: FieldProblemCode } {
  const { inCase, byMessage, missing } = needs[outcome];
  if (given !== undefined && canStandOn(outcome, given)) return { fact: given };
  // What was recorded before says nothing of what is recorded now.
  const { outcomesAtEvent: _, ...present } = of;
  const withMessage =
    hasMessage && byMessage === true ? { ...present, lastMessageOfCentre: of.messageCount + 1 } : present;
  const fact = inCase(withMessage, kindOf);
  return fact === undefined ? { missing } : { fact };
}

/** What the case itself shows for an outcome, as it is now; undefined where it shows nothing. */
export function factInCase(of: Case, outcome: MainOutcome, kindOf: KindOf): OutcomeFact | undefined {
  return needs[outcome].inCase(of, kindOf);
}

/**
 * Whether a platform refused after the present outcomes were recorded. The order is that of events, because clocks of
 * machines differ.
 */
export function isRefusedSince({ notices = [], outcomesAtEvent }: Case): boolean {
  if (outcomesAtEvent === undefined) return false;
  return newestAnswers(notices).some(
    ({ answer, answeredAtEvent = 0 }) => answer === 'kept_up' && answeredAtEvent > outcomesAtEvent,
  );
}

function ofInstitution(kinds: readonly InstitutionKind[], missing: FieldProblemCode): Need {
  return {
    inCase: ({ referrals = [] }, kindOf) => {
      const reached = referrals.filter((referral) => {
        const kind = kindOf(referral.institution);
        return isAcknowledged(referral) && kind !== undefined && kinds.includes(kind);
      });
      if (reached.length === 0) return undefined;
      return reached.every(({ calledAt }) => calledAt !== undefined) ? 'call' : 'referral';
    },
    given: ['spoken_to'],
    missing,
  };
}

function written(of: Case): 'message' | undefined {
  return wroteToReporter(of) ? 'message' : undefined;
}

/** Whether the reporter wrote after the present outcomes were recorded, also where the centre wrote again since. */
function wroteSinceEnd({ outcomesAtEvent, lastNewsEvent }: Case): boolean {
  return outcomesAtEvent !== undefined && lastNewsEvent !== undefined && lastNewsEvent > outcomesAtEvent;
}

function isGone({ answer }: TakedownNotice): boolean {
  return answer === 'removed' || answer === 'account_closed';
}

/** A platform took it down, and none refuses. What a platform takes down, it may put back. */
function removed({ notices = [] }: Case): 'notice' | undefined {
  const answers = newestAnswers(notices);
  return answers.some(isGone) && !answers.some(({ answer }) => answer === 'kept_up') ? 'notice' : undefined;
}

function accountClosed({ notices = [] }: Case): 'notice' | undefined {
  const answers = newestAnswers(notices);
  const isClosed = answers.some(({ answer }) => answer === 'account_closed');
  return isClosed && !answers.some(({ answer }) => answer === 'kept_up') ? 'notice' : undefined;
}

/** Whether every platform that was asked says that it is gone. */
function isAllGone({ notices = [] }: Case): boolean {
  const platforms = new Set(notices.map(({ platform }) => platform));
  const answers = newestAnswers(notices);
  return platforms.size > 0 && answers.length === platforms.size && answers.every(isGone);
}

/** The newest answer of each platform. A second notice may be answered otherwise than the first. */
function newestAnswers(notices: readonly TakedownNotice[]): TakedownNotice[] {
  const newest = new Map<string, TakedownNotice>();
  for (const notice of notices) {
    const known = newest.get(notice.platform);
    if (notice.answer !== undefined && (known === undefined || !isAnsweredBefore(notice, known))) {
      newest.set(notice.platform, notice);
    }
  }
  return [...newest.values()];
}

/** By event number. Answers that release 0.1.0 recorded have none, and come before all that have one. */
function isAnsweredBefore(one: TakedownNotice, other: TakedownNotice): boolean {
  const [a, b] = [one.answeredAtEvent, other.answeredAtEvent];
  if (a === undefined && b === undefined) return (one.answeredAt ?? '') < (other.answeredAt ?? '');
  return (a ?? 0) < (b ?? 0);
}
