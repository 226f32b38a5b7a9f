import type { Mutant } from '../mutant.ts';

const desk = ['test/functions/referral-desk/referral-desk.test.ts'];
const opensNothing = ['test/functions/referral-desk/codes-that-open-nothing.test.ts'];
const officePages = ['test/functions/referral-desk/office-pages.test.ts'];

/** What keeps from a copy whom it is not for, though they have a code. */
export const mutantsOfDesk: readonly Mutant[] = [
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
    find: ' || isSpent({ code })',
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
  {
    promise: 'P7',
    what: 'an access code that was never given out costs fewer reads than one that was',
    file: 'shared/adapters/aws/cases/case-reader.ts',
    find: "const timers = await rowsOfCase(db, tables.cases, caseId, 'TIMER#');\n  return meta &&",
    replace:
      "if (meta === undefined) return undefined;\n  const timers = await rowsOfCase(db, tables.cases, caseId, 'TIMER#');\n  return meta &&",
    by: { tests: opensNothing, named: 'asks the database for the same' },
  },
  {
    promise: 'P7',
    what: 'five wrong one-time codes are told to nobody',
    file: 'functions/referral-desk/begin-session.ts',
    find: 'const isWritten = isSpent(tried)',
    replace: 'const isWritten = false',
    by: { tests: desk, named: 'takes five tries' },
  },
  {
    promise: 'P9',
    what: 'an institution that is not cleared takes the addresses of a CSAM-flagged case as a list',
    file: 'functions/referral-desk/give-addresses.ts',
    find: ' && !contact.cleared',
    replace: ' && contact.id === undefined',
    by: { tests: ['test/functions/referral-desk/addresses.test.ts'], named: 'to a cleared contact only' },
  },
  {
    promise: 'P9',
    what: 'a page of an institution shows an address whole where anybody may press on it',
    file: 'shared/pages/office/harmless.ts',
    find: '<span class="harmless">${defanged(address)}</span>',
    replace: '<span class="harmless">${address}</span>',
    by: { tests: officePages, named: 'is harmless on the screen' },
  },
  {
    promise: 'P9',
    what: 'addresses as typed reach an institution that is not cleared',
    file: 'functions/referral-desk/show-referral.ts',
    find: 'copy.addresses === undefined || !seesAddresses',
    replace: 'copy.addresses === undefined',
    by: { tests: desk, named: 'is read out by an officer' },
  },
  {
    promise: 'P7',
    what: 'the page for the six digits says nothing more where an access code opens nothing',
    file: 'functions/referral-desk/pages/answer-office.ts',
    find: "await call('code', request, { access: textIn(form, 'access') });",
    replace: "await call('session', request, { access: textIn(form, 'access'), code: '000000' });",
    by: { tests: officePages, named: 'sees the same bytes' },
  },
  {
    promise: 'P7',
    what: 'a visit that was closed at an institution is shown again',
    file: 'functions/referral-desk/pages/answer-office.ts',
    find: "if (step === 'done') return leave(request);\n      if (await visits.hasEnded(form)) return cleared(request);",
    replace: "if (step === 'done') return leave(request);",
    by: { tests: officePages, named: 'closes: what a browser sends again' },
  },
];
