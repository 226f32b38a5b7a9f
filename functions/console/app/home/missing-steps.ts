import type { StartStep } from '#shared/domain/console/centre/start-words.ts';
import { partnerDuty } from '#shared/domain/people/duties.ts';
import type { DirectoryAnswers } from '../api/answers.ts';

/** What the directory answers, each where it could be had. */
export interface Known {
  people?: DirectoryAnswers['People'] | undefined;
  roster?: DirectoryAnswers['Roster'] | undefined;
  institutions?: DirectoryAnswers['Institutions'] | undefined;
}

/** Something that the centre lacks: the duties, or how many. */
export interface Missing {
  step: StartStep;
  duties?: readonly string[];
  count?: number;
}

const caseworkers: readonly (string | undefined)[] = ['counsellor', 'officer', 'supervisor'];

/** What an administrator does first, in its order. Each stands there only while it is missing. */
export function missingSteps({ people, roster, institutions }: Known): Missing[] {
  return [
    ...(people === undefined ? [] : missingPeople(people)),
    ...(roster === undefined ? [] : missingShifts(roster)),
    ...(institutions === undefined ? [] : missingNumbers(institutions)),
  ];
}

function missingPeople({ people, duties = { unheld: [], silent: [] } }: DirectoryAnswers['People']): Missing[] {
  const signingIn = people.filter(({ active, barred }) => active && barred !== true);
  const administrators = signingIn.filter(({ role }) => role === 'administrator').length;
  const unheld = duties.unheld.filter((duty) => duty !== partnerDuty);
  return [
    ...(signingIn.some(({ role }) => caseworkers.includes(role)) ? [] : [{ step: 'caseworkers' as const }]),
    ...(administrators < 2 ? [{ step: 'secondAdministrator' as const }] : []),
    ...(duties.unheld.includes(partnerDuty) ? [{ step: 'partner' as const }] : []),
    ...(unheld.length === 0 ? [] : [{ step: 'unheld' as const, duties: unheld }]),
    ...(duties.silent.length === 0 ? [] : [{ step: 'silent' as const, duties: duties.silent }]),
  ];
}

/** Hours without anybody cleared are for those who see cases. */
function missingShifts({ shifts, gaps }: DirectoryAnswers['Roster']): Missing[] {
  if (shifts.length === 0) return [{ step: 'roster' }];
  const hours = gaps.filter(({ duty }) => duty !== undefined).reduce((sum, gap) => sum + gap.hours, 0);
  return hours === 0 ? [] : [{ step: 'hours', count: hours }];
}

function missingNumbers({ institutions }: DirectoryAnswers['Institutions']): Missing[] {
  const without = institutions.filter(({ inUse, phones }) => inUse && phones.length === 0).length;
  return without === 0 ? [] : [{ step: 'numbers', count: without }];
}
