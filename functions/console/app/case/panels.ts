import type { CaseView } from '../api/answers.ts';
import { movable } from '../handling/target/movable.ts';
import { isExportToTake, isUndecided } from '../keeping/approvals/waiting-approvals.ts';
import { hasEnded, isGoingOn, leads, moves, offeredAmong, type PanelName, type Panels } from './panel.ts';

export { isOffered, type PanelName, type PanelProps } from './panel.ts';

/** The panel of each command, in the order in which the bar of the case offers them. Each is loaded when it is opened. */
export const panels: Panels = {
  danger: {
    action: 'record_danger',
    fits: ({ danger }) => danger !== undefined,
    load: async () => (await import('../handling/danger.tsx')).DangerPanel,
  },
  handling: {
    action: 'handle_case',
    fits: moves('handle'),
    load: async () => (await import('../handling/handling.tsx')).HandlingPanel,
  },
  severity: {
    action: ['raise_severity', 'lower_severity'],
    fits: isGoingOn,
    load: async () => (await import('../handling/severity.tsx')).SeverityPanel,
  },
  assessment: {
    action: 'assess_case',
    fits: ({ status, readAt }) => status !== 'closed' && readAt !== undefined,
    load: async () => (await import('../handling/assessment/assessment.tsx')).AssessmentPanel,
  },
  message: {
    action: 'message_reporter',
    fits: ({ readAt }) => readAt !== undefined,
    load: async () => (await import('../handling/message.tsx')).MessagePanel,
  },
  note: { action: 'note_case', load: async () => (await import('../handling/note.tsx')).NotePanel },
  waiting: {
    action: 'wait_case',
    fits: ({ status }) => status === 'in_progress' || status?.startsWith('waiting_') === true,
    load: async () => (await import('../handling/waiting.tsx')).WaitingPanel,
  },
  target: {
    action: 'move_target',
    fits: (view) => movable(view).length > 0,
    load: async () => (await import('../handling/target/target.tsx')).TargetPanel,
  },
  resolution: {
    action: 'resolve_case',
    fits: isGoingOn,
    load: async () => (await import('../lifecycle/resolution.tsx')).ResolutionPanel,
  },
  outcomeCorrection: {
    action: 'resolve_case',
    fits: hasEnded,
    load: async () => (await import('../lifecycle/outcome-correction.tsx')).OutcomeCorrectionPanel,
  },
  closure: {
    action: 'close_case',
    fits: moves('close'),
    load: async () => (await import('../lifecycle/closure.tsx')).ClosurePanel,
  },
  reopening: {
    action: 'reopen_case',
    fits: moves('reopen'),
    load: async () => (await import('../lifecycle/reopening.tsx')).ReopeningPanel,
  },
  assignment: {
    action: 'assign_case',
    fits: moves('claim'),
    load: async () => (await import('../team/assignment.tsx')).AssignmentPanel,
  },
  handOver: {
    action: 'hand_over_case',
    fits: isGoingOn,
    load: async () => (await import('../team/hand-over.tsx')).HandOverPanel,
  },
  link: {
    action: 'link_cases',
    fits: (view) => isGoingOn(view) && view.leadCase === undefined && !leads(view),
    load: async () => (await import('../team/link.tsx')).LinkPanel,
  },
  unlink: {
    action: 'link_cases',
    fits: ({ leadCase }) => leadCase !== undefined,
    load: async () => (await import('../team/link.tsx')).UnlinkPanel,
  },
  exclusions: {
    action: 'exclude_from_case',
    load: async () => (await import('../team/exclusions.tsx')).ExclusionsPanel,
  },
  linkedHandling: {
    action: 'handle_case',
    fits: leads,
    load: async () => (await import('../team/linked/linked-handling.tsx')).LinkedHandlingPanel,
  },
  linkedDanger: {
    action: 'record_danger',
    fits: leads,
    load: async () => (await import('../team/linked/linked-danger.tsx')).LinkedDangerPanel,
  },
  linkedMessage: {
    action: 'message_reporter',
    fits: leads,
    load: async () => (await import('../team/linked/linked-message.tsx')).LinkedMessagePanel,
  },
  linkedResolution: {
    action: 'resolve_case',
    fits: leads,
    load: async () => (await import('../team/linked/linked-resolution.tsx')).LinkedResolutionPanel,
  },
  approval: {
    action: 'approve_case',
    fits: ({ approvals = [] }) => approvals.some(isUndecided),
    load: async () => (await import('../keeping/approvals/approval.tsx')).ApprovalPanel,
  },
  receiptReissue: {
    action: 'reissue_receipt',
    load: async () => (await import('../keeping/receipt/receipt-reissue.tsx')).ReceiptReissuePanel,
  },
  spoken: {
    action: 'reissue_receipt',
    fits: ({ codeConcerns = [] }) => codeConcerns.length > 0,
    load: async () => (await import('../keeping/receipt/spoken.tsx')).SpokenPanel,
  },
  subjectAccess: {
    action: 'give_subject_access',
    fits: ({ readAt }) => readAt !== undefined,
    load: async () => (await import('../keeping/receipt/subject-access.tsx')).SubjectAccessPanel,
  },
  exportRequest: {
    action: 'export_case',
    load: async () => (await import('../keeping/export/export-request.tsx')).ExportRequestPanel,
  },
  exportTaking: {
    action: 'export_case',
    fits: ({ approvals = [] }) => approvals.some(isExportToTake),
    load: async () => (await import('../keeping/export/export-taking.tsx')).ExportTakingPanel,
  },
  hold: {
    action: 'hold_case',
    fits: ({ hold }) => hold === undefined,
    load: async () => (await import('../keeping/hold.tsx')).HoldPanel,
  },
  release: {
    action: 'hold_case',
    fits: ({ hold }) => hold !== undefined,
    load: async () => (await import('../keeping/hold.tsx')).ReleasePanel,
  },
  erasure: {
    action: 'erase_case',
    fits: hasEnded,
    load: async () => (await import('../keeping/erasure.tsx')).ErasurePanel,
  },
  linkedReading: {
    action: 'read_case',
    fits: leads,
    load: async () => (await import('../reading/linked-reading.tsx')).LinkedReading,
  },
  referralSending: {
    action: 'send_referral',
    isOfPart: true,
    load: async () => (await import('../referrals/sending/sending-panel.tsx')).SendingPanel,
  },
  referral: {
    action: 'refer_case',
    fits: ({ status }) => status !== 'closed',
    load: async () => (await import('../referrals/change-panels.tsx')).AddReferral,
  },
  referralChange: {
    action: 'refer_case',
    isOfPart: true,
    load: async () => (await import('../referrals/change-panels.tsx')).ChangeReferral,
  },
  referralDrop: {
    action: 'refer_case',
    isOfPart: true,
    load: async () => (await import('../referrals/change-panels.tsx')).DropReferral,
  },
  referralAnswer: {
    action: 'follow_referral',
    isOfPart: true,
    load: async () => (await import('../referrals/change-panels.tsx')).AnswerOfInstitution,
  },
  referralReply: {
    action: 'follow_referral',
    isOfPart: true,
    load: async () => (await import('../referrals/reply-panel.tsx')).ReplyToQuestion,
  },
  referralAccess: {
    action: 'issue_access',
    isOfPart: true,
    load: async () => (await import('../referrals/access-panels.tsx')).ReadOutCode,
  },
  referralAccessEnd: {
    action: 'revoke_access',
    isOfPart: true,
    load: async () => (await import('../referrals/access-panels.tsx')).EndAccess,
  },
  referralWithdrawal: {
    action: 'refer_case',
    isOfPart: true,
    load: async () => (await import('../referrals/change-panels.tsx')).WithdrawReferral,
  },
  notice: {
    action: 'follow_referral',
    load: async () => (await import('../referrals/notices.tsx')).RecordNotice,
  },
  copyForNotice: {
    action: 'follow_referral',
    load: async () => (await import('../referrals/notices.tsx')).CopyForNotice,
  },
  noticeAnswer: {
    action: 'follow_referral',
    isOfPart: true,
    load: async () => (await import('../referrals/notices.tsx')).AnswerOfPlatform,
  },
};

/** The panels that the person may open on this case now, in the order of the table. */
export function panelsFor(view: CaseView): PanelName[] {
  return offeredAmong(panels, view);
}
