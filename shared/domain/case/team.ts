import type { Channel } from '../report/report.ts';

/** The two teams of a centre. Handing over between them is internal. Source: docs/practice.md, People. */
export const teams = ['hotline', 'helpline'] as const;

export type Team = (typeof teams)[number];

/** Which team has a case: the one it was handed to, else the one its channel belongs to. */
export function teamOf({ team, channel }: { team?: Team; channel: Channel }): Team {
  return team ?? (channel === 'helpline' ? 'helpline' : 'hotline');
}
