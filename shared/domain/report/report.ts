/**
 * What a reporter says. Codes of categories, platforms and places come from the country pack; all other codes are here.
 * The public contract says what fields mean and their limits (docs/generated/openapi.json).
 */

/** A code of the country pack's taxonomy, such as `sexual_extortion`. */
export type CategoryCode = string;

export const abouts = [
  'me',
  'my_child',
  'pupil_or_client',
  'someone_i_know',
  'stranger',
  'content_only',
  'something_i_did',
  'school',
] as const;

export type About = (typeof abouts)[number];

export const genders = ['female', 'male', 'other', 'unknown'] as const;

export type Gender = (typeof genders)[number];

export const suspectRelations = [
  'classmate',
  'peer',
  'partner_or_ex',
  'family',
  'school_staff',
  'known_adult',
  'stranger',
  'group',
  'unsure',
] as const;

export type SuspectRelation = (typeof suspectRelations)[number];

export const whens = ['now', 'today', 'this_week', 'this_month', 'longer', 'unsure'] as const;

export type When = (typeof whens)[number];

export const toldTo = ['parent', 'school', 'police', 'platform', 'friend', 'nobody'] as const;

export type ToldTo = (typeof toldTo)[number];

export const flags = [
  'inDanger',
  'selfHarm',
  'offlineViolence',
  'weapon',
  'meetingArranged',
  'liveNow',
  'missing',
  'sexualImageOfMinor',
  'threatToShare',
  'imagePublic',
  'paymentAsked',
  'paymentMade',
  'repeated',
] as const;

export type Flag = (typeof flags)[number];

/** An absent answer means that nobody asked. It is never stored as false. */
export type TriState = true | false | 'unsure';

export type Flags = Partial<Record<Flag, TriState>>;

export const reporterRoles = [
  'child',
  'parent',
  'teacher',
  'school_staff',
  'professional',
  'institution',
  'citizen',
] as const;

export type ReporterRole = (typeof reporterRoles)[number];

export const contactOwners = ['mine', 'parent', 'other_adult'] as const;

export const contactWays = ['call', 'sms', 'email'] as const;

export const wishSubjects = ['school', 'parents', 'police'] as const;

export const wishAnswers = ['yes', 'no', 'ask_me'] as const;

export type WishSubject = (typeof wishSubjects)[number];

export type WishAnswer = (typeof wishAnswers)[number];

/** An absent wish means `ask_me`. */
export type Wishes = Partial<Record<WishSubject, WishAnswer>>;

export const needs = ['interpreter', 'sign_language', 'easy_text', 'call_me'] as const;

export type Need = (typeof needs)[number];

/** Words for a place where there is no code. */
export const placeWords = ['unknown', 'outside'] as const;

/** The way by which a report came in. Source: docs/domain.md, Channels. */
export const channels = ['web', 'helpline', 'school', 'chat', 'email', 'partner'] as const;

export type Channel = (typeof channels)[number];

/** Age bands, which stand in clear. The exact age is sealed. Source: docs/design.md, Data. */
export const ageBands = ['0-8', '9-11', '12-13', '14', '15', '16-17', '18', '19-30', '31+', 'unknown'] as const;

/** The band that release 0.1.0 wrote for what is now two. It is read, and never written anew. */
export const olderAgeBand = '18-30';

export type AgeBand = (typeof ageBands)[number] | typeof olderAgeBand;

export interface Suspect {
  relation?: SuspectRelation;
  adult?: TriState;
  livesWithChild?: TriState;
}

export interface Account {
  platform?: string;
  handle: string;
}

export interface Contact {
  email?: string;
  phone?: string;
  whose?: (typeof contactOwners)[number];
  how?: (typeof contactWays)[number];
  safe?: TriState;
  whenSafe?: string;
}

/**
 * A report after parsing, normalising and validation. The use-case takes it; an adapter for forms would give the same.
 */
export interface Report {
  category: CategoryCode;
  alsoCategories: CategoryCode[];
  narrative?: string;
  urls: string[];
  accounts: Account[];
  platform?: string;
  about?: About;
  victims: { ageYears?: number; gender?: Gender }[];
  moreVictims?: boolean;
  suspect?: Suspect;
  when?: When;
  alreadyTold: ToldTo[];
  flags: Flags;
  reporter: {
    role?: ReporterRole;
    ageYears?: number;
    name?: string;
    organisation?: string;
    contact?: Contact;
  };
  place: { country: string; region?: string; municipality?: string; school?: string };
  wishes: Wishes;
  needs: Need[];
  campaign?: string;
  /** One of the country pack's languages. */
  language: string;
}

/**
 * The part of a report that stands in clear on the case. It is enough to sort, judge and count by, and holds nothing a
 * person wrote. Everything else is sealed. Source: docs/design.md, Data.
 */
export interface ReportedFacts {
  category: CategoryCode;
  alsoCategories: CategoryCode[];
  platform?: string;
  about?: About;
  victims: { ageBand: AgeBand; gender: Gender }[];
  moreVictims?: boolean;
  suspect?: Suspect;
  flags: Flags;
  reporterRole?: ReporterRole;
  reporterAgeBand: AgeBand;
  region?: string;
  wishes: Wishes;
  needs: Need[];
}
