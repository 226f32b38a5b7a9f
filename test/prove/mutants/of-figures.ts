import type { Mutant } from '../mutant.ts';

const statistics = 'shared/domain/keeping/statistics.ts';
const figures = { tests: ['test/domain/keeping/statistics.test.ts'] };

/** What keeps figures true, and what nobody may read out of them. */
export const mutantsOfFigures: readonly Mutant[] = [
  {
    promise: 'P12',
    what: 'the promise is hidden exactly when it is kept',
    file: statistics,
    find: 'counted(counts(codes, values), policy);',
    replace: 'suppressed(counts(codes, values), policy);',
    by: figures,
  },
  {
    promise: 'P12',
    what: 'a case that nobody ever opened runs for ever in frozen figures',
    file: statistics,
    find: '.map((fact) => asOfDay(fact, today));',
    replace: '.map((fact) => (today === "" ? asOfDay(fact, today) : fact));',
    by: figures,
  },
  {
    promise: 'P12',
    what: 'nobody counts a case anew when its promise is missed',
    file: 'shared/contracts/events/consumers.ts',
    find: "    'sla.missed',\n    'referral.sent',\n",
    replace: "    'referral.sent',\n",
    by: { tests: ['test/functions/statistics/count-case.test.ts'] },
  },
  {
    promise: 'P12',
    what: 'two workers count one takedown notice twice',
    file: 'shared/adapters/aws/figures/case-facts.ts',
    find: ' AND (attribute_not_exists(noticeCount) OR noticeCount = :notices)',
    replace: ' AND (attribute_not_exists(noticeCount) OR noticeCount >= :notices)',
    by: { tests: ['test/functions/statistics/count-case.test.ts'] },
  },
  {
    promise: 'P12',
    what: 'the region of an erased case is in no tally',
    file: 'shared/adapters/aws/erasing/erasing.ts',
    find: "        ...tallies.map((one) => ({ label: 'rest' as const, item: addToTally(tables.facts, one) })),\n",
    replace: '',
    by: { tests: ['test/functions/retention/keep-house.test.ts'], named: 'leaves of a case a tombstone' },
  },
  {
    promise: 'P12',
    what: 'figures are made although a case was erased while they were made',
    file: 'shared/adapters/aws/figures/quarter-facts.ts',
    find: "              ConditionExpression: erasedCases === 0 ? 'attribute_not_exists(cases)' : 'cases = :cases',",
    replace:
      "              ConditionExpression: erasedCases === 0 ? 'attribute_not_exists(nobody)' : 'cases = :cases',",
    by: { tests: ['test/functions/information/statistics.test.ts'] },
  },
  {
    promise: 'P8',
    what: 'whatever a reporter wrote as a campaign stands in clear once it is read',
    file: 'functions/case-desk/reading/read-case.ts',
    find: 'return (await deps.isCampaign(named)) ? named : undefined;',
    replace: 'return named;',
    by: { tests: ['test/functions/case-desk/reading/campaign.test.ts'] },
  },
  {
    promise: 'P8',
    what: 'what staff noted of a child at special risk is part of what a case is about',
    file: 'shared/domain/case/concluded.ts',
    find: 'const judged = termsOfReport(assessed);',
    replace: 'const judged = assessed;',
    by: { tests: ['test/functions/case-desk/reading/special-risk.test.ts'] },
  },
  {
    promise: 'P10',
    what: 'what staff noted of a child at special risk stays on the fact of an erased case',
    file: 'shared/domain/keeping/case-fact.ts',
    find: 'const { month: _, region: __, runsUntil: ___, disability: ____, community: _____, ...rest } = fact;',
    replace: 'const { month: _, region: __, runsUntil: ___, ...rest } = fact;',
    by: { tests: ['test/domain/keeping/case-fact.test.ts'] },
  },
];
