import type { Case } from './case.ts';

/** The two teams of a centre. Handing over between them is internal. Source: PRACTICE, people. */
export const teams = ['hotline', 'helpline'] as const;
export type Team = (typeof teams)[number];

/** Which team has a case: the one it was handed to, else the one its channel belongs to. */
export function teamOf({ team, channel }: Pick<Case, 'team' | 'channel'>): Team {
  return team ?? (channel === 'helpline' ? 'helpline' : 'hotline');
}
