import type { CaseStatus } from '../case/status.ts';

/**
 * Who may do what on the staff side. One pure function reads one table. What the table does not allow is refused.
 * Source: docs/practice.md, People; docs/design.md, Staff side.
 */

/** The people who sign in. Institutions do not sign in yet. */
export const roles = [
  'volunteer',
  'counsellor',
  'officer',
  'supervisor',
  'director',
  'auditor',
  'statistician',
  'administrator',
] as const;

export type Role = (typeof roles)[number];

/** Actions on one case. The answer depends on the case, and an excluded person never may. */
export const caseActions = [
  'show_case',
  'read_case',
  /** See the addresses of a case, in whatever part of it. Account names need no right of their own. */
  'open_addresses',
  'claim_case',
  /** Give the case to another, or to a team. */
  'assign_case',
  /** From the hotline to the helpline, or back. */
  'hand_over_case',
  /** Record what staff conclude (`assessed.*`), beside what was reported. */
  'assess_case',
  'note_case',
  'message_reporter',
  'raise_severity',
  'lower_severity',
  'handle_case',
  /** Record a call for a person in danger, or why nobody was called. */
  'record_danger',
  'wait_case',
  'resolve_case',
  'close_case',
  'reopen_case',
  /** Move an internal target; the promise never moves. */
  'move_target',
  'link_cases',
  'acknowledge_escalation',
  /** Decide which institution a case goes to, and give it the chosen parts. That is an export. */
  'refer_case',
  /** Send a proposed referral. A counsellor who is alone does it too, by a phone call. */
  'send_referral',
  /** Record what an institution said, and ask it again. */
  'follow_referral',
  /** Take a one-time code and read it out to a contact of an institution. */
  'issue_access',
  /** End the access code of a contact of an institution. */
  'revoke_access',
  'exclude_from_case',
  /** Ask for a case's text as a file, and take the file once somebody else has approved. */
  'export_case',
  'erase_case',
  /** Be the second person for an action on a case. approver.ts says which roles may be, for each kind. */
  'approve_case',
  /** Keep a case from being erased: a legal hold. */
  'hold_case',
  /** Make another receipt for a reporter whose own is lost or known to others. */
  'reissue_receipt',
  /** Give the person who reported all that they told, on paper: what the law calls access. */
  'give_subject_access',
] as const;

/**
 * What nobody does to a case while an exclusion waits that they asked for. It ends, hides or gives away the case, and
 * those who could object may be the ones whom the exclusion keeps out. Source: docs/practice.md, Exclusions.
 */
export const actionsThatWait: readonly Action[] = [
  'lower_severity',
  'resolve_case',
  'close_case',
  'exclude_from_case',
  'export_case',
  'erase_case',
  // It also lifts a legal hold, and then the case may be erased.
  'hold_case',
];

/** Actions that are not about one case. */
export const centreActions = [
  'list_cases',
  /** Find cases by an account, a phone number or an address that somebody names. */
  'find_case',
  'file_report',
  /** Look at a directory change that waits, and be the second person for it. */
  'approve',
  'see_attention',
  /** See which cases are erased next or held, and what was asked about keeping them. */
  'see_keeping',
  'see_access_log',
  /** See how many hard readings each colleague did in a shift, as a number. */
  'see_readings',
  'manage_directory',
  'manage_roster',
  'see_directory_audit',
  /** See who rings now. Who of them sees what: shared/domain/people/roster/duty-now.ts. */
  'see_duty',
  /** Say that one took over the shift. */
  'take_over_shift',
  /** See what a shift hands over, case by case. */
  'see_shift',
  /** See who stands behind a directory id. */
  'see_colleagues',
  /** See where takedown notices go. */
  'see_platforms',
  /** See who at an institution can be told of a case. */
  'see_recipients',
  /** See the published figures in the console. They are no secret: everybody may have them from the public API. */
  'see_figures',
] as const;

export const actions = [...caseActions, ...centreActions] as const;

export type Action = (typeof actions)[number];
export type CentreAction = (typeof centreActions)[number];
export type CaseAction = (typeof caseActions)[number];

/** The part of a staff record that decides. It is always read live, so a revoked account is out at once. */
export interface StaffActor {
  role?: Role;
  active: boolean;
  /** May see addresses of CSAM-flagged cases. */
  cleared: boolean;
  /** Sign-in has ended, though the place is kept until another person confirms. */
  barred?: true;
}

/** Whether a record is an account at all: active, with a role, and sign-in has not ended. */
export function maySignIn<A extends Pick<StaffActor, 'role' | 'active' | 'barred'>>(
  actor: A | undefined,
): actor is A & { role: Role } {
  return actor?.active === true && actor.barred !== true && actor.role !== undefined;
}

/** What the action is about (`resourceOf`). Where a grant depends on a field that is absent, the answer is no. */
export interface Resource {
  status?: CaseStatus;
  /** Who holds the case, seen from the actor. */
  holder?: 'self' | 'another' | 'nobody';
  /** Whether the case excludes the actor, or an exclusion that waits keeps them out. */
  excluded?: boolean;
  /** Whether an exclusion that the actor asked for waits for a second person. */
  exclusionWaits?: boolean;
  csamFlagged?: boolean;
  isCritical?: boolean;
  /** Whether what is done is a phone call that was made. */
  isCall?: boolean;
  /** Whether it is night, or nobody else who may do it is on duty (people/alone-at-work.ts). */
  isAlone?: boolean;
}

/**
 * `while_open`: until the case is resolved. `not_anothers`: only an officer or above takes a case from a colleague who
 * works on it. `own`: while the actor holds the case. `cleared_if_csam`: in a CSAM-flagged case only with clearance,
 * which governs addresses, and neither the narrative nor account names (docs/practice.md, Clearance).
 * `call_when_alone`: in a critical case, when it is a phone call that was made and nobody else is there to send
 * (docs/practice.md, People).
 */
type Grant = 'yes' | 'while_open' | 'not_anothers' | 'own' | 'cleared_if_csam' | 'call_when_alone';

type Grants = Readonly<Partial<Record<Role, Grant>>>;

const caseworkers: Grants = { counsellor: 'yes', officer: 'yes', supervisor: 'yes' };

const officersUp: Grants = { officer: 'yes', supervisor: 'yes' };

const matrix: Readonly<Record<Action, Grants>> = {
  list_cases: { volunteer: 'yes', ...caseworkers, director: 'yes', auditor: 'yes' },
  find_case: caseworkers,
  // shared/domain/queue/role-view.ts says, also as data, what each role then sees of the case.
  show_case: { volunteer: 'while_open', ...caseworkers, director: 'yes', auditor: 'yes' },
  read_case: caseworkers,
  open_addresses: { counsellor: 'cleared_if_csam', officer: 'cleared_if_csam', supervisor: 'cleared_if_csam' },
  claim_case: caseworkers,
  assign_case: { counsellor: 'not_anothers', ...officersUp },
  hand_over_case: { counsellor: 'not_anothers', ...officersUp },
  assess_case: caseworkers,
  note_case: caseworkers,
  message_reporter: caseworkers,
  raise_severity: caseworkers,
  // A counsellor cannot lower.
  lower_severity: officersUp,
  handle_case: caseworkers,
  record_danger: caseworkers,
  wait_case: caseworkers,
  resolve_case: caseworkers,
  close_case: { counsellor: 'own', ...officersUp },
  reopen_case: caseworkers,
  move_target: officersUp,
  link_cases: caseworkers,
  // The director is a rung of the ladder.
  acknowledge_escalation: { ...caseworkers, director: 'yes' },
  file_report: caseworkers,
  // A counsellor cannot export.
  refer_case: officersUp,
  send_referral: { counsellor: 'call_when_alone', ...officersUp },
  follow_referral: caseworkers,
  issue_access: officersUp,
  revoke_access: caseworkers,
  // The director opens no case, and lifts an exclusion when everybody who was left with a case is gone.
  exclude_from_case: { ...officersUp, director: 'yes' },
  export_case: officersUp,
  erase_case: officersUp,
  approve_case: { ...officersUp, director: 'yes' },
  hold_case: { ...officersUp, director: 'yes' },
  reissue_receipt: caseworkers,
  give_subject_access: officersUp,
  approve: { supervisor: 'yes', director: 'yes', administrator: 'yes' },
  see_attention: { ...officersUp, director: 'yes' },
  see_keeping: { ...officersUp, director: 'yes' },
  see_access_log: { auditor: 'yes' },
  see_readings: { supervisor: 'yes' },
  manage_directory: { administrator: 'yes' },
  manage_roster: { supervisor: 'yes', administrator: 'yes' },
  // A volunteer tells whoever is on duty when a case gets late.
  see_duty: { volunteer: 'yes', ...caseworkers, director: 'yes', auditor: 'yes', administrator: 'yes' },
  take_over_shift: caseworkers,
  see_shift: { ...caseworkers, director: 'yes' },
  see_directory_audit: { director: 'yes', auditor: 'yes', administrator: 'yes' },
  // An auditor then sees less of each colleague: shared/domain/people/colleagues.ts.
  see_colleagues: { ...caseworkers, director: 'yes', auditor: 'yes' },
  see_platforms: { ...caseworkers, administrator: 'yes' },
  see_recipients: { ...caseworkers, director: 'yes', administrator: 'yes' },
  see_figures: { ...caseworkers, director: 'yes', auditor: 'yes', statistician: 'yes', administrator: 'yes' },
};

export type Authorization =
  | { allowed: true }
  | {
      allowed: false;
      because:
        | 'no_account'
        | 'role'
        | 'excluded'
        | 'exclusion_waits'
        | 'state'
        | 'holder'
        | 'clearance'
        | 'not_critical'
        | 'no_call'
        | 'somebody_on_duty';
    };

const no = (because: (Authorization & { allowed: false })['because']): Authorization => ({ allowed: false, because });

/**
 * Whether the actor's role has the action at all. Callers ask it before they know which case it is about. The decision
 * itself is left to `authorize`.
 */
export function admits(actor: StaffActor | undefined, action: Action): boolean {
  return grantOf(actor, action) !== undefined;
}

/**
 * Decides whether `actor` may do `action` to `resource`. An unknown actor, role or action is refused. An action on a
 * case is also refused when the resource does not say whether the case excludes the actor. `exclusion_waits`: the actor
 * must wait until somebody has decided about the exclusion that they asked for. `no_account`: the actor is unknown,
 * inactive, barred, or a contact without sign-in.
 */
export function authorize(actor: StaffActor | undefined, action: Action, resource: Resource = {}): Authorization {
  if (!maySignIn(actor)) return no('no_account');
  const grant = grantOf(actor, action);
  if (grant === undefined) return no('role');
  const isOfCase = caseActions.some((known) => known === action);
  if (resource.excluded === true || (isOfCase && resource.excluded !== false)) return no('excluded');
  if (resource.exclusionWaits !== false && actionsThatWait.includes(action)) return no('exclusion_waits');
  return holds[grant](actor, resource);
}

function grantOf(actor: StaffActor | undefined, action: Action): Grant | undefined {
  if (!maySignIn(actor) || !Object.hasOwn(matrix, action)) return undefined;
  const grants = matrix[action];
  return Object.hasOwn(grants, actor.role) ? grants[actor.role] : undefined;
}

const allowed: Authorization = { allowed: true };

const openStatuses: readonly (CaseStatus | undefined)[] = [
  'received',
  'triaged',
  'in_progress',
  'waiting_reporter',
  'waiting_institution',
];

const holds: Readonly<Record<Grant, (actor: StaffActor, resource: Resource) => Authorization>> = {
  yes: () => allowed,
  while_open: (_, { status }) => (openStatuses.includes(status) ? allowed : no('state')),
  not_anothers: (_, { holder }) => (holder === 'self' || holder === 'nobody' ? allowed : no('holder')),
  own: (_, { holder }) => (holder === 'self' ? allowed : no('holder')),
  call_when_alone: (_, { isCritical, isCall, isAlone }) => {
    if (isCritical !== true) return no('not_critical');
    if (isCall !== true) return no('no_call');
    return isAlone === true ? allowed : no('somebody_on_duty');
  },
  cleared_if_csam: (actor, { csamFlagged }) => (csamFlagged === false || actor.cleared ? allowed : no('clearance')),
};
