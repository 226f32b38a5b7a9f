import type { Text } from '../../text.ts';

/** Words around referrals and takedown notices. */
export interface ReferralsWords extends Readonly<
  Record<
    | 'required'
    | 'lead'
    | 'onlyAddresses'
    | 'basis'
    | 'call'
    | 'proposedBy'
    | 'whyNot'
    | 'byCallOnly'
    /** `{step}` of `{count}`, and `{title}`. */
    | 'stepOf'
    | 'continue'
    | 'readFirst'
    | 'toRead'
    | 'whatIsGiven'
    /** `{count}` that stand on other pages of the thread. */
    | 'tickedElsewhere'
    | 'noneHere'
    | 'addressesWithheld'
    | 'consentAgainst'
    | 'toldFirst'
    | 'writeFirst'
    | 'contacts'
    | 'everyContact'
    | 'noContacts'
    | 'contactsNotSeen'
    | 'moreContacts'
    | 'notReached'
    | 'unitHint'
    | 'way'
    | 'wayMail'
    | 'wayCall'
    | 'theCopy'
    | 'copyHint'
    | 'copyGone'
    | 'speakTo'
    | 'theCentre'
    | 'nothingIn'
    | 'whoAnswered'
    /** `{name}` answered. */
    | 'calledAnd'
    | 'called'
    | 'messageFirst'
    | 'notToldFirst'
    /** `{status}` is how the referral stands now. */
    | 'standsNow'
    | 'decidedAt'
    | 'given'
    | 'givenNothing'
    | 'sentAt'
    | 'cameBack'
    /** Whoever got the mail says that it is not for them. `{at}` is when. */
    | 'notForThem'
    | 'calledAt'
    | 'acknowledgedAt'
    | 'acceptedAt'
    | 'declinedAt'
    | 'completedAt'
    | 'remindedAt'
    | 'withdrawnAt'
    | 'dropped'
    | 'lookOwed'
    | 'lookedAt'
    | 'saidBy'
    | 'copySent'
    | 'questionWaits'
    | 'readQuestions'
    | 'questionFirst'
    | 'questions'
    | 'lastAskedAt'
    | 'repliedAt'
    | 'reply'
    | 'replyHint'
    | 'saidByPhone'
    /** What a one-time code is that is read out. */
    | 'codeMeans'
    | 'sayCodeNow'
    | 'codeShown'
    | 'withdrawalMeans'
    | 'accessEnds'
    | 'letter'
    | 'letterHint'
    | 'letterVeiled'
    | 'openLetter'
    | 'print'
    | 'letterFrame'
    | 'noticeText'
    | 'noticeHint'
    | 'copy'
    | 'copied'
    | 'notCopied'
    | 'waits'
    | 'choose'
    | 'askedAt'
    | 'veiled',
    Text
  >
> {
  /** The wish of the reporter about this institution. */
  wish: Readonly<Record<'against' | 'unasked' | 'allowed', Text>>;
  step: Readonly<Record<'fields' | 'addresses' | 'ground' | 'copy', Text>>;
  /** What a fact of the copy is called, where no field of a command is called so. */
  part: Readonly<
    Record<'ageYears' | 'role' | 'email' | 'phone' | 'whose' | 'how' | 'country' | 'municipality' | 'name', Text>
  >;
  /** Who asked or replied. */
  from: Readonly<Record<'institution' | 'centre', Text>>;
  /** What is missing before a step is left. */
  missing: Readonly<
    Record<
      | 'addresses'
      | 'accounts'
      | 'ground'
      | 'overrideBecause'
      | 'tell'
      | 'message'
      | 'name'
      | 'institution'
      | 'basis'
      | 'because'
      | 'reply'
      | 'answer'
      | 'how'
      | 'outcome'
      | 'platform'
      | 'way'
      | 'ticks',
      Text
    >
  >;
}
