import type { Mutant, Noticed } from './mutant.ts';

/** Whatever people do in whatever order, by the rules alone. */
const byModel: Noticed = { tests: ['test/domain/told-truth.test.ts'] };

/** Mechanisms of promise P12: what a reporter reads is true. */
export const mutantsOfTruth: readonly Mutant[] = [
  {
    promise: 'P12',
    what: 'the time of the first reading moves with each later one',
    file: 'shared/domain/commands/handling/handle.ts',
    find: 'readAt: of.readAt ?? now,',
    replace: 'readAt: now,',
    by: byModel,
  },
  {
    promise: 'P12',
    what: 'the time of handling moves when it is recorded again',
    file: 'shared/domain/commands/handling/handle.ts',
    find: 'handledAt: of.handledAt ?? now,',
    replace: 'handledAt: now,',
    by: byModel,
  },
  {
    promise: 'P12',
    what: 'a case is told as read once it was reopened by its reporter',
    file: 'shared/domain/commands/lifecycle/reopen.ts',
    find: 'readAt: isBeforeStaff ? now : undefined,',
    replace: 'readAt: now,',
    by: byModel,
  },
  {
    promise: 'P12',
    what: 'a case that was reopened is told as resolved at the end before',
    file: 'shared/domain/commands/lifecycle/reopen.ts',
    find: '    resolvedAt: undefined,\n',
    replace: '',
    by: byModel,
  },
  {
    promise: 'P12',
    what: 'a request to take it back outlives the end that it led to',
    file: 'shared/domain/commands/lifecycle/reopen.ts',
    find: '    withdrawal: undefined,\n',
    replace: '',
    by: byModel,
  },
  {
    promise: 'P12',
    what: 'somebody may take back what they take back already',
    file: 'shared/domain/commands/reporter/reporter-actions.ts',
    find: 'withdraw: !over && of.withdrawal === undefined,',
    replace: 'withdraw: !over,',
    by: byModel,
  },
  {
    promise: 'P12',
    what: 'the wait of a withdrawal is told as running when it is over',
    file: 'functions/follow-up/tell-withdrawal.ts',
    find: 'const text = now < waitUntil ? asked.withdrawal : asked.withdrawalWaited;',
    replace: 'const text = asked.withdrawal;',
    by: byModel,
  },
  {
    promise: 'P12',
    what: 'a promise that was missed is told as kept once the answer came',
    file: 'shared/domain/case/promise.ts',
    find: 'const late = stepsOf(of).find((step) => isLate(step, now));',
    replace: 'const late = stepsOf(of).find((step) => step.at === undefined && isLate(step, now));',
    by: byModel,
  },
  {
    promise: 'P12',
    what: 'a time of tomorrow is told as one of today',
    file: 'shared/domain/time/say-moment.ts',
    find: 'if (daysAhead === 1) return texts.tomorrow;',
    replace: 'if (daysAhead === 1) return texts.today;',
    by: { tests: ['test/domain/time/say-moment.test.ts'] },
  },
];
