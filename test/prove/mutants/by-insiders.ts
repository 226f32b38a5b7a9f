import type { Mutant } from '../mutant.ts';

/**
 * Mechanisms of promise P13 that only whole histories show: an insider does what the mechanism stops, and the oracle finds
 * what came of it. Their rules have tests of their own beside them.
 */
export const mutantsByInsiders: readonly Mutant[] = [
  {
    promise: 'P13',
    what: 'an insider takes the last place with a suspension',
    file: 'shared/domain/people/power/change-person.ts',
    find: 'if (because.length === 0) return guarded(asked, before, changed(asked, before, after));\n  const approval',
    replace: 'if (because.length >= 0) return guarded(asked, before, changed(asked, before, after));\n  const approval',
    by: { insiders: 'administrator', seeds: '2' },
  },
  {
    promise: 'P13',
    what: 'time grants an insider power after they barred who could object',
    file: 'shared/domain/people/power/second-person.ts',
    find: '!people.some((one) => lostSince(one, noticedRoles, since))',
    replace: 'true',
    by: { tests: ['test/domain/people/last-places.test.ts'], named: 'grants nothing after a bar' },
  },
  {
    promise: 'P13',
    what: 'nobody is told that an insider excluded people',
    file: 'shared/use-cases/telling/alert-of-event.ts',
    find: "    case 'case.exclusions_asked':\n    case 'case.exclusions_set':\n",
    replace: "    case 'case.exclusions_asked':\n",
    by: {
      tests: ['test/functions/notification/exclusions.test.ts'],
      named: 'tells the director at once, with the number and neither severity nor time',
    },
  },
  {
    promise: 'P13',
    what: 'an insider excludes everybody else alone',
    file: 'shared/domain/commands/team/wide-exclusion.ts',
    find: '  if (!people.some(isNew)) return false;',
    replace: '  if (people.length >= 0) return false;',
    by: { insiders: 'officer', seeds: '2' },
  },
  {
    promise: 'P13',
    what: 'a code that an insider knows lives on after they were excluded',
    file: 'functions/case-desk/take-command.ts',
    find: 'const parts = withCodeVoided(state.case, decision.parts, by.id, now);',
    replace: 'const parts = decision.parts;',
    by: { tests: ['test/functions/case-desk/receipts/receipts.test.ts'], named: 'voids it' },
  },
];
