import type { Mutant } from '../mutant.ts';

const form = ['test/functions/intake/form.test.ts'];
const drawn = ['test/drawing/form.test.ts'];
const hostile = ['test/edge/forms.test.ts'];
const messages = ['test/functions/follow-up/message-form.test.ts'];
const unsent = ['test/functions/follow-up/unsent-words.test.ts'];
const same = ['test/functions/intake/page-and-api.test.ts'];

/** The page's forms: what is typed is never lost, never twice, never shown to another, and never more than text. */
export const mutantsOfForms: readonly Mutant[] = [
  {
    promise: 'P2',
    what: 'a form that is drawn again gets another key',
    file: 'functions/intake/answer-form.ts',
    find: "key: textIn(form, 'key'), visit, isAnswer: true, danger, ...more };",
    replace: 'key: newKey(), visit, isAnswer: true, danger, ...more };',
    by: { tests: form, named: 'everything kept' },
  },
  {
    promise: 'P2',
    what: 'another report keeps the key of the first, and can never be sent',
    file: 'functions/intake/answer-form.ts',
    find: '...(isNew ? { key: newKey() } : {}),',
    replace: '',
    by: { tests: form },
  },
  {
    promise: 'P2',
    what: 'who pressed Send twice is not waited for',
    file: 'functions/intake/answer-form.ts',
    find: 'if (!isUnderWay || waits === mostWaits || now >= until) throw error;',
    replace: 'if (isUnderWay || waits === mostWaits || now >= until) throw error;',
    by: { tests: form, named: 'is waited for, up to two seconds' },
  },
  {
    promise: 'P2',
    what: 'a message and “still happening” of one page share a key',
    file: 'functions/follow-up/pages/answer-code.ts',
    find: "stepIn(fields) === 'still' && key !== '' ? `${key}.still` : key;",
    replace: 'key;',
    by: { tests: messages },
  },
  {
    promise: 'P1',
    what: '“still happening” leaves behind what was typed, and tells that it came',
    file: 'functions/follow-up/pages/answer-code.ts',
    find: "const said = text.trim() === '' ? say(texts.thread.stillHappeningText) : text;",
    replace: "const said = text === '' ? text : say(texts.thread.stillHappeningText);",
    by: { tests: unsent, named: 'are sent with' },
  },
  {
    promise: 'P1',
    what: 'a button of a thread leaves behind what was typed',
    file: 'shared/pages/thread/thread-page.ts',
    find: '<button form="${messageFormId}" name="go"',
    replace: '<button name="go"',
    by: { tests: unsent, named: 'by each of its buttons' },
  },
  {
    promise: 'P12',
    what: 'a stored message is told as not stored when the thread cannot be read',
    file: 'functions/follow-up/pages/answer-code.ts',
    find: 'if (notice === undefined) throw error;',
    replace: 'throw error;',
    by: { tests: messages },
  },
  {
    promise: 'P1',
    what: 'Enter in a field sends',
    file: 'shared/pages/frame/layout.ts',
    find: "switchStep === undefined ? 'check' : 'open'",
    replace: "switchStep === undefined ? 'send' : 'open'",
    by: { tests: drawn },
  },
  {
    promise: 'P1',
    what: 'any button of a form sends',
    file: 'functions/intake/answer-form.ts',
    find: "if (go === 'send') {",
    replace: "if (go !== 'en') {",
    by: { tests: form },
  },
  {
    promise: 'P14',
    what: 'another site sends a form in somebody’s name',
    file: 'shared/lambda/http/page-request.ts',
    find: "if (headerOf(event, 'sec-fetch-site') === 'cross-site') throw new Problem('forbidden', 403);",
    replace: '',
    by: { tests: form, named: 'another site' },
  },
  {
    promise: 'P1',
    what: 'a refused form loses what was typed',
    file: 'shared/pages/frame/fields.ts',
    find: "return value.replaceAll('\\0', '');",
    replace: 'return value.slice(0, 0);',
    by: { tests: form },
  },
  {
    promise: 'P14',
    what: 'what was typed is markup of the page',
    file: 'shared/pages/frame/html.ts',
    find: 'return tagged(withoutBreaks(strings), ...values) as Markup;',
    replace: 'return raw(String.raw({ raw: withoutBreaks(strings) }, ...values.flat().map((one) => one || "")));',
    by: { tests: hostile, named: 'comes back as it was typed' },
  },
  {
    promise: 'P14',
    what: 'a wrong code of a poster stands in the way of a report',
    file: 'shared/contracts/http/public/pages/report-form.ts',
    find: "campaign: campaignIn(textIn(fields, 'campaign')),",
    replace: "campaign: said('campaign'),",
    by: { tests: hostile, named: 'a code of a poster' },
  },
  {
    promise: 'P1',
    what: 'the page drops what a reporter said of the person who did it',
    file: 'shared/contracts/http/public/pages/report-form.ts',
    find: "livesWithChild: threeWay(said('livesWithChild')),",
    replace: '',
    by: { tests: same },
  },
  {
    promise: 'P12',
    what: 'nobody is told how much too long a text is',
    file: 'functions/intake/answer-form.ts',
    find: 'tooLong === undefined ? message : sayTooLong(tooLong, form, say)',
    replace: 'message',
    by: { tests: form, named: 'how many signs' },
  },
];
