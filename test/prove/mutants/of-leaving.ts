import type { Mutant } from '../mutant.ts';

const hops = { tests: ['test/functions/information/pages.test.ts'], named: 'takes two hops' };
const visits = { tests: ['test/functions/visits.test.ts'] };

/** What the next one at the screen sees. Source: docs/decisions/156 and 161. */
export const mutantsOfLeaving: readonly Mutant[] = [
  {
    promise: 'P7',
    what: 'leaving takes one hop, so that Back shows what was typed',
    file: 'functions/information/draw-pages.ts',
    find: 'exit: drawn(({ root }) => leavingPage(`${root}exit/2`)),',
    replace: 'exit: drawn(({ neutralSite }) => leavingPage(neutralSite)),',
    by: hops,
  },
  {
    promise: 'P7',
    what: 'the second hop leaves what the browser keeps of us',
    file: 'functions/information/draw-pages.ts',
    find: `leavingPage(neutralSite), { 'Clear-Site-Data': '"cache"' }),`,
    replace: 'leavingPage(neutralSite)),',
    by: hops,
  },
  {
    promise: 'P7',
    what: 'leaving ends no visit',
    file: 'functions/follow-up/pages/answer-code.ts',
    find: '    await visits.end(request.form);\n',
    replace: '',
    by: visits,
  },
  {
    promise: 'P7',
    what: 'the next one at the screen sends the form again and reads the receipt',
    file: 'functions/intake/answer-form.ts',
    find: 'return isOver ? cleared(request, audience) : shown(request, audience, answer);',
    replace: 'return shown(request, audience, answer);',
    by: visits,
  },
  {
    promise: 'P7',
    what: 'the next one at the screen sends a refused form again and reads its words',
    file: 'functions/intake/answer-form.ts',
    find: `      if (await visits.hasEnded(request.form)) return cleared(request, audience);
      const context = await contextOf(request, audience);
      const { say, texts } = context;
`,
    replace: `      const context = await contextOf(request, audience);
      const { say, texts } = context;
`,
    by: visits,
  },
  {
    promise: 'P7',
    what: 'the next one at the screen opens the thread again',
    file: 'functions/follow-up/pages/answer-code.ts',
    find: `        return cleared(request);
      }
      switch (step) {`,
    replace: `      }
      switch (step) {`,
    by: visits,
  },
  {
    promise: 'P1',
    what: 'a report that is new gets no receipt in a visit that has ended',
    file: 'functions/intake/answer-form.ts',
    find: 'const isOver = answer.isRepeat === true && (await',
    replace: 'const isOver = (await',
    by: visits,
  },
];
