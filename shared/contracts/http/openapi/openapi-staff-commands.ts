import { mostOf, mostTickedCases } from '../../../domain/case/bounds.ts';
import { largestCopyKiB } from '../../../domain/case/referral.ts';
import type { CaseDeskCommand } from '../staff/staff-routes.ts';

/** What each command is for. A command without a line here does not compile. The document has them in this order. */
export const commandSummaries: Readonly<Record<CaseDeskCommand, string>> = {
  read: 'Open words, details, addresses and thread. `reason` (`on_duty`, `assigned_to_me` or `other`) is needed for critical and high. At most 300 messages come, and 300 notes. Of a longer thread the page begins at the first unread message or before it; what it does not show stays unread. `fromMessage` and `fromNote` open another page.',
  claim: 'Take the case. 409 says who has it.',
  severity:
    'Set the severity. Anybody raises; an officer or above lowers. Where nobody can look at a lowering from critical, the case stays critical until the outside partner agrees, or, where the role has nobody else at all, for a day.',
  handling: 'Record that the case is handled. It must have been read; `message` or `noMessageBecause`.',
  resolution:
    'Record how it ended. It must have been handled; 422 names by field what is still missing. An outcome needs its fact, and the codes at `/facts` say which one: an acknowledged referral or call, the answer of a platform, a message to the reporter. Else `facts` gives one for that outcome: `ownLook`, `spokenTo` (name and reason are sealed as a note) or `askedInTalk`. `dropProposals` drops the open proposals that are not necessary as not needed. 409 `because` says what has not happened yet: `referral_not_acknowledged` (with the `referrals` waited for), `duty_not_sent`, `notice_not_sent`.',
  outcomeCorrection:
    'Correct the outcomes of a resolved or closed case: why, what is true now with its facts, and `message` or `noMessageBecause`. No clock starts, and the duty to report stays as decided. The outcomes before stay with the case. 409 `outcome_unchanged` when nothing would change.',
  acknowledgement: 'Say that the raise of this rung was seen. Holds the climb; 409 when it has moved on.',
  letterAcknowledgement:
    'Say that a letter was seen; only its reader can. It is not repeated to them, and the climb of each case that it names is held once. Unread words are never held. `isDone` says whether that is done for all cases; else it follows within minutes.',
  assignment: 'Give the case to a colleague who may work on it.',
  handOver: 'Hand over between hotline and helpline. Nobody has it then; the reporter is told that it is one team.',
  note: 'Write a note for colleagues. It is sealed, and opened by reading the case.',
  message: 'Write to the reporter, who finds it with the receipt. The case must have been read.',
  linkedReading:
    'Open the texts of linked cases together: the ticked ones in their order, each from its beginning, 300 KB in all. Each has its line in the access log. What does not fit is not read: `next` names it, and is sent as `cases` with a new key. The answer about each case is that of `read`, or the problem it was refused with. 404 where a case is not linked here, or not for this person.',
  linkedHandling: `Record the same handling for linked cases: at most ${mostTickedCases}, each by itself, with the \`revision\` that was seen. The answer says of each what came of it. Sent again with the same key, what was done is answered and the rest is done.`,
  linkedDanger: `Record one call for a danger that linked cases tell of, or why nobody was called: at most ${mostTickedCases}, each by itself.`,
  linkedMessage: `Write the same to the reporters of linked cases, at most ${mostTickedCases}. A message that names another case is refused (422 \`names_another_case\`): no reporter is told of another one.`,
  linkedResolution: `Record the same end for linked cases, at most ${mostTickedCases}, each with the \`revision\` that was seen. With \`same_event\`, the parent case is the lead case; it must be resolved before.`,
  link: 'Link under the lead case of the same event. Several linked reports raise the severity of the lead.',
  unlink: 'Take apart from the lead case.',
  assessment:
    'Record what staff conclude, beside what was reported. What is given stands; what is absent was not judged. `disability` and `community` (the codes of the country pack) say of a child at special risk what matters for help: staff note them, and nobody asks a reporter.',
  danger:
    'Record the call for a person in danger (`called`: a code of the institutions, who answered, and under which reference), or why nobody was called. One of the two. It alone ends the clock `danger_call`, which begins with the first reading of such a case; a call by which a referral to the police leaves does it as well. The words stand sealed as a note. 409 `not_read`, or `no_danger` where nothing names a person in danger.',
  waiting: 'Say for whom the case waits, or `nobody`. It stops no clock.',
  target:
    'Move an internal deadline (`handle`, `resolve`, or one of a referral), never beyond the promise, which never moves.',
  notice: `Record that a platform was asked to take something down. It does the open proposal to the platform too, which is then \`dropped\` as \`sent_by_notice\`. A case has at most ${mostOf.notices} takedown notices (409 \`notices_full\`).`,
  copyForNotice:
    'Get the addresses and accounts that you ticked, as typed, to paste into the form of a platform: `text` has one on each line. They are ticked by their positions in the opened case, from 0. Changes nothing, and stands in the access log. In a CSAM-flagged case addresses need clearance (403 `clearance`); account names do not.',
  noticeAnswer: 'Record what the platform answered; `no_answer` when nobody waits any more.',
  closure:
    'Close a resolved case. Without `because`, referrals and notices must have ended (409 names them in `open`) and it must have been quiet (409 says `closableFrom`).',
  reopening: 'Take a resolved or closed case up again: a new clock number and a new promise.',
  referral: `Name an institution that the matrix did not; it is proposed, and sent like any other. A case has at most ${mostOf.referrals} referrals (409 \`referrals_full\`).`,
  referralChange: 'Give a proposal another basis, or the lead.',
  referralDrop: 'Decide not to send a proposal, and why not.',
  referralPreview:
    'See the copy before it leaves, made as sending makes it: the same body without `message`, the same rights, refused as sending would be. In `call` the name may be absent, while nobody has answered. `digest`, sent as `shownCopy`, has a copy refused that would be another one. Changes nothing, and stands in the access log.',
  referralSending: `Send: the fields to give away, the ground, and for an override its reason, with a message to the reporter first or why not. The institution’s contacts get a mail that something waits. \`contact\` is an id from the list of recipients (\`listRecipients\`), of the \`unit\` that is named; another institution’s or unit’s is refused (422 at \`/contact\`). With \`call\`, the phone call is the referral, and the mail follows it. A counsellor sends only by \`call\`, in a critical case, at night or when no officer or supervisor is on duty; else 403 says in \`because\` what stands against it: \`not_critical\`, \`no_call\`, \`somebody_on_duty\`. An officer then looks within 24 hours (\`look\`). \`addresses\` and \`accounts\` are ticked by their positions in the opened case, from 0. All that is given away holds at most ${largestCopyKiB} KiB as JSON; more is refused (422, \`too_much\` at \`/fields\`), and then fewer fields are chosen. \`shownCopy\` is the \`digest\` of the preview: if the copy would be another one by now, nothing is sent (409 \`copy_changed\`).`,
  referralAnswer:
    'Record what the institution said: acknowledged, accepted, declined (why), completed (with which outcome). `name` and `how` say by whom and how: needed for `acknowledged`, welcome with every answer. The name is stored sealed only.',
  referralReply:
    'Reply to all that the institution has asked so far. The words are sealed: its contacts get a mail that says so, and read them with their access code. Whose code opens nothing any more gets another one with it. With `how` `phone` the words were said by phone, and no mail leaves. 409 `no_question_waits` when nothing is asked, or somebody has replied. It ends the clock `referral_question`.',
  referralReminder:
    'Ask the institution once more: its contacts get a mail. Where the stage has opened the referral desk, each mail has another access code.',
  referralWithdrawal: 'Take a referral back, and why. An institution that has heard of it gets a mail.',
  referralAccess:
    'Take a one-time code for a contact who asked for it, and read it out at the number on record. It is answered once, good for ten minutes, and opens nothing without the access code of the mail. The history and each answer given with it say that it was spoken. 409 `no_access_code` when the contact has none that opens something: a reminder issues one.',
  referralAccessEnd:
    'End the access code of a contact, and what was begun with it. 409 `no_access_code` when there is none. A reminder issues another.',
  referralLook:
    'Say that you, an officer or above, have looked at the call by which a counsellor who was alone passed the case on. Not by who made it (403); 409 `no_look_owed` for any other referral. It ends the clock `call_look`.',
  referralReading:
    'Open what was given away, to which unit, who said which answer (`answer` is the acknowledgement), and what was asked and replied (`thread`, the oldest first). Whoever may follow a referral but not make one gets the thread and the names, without the copy. Changes nothing.',
  exportRequest: `Ask for the words and details as a file, and say what for. A second person approves, or the outside partner by a recorded call. It never comes by time. With neither there it is refused (409 \`nobody_to_ask\`). A case has at most ${mostOf.approvals} requests (409 \`approvals_full\`).`,
  exportTaking:
    'Take an approved export, once: JSON and text, marked with who has it. 409 while it waits, when it is over, or taken. A long thread comes in parts of 300 messages at most: with `laterMessages`, take the next part by `fromMessage` within the same minutes.',
  approval:
    'Decide as the second person, or take back what one asked for oneself. Refusing a lowered severity makes the case critical again. Where nobody at the centre can decide (`partner` of the approval), the outside partner does by phone: `call` records that, with the code of the partner’s letter. 409 `wrong_code` says how many tries are left (`triesLeft`); after five wrong codes the request is refused.',
  hold: 'Keep a case from being erased, in any state, until somebody lifts it. The latest reason stands.',
  release: 'Lift a legal hold. Its owner is told anew before it is erased.',
  erasure:
    'Ask to erase a case that has ended, before its time. A second person decides (`approvals/{approval}`), or the outside partner by a recorded call, and never time (409 `nobody_to_ask`); the next hourly run erases.',
  receiptReissue:
    'Give the reporter another code, after talking to them; the old one opens nothing any more. Only who has opened the case may (409 `not_read_by_you`). Who has the case and the supervisors are told. The code is answered once: read it out, write it nowhere.',
  spoken:
    'Say that you spoke to the reporter about the code, and how you made sure who it was. It ends `reporter_locked`, `reporter_without_code` and `dead_code_used`; 409 `no_code_concern` when there is none. Where a replaced or voided code was used, somebody says so who does not know the present one (409 `code_known_to_you`).',
  subjectAccess:
    'Get all that the reporter told, as a sheet (HTML) to print for them: their own words as typed, whom we told, who opened it by what they do, and until when it is kept. No message of the centre, no note and no other case is on it. Make sure first that it is the reporter who asks (`assuredBy`). Only who has opened the case may (409 `not_read_by_you`). It is in the language of the report, or in `language`. A long thread takes several sheets: `next` is sent as `fromMessage`. In a CSAM-flagged case addresses of pages are left out, whoever asks. Changes nothing, and stands in the access log.',
  exclusions:
    'Say which institutions and colleagues must not get to do with the case. The lists given take the place of those that stand. What leaves too few people, or names an auditor or a director, waits for a second person (202, `waitsFor`). Until then whoever asked cannot end, lower, give away or erase the case (409 `exclusion_waits`). 409 `names_self`: a colleague excludes you, not you yourself. An officer, a supervisor or the director does it; so the director lets people in again when everybody who was left with a case is gone.',
};
