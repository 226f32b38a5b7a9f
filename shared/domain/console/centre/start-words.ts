import type { Text } from '../../text.ts';

/** What a centre may lack, in the order in which an administrator does it. */
export const startSteps = [
  'caseworkers',
  'secondAdministrator',
  'partner',
  'unheld',
  'silent',
  'roster',
  'hours',
  'numbers',
] as const;

export type StartStep = (typeof startSteps)[number];

/** Words of what an administrator does first. {duties} and {count} say what is missing. */
export interface StartWords {
  /** For whoever works with no case. */
  noCases: Text;
  title: Text;
  nothingMissing: Text;
  notAll: Text;
  pages: Text;
  steps: Readonly<Record<StartStep, Text>>;
}
