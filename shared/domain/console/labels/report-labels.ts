import type {
  About,
  AgeBand,
  Channel,
  contactOwners,
  contactWays,
  Flag,
  Gender,
  Need,
  placeWords,
  ReporterRole,
  SuspectRelation,
  ToldTo,
  When,
  WishAnswer,
  WishSubject,
} from '../../report/report.ts';
import type { ReasonCode, Severity } from '../../report/severity.ts';
import type { LabelsOf, LabelsOfPack } from './label.ts';

/** Severity reasons that are neither a category nor a flag. Those two have labels of their own. */
export type PlainReasonCode = Exclude<ReasonCode, `category_${string}` | `flag_${string}`>;

/** Flags that say what kind of text comes. */
export const warnedFlags = [
  'selfHarm',
  'offlineViolence',
  'weapon',
  'sexualImageOfMinor',
] as const satisfies readonly Flag[];

/** What was reported, and how urgent it is, in the words of staff. */
export interface ReportLabels {
  severities: LabelsOf<Severity>;
  /** Why a case has its severity, for codes that are neither `category_…` nor `flag_…`. */
  severityReasons: LabelsOf<PlainReasonCode>;
  categories: LabelsOfPack;
  /** Headings of categories, as the form for callers has them. */
  categoryGroups: LabelsOfPack;
  /** What kind of text comes, before it is opened. By category. */
  contentWarnings: LabelsOfPack;
  /** The same by a flag that was answered with yes or "unsure", whatever the category is. */
  flagWarnings: LabelsOf<(typeof warnedFlags)[number]>;
  platforms: LabelsOfPack;
  /** Regions and municipalities, and the words for a place without a code. */
  places: LabelsOfPack & LabelsOf<(typeof placeWords)[number]>;
  communities: LabelsOfPack;
  channels: LabelsOf<Channel>;
  abouts: LabelsOf<About>;
  ageBands: LabelsOf<AgeBand>;
  genders: LabelsOf<Gender>;
  suspectRelations: LabelsOf<SuspectRelation>;
  reporterRoles: LabelsOf<ReporterRole>;
  flags: LabelsOf<Flag>;
  /** Of every question that is answered with true, false or "unsure". */
  answers: LabelsOf<'true' | 'false' | 'unsure'>;
  whens: LabelsOf<When>;
  alreadyTold: LabelsOf<ToldTo>;
  /** Who may be told. */
  wishes: LabelsOf<WishSubject>;
  wishAnswers: LabelsOf<WishAnswer>;
  needs: LabelsOf<Need>;
  contactWays: LabelsOf<(typeof contactWays)[number]>;
  contactOwners: LabelsOf<(typeof contactOwners)[number]>;
}
