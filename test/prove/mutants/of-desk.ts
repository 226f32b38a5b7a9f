import type { Mutant } from '../mutant.ts';

const desk = ['test/functions/referral-desk/referral-desk.test.ts'];

/** What keeps from a copy whom it is not for, though they have a code. */
export const mutantsOfDesk: readonly Mutant[] = [
  {
    promise: 'P1',
    what: 'no clock watches the question of an institution',
    file: 'shared/domain/sla/clocks.ts',
    find: 'if (asked !== undefined) {',
    replace: 'if (asked === undefined) {',
    by: { tests: ['test/domain/referrals/desk/question.test.ts'], named: 'begins a clock of the centre' },
  },
  {
    promise: 'P1',
    what: 'a reply does not end the clock of the question',
    file: 'shared/domain/referrals/desk/question.ts',
    find: 'const { openSince: _, ...rest } = questions;',
    replace: 'const rest = questions;',
    by: { tests: ['test/domain/referrals/desk/question.test.ts'], named: 'ends the clock, and says how' },
  },
  {
    promise: 'P7',
    what: 'a counsellor who reads a question gets the copy with it',
    file: 'functions/case-desk/referrals/read-referral.ts',
    find: 'mayCopy && copy !== undefined',
    replace: 'copy !== undefined',
    by: { tests: ['test/functions/referral-desk/questions.test.ts'], named: 'who gets the copy no more' },
  },
  {
    promise: 'P8',
    what: 'mails hold access codes while the desk is closed',
    file: 'functions/case-desk/referrals/access/issue-access.ts',
    find: 'if (!deps.isDeskOpen) return {};',
    replace: '',
    by: { tests: ['test/functions/referral-desk/closed.test.ts'], named: 'sending and reminding issue nothing' },
  },
  {
    promise: 'P7',
    what: 'a session of an institution goes on after its access code was ended',
    file: 'shared/domain/referrals/desk/one-time-code.ts',
    find: 'const { code: _, session: __, ...rest } = next(access);\n  return { ...rest, revokedAt: now };',
    replace: 'return next(access);',
    by: { tests: desk, named: 'is ended by staff' },
  },
  {
    promise: 'P7',
    what: 'a one-time code takes tries without limit',
    file: 'shared/domain/referrals/desk/one-time-code.ts',
    find: ' || code.tries >= mostTries',
    replace: '',
    by: { tests: desk, named: 'takes five tries' },
  },
  {
    promise: 'P9',
    what: 'an institution that is not cleared sees the addresses of a CSAM-flagged case',
    file: 'functions/referral-desk/show-referral.ts',
    find: '!isCsamCase(state.case, deps.country.categories) || contact.cleared',
    replace: 'true',
    by: { tests: desk, named: 'is read out by an officer' },
  },
  {
    promise: 'P7',
    what: 'an institution sees a field that nobody chose',
    file: 'functions/case-desk/referrals/disclosure-copy.ts',
    find: '...fields.map((field) => parts[field]())',
    replace: "...(['reporter', ...fields] as const).map((field) => parts[field]())",
    by: { tests: desk, named: 'types both codes' },
  },
  {
    promise: 'P7',
    what: 'the one-time code of an urgent or sexual case is mailed',
    file: 'shared/domain/referrals/desk/one-time-code.ts',
    find: "codeBy === 'mail' && !isGrave",
    replace: "codeBy === 'mail'",
    by: { tests: desk, named: 'is never mailed' },
  },
  {
    promise: 'P7',
    what: 'an access code stays with the letter that has left',
    file: 'shared/adapters/aws/mail/access-letters.ts',
    find: "UpdateExpression: 'REMOVE letter'",
    replace: "UpdateExpression: 'SET issue = :issue'",
    by: { tests: desk, named: 'finds no access code' },
  },
];
