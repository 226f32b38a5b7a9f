import type { FindKind } from '../report/match-keys.ts';
import type { Severity } from '../report/severity.ts';
import { plusMinutes } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';

/**
 * Why somebody opens a critical or high case. It is one tap and never free text, because the log is not sealed.
 * Source: docs/practice.md, People.
 */
export const readReasons = ['on_duty', 'assigned_to_me', 'other'] as const;

export type ReadReason = (typeof readReasons)[number];

/** Why somebody looks for the cases of an account, a number or an address. The log keeps it, and never what was looked for. */
export const findReasons = ['caller_named_it', 'same_person_again', 'institution_asked', 'other_case'] as const;

export type FindReason = (typeof findReasons)[number];

/** Stands in the log where no reason was asked for and none was given. */
export const noReason = 'not_asked';

/**
 * `filed`: somebody wrote the report down for a caller, and so has read it. `receipt`: somebody was given a code that
 * opens the thread. `refused`: a person whom the case keeps out tried to open it, or looked for what it names.
 * `exclusion_asked` and `exclusion_set`: somebody decided who must not get to do with the case. `looked`: somebody looked
 * for an account, a number or an address. `found`: this case was shown to them by that.
 */
export const accessActions = [
  'read',
  'export',
  'filed',
  'receipt',
  'refused',
  'exclusion_asked',
  'exclusion_set',
  'looked',
  'found',
] as const;

/** Stands in the log for an exclusion that one person set. Otherwise its request for a second person stands there. */
export const setAlone = 'set_alone';

/** One opening of a case's text, or one look for cases. The entry is written before the text opens, or together with the text. */
export interface AccessEntry {
  /** Absent for `looked`, which is about no case. */
  caseId?: string;
  caseNumber?: string;
  at: Instant;
  /** Directory id. */
  actor: string;
  action: (typeof accessActions)[number];
  /** A reason of the list, or the referral, export or exclusion it was for. */
  reason: string;
  /** How severe the case was when its text was opened. */
  severity?: Severity;
  /** What was looked for, by its kind alone. */
  by?: FindKind;
  /** How many cases a look found, and were shown. */
  found?: number;
  /** How many people the case excludes with this, for an exclusion that was set or asked for. */
  excludes?: number;
  /** Who held the case, seen from the actor. */
  holder?: 'self' | 'another' | 'nobody';
  /** Whether the actor was on the roster then. Absent for an actor who is on no roster. */
  onShift?: boolean;
}

/** The point from which reading is unusual. The country pack sets it. */
export interface AccessWatch {
  /** More different cases than this within the window are unusual. */
  cases: number;
  windowMinutes: number;
}

/**
 * Signs that an auditor should look at. A sign accuses nobody: a busy night looks like this, too. `off_shift`: the
 * actor was not on the roster then. `without_reason`: it is a colleague's case, and no reason was given. `not_theirs`:
 * the actor said "assigned to me" of a case that was not. `excluded`: a person whom the case keeps out tried to open it.
 * `exclusion`: somebody decided who is kept out, or let in again. `code_given`: somebody got a code that opens the
 * thread. `many_looks`: the actor looked for more accounts, numbers and addresses than they may open cases. No sign
 * guesses whose family a case is about: a person decides whom a case excludes.
 */
export const unusualSigns = [
  'many_cases',
  'off_shift',
  'without_reason',
  'not_theirs',
  'excluded',
  'exclusion',
  'code_given',
  'many_looks',
] as const;

export type UnusualSign = (typeof unusualSigns)[number];

/**
 * Says what is unusual about an entry. `before`: what the same actor opened until then, as far back as the window
 * reaches.
 */
export function unusualAbout(entry: AccessEntry, before: readonly AccessEntry[], watch: AccessWatch): UnusualSign[] {
  const since = plusMinutes(entry.at, -watch.windowMinutes);
  const lately = before.filter((one) => since < one.at && one.at <= entry.at);
  const opened = lately.filter(isOpening);
  const looks = [...lately, entry].filter(({ action }) => action === 'looked');
  const signs: Readonly<Record<UnusualSign, boolean>> = {
    many_cases: isOpening(entry) && new Set([...opened, entry].map(({ caseId }) => caseId)).size > watch.cases,
    off_shift: entry.onShift === false,
    without_reason: entry.reason === noReason && entry.holder === 'another',
    not_theirs: entry.reason === 'assigned_to_me' && entry.holder !== undefined && entry.holder !== 'self',
    excluded: entry.action === 'refused',
    exclusion: isOfExclusion(entry),
    code_given: entry.action === 'receipt',
    many_looks: entry.action === 'looked' && looks.length > watch.cases,
  };
  return unusualSigns.filter((sign) => signs[sign]);
}

/**
 * Whether this was the reading of a critical or high case. How many of these somebody does in a shift is shown to
 * themselves, and as a number to the supervisor. Source: docs/practice.md, People.
 */
export function isHardReading({ action, severity }: AccessEntry): boolean {
  return action === 'read' && (severity === 'critical' || severity === 'high');
}

/** What opens nothing: what somebody wrote down themselves, what was refused, and looking for cases. */
const opensNothing: readonly AccessEntry['action'][] = ['refused', 'filed', 'looked', 'found'];

function isOpening(entry: AccessEntry): boolean {
  return !opensNothing.includes(entry.action) && !isOfExclusion(entry);
}

function isOfExclusion({ action }: AccessEntry): boolean {
  return action === 'exclusion_asked' || action === 'exclusion_set';
}
