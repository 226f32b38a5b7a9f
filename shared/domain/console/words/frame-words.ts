import type { Text } from '../../text.ts';

/** Words around every page of the console. */
export type FrameWords = Readonly<
  Record<
    | 'title'
    | 'signIn'
    | 'signOut'
    | 'home'
    | 'queue'
    | 'file'
    | 'find'
    | 'centre'
    | 'language'
    | 'notSent'
    | 'tryAgain'
    | 'loading'
    | 'nothingHere'
    | 'more'
    | 'close'
    | 'back'
    | 'cancel'
    | 'yes'
    | 'no'
    | 'done'
    | 'sending'
    | 'changedMeanwhile'
    | 'changedNotSent'
    | 'doItAnyway'
    | 'signInToSend'
    | 'notFound'
    | 'skip'
    | 'menu'
    | 'covered'
    | 'nothingLost'
    | 'signInAgain'
    | 'signedOut'
    | 'notReached'
    | 'keys'
    | 'notReachedNow'
    | 'shutOut'
    | 'shutOutMeans'
    | 'signInEnded'
    | 'canClose'
    | 'asAnother'
    | 'nothingLostHere',
    Text
  >
>;
