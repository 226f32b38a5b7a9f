import type { ContactKind } from '../../people/person.ts';
import type { Loss, Widening } from '../../people/power/gains-power.ts';
import type { Text } from '../../text.ts';
import type { LabelsOf } from '../labels/label.ts';

/** Who stands in the directory: somebody who signs in, a contact of the centre's own, or the contact of an institution. */
export const personKinds = ['account', 'contact', 'institution'] as const;

export type PersonKind = (typeof personKinds)[number];

/** How somebody stands in the directory, where that is worth saying. */
export type PersonState = 'waiting' | 'barred' | 'suspended' | 'distrusted' | 'unreachable' | 'chosen' | 'held';

/** A panel of one record. */
export type PersonPanel = 'change' | 'mail' | 'suspension' | 'return';

/** Words of the directory's people. Texts with blanks name them in braces. */
export interface PeopleWords extends Readonly<
  Record<
    | 'title'
    | 'one'
    | 'unknown'
    | 'back'
    | 'search'
    | 'ofRole'
    | 'anyRole'
    | 'found'
    | 'nobodyFound'
    | 'nothingWaits'
    | 'waitsForYou'
    | 'lacks'
    | 'unheld'
    | 'silent'
    | 'waits'
    | 'returned'
    | 'lacksNothing'
    | 'add'
    | 'addTitle'
    | 'waitsAfter'
    | 'yes'
    | 'no'
    | 'nothing'
    | 'anyTeam'
    | 'decide'
    | 'askedBy'
    | 'lapses'
    | 'effective'
    | 'deciders'
    | 'nobodyDecides'
    | 'partnerDecides'
    | 'takeBack'
    | 'takeBackMeans'
    | 'takeBackSuspension'
    | 'approveMeans'
    | 'refuseMeans'
    | 'refuseSuspension'
    | 'mayNotDecide'
    | 'byCall'
    | 'callCode'
    | 'callHint'
    | 'callMissing'
    | 'willChange'
    | 'hasChanged'
    | 'place'
    | 'changedMeanwhile'
    | 'changeWaits'
    | 'suspensionMeans'
    | 'suspensionAgain'
    | 'recordDistrust'
    | 'askAgain'
    | 'contactSuspension'
    | 'distrustMeans'
    | 'returnMeans'
    | 'mailMeans'
    | 'changeMeans'
    | 'barredMeans'
    | 'suspendedMeans'
    | 'distrustedMeans'
    | 'unreachableMeans'
    | 'chosenMeans'
    | 'aloneMeans'
    | 'heldMeans',
    Text
  >
> {
  /** Headings of the list. */
  kinds: LabelsOf<PersonKind>;
  /** What one of them is called. */
  kindNames: LabelsOf<PersonKind>;
  /** What each is, for whoever adds somebody. */
  kindMeans: LabelsOf<PersonKind>;
  states: LabelsOf<PersonState>;
  panels: LabelsOf<PersonPanel>;
  contactKinds: LabelsOf<ContactKind>;
  /** Why a change waits, and what that means. */
  because: LabelsOf<Widening | Loss>;
  /** Whether somebody has their place. */
  places: LabelsOf<'in' | 'barred' | 'out'>;
  /** What is said below a field, by the name of the field. */
  hints: Readonly<Record<'contact' | 'phone' | 'team' | 'unit' | 'cleared' | 'codeBy' | 'mail' | 'role', Text>>;
  /** What is said of the id, by who is added. */
  idHints: LabelsOf<PersonKind>;
}
