import type { Text } from '../../text.ts';

/** Words of the panels about who works on a case, who does not, and which cases belong together. */
export type TeamWords = Readonly<
  Record<
    | 'you'
    | 'handOverMeans'
    | 'linkMeans'
    | 'maybeSame'
    | 'unlinkMeans'
    | 'exclusionsMeans'
    | 'exclusionsMayWait'
    | 'whichCases'
    | 'whichHint'
    | 'parent'
    | 'noneTicked'
    | 'wasDone'
    | 'wasRefused'
    | 'someRefused'
    | 'linkedSeverity',
    Text
  >
>;
