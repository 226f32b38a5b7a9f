import type * as z from 'zod/mini';
import type { reportAnswerSchema } from '#shared/contracts/http/answers.ts';
import type {
  caseView,
  copiedForNotice,
  exportedCase,
  foundCases,
  linkedCases,
  openedCase,
  openedLinkedCases,
  openedReferral,
  previewedReferral,
  queuePage,
  reissuedReceipt,
  spokenAccess,
  subjectSheet,
  standing,
} from '#shared/contracts/http/openapi/openapi-staff-answers.ts';
import type { DirectoryAnswer, DirectoryAnswers } from '#shared/contracts/http/openapi/openapi-directory.ts';
import type { keptPage } from '#shared/contracts/http/openapi/openapi-keeping.ts';
import type { statisticsAnswerSchema } from '#shared/contracts/http/public/statistics-answer.ts';
import type { accessPage, readingsAnswer } from '#shared/contracts/http/staff/access-log.ts';
import type { attentionSchema } from '#shared/contracts/http/staff/attention.ts';
import type { shiftSchema } from '#shared/contracts/http/staff/shift.ts';
import type { CommandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import type { FiledReport } from '#shared/contracts/http/staff/filing.ts';
import type { acknowledgedLetterSchema, letterSchema } from '#shared/contracts/http/staff/letters.ts';

/* What the API answers, from the schemas that its document is made of. A changed answer does not compile here. */

export type { DirectoryAnswer, DirectoryAnswers, FiledReport };
/** Who is signed in. */
export type Me = DirectoryAnswers['Me'];
/** How one is reached. */
export type Settings = DirectoryAnswers['Settings'];
/** How many critical and high cases somebody opened of late. */
export type Readings = z.infer<typeof readingsAnswer>;
/** Who opened what. */
export type AccessLine = z.infer<typeof accessPage>['entries'][number];
/** A change of the directory. */
export type AuditLine = DirectoryAnswers['DirectoryAudit']['entries'][number];
/** The published quarters of a year. */
export type Statistics = z.infer<typeof statisticsAnswerSchema>;
export type CaseView = z.infer<typeof caseView>;
export type Standing = z.infer<typeof standing>;
export type OpenedCase = z.infer<typeof openedCase>;
export type QueuePage = z.infer<typeof queuePage>;
export type QueueLine = QueuePage['cases'][number];
/** Cases that were found by what they name. */
export type Found = z.infer<typeof foundCases>;
export type KeptPage = z.infer<typeof keptPage>;
/** A case in a list of what is kept, erased and given out. */
export type KeptLine = KeptPage['cases'][number];
export type Attention = z.infer<typeof attentionSchema>;
export type AttentionCase = Attention['cases'][number];
/** What is answered to a report that staff filed. */
export type Filed = z.infer<typeof reportAnswerSchema>;
/** Who rings now. */
export type Duty = DirectoryAnswers['Duty'];
/** What a shift hands over. */
export type Shift = z.infer<typeof shiftSchema>;
export type ShiftCase = Shift['cases'][number];
export type Letter = z.infer<typeof letterSchema>;
export type AcknowledgedLetter = z.infer<typeof acknowledgedLetterSchema>;

/** What each command answers. Where it is not named here, it answers how the case stands. */
interface OtherAnswers {
  read: OpenedCase;
  linkedReading: z.infer<typeof openedLinkedCases>;
  linkedHandling: z.infer<typeof linkedCases>;
  linkedDanger: z.infer<typeof linkedCases>;
  linkedMessage: z.infer<typeof linkedCases>;
  linkedResolution: z.infer<typeof linkedCases>;
  referralPreview: z.infer<typeof previewedReferral>;
  referralReading: z.infer<typeof openedReferral>;
  referralAccess: z.infer<typeof spokenAccess>;
  exportTaking: z.infer<typeof exportedCase>;
  copyForNotice: z.infer<typeof copiedForNotice>;
  receiptReissue: z.infer<typeof reissuedReceipt>;
  subjectAccess: z.infer<typeof subjectSheet>;
  letterAcknowledgement: AcknowledgedLetter;
}

export type CopyShown = OtherAnswers['referralPreview']['copy'];
export type ReferralLine = NonNullable<CaseView['referrals']>[number];

export type CommandAnswer<N extends keyof CommandBodies> = N extends keyof OtherAnswers ? OtherAnswers[N] : Standing;
