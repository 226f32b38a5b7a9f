import type { Mutant } from '../mutant.ts';

/** What keeps outcomes true: each has its fact, is told while that holds, and can be corrected. */
export const mutantsOfOutcomes: readonly Mutant[] = [
  {
    promise: 'P12',
    what: 'an outcome is recorded with nothing behind it',
    file: 'shared/domain/case/outcomes/record-outcomes.ts',
    find: "return 'missing' in found ? [missingFact(found.missing)] : [];",
    replace: 'return [];',
    by: { tests: ['test/functions/case-desk/lifecycle/outcomes.test.ts'] },
  },
  {
    promise: 'P12',
    what: 'a platform put it back, and the reporter reads that it was taken down',
    file: 'shared/domain/case/outcomes/fact-of-outcome.ts',
    find: "answers.some(isGone) && !answers.some(({ answer }) => answer === 'kept_up')",
    replace: 'notices.length > 0',
    by: { tests: ['test/domain/case/outcomes/fact-of-outcome.test.ts'] },
  },
  {
    promise: 'P12',
    what: 'what a person saw is told for ever, whatever a platform says later',
    file: 'shared/domain/case/outcomes/standing-outcomes.ts',
    find: 'return isOfPlatform && isRefusedSince(of) ? undefined : given;',
    replace: 'return isOfPlatform ? given : given;',
    by: { tests: ['test/domain/case/outcomes/fact-of-outcome.test.ts'] },
  },
  {
    promise: 'P12',
    what: 'every outcome of an ended case is told, whether it still holds or not',
    file: 'functions/follow-up/tell-outcomes.ts',
    find: 'standingOutcomes(of, kindsOf(institutions)).map((standing) =>',
    replace: "of.outcomes.map((outcome) => ({ outcome, fact: 'stated' as const })).map((standing) =>",
    by: { tests: ['test/functions/case-desk/lifecycle/outcomes.test.ts'] },
  },
  {
    promise: 'P12',
    what: 'an outcome that does not hold any more stands in no list',
    file: 'functions/case-desk/queue/see-attention.ts',
    find: '          ...concernsAboutOutcomes(of, kindOf),\n',
    replace: '',
    by: { tests: ['test/functions/case-desk/lifecycle/outcomes.test.ts'] },
  },
  {
    promise: 'P12',
    what: 'a correction leaves the outcomes as they were',
    file: 'shared/domain/commands/lifecycle/correct-outcome.ts',
    find: '        outcomes,\n        outcomeFacts: facts,',
    replace: '        outcomeFacts: facts,',
    by: { tests: ['test/domain/commands/lifecycle/correct-outcome.test.ts'] },
  },
  {
    promise: 'P12',
    what: 'a correction forgets what stood before',
    file: 'shared/domain/commands/lifecycle/correct-outcome.ts',
    find: '{ from: of.outcomes, to: outcomes,',
    replace: '{ from: outcomes, to: outcomes,',
    by: { tests: ['test/domain/commands/lifecycle/correct-outcome.test.ts'] },
  },
  {
    promise: 'P12',
    what: 'an end drops a necessary proposal with the others',
    file: 'shared/domain/commands/lifecycle/resolve.ts',
    find: 'status === undefined || referral.isNecessary',
    replace: 'status === undefined',
    by: {
      tests: ['test/domain/commands/lifecycle/resolve.test.ts'],
      named: 'drops the proposals that nobody needs',
    },
  },
];
