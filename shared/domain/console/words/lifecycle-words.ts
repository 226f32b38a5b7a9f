import type { Text } from '../../text.ts';

/** Words of the panels in which a case ends, or goes on again. */
export type LifecycleWords = Readonly<
  Record<
    | 'goThere'
    | 'blocked'
    | 'asCaseShows'
    | 'spokenHint'
    | 'mostAlso'
    | 'dutyHint'
    | 'noReason'
    | 'closableFrom'
    | 'closureHint'
    | 'reopeningMeans'
    | 'leadCaseHint'
    | 'dropProposalsHint'
    | 'correctionMeans',
    Text
  >
>;
