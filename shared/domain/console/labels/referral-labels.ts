import type { TakedownNoticeAnswer, takedownNoticeWays } from '../../case/case.ts';
import type {
  AnswerWay,
  declineReasons,
  DisclosureField,
  DropReason,
  InstitutionKind,
  notToldFirstReasons,
  overrideReasons,
  referralAnswers,
  referralOutcomes,
  ReferralStatus,
  SharingGround,
  withdrawReasons,
} from '../../case/referral.ts';
import type { CodeWay } from '../../case/receipts/code-way.ts';
import type { LabelsOf, LabelsOfPack } from './label.ts';

/** Institutions, what they are told and what they answer; takedown notices. */
export interface ReferralLabels {
  institutions: LabelsOfPack;
  institutionKinds: LabelsOf<InstitutionKind>;
  legalBases: LabelsOfPack;
  referralStatuses: LabelsOf<ReferralStatus>;
  /** Why the machine proposed it, and what a person checks first. By rule of the pack's matrix, and by caution. */
  referralReasons: LabelsOfPack & LabelsOf<'against_wish' | 'ask_reporter_first' | 'pick_unit' | 'place_unknown'>;
  disclosureFields: LabelsOf<DisclosureField>;
  sharingGrounds: LabelsOf<SharingGround>;
  overrideReasons: LabelsOf<(typeof overrideReasons)[number]>;
  notToldFirstReasons: LabelsOf<(typeof notToldFirstReasons)[number]>;
  dropReasons: LabelsOf<DropReason>;
  declineReasons: LabelsOf<(typeof declineReasons)[number]>;
  referralAnswers: LabelsOf<(typeof referralAnswers)[number]>;
  referralOutcomes: LabelsOf<(typeof referralOutcomes)[number]>;
  answerWays: LabelsOf<AnswerWay>;
  /** How a one-time code gets to a contact. */
  codeWays: LabelsOf<CodeWay>;
  withdrawReasons: LabelsOf<(typeof withdrawReasons)[number]>;
  noticeWays: LabelsOf<(typeof takedownNoticeWays)[number]>;
  noticeAnswers: LabelsOf<TakedownNoticeAnswer>;
}
