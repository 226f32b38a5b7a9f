import { mostKept, mostOf, mostTickedCases, mostTimersArmed, mostTimersDisarmed } from '#shared/domain/case/bounds.ts';
import { mostNotices } from '#shared/domain/people/directory-notice.ts';
import { mostByTime } from '#shared/domain/people/power/second-person.ts';
import { mostDeadCodes, mostKnowers } from '#shared/domain/case/receipts/receipt.ts';
import { mostCodesIssued } from '#shared/domain/referrals/desk/access.ts';
import { transactionLimits } from '#shared/ports/transaction-too-large.ts';

/** Every timer that one change may arm and end. */
const timers = mostTimersArmed + mostTimersDisarmed;

/** The state of the case, and the command's two rows. */
const command = 3;

/** The row of the case and the row that says that the event is done. */
const reaction = 2;

/** Most referrals of a case: those of people, and one proposal of the matrix for each institution of the pack. */
export const mostReferralsInAll = mostOf.referrals + 30;

/** Addresses, accounts and contacts of one report or message that are found again, and the row that lists them. */
const likenesses = 43;

/**
 * What each step writes at most, with every list of the case full. A test does each step on such a case and holds the
 * step to its number (test/functions/bounds). Source: docs/design.md, Promises.
 */
export const mostWritesOf = {
  report: {
    writes: 8 + 7 + likenesses + 5,
    of: 'a report that is stored: its rows, clocks, match keys, event, keys, log, and who knows its code',
  },
  message: { writes: 5 + likenesses - 1 + timers, of: 'a message of the reporter, which may reopen the case' },
  asking: {
    writes: 2 + 4 + mostKnowers,
    of: 'withdrawing, locking, saying whether it helped: a dead code, the oldest dead one, who knew it',
  },
  command: { writes: command + 1 + 8 + timers, of: 'a command of staff: a message, events, a parent case, clocks' },
  exclusions: {
    writes: command + 2 + mostReferralsInAll + 1 + 4,
    of: 'setting exclusions, or approving them: each proposal dropped is an event; a row of the log; the code of who knew it',
  },
  receipt: { writes: command + 1 + 8, of: 'giving out another receipt' },
  distrust: { writes: 2 + 4 + mostKnowers, of: 'voiding the code that a distrusted person knows' },
  triage: { writes: reaction + 2 + timers, of: 'triage' },
  clocks: { writes: reaction + timers, of: 'sla-timer, in each of its steps' },
  following: { writes: 1 + 1 + timers, of: 'reopening one linked case with its parent, by sla-timer' },
  proposals: { writes: reaction + 30, of: 'proposing referrals: an event for each institution of the pack' },
  statistics: { writes: 5 + mostOf.notices, of: 'counting a case, with a row for each takedown notice' },
  mails: {
    writes: 1 + 98 + 1,
    of: 'telling staff: 98 mails with the DONE row, or an owed alert; mails beyond come before it, one by one',
  },
  escalation: { writes: 1 + 60 + 4, of: 'escalating all that is due of a case, in each of its steps' },
  feedback: { writes: 1 + 1 + 2, of: 'a mail that came back' },
  keeping: { writes: 2, of: 'dating a case, or telling its owner' },
  erasing: {
    writes: 8 + mostOf.notices + 2,
    of: 'beginning to erase a case, with its notices and two tallies; the rows go one by one after that',
  },
  directory: {
    writes: 3 + 1 + 24 + mostByTime + mostNotices,
    of: `a change of a person: 24 pointers to duties and roles, old and new; ${mostByTime} others whose time it takes; ${mostNotices} notices`,
  },
} as const satisfies Readonly<Record<string, { writes: number; of: string }>>;

export type BoundedStep = keyof typeof mostWritesOf;

/** docs/generated/bounds.md. */
export function boundsDocument(): string {
  const refused = Object.entries(mostOf).map(([list, most]) => `| ${list} | ${most} | refused, with \`limit\` |`);
  const kept = Object.entries(mostKept).map(([list, most]) => `| ${list} | ${most} | the first and the newest stay |`);
  const steps = Object.values(mostWritesOf).map(({ of, writes }) => `| ${of} | ${writes} |`);
  const { writes, bytes, rowBytes } = transactionLimits;
  return [
    '# Bounds',
    '',
    'Made by `npm run docs` from `shared/domain/case/bounds.ts` and `infra/documents/bounds-table.ts`; do not edit.',
    '',
    `One transaction takes at most ${writes} writes and ${bytes / 1024 / 1024} MiB, one row ${rowBytes / 1024} KiB. What is larger is refused before the call (\`TransactionTooLarge\`, [runbook](../runbook.md#a-change-is-too-large-to-be-written)).`,
    '',
    '## Lists of a case',
    '',
    'What a reporter does is never refused for a number.',
    '',
    '| List | At most | Beyond |',
    '| --- | --- | --- |',
    ...refused,
    ...kept,
    `| linked cases of one command | ${mostTickedCases} | refused (422); each is a transaction of its own, as large as its single command |`,
    `| timers armed by one change | ${mostTimersArmed} | sla-timer arms the rest in further changes |`,
    `| timers ended by one change | ${mostTimersDisarmed} | the escalation sweep ends the rest; no view shows them |`,
    '| possible duplicates | 50 | the newest stay |',
    `| access codes issued by one change | ${mostCodesIssued} | the other contacts get a mail without a code, and call |`,
    `| dead codes | ${mostDeadCodes} | the newest stay; of an older one nothing is left |`,
    '',
    '## Writes of one step',
    '',
    'With every list full. A test does each step on such a case and holds it to its number.',
    '',
    '| Step | Writes at most |',
    '| --- | --- |',
    ...steps,
    '',
  ].join('\n');
}
