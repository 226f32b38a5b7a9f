import type { Mutant } from '../mutant.ts';

/** The pages are a second way to the same use-cases: histories in which reporters use them, and what pages cost. */
export const mutantsOfPages: readonly Mutant[] = [
  {
    promise: 'P2',
    what: 'a form that is sent again after a lost answer is a second report',
    file: 'functions/intake/answer-form.ts',
    find: "headers: { ...headers, 'idempotency-key': textIn(form, 'key') },",
    replace: "headers: { ...headers, 'idempotency-key': newKey() },",
    by: { seed: 1 },
  },
  {
    promise: 'P2',
    what: 'a message that is sent again by a reload is a second message',
    file: 'functions/follow-up/pages/answer-code.ts',
    find: "headers: { ...headers, 'idempotency-key': keyOf(form) },",
    replace: "headers: { ...headers, 'idempotency-key': newKey() },",
    by: { seed: 1 },
  },
  {
    promise: 'P7',
    what: 'a form with other words keeps the key of the first report',
    file: 'functions/intake/answer-form.ts',
    find: '          ...(isNew ? { key: newKey() } : {}),\n',
    replace: '',
    by: { seed: 6 },
  },
  {
    promise: 'P7',
    what: 'a form that another site sends is taken',
    file: 'shared/lambda/http/page-request.ts',
    find: "if (headerOf(event, 'sec-fetch-site') === 'cross-site') throw",
    replace: "if (headerOf(event, 'sec-fetch-site') === 'nowhere') throw",
    by: { seed: 1 },
  },
  {
    promise: 'P7',
    what: 'the pages for a code that opens nothing differ',
    file: 'functions/follow-up/pages/answer-code.ts',
    find: "const isUnknown = problem.code === 'not_found';",
    replace: "const isUnknown = problem.code === 'not_found' && receipt.startsWith('0');",
    by: { seed: 6 },
  },
  {
    promise: 'P12',
    what: 'the page of a receipt tells the time of reading as that of handling',
    file: 'functions/intake/answer-form.ts',
    find: 'const times = { readBy: ahead(readBy), handleBy: ahead(handleBy), resolveBy: ahead(resolveBy) };',
    replace: 'const times = { readBy: ahead(readBy), handleBy: ahead(readBy), resolveBy: ahead(resolveBy) };',
    by: { seed: 1 },
  },
  {
    promise: 'P1',
    what: 'what was typed is gone when a form could not be taken',
    file: 'functions/intake/answer-form.ts',
    find: 'return { audience, taxonomy, fields: form,',
    replace: 'return { audience, taxonomy, fields: new Map(),',
    by: { seed: 1 },
  },
];
