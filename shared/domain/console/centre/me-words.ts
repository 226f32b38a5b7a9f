import type { ContactKind } from '../../people/person.ts';
import type { RosterDay } from '../../people/roster/roster.ts';
import type { Text } from '../../text.ts';

/** Words of somebody's own settings: language, how they are reached, the test mail, and this device. */
export interface MeWords extends Readonly<
  Record<
    | 'language'
    | 'languageFor'
    | 'languageMeans'
    | 'saved'
    | 'reached'
    | 'byAdministrator'
    | 'noDuty'
    | 'duty'
    | 'calledFirst'
    | 'calledAfter'
    | 'always'
    | 'onShifts'
    | 'onNoShift'
    | 'shift'
    | 'shiftNow'
    | 'nextShift'
    | 'noNextShift'
    | 'night'
    | 'daily'
    | 'cameBack'
    | 'test'
    | 'testMeans'
    | 'testFails'
    | 'testAsked'
    | 'testCameBack'
    | 'testAgain'
    | 'askTest'
    | 'device'
    | 'dutyPhone'
    | 'dutyPhoneMeans'
    | 'sound'
    | 'soundMeans'
    | 'letters'
    | 'lettersMean',
    Text
  >
> {
  /** Where letters go, by kind of contact: {mail}, and {phone} that a desk rings. */
  contact: Readonly<Record<ContactKind, Text>>;
  /** Days of a rota, short. */
  days: Readonly<Record<RosterDay, Text>>;
}
