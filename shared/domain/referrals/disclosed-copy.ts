import type { ReportAddresses, ReportDetails } from '../report/report-parts.ts';

/** A message of the thread in a copy. */
export interface CopiedMessage {
  number: number;
  from: 'reporter' | 'centre';
  at: string;
  text: string;
}

/** What one referral gave away, as typed. Each part is there only when it was chosen. */
export interface DisclosedCopy extends Partial<
  Pick<ReportDetails, 'victims' | 'moreVictims' | 'suspect' | 'reporter' | 'place'>
> {
  /** Who answered the call that is the referral. */
  answeredBy?: string;
  caseNumber?: string;
  unit?: string;
  /** The code of the lead agency, or `theCentre`. Absent in the copy of whoever leads. */
  doNotQuestionTheChildSpeakTo?: string;
  narrative?: string;
  addresses?: ReportAddresses['urls'];
  accounts?: ReportAddresses['accounts'];
  thread?: readonly CopiedMessage[];
}

/** Stands in a copy where no lead agency has heard of the case. No institution of a pack has this code. */
export const theCentre = 'centre';
