import type { Mutant } from '../mutant.ts';

const everyAnswer = ['test/functions/pages/problem-or-page.test.ts'];
const everyPage = ['test/functions/pages/every-page.test.ts'];

/** Whether a reader gets a page or JSON, in which language, and what a page leads to and may do. */
export const mutantsOfAnswers: readonly Mutant[] = [
  {
    promise: 'P12',
    what: 'a program that takes anything is told a problem as a page',
    file: 'shared/contracts/http/accepted-media.ts',
    find: 'return qualityOf(type, ranges) > json;',
    replace: 'return qualityOf(type, ranges) >= json;',
    by: { tests: everyAnswer, named: 'takes anything' },
  },
  {
    promise: 'P12',
    what: 'a browser is told a problem in JSON',
    file: 'shared/lambda/middleware/problem-answers.ts',
    find: "!prefersHtml(headerOf(event, 'accept'))",
    replace: "prefersHtml(headerOf(event, 'accept'))",
    by: { tests: everyAnswer, named: 'tells of everything that goes wrong' },
  },
  {
    promise: 'P12',
    what: 'a problem is told in the language of the browser, and not of the page',
    file: 'shared/lambda/http/http-event.ts',
    find: 'return ofAddress ?? acceptedLanguage(',
    replace: 'return acceptedLanguage(',
    by: { tests: everyAnswer, named: 'a code that is only looked at' },
  },
  {
    promise: 'P12',
    what: 'links of a page leave the stage of the gateway',
    file: 'shared/lambda/http/page-request.ts',
    find: "const steps = seen.endsWith('/') ? depth : depth - 1;",
    replace: 'const steps = depth;',
    by: { tests: everyPage, named: 'below a stage' },
  },
  {
    promise: 'P12',
    what: 'links of a page that does not exist count a part of a name as a part of the address',
    file: 'shared/lambda/http/page-request.ts',
    find: 'return from < 0 ? partsOf(rest).length : written.length - from;',
    replace: 'return partsOf(rest).length;',
    by: { tests: ['test/lambda/http/page-routes.test.ts'], named: 'whose rest the gateway gives' },
  },
  {
    promise: 'P8',
    what: 'a page lets any script run that somebody got into it',
    file: 'shared/pages/frame/content-policy.ts',
    find: "`script-src ${scripts.map(hashOf).join(' ')}`",
    replace: '"script-src \'unsafe-inline\'"',
    by: { tests: everyPage, named: 'may do only what its policy says' },
  },
  {
    promise: 'P8',
    what: 'a page names the hash of one style, so that the browser refuses the other',
    file: 'shared/pages/frame/page-headers.ts',
    find: 'styles: [style, guardedStyle]',
    replace: 'styles: [style]',
    by: { tests: everyPage, named: 'may do only what its policy says' },
  },
];
