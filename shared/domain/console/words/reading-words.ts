import type { Text } from '../../text.ts';

/** Words around texts that somebody opens. */
export interface ReadingWords extends Readonly<
  Record<
    | 'ready'
    | 'why'
    | 'leave'
    /** Opens paragraph `{number}` of `{count}`. */
    | 'lift'
    /** Covers it again. */
    | 'cover'
    /** Stands on paper in its place. */
    | 'coveredOnPaper'
    /** Stands in a text in place of an address. */
    | 'withheld'
    | 'withheldHere'
    | 'notYours'
    | 'reported'
    | 'assessed'
    | 'notAssessed'
    | 'narrative'
    | 'noNarrative'
    | 'addresses'
    | 'accounts'
    | 'details'
    | 'thread'
    | 'noThread'
    | 'sealed'
    | 'toText'
    | 'wroteAgain'
    | 'toMessage'
    /** `{name}` gave out a code before this message was written. */
    | 'afterReissue'
    | 'earlier'
    | 'later'
    | 'notes'
    | 'noNotes'
    /** `{count}` notes. */
    | 'noteCount'
    | 'pause'
    | 'pauseSeen'
    /** `{count}` hard cases in the last twelve hours. */
    | 'readings'
    | 'whichCases'
    | 'goOn',
    Text
  >
> {
  from: Readonly<Record<'reporter' | 'centre', Text>>;
  facts: Readonly<
    Record<
      | 'reporter'
      | 'wishes'
      | 'needs'
      | 'years'
      | 'when'
      | 'alreadyTold'
      | 'name'
      | 'organisation'
      | 'contact'
      | 'safe'
      | 'safeUnsaid'
      | 'whenSafe'
      | 'place'
      | 'school'
      | 'campaign',
      Text
    >
  >;
}
