import type { Mutant } from '../mutant.ts';

/** From the reading of a danger to the call. */
export const mutantsOfDanger: readonly Mutant[] = [
  {
    promise: 'P5',
    what: 'whoever reads of a person in danger has nobody to call',
    file: 'shared/domain/commands/handling/handle.ts',
    find: 'const danger = dangerKnown(of, now);',
    replace: 'const danger = of.danger;',
    by: { tests: ['test/domain/case/danger.test.ts'] },
  },
  {
    promise: 'P5',
    what: 'the clock of a danger is armed by nobody',
    file: 'shared/domain/commands/handling/handle.ts',
    find: 'const begun = danger === of.danger ? undefined : dangerTimer({ ...of, danger } as Case, policy);',
    replace: 'const begun = danger === of.danger ? dangerTimer({ ...of, danger } as Case, policy) : undefined;',
    by: 'histories',
  },
  {
    promise: 'P14',
    what: 'lowering a case slows the ladder of its danger',
    file: 'shared/domain/sla/timer.ts',
    find: "return kind === 'danger_call' ? 'critical' : severity;",
    replace: "return kind === 'danger_call' ? severity : severity;",
    by: { tests: ['test/domain/case/danger.test.ts'] },
  },
  {
    promise: 'P14',
    what: 'the mail about a danger waits for the morning once the case is lowered',
    file: 'shared/use-cases/telling/decide-telling.ts',
    find: 'const of = asUrgentAs(called.tell, standing);',
    replace: 'const of = standing;',
    by: { tests: ['test/functions/notification/danger.test.ts'] },
  },
  {
    promise: 'P5',
    what: 'a case that is resolved takes the clock of its danger along',
    file: 'shared/domain/sla/timer.ts',
    find: "  'referral_question',\n  'danger_call',\n];",
    replace: "  'referral_question',\n];",
    by: { tests: ['test/domain/case/danger.test.ts'] },
  },
  {
    promise: 'P5',
    what: 'a danger that is said again asks for no call',
    file: 'shared/domain/case/danger/danger.ts',
    find: 'return isFurther || isNews ? { since: now, flags } : danger;',
    replace: 'return isFurther ? { since: now, flags } : danger;',
    by: { tests: ['test/domain/case/danger.test.ts'] },
  },
  {
    promise: 'P1',
    what: 'a case is erased while somebody must call for a danger',
    file: 'shared/domain/case/unseen/unread.ts',
    find: '    owesCall(of) ||\n',
    replace: '',
    by: { tests: ['test/domain/case/danger.test.ts'] },
  },
];
