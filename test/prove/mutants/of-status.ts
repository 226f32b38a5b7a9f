import type { Mutant } from '../mutant.ts';

/** What a reporter reads of status, sharing and misses is true. */
export const mutantsOfStatus: readonly Mutant[] = [
  {
    promise: 'P12',
    what: 'the status is what somebody said, whatever has left',
    file: 'shared/domain/case/case-change.ts',
    find: '      status: statusOfNext(before, merged),\n',
    replace: '',
    by: { tests: ['test/domain/case/told/told-status.test.ts', 'test/functions/follow-up/referrals-told.test.ts'] },
  },
  {
    promise: 'P12',
    what: 'what a person decided to send is told as shared',
    file: 'shared/use-cases/referrals/tell-sharing.ts',
    find: 'const when = leftAt(referral);',
    replace: 'const when = leftAt(referral) ?? referral.approvedAt;',
    by: { tests: ['test/functions/follow-up/referrals-told.test.ts'] },
  },
  {
    promise: 'P12',
    what: 'a withdrawn referral is still waited for',
    file: 'shared/domain/case/told/told-status.ts',
    find: 'return isUnderWay(referral) && leftAt(referral) !== undefined;',
    replace: 'return leftAt(referral) !== undefined;',
    by: { tests: ['test/functions/follow-up/referrals-told.test.ts'] },
  },
  {
    promise: 'P12',
    what: 'a row of an earlier release tells its untrue status',
    file: 'shared/adapters/aws/cases/rows.ts',
    find: 'return { ...of, status: toldStatus(of) };',
    replace: 'return of;',
    by: { tests: ['test/functions/follow-up/follow-up.test.ts'], named: 'earlier release' },
  },
  {
    promise: 'P12',
    what: 'the head is being told of a miss for ever',
    file: 'functions/follow-up/tell-misses.ts',
    find: 'return timers.some(({ kind, clock, deadline }) => kinds.includes(kind) && clock === of.clockNumber && deadline < now);',
    replace: 'return timers.length >= 0 || (kinds.length > 0 && of.clockNumber > 0 && now > "");',
    by: { tests: ['test/functions/follow-up/misses-told.test.ts'] },
  },
  {
    promise: 'P12',
    what: 'an institution is told as asked whose mails all came back',
    file: 'shared/domain/case/referral.ts',
    find: 'const mailedAt = unreachedSince === undefined ? sentAt : undefined;',
    replace: "const mailedAt = unreachedSince === '' ? undefined : sentAt;",
    by: { tests: ['test/functions/notification/institutions.test.ts'], named: 'only while something of it is there' },
  },
  {
    promise: 'P12',
    what: 'intake says of a report of last week that a person will read it',
    file: 'shared/contracts/http/public/report-answer.ts',
    find: "return isRepeat && now >= promise.readBy ? 'reportAgain' : 'willBeRead';",
    replace: "return isRepeat && now < '' ? 'reportAgain' : 'willBeRead';",
    by: { tests: ['test/functions/intake/intake.test.ts'], named: 'has the same number' },
  },
];
