import type { Text } from '../../text.ts';

/** Words of what needs a second person, of how long a case is kept, and of the reporter's code. */
export type KeepingWords = Readonly<
  Record<
    | 'asked'
    | 'lowered'
    | 'partnerDecides'
    | 'holdMeans'
    | 'releaseMeans'
    | 'erasureMeans'
    | 'erasureSure'
    | 'erasureGoOn'
    | 'erasureLast'
    | 'approvals'
    | 'nothingWaits'
    | 'askedBy'
    | 'decideBy'
    | 'holdsFrom'
    | 'ownRequest'
    | 'takeBack'
    | 'partnerCall'
    | 'callHint'
    | 'exportMeans'
    | 'exportOnce'
    | 'exportReady'
    | 'saveFile'
    | 'nextPart'
    | 'markSays'
    | 'fileName'
    | 'reissueMeans'
    | 'newCode'
    | 'tellItNow'
    | 'printIt'
    | 'codeGone'
    | 'spokenMeans'
    | 'subjectMeans'
    | 'subjectSheet'
    | 'subjectHint'
    | 'languageOfReport',
    Text
  >
>;
