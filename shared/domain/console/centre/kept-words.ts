import type { Text } from '../../text.ts';
import type { ExportState } from '../../commands/records/export.ts';
import type { keptBackBy, KeptList } from '../../keeping/kept-lists.ts';

/** Words of the page about what is kept, erased and given out. */
export interface KeptWords extends Readonly<
  Record<
    | 'count'
    | 'countAndMore'
    | 'owner'
    | 'noOwner'
    | 'endedAt'
    | 'erasedAt'
    | 'nextRun'
    | 'noDate'
    | 'keptFor'
    | 'toldAt'
    | 'tellAt'
    | 'tellNext'
    | 'heldBy'
    | 'withdrawal'
    | 'waitsUntil'
    | 'waitOver'
    | 'lookedAt'
    | 'notLooked'
    | 'decidedBy'
    | 'takeBy'
    | 'takenBy',
    Text
  >
> {
  lists: Readonly<Record<KeptList, Text>>;
  /** What each list is, in one sentence. */
  means: Readonly<Record<KeptList, Text>>;
  /** What would stand in a list that is empty. */
  empty: Readonly<Record<KeptList, Text>>;
  waitsFor: Readonly<Record<(typeof keptBackBy)[number], Text>>;
  exportStates: Readonly<Record<ExportState, Text>>;
}
