import type { Audience } from '../help/audience.ts';
import type { About, Gender, Need, SuspectRelation, When } from '../report/report.ts';
import type { AddressedText, Text } from '../text.ts';

/** A group of texts that a page uses by name. */
type Texts<Name extends string> = Readonly<Record<Name, AddressedText>>;

/**
 * Wordings of the pages for whoever reports. What addresses the reader has both forms. Where the reader is unknown, a
 * child is addressed. Titles never name the centre: somebody may look over the shoulder.
 */
export interface PageTexts {
  /** What a language is called by those who speak it. */
  languageName: Text;
  frame: Texts<
    | 'tellUs'
    | 'leave'
    | 'free'
    | 'talkNow'
    | 'inDangerNow'
    | 'errorWord'
    | 'back'
    | 'toStart'
    | 'done'
    | 'print'
    | 'howToPrint'
    | 'privacy'
  >;
  start: Texts<'title' | 'heading' | 'promise' | 'noName' | 'who' | 'haveCode' | 'device' | 'deviceText' | 'escape'> & {
    doors: Texts<Audience>;
  };
  form: Texts<
    | 'part'
    | 'next'
    | 'send'
    | 'choose'
    | 'yes'
    | 'no'
    | 'unsure'
    | 'whatHappened'
    | 'whatHappenedHint'
    | 'tell'
    | 'tellHint'
    | 'where'
    | 'addresses'
    | 'addressesHint'
    | 'when'
    | 'about'
    | 'aboutHeading'
    | 'aboutHint'
    | 'age'
    | 'adultAge'
    | 'ageUnsaid'
    | 'childAge'
    | 'childGender'
    | 'gender'
    | 'relation'
    | 'adult'
    | 'livesWithChild'
    | 'school'
    | 'municipality'
    | 'placeUnknown'
    | 'placeOutside'
    | 'beforeSending'
    | 'codeComes'
    | 'name'
    | 'organisation'
    | 'reach'
    | 'phone'
    | 'email'
    | 'how'
    | 'safe'
    | 'whenSafe'
    | 'wishes'
    | 'needs'
    | 'notTwice'
    | 'noCategory'
    | 'nothingSaid'
    | 'tooLong'
    | 'lineTooLong'
    | 'problems'
    | 'notSent'
    | 'notStored'
    | 'unknownWhetherStored'
    | 'underWay'
    | 'newReport'
  > & {
    abouts: Texts<About>;
    genders: Texts<Gender>;
    relations: Texts<SuspectRelation>;
    whens: Texts<When>;
    needsOf: Texts<Need>;
    ways: Texts<'call' | 'sms' | 'email'>;
    /** Headings of the pack's groups of categories, for each kind of reader. */
    groups: Readonly<Record<string, Readonly<Record<Audience, Text>>>>;
  };
  /** `fileName` is what the file with the code is called: nothing that tells. */
  receipt: Texts<
    | 'fileName'
    | 'save'
    | 'title'
    | 'heading'
    | 'readBy'
    | 'handleBy'
    | 'resolveBy'
    | 'code'
    | 'adjusted'
    | 'asksInVain'
    | 'seeThread'
    | 'guidance'
  >;
  code: Texts<'title' | 'heading' | 'label' | 'open' | 'opensNothing' | 'cleared'>;
  /** `keptUntil` has `{at}`: when all of it is erased. */
  thread: Texts<
    | 'title'
    | 'readAt'
    | 'dueBy'
    | 'messages'
    | 'new'
    | 'readNew'
    | 'us'
    | 'you'
    | 'earlier'
    | 'write'
    | 'addresses'
    | 'send'
    | 'sent'
    | 'nothingWritten'
    | 'more'
    | 'stillHappening'
    | 'stillHappeningText'
    | 'helped'
    | 'helpedYes'
    | 'helpedPartly'
    | 'helpedNo'
    | 'shared'
    | 'yourCode'
    | 'lock'
    | 'lockMeans'
    | 'stillUnsent'
    | 'lockYes'
    | 'locked'
    | 'withdraw'
    | 'withdrawMeans'
    | 'withdrawYes'
    | 'keptUntil'
    | 'refresh'
    | 'adviceAgain'
    | 'lookAgain'
    | 'yourMessage'
    | 'everything'
  >;
  help: Texts<'title' | 'heading' | 'whoWeTell' | 'whoWeTellText' | 'whenDown' | 'whenDownText'>;
  numbers: Texts<'title' | 'heading' | 'intro' | 'none' | 'quarter' | 'reports' | 'fewerThan'>;
  notFound: Texts<'title' | 'heading' | 'text'>;
}
