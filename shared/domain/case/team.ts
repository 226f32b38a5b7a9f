import type { Channel } from '../report/report.ts';

/** The two teams of a centre. A team transfer is internal. Source: docs/practice.md, People. */
export const teams = ['hotline', 'helpline'] as const;

export type Team = (typeof teams)[number];

/** The team that has a case: the team it was transferred to, else the team of its channel. */
export function teamOf({ team, channel }: { team?: Team; channel: Channel }): Team {
  return team ?? (channel === 'helpline' ? 'helpline' : 'hotline');
}
