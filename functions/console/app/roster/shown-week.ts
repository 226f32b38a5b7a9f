import type { Roster, RosterGap } from '#shared/domain/people/roster/roster.ts';
import type { RosterPerson } from '#shared/domain/people/roster/roster-people.ts';
import type { DirectoryAnswers } from '../api/answers.ts';
import { defined } from '../api/defined.ts';

/** The week's rota as the API shows it, in the types of the rules that judge it. */
export interface ShownWeek extends Roster {
  people: readonly RosterPerson[];
  gaps: readonly RosterGap[];
}

export function shownWeek({ people, gaps, ...roster }: DirectoryAnswers['ShownRoster']): ShownWeek {
  return { ...roster, people: people.map(defined), gaps: gaps.map(defined) };
}
