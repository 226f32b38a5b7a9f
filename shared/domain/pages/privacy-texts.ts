import type { ToldTo } from '../report/report.ts';
import type { AddressedText, Sourced, Text } from '../text.ts';

/** The roles that read cases (authorize.ts). */
export const readingRoles = ['counsellor', 'officer', 'supervisor'] as const;

export type Reading = (typeof readingRoles)[number];

/** What the page about a reporter's data tells, in this order. */
export const privacySections = ['kept', 'seen', 'end', 'rights', 'us', 'complain'] as const;

export type PrivacySection = (typeof privacySections)[number];

/** Somebody to whom one can complain about the centre, and how they are reached. */
export interface ComplaintPlace {
  name: Text;
  reach: Sourced & { value: string };
}

/**
 * Texts about what becomes of a reporter's data, for children and for adults. {centre} is its name. {mostYears},
 * {withdrawnDays} and {justiceYears} come from the rule by which cases are erased. {restoreDays}: for how long what was
 * erased can be brought back.
 */
export interface PrivacyTexts {
  sections: Readonly<Record<PrivacySection, { heading: AddressedText; text: AddressedText }>>;
  /** Leads to the wording for the other reader. */
  forAdults: AddressedText;
  forChildren: AddressedText;
  /** The page that shows with a code what its holder wrote. */
  everything: Readonly<Record<'shown' | 'notShown' | 'yours' | 'nothing' | 'notYet', AddressedText>>;
  /**
   * The sheet on which a person gets all that they told. {at}: when it is erased. {from}: the number of the message with
   * which the next part begins.
   */
  sheet: Readonly<
    Record<'keep' | 'alreadyTold' | 'campaign' | 'openedBy' | 'until' | 'held' | 'withheld' | 'goesOn', AddressedText>
  > & {
    toldTo: Readonly<Record<ToldTo, AddressedText>>;
    /** Who opened it, by what they do at the centre. */
    seenBy: Readonly<Record<Reading | 'other', AddressedText>>;
  };
}

/** What a country gives to these pages. */
export interface PrivacyOfPack {
  texts: PrivacyTexts;
  /** Where one can complain: the head of the centre first, then the outside partner, then who does not depend on it. */
  complain: readonly ComplaintPlace[];
}
