import type { Mutant } from '../mutant.ts';

const receipts = ['test/functions/case-desk/receipts/receipts.test.ts'];

/** Who knows the reporter's code, which codes are dead, and which keys lead to a case. */
export const mutantsOfReceipts: readonly Mutant[] = [
  {
    promise: 'P13',
    what: 'excluding who knows the code leaves the code alive',
    file: 'functions/case-desk/take-command.ts',
    find: 'const parts = withCodeVoided(state.case, decision.parts, by.id, now);',
    replace: 'const parts = decision.parts;',
    by: { tests: receipts },
  },
  {
    promise: 'P13',
    what: 'suspending for distrust leaves the codes that the person knows alive',
    file: 'functions/escalation/sweep-deadlines.ts',
    find: 'const codes = await voidCodes(timeLeft);',
    replace: 'const codes = { left: 0 };',
    by: { tests: ['test/functions/escalation/void-distrusted.test.ts'] },
  },
  {
    promise: 'P13',
    what: 'who never read a case gives out its code',
    file: 'shared/domain/commands/reporter/reporter-actions.ts',
    find: "  if (!hasRead(of, by)) return refused('not_read_by_you');\n",
    replace: '',
    by: { tests: receipts },
  },
  {
    promise: 'P13',
    what: 'nobody is told that a person gave out another code',
    file: 'shared/use-cases/telling/alert-of-event.ts',
    find: "    case 'case.receipt_reissued':\n    case 'case.dead_code_used':\n",
    replace: "    case 'case.dead_code_used':\n",
    by: { tests: ['test/functions/notification/code-letters.test.ts'] },
  },
  {
    promise: 'P13',
    what: 'who knows the present code says alone that all is well with the replaced one',
    file: 'shared/domain/case/receipts/known-receipt.ts',
    find: '  if (!knowsReceipt(of, by)) return [];\n',
    replace: '  return [];\n',
    by: { tests: receipts },
  },
  {
    promise: 'P6',
    what: 'the use of a dead code is silent',
    file: 'functions/follow-up/open-thread.ts',
    find: "if (dead !== 'locked' || wanted.locks !== true) await deadCodeUsed(opened, dead);",
    replace: '',
    by: { tests: receipts },
  },
  {
    promise: 'P7',
    what: 'a key that a backup brought back opens a dead code',
    file: 'shared/adapters/aws/cases/receipt-desk.ts',
    find: 'if (receipt !== undefined && dead !== undefined) {',
    replace: 'if (receipt !== undefined && dead !== undefined && keys === undefined) {',
    by: { tests: ['test/adapters/cases/dead-receipts.test.ts'] },
  },
  {
    promise: 'P8',
    what: 'the rows of dead codes outlive their case',
    file: 'shared/adapters/aws/erasing/rows-that-lead-to.ts',
    find: '  return [...new Set([lookup, ...dead])];',
    replace: '  return [lookup];',
    by: { tests: ['test/adapters/cases/dead-receipts.test.ts'] },
  },
  {
    promise: 'P14',
    what: 'any number of requests of one receipt come to the writing',
    file: 'functions/follow-up/change-thread.ts',
    find: '      if (!isAdmitted) throw',
    replace: '      if (false) throw',
    by: { tests: ['test/functions/follow-up/asking.test.ts'] },
  },
  {
    promise: 'P2',
    what: 'a key that cannot be random leads two strangers to one case',
    file: 'shared/contracts/http/idempotency-key.ts',
    find: "  if (isWeakKey(key)) throw invalid({ code: 'weak_key' }, language);\n",
    replace: '',
    by: { tests: ['test/functions/intake/intake-refusals.test.ts'] },
  },
  {
    promise: 'P2',
    what: 'a stranger with the same key gets the receipt of the first report',
    file: 'shared/use-cases/accept-report.ts',
    find: 'const isAlike = request.likeness === likeness;',
    replace: 'const isAlike = true;',
    by: {
      tests: ['test/functions/intake/intake.test.ts'],
      named: 'may be a stranger: it gives neither number nor receipt',
    },
  },
];
