import type { Mutant } from '../mutant.ts';

const rules = { tests: ['test/domain/access/approver.test.ts'] };
const desk = { tests: ['test/functions/case-desk/approvals/outside-partner.test.ts'] };

/** What needs two people: who they are, what time may not do, and the call of the outside partner. */
export const mutantsOfApprovals: readonly Mutant[] = [
  {
    promise: 'P13',
    what: 'time grants an export again',
    file: 'shared/domain/case/approvals/approval.ts',
    find: "= ['lowering', 'directory_change'];",
    replace: "= ['export', 'lowering', 'directory_change'];",
    by: { tests: ['test/domain/case/approvals/approval.test.ts'] },
  },
  {
    promise: 'P13',
    what: 'the day that release 0.1.0 wrote to an erasure grants it',
    file: 'shared/domain/case/approvals/approval.ts',
    find: "isGrantedByTime(kind) ? 'approved' : 'lapsed'",
    replace: "'approved'",
    by: { tests: ['test/domain/commands/records/request-erasure.test.ts'] },
  },
  {
    promise: 'P13',
    what: 'who was excluded does not count for the role as it was',
    file: 'shared/domain/access/approver.ts',
    find: 'const others = people.filter(({ id }) => id !== by.id);',
    replace: 'const others = people.filter(({ id }) => id !== by.id && !isKeptOut(of, id));',
    by: rules,
  },
  {
    promise: 'P13',
    what: 'who was suspended does not count for the role as it was',
    file: 'shared/domain/access/approver.ts',
    find: 'const others = people.filter(({ id }) => id !== by.id);',
    replace: 'const others = people.filter(({ id, active }) => id !== by.id && active);',
    by: rules,
  },
  {
    promise: 'P13',
    what: 'a person decides on the exclusion that names them',
    file: 'shared/domain/access/approver.ts',
    find: ' || adds?.people.includes(by.id) === true',
    replace: '',
    by: rules,
  },
  {
    promise: 'P13',
    what: 'who got a power by time alone is a second person at once',
    file: 'shared/domain/access/approver.ts',
    find: ' || isChosenLately(by, now)',
    replace: '',
    by: rules,
  },
  {
    promise: 'P13',
    what: 'a day that was waited for lowers, though colleagues are there again',
    file: 'shared/domain/commands/handling/change-severity.ts',
    find: "if (through === 'time' && waiting !== undefined && approvalStatus",
    replace: 'if (waiting !== undefined && approvalStatus',
    by: { tests: ['test/domain/commands/handling/change-severity.test.ts'] },
  },
  {
    promise: 'P13',
    what: 'a call counts with any code',
    file: 'shared/domain/commands/approvals/decide-case-approval.ts',
    find: '  if (isWrong) return wrongCode(of, before, by, now);\n',
    replace: '',
    by: rules,
  },
  {
    promise: 'P13',
    what: 'the code that was said is not compared with the code of the letter',
    file: 'shared/domain/identifiers.ts',
    find: 'return difference === 0;',
    replace: 'return difference === 0 || said.length === code.length;',
    by: desk,
  },
  {
    promise: 'P13',
    what: 'wrong codes are refused and not counted',
    file: 'functions/case-desk/take-command.ts',
    find: "if (decision.outcome === 'refused') throw",
    replace:
      "if (decision.outcome === 'change' && decision.refusal) throw problemOfRefusal({ outcome: 'refused', gaps: [], ...decision.refusal }, state.case);\n      if (decision.outcome === 'refused') throw",
    by: desk,
  },
  {
    promise: 'P13',
    what: 'the code of the partner is shown to who asks for the case',
    file: 'shared/contracts/http/staff/queue-line.ts',
    find: 'const { code: _, ...shown } = partner;',
    replace: 'const shown = partner;',
    by: desk,
  },
];
