import type { Role } from '../access/authorize.ts';
import type {
  contactOwners,
  contactWays,
  Gender,
  placeWords,
  ReporterRole,
  SuspectRelation,
} from '../report/report.ts';
import type { Text } from '../text.ts';

/**
 * Wordings of the printed letter to an institution. It is formal, and shows no gender. Source: docs/practice.md,
 * Referral.
 */
export interface OfficialLetterTexts {
  /** What stands before each fact, and over each part. */
  labels: Readonly<Record<OfficialLetterLabel, Text>>;
  /** The title of the letter: of a case, and of a list of addresses that tells of nobody. */
  titles: { referral: Text; addresses: Text };
  /** The first sentence, of both kinds. */
  openings: { referral: Text; addresses: Text };
  /** Asks to acknowledge: {phone}. */
  acknowledge: Text;
  /** Stands where nothing is given but the reference: {phone}. */
  nothingGiven: Text;
  /** To whoever does not lead: to speak to the {lead}, or to the centre at {phone}. */
  doNotQuestion: { lead: Text; centre: Text };
  confidential: Text;
  /** Codes of a report in words. */
  words: {
    genders: Readonly<Record<Gender, Text>>;
    relations: Readonly<Record<SuspectRelation, Text>>;
    reporters: Readonly<Record<ReporterRole, Text>>;
    owners: Readonly<Record<(typeof contactOwners)[number], Text>>;
    ways: Readonly<Record<(typeof contactWays)[number], Text>>;
    places: Readonly<Record<(typeof placeWords)[number], Text>>;
    answers: Readonly<Record<'yes' | 'no' | 'unsure', Text>>;
    writers: Readonly<Record<'reporter' | 'centre', Text>>;
  };
  /** What somebody of the centre does there, for the roles that send. */
  roles: Readonly<Partial<Record<Role, Text>>>;
}

export const officialLetterLabels = [
  'reference',
  'date',
  'address',
  'phone',
  'mail',
  'to',
  'unit',
  'attention',
  'answeredBy',
  'basis',
  'basisAsOf',
  'narrative',
  'victims',
  'suspect',
  'reporter',
  'place',
  'addresses',
  'accounts',
  'thread',
  'age',
  'gender',
  'moreVictims',
  'relation',
  'adult',
  'livesWithChild',
  'role',
  'name',
  'organisation',
  'contactOwner',
  'contactWay',
  'safe',
  'whenSafe',
  'country',
  'region',
  'municipality',
  'school',
  'notSaid',
  'sender',
  'duty',
  'signature',
] as const;

export type OfficialLetterLabel = (typeof officialLetterLabels)[number];
