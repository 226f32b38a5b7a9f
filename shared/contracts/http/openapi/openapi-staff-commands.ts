import { largestCopyKiB, mostReferrals } from '../../../domain/case/referral.ts';
import { approvalBodies } from '../staff/approvals.ts';
import { caseworkBodies } from '../staff/casework.ts';
import { keepingBodies } from '../staff/keeping.ts';
import { receiptBodies } from '../staff/receipts.ts';
import { referralBodies } from '../staff/referrals.ts';
import { staffBodies } from '../staff/commands.ts';

/** All bodies of staff commands, by the name of the command. */
export const bodies = {
  ...staffBodies,
  ...caseworkBodies,
  ...approvalBodies,
  ...keepingBodies,
  ...receiptBodies,
  ...referralBodies,
};
export type Command = keyof typeof bodies;

/** What each command is for, and whether it decides on what was seen. A command without a line here does not compile. */
export const commands: Readonly<
  Record<Command, { path: string; summary: string; needsIfMatch: boolean; changesNothing?: true }>
> = {
  read: {
    path: 'read',
    summary:
      'Open words, details, addresses and thread. `reason` (`on_duty`, `assigned_to_me` or `other`) is needed for critical and high.',
    needsIfMatch: false,
  },
  claim: { path: 'claim', summary: 'Take the case. 409 says who has it.', needsIfMatch: false },
  severity: {
    path: 'severity',
    summary: 'Set the severity. Anybody raises; an officer or above lowers.',
    needsIfMatch: true,
  },
  handling: {
    path: 'handling',
    summary: 'Record that the case is handled. It must have been read; `message` or `noMessageBecause`.',
    needsIfMatch: true,
  },
  resolution: {
    path: 'resolution',
    summary:
      'Record how it ended. It must have been handled; 422 names by field what is still missing. 409 `because` says what has not happened yet: `referral_not_acknowledged` (with the `referrals` waited for), `duty_not_sent`, `notice_not_sent`.',
    needsIfMatch: true,
  },
  acknowledgement: {
    path: 'escalations/{timer}/{rung}/acknowledgement',
    summary: 'Say that the raise of this rung was seen. Holds the climb; 409 when it has moved on.',
    needsIfMatch: false,
  },
  assignment: {
    path: 'assignment',
    summary: 'Give the case to a colleague who may work on it.',
    needsIfMatch: true,
  },
  handOver: {
    path: 'hand-over',
    summary: 'Hand over between hotline and helpline. Nobody has it then; the reporter is told that it is one team.',
    needsIfMatch: true,
  },
  note: {
    path: 'notes',
    summary: 'Write a note for colleagues. It is sealed, and opened by reading the case.',
    needsIfMatch: false,
  },
  message: {
    path: 'messages',
    summary: 'Write to the reporter, who finds it with the receipt. The case must have been read.',
    needsIfMatch: false,
  },
  link: {
    path: 'link',
    summary: 'Link under the lead case of the same event. Several linked reports raise the severity of the lead.',
    needsIfMatch: true,
  },
  unlink: { path: 'unlink', summary: 'Take apart from the lead case.', needsIfMatch: true },
  assessment: {
    path: 'assessment',
    summary:
      'Record what staff conclude, beside what was reported. What is given stands; what is absent was not judged.',
    needsIfMatch: true,
  },
  waiting: {
    path: 'waiting',
    summary: 'Say for whom the case waits, or `nobody`. It stops no clock.',
    needsIfMatch: true,
  },
  target: {
    path: 'targets',
    summary:
      'Move an internal deadline (`handle`, `resolve`, or one of a referral), never beyond the promise, which never moves.',
    needsIfMatch: true,
  },
  notice: {
    path: 'notices',
    summary: 'Record that a platform was asked to take something down.',
    needsIfMatch: false,
  },
  noticeAnswer: {
    path: 'notices/{notice}/answer',
    summary: 'Record what the platform answered; `no_answer` when nobody waits any more.',
    needsIfMatch: false,
  },
  closure: {
    path: 'closure',
    summary:
      'Close a resolved case. Without `because`, referrals and notices must have ended (409 names them in `open`) and it must have been quiet (409 says `closableFrom`).',
    needsIfMatch: true,
  },
  reopening: {
    path: 'reopening',
    summary: 'Take a resolved or closed case up again: a new clock number and a new promise.',
    needsIfMatch: true,
  },
  referral: {
    path: 'referrals',
    summary: `Name an institution that the matrix did not; it is proposed, and sent like any other. A case has at most ${mostReferrals} referrals (409 \`referrals_full\`).`,
    needsIfMatch: false,
  },
  referralChange: {
    path: 'referrals/{referral}/change',
    summary: 'Give a proposal another basis, or the lead.',
    needsIfMatch: false,
  },
  referralDrop: {
    path: 'referrals/{referral}/drop',
    summary: 'Decide not to send a proposal, and why not.',
    needsIfMatch: false,
  },
  referralSending: {
    path: 'referrals/{referral}/sending',
    summary: `Send: the fields to give away, the ground, and for an override its reason, with a message to the reporter first or why not. The institution’s contacts get a mail that something waits. With \`call\`, the phone call is the referral, and the mail follows it. \`addresses\` and \`accounts\` are ticked by their positions in the opened case, from 0. All that is given away holds at most ${largestCopyKiB} KiB as JSON; more is refused (422, \`too_much\` at \`/fields\`), and then fewer fields are chosen.`,
    needsIfMatch: false,
  },
  referralAnswer: {
    path: 'referrals/{referral}/answer',
    summary:
      'Record what the institution said: acknowledged (by name, how), accepted, declined (why), completed (how).',
    needsIfMatch: false,
  },
  referralReminder: {
    path: 'referrals/{referral}/reminder',
    summary: 'Ask the institution once more: its contacts get a mail.',
    needsIfMatch: false,
  },
  referralWithdrawal: {
    path: 'referrals/{referral}/withdrawal',
    summary: 'Take a referral back, and why. An institution that has heard of it gets a mail.',
    needsIfMatch: false,
  },
  referralReading: {
    path: 'referrals/{referral}/read',
    summary: 'Open what was given away, to which unit, and who acknowledged it. Changes nothing.',
    needsIfMatch: false,
    changesNothing: true,
  },
  exportRequest: {
    path: 'export',
    summary:
      'Ask for the words and details as a file, and say what for. A second person approves; with nobody else to ask, a day passes.',
    needsIfMatch: false,
  },
  exportTaking: {
    path: 'export/{approval}/copy',
    summary:
      'Take an approved export, once: JSON and text, marked with who has it. 409 while it waits, when it is over, or taken.',
    needsIfMatch: false,
  },
  approval: {
    path: 'approvals/{approval}',
    summary:
      'Decide as the second person, or take back what one asked for oneself. Refusing a lowered severity makes the case critical again.',
    needsIfMatch: false,
  },
  hold: {
    path: 'hold',
    summary: 'Keep a case from being erased, in any state, until somebody lifts it. The latest reason stands.',
    needsIfMatch: false,
  },
  release: {
    path: 'release',
    summary: 'Lift a legal hold. Its owner is told anew before it is erased.',
    needsIfMatch: false,
  },
  erasure: {
    path: 'erasure',
    summary:
      'Ask to erase a case that has ended, before its time. A second person decides (`approvals/{approval}`); the next daily run erases.',
    needsIfMatch: false,
  },
  receiptReissue: {
    path: 'receipt',
    summary:
      'Give the reporter another code, after talking to them; the old one opens nothing any more. The code is answered once: read it out, write it nowhere.',
    needsIfMatch: false,
  },
  exclusions: {
    path: 'exclusions',
    summary:
      'Say which institutions and colleagues must not get to do with the case. The lists given take the place of those that stand.',
    needsIfMatch: true,
  },
};
