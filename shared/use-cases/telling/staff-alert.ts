import type { Role } from '../../domain/access/authorize.ts';
import type { CaseApproval } from '../../domain/case/case.ts';
import type { Mail } from '../../ports/mailbox.ts';

/** Which mail an event calls for, and whom it is for. Rungs are indexes into the ladder. */
export type StaffAlert = Pick<Mail, 'occasion' | 'timer' | 'rung' | 'referral' | 'approval'> & {
  /**
   * Whether it is news of its own. Otherwise it only adds a line to the next letter. `alertOf` sets it on what it
   * answers. Source: docs/practice.md, Contacts.
   */
  rings?: boolean;
} & (
    | { to: 'rung'; from: number }
    /**
     * The rung stands in for an assignee who is absent or not reached, whoever of it was told before. `besides`: who did
     * it themselves, and needs no news of it.
     */
    | { to: 'assignee_or_rung'; assignee?: string; from: number; besides?: string }
    /** Both: who has the case, and the rung. */
    | { to: 'assignee_and_rung'; assignee?: string; from: number }
    /** Who is to know of a miss though the ladder begins elsewhere: the assignee, and one more rung. */
    | { to: 'beside_rung'; assignee?: string; also?: number; from: number }
    | { to: 'everybody' }
    /** Whoever comes next and was not told of the same, because a mail told nobody. */
    | { to: 'somebody_else'; from: number }
    /** Who can be the second person for this. */
    | { to: 'approvers'; asked: CaseApproval }
    /** Everybody in these roles, and the outside partner. */
    | { to: 'role_and_partner'; roles: readonly Role[] }
    /** The outside partner who is to decide: nobody else, because the letter holds the code. */
    | { to: 'partner'; partner: string }
    /**
     * The director, or the outside partner where there is no director who may know, or else the supervisors; `besides`
     * is who did it. Nobody is told whom the case excludes, or an exclusion that waits names since before the event
     * `about`. `orColleagues`: in a centre that has neither, those who read cases are told. `isAgain`: a mail to `besides` came back. They are tried again
     * after a while, where nobody else may know.
     */
    | { to: 'director_or_partner'; besides: string; about: number; orColleagues?: true; isAgain?: true }
    /** Who has the case, and everybody in these roles, but not who did it. The first rung stands in for nobody. */
    | {
        to: 'assignee_and_roles';
        assignee?: string;
        roles: readonly Role[];
        /** Those who are told where nobody of the roles is reached besides the one who did it. */
        orRoles: readonly Role[];
        besides?: string;
        from: number;
      }
    /** The contacts of an institution, or the one that was picked. `otherwise` goes to staff when nobody is there. */
    | { to: 'institution'; institution: string; contact?: string; otherwise?: StaffAlert }
  );

export type AlertOrNot = { tell: StaffAlert } | { tell: undefined; because: string };

export function nobody(because: string): AlertOrNot {
  return { tell: undefined, because };
}
