/**
 * Who may do what on the staff side. One pure function over one table; what the table does not say is no.
 * Source: PRACTICE, people; DESIGN part 7.
 */

/** Roles that exist today; the rest of PRACTICE's list comes with the full matrix. */
export const roles = ['counsellor', 'officer', 'supervisor'] as const;
export type Role = (typeof roles)[number];

export const actions = [
  'list_cases',
  'show_case',
  'read_case',
  /** See the addresses and accounts of a case. */
  'open_addresses',
  'claim_case',
  'raise_severity',
  'lower_severity',
  'handle_case',
  'resolve_case',
  'acknowledge_escalation',
  'file_report',
  /** Decide to whom a case goes, and give away what is chosen of it: an export. */
  'refer_case',
  /** Record what an institution said, and ask it again. */
  'follow_referral',
  'exclude_from_case',
] as const;
export type Action = (typeof actions)[number];

/** The part of a staff record that decides. Always read live: a revoked account is out at once. */
export interface StaffActor {
  role?: Role;
  active: boolean;
  /** May see addresses of cases that may be of child sexual abuse material. */
  cleared: boolean;
}

/** What it is about. Where a grant depends on something that is not said here, the answer is no. */
export interface Resource {
  csamFlagged?: boolean;
}

/** `cleared_if_csam`: clearance governs the addresses of CSAM-flagged cases, not the narrative. */
type Grant = 'yes' | 'cleared_if_csam';

const everyone = { counsellor: 'yes', officer: 'yes', supervisor: 'yes' } as const;

const matrix: Readonly<Record<Action, Readonly<Partial<Record<Role, Grant>>>>> = {
  list_cases: everyone,
  show_case: everyone,
  read_case: everyone,
  open_addresses: { counsellor: 'cleared_if_csam', officer: 'cleared_if_csam', supervisor: 'cleared_if_csam' },
  claim_case: everyone,
  raise_severity: everyone,
  // A counsellor cannot lower alone; a second person's consent comes with the full matrix.
  lower_severity: { officer: 'yes', supervisor: 'yes' },
  handle_case: everyone,
  resolve_case: everyone,
  acknowledge_escalation: everyone,
  file_report: everyone,
  // A counsellor cannot export.
  refer_case: { officer: 'yes', supervisor: 'yes' },
  follow_referral: everyone,
  exclude_from_case: { officer: 'yes', supervisor: 'yes' },
};

export type Authorization = { allowed: true } | { allowed: false; because: 'no_account' | 'role' | 'clearance' };

/**
 * Decides whether `actor` may do `action` to `resource`. An unknown actor, role or action is refused.
 * `no_account`: unknown, inactive, or a contact without sign-in.
 */
export function authorize(actor: StaffActor | undefined, action: Action, resource: Resource = {}): Authorization {
  if (actor?.active !== true || actor.role === undefined) return { allowed: false, because: 'no_account' };
  const grants = Object.hasOwn(matrix, action) ? matrix[action] : {};
  const grant = Object.hasOwn(grants, actor.role) ? grants[actor.role] : undefined;
  if (grant === undefined) return { allowed: false, because: 'role' };
  if (grant === 'cleared_if_csam' && resource.csamFlagged !== false && !actor.cleared) {
    return { allowed: false, because: 'clearance' };
  }
  return { allowed: true };
}
