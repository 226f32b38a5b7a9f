/** Roles that exist today; the rest of PRACTICE's list comes with the full matrix. */
export const roles = ['counsellor', 'officer', 'supervisor'] as const;
export type Role = (typeof roles)[number];
