import { notTold, toldOf, type TellingFields } from '../handling/message-field.tsx';
import { missing } from '../form/missing.ts';
import { dutyOf, noDuty, type DutyFields } from './duty.ts';
import { endOf, noEnd, type EndFields } from './end-fields.ts';

/** What a resolution records, apart from which cases. */
export interface ResolutionFields extends EndFields, DutyFields, TellingFields {
  leadCase: string;
  dropProposals: boolean;
}

export const nothingResolved = (leadCase: string): ResolutionFields => ({
  ...noEnd,
  ...noDuty,
  ...notTold,
  leadCase,
  dropProposals: true,
});

/** What is sent of it. A text tells what is missing. */
export function resolutionOf(fields: ResolutionFields, { hasDuty }: { hasDuty: boolean }) {
  const end = endOf(fields);
  if ('missing' in end) return missing(end.missing);
  const isSame = end.outcome === 'same_event';
  if (isSame && fields.leadCase.trim() === '') return missing('leadCase');
  const duty = hasDuty ? dutyOf(fields) : undefined;
  if (duty !== undefined && 'missing' in duty) return missing(duty.missing);
  const told = toldOf(fields);
  if (typeof told === 'string') return told;
  return {
    ...end,
    ...(isSame ? { leadCase: fields.leadCase.trim() } : {}),
    ...(fields.dropProposals ? { dropProposals: true } : {}),
    ...(duty === undefined ? {} : { dutyToReport: duty }),
    ...told,
  };
}
