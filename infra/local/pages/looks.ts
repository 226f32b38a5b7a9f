import { problemAnswer } from '#shared/contracts/http/problem-answer.ts';
import { taxonomyAnswer } from '#shared/contracts/http/public/taxonomy.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { addressOf, type Audience } from '#shared/domain/help/audience.ts';
import { codePage } from '#shared/pages/code.ts';
import { reportFormPage } from '#shared/pages/form/report-form.ts';
import { momentsOf } from '#shared/pages/frame/moments.ts';
import { pageContext, type PageContext } from '#shared/pages/frame/page-context.ts';
import { officeHeaders, pageHeaders } from '#shared/pages/frame/page-headers.ts';
import { isForDanger, phonesOf } from '#shared/pages/frame/phones.ts';
import { helpPage } from '#shared/pages/help.ts';
import { notFoundPage, problemPage } from '#shared/pages/not-found.ts';
import { numbersPage } from '#shared/pages/numbers.ts';
import { privacyPage } from '#shared/pages/privacy.ts';
import { receiptPage } from '#shared/pages/receipt.ts';
import { everythingPage } from '#shared/pages/thread/everything-page.ts';
import { tableDesigns } from '#shared/adapters/aws/dynamo/table-design.ts';
import { startPage } from '#shared/pages/start.ts';
import type { FollowUpAnswer } from '#shared/pages/thread/follow-up-answer.ts';
import { donePage, surePage, threadPage, unsentPage, type ThreadState } from '#shared/pages/thread/thread-page.ts';
import { elementsPage } from './elements.ts';
import { officeLooksOf } from './office-looks.ts';
import { code, guidance, key, long, now, promise, quarters, threadsFor, visit } from './looks-data.ts';

/** For whom a look is drawn. */
export interface Looker {
  language: string;
  audience: Audience;
}

type Draw = (context: PageContext, looker: Looker) => string | Promise<string>;
type Threads = ReturnType<typeof threadsFor>;

/** The pages that can be drawn, by name, and how. */
export interface Looks {
  names: readonly string[];
  /** One of them as a page; undefined for a name that none has. */
  draw: (name: string, looker: Looker) => Promise<string | undefined>;
  /** The headers of a look: what it may do. */
  headersOf: (name: string) => Readonly<Record<'Content-Security-Policy', string>>;
}

/**
 * Every page in every state, of invented data: what can be reached, and what needs days or a failure to be reached. The
 * first one shows the elements that pages are made of. Screenshots and axe go through all of them.
 */
export function looksOf(country: CountryPack): Looks {
  const looks: Readonly<Record<string, Draw>> = {
    elements: elementsPage,
    start: (context) => startPage(context, phonesOf(country, context.language, isForDanger)),
    form: (context, looker) => form(context, looker, {}),
    'form-notice': (context, looker) =>
      form(context, looker, { notice: context.say(context.texts.form.notStored), part: 4 }),
    'form-wrong': (context, looker) =>
      form(context, looker, {
        isWhole: true,
        fields: new Map([['narrative', [long]]]),
        wrong: [
          { field: 'category', message: context.say(context.texts.form.noCategory) },
          { field: 'narrative', message: context.say(context.texts.form.nothingSaid) },
          { field: 'phone', message: context.say(context.texts.form.nothingSaid) },
          { field: undefined, message: context.say(context.texts.form.problems) },
        ],
      }),
    receipt: (context) => receipt(context, {}),
    'receipt-danger': (context) =>
      receipt(context, { help: phonesOf(country, context.language, (line) => line.always || isForDanger(line)) }),
    'receipt-late': (context) =>
      receipt(context, { readBy: undefined, handleBy: undefined, resolveBy: undefined, adjusted: ['/place'] }),
    'receipt-in-vain': (context) => receipt(context, { asksInVain: true }),
    code: (context) => codePage(context, { visit }),
    'code-unknown': (context) =>
      codePage(context, { visit, wrong: { typed: code, error: context.say(context.texts.code.opensNothing) } }),
    'code-cleared': (context) => codePage(context, { visit, isCleared: true }),
    'code-wrong': async (context) => {
      const { detail } = await problemIn(context, 'receipt_mistyped', 422);
      return codePage(context, { visit, wrong: { typed: `${code}7`, error: detail } });
    },
    'thread-received': (context) => thread(context, 'received'),
    'thread-answered': (context) => thread(context, 'answered'),
    'thread-missed': (context) => thread(context, 'missed'),
    'thread-told': (context) => thread(context, 'told'),
    'thread-ended': (context) => thread(context, 'ended'),
    'thread-guidance': (context) => thread(context, 'received', { guidance }),
    'thread-code': (context) => thread(context, 'received', {}, { showsCode: true }),
    'thread-sent': (context) => thread(context, 'answered', {}, { notice: context.say(context.texts.thread.sent) }),
    'thread-unsent': (context) => {
      const error = context.say(context.texts.thread.nothingWritten);
      return thread(context, 'answered', {}, { unsent: { text: '', urls: 'https://example.com/a', error } });
    },
    unsent: async (context) => {
      const { detail } = await problemIn(context, 'unavailable', 503);
      return unsentPage(context, { receipt: code, visit, key, unsent: { text: long, urls: '', error: detail } });
    },
    withdraw: (context) => surePage(context, { receipt: code, visit, key }, 'withdraw'),
    lock: (context) => surePage(context, { receipt: code, visit, key }, 'lock'),
    'lock-unsent': (context) =>
      surePage(context, { receipt: code, visit, key, unsent: { text: long, urls: '' } }, 'lock'),
    locked: async (context) => {
      const { asked } = await country.loadFollowUpTexts();
      return donePage(context, visit, {
        heading: context.say(context.texts.thread.locked),
        text: context.say(asked.lock),
      });
    },
    help: (context) => helpPage(context, phonesOf(country, context.language)),
    privacy: async (context) =>
      privacyPage(context, await context.loadPrivacy(), {
        centre: country.centre.name,
        retention: country.retention,
        restoreDays: tableDesigns.Keys.recoveryDays,
      }),
    everything: (context) => everything(context, 'told'),
    'everything-none': (context) => everything(context, 'received'),
    'everything-ended': (context) => everything(context, 'ended'),
    numbers: (context) => numbersPage(context, [{ year: 2026, quarters }], new Map()),
    'numbers-none': (context) => numbersPage(context, [], new Map()),
    'not-found': (context) => notFoundPage(context),
    'problem-busy': async (context) => problemPage(context, await problemIn(context, 'too_many_requests', 429)),
    'problem-internal': async (context) => problemPage(context, await problemIn(context, 'internal', 500)),
    'problem-refused': async (context) => problemPage(context, await problemIn(context, 'forbidden', 403)),
  };

  const officeLooks = officeLooksOf(country);

  return {
    names: [...Object.keys(looks), ...Object.keys(officeLooks)],
    headersOf: (name) => (name in officeLooks ? officeHeaders : pageHeaders),
    draw: async (name, looker) => {
      const { language, audience } = looker;
      const office = officeLooks[name];
      if (office !== undefined) return office({ language, root: '../../' });
      const context = await pageContext(country, { language, address: addressOf(audience), root: '../../' });
      return looks[name]?.(context, looker);
    },
  };

  async function form(
    context: PageContext,
    { audience, language }: Looker,
    more: Partial<Parameters<typeof reportFormPage>[1]>,
  ): Promise<string> {
    const taxonomy = taxonomyAnswer(country, await country.loadTaxonomyTexts(), { language, audience });
    return reportFormPage(context, { audience, taxonomy, fields: new Map(), key, visit, ...more });
  }

  function receipt(context: PageContext, more: Partial<Parameters<typeof receiptPage>[1]>): string {
    const { by } = momentsOf(country, context.language, now);
    const { nextStep, keep } = country.reporterTexts;
    const { help = context.help } = more;
    return receiptPage(
      { ...context, help },
      {
        receipt: code,
        visit,
        nextStep: context.say(nextStep.reportAgain),
        keep: context.say(keep),
        guidance,
        help: [...help],
        readBy: by(promise.readBy),
        handleBy: by(promise.handleBy),
        resolveBy: by(promise.resolveBy),
        ...more,
      },
    );
  }

  async function everything(context: PageContext, name: Exclude<keyof Threads, 'miss'>): Promise<string> {
    const moments = momentsOf(country, context.language, now);
    const answer = threadsFor(await country.loadFollowUpTexts(), context.say, moments)[name];
    return everythingPage(context, await context.loadPrivacy(), { receipt: code, visit, key, answer }, moments);
  }

  async function thread(
    context: PageContext,
    name: Exclude<keyof Threads, 'miss'>,
    more: Partial<FollowUpAnswer> = {},
    state: Partial<ThreadState> = {},
  ): Promise<string> {
    const moments = momentsOf(country, context.language, now);
    const threads = threadsFor(await country.loadFollowUpTexts(), context.say, moments);
    const missed = name === 'missed' ? [threads.miss] : [];
    return threadPage(
      context,
      { receipt: code, visit, key, missed, answer: { ...threads[name], ...more }, ...state },
      moments,
    );
  }

  async function problemIn(
    { language }: PageContext,
    code: Parameters<typeof problemAnswer>[2]['code'],
    status: number,
  ) {
    const wordings = { ...country, problemTexts: await country.loadProblemTexts() };
    return problemAnswer(wordings, language, { code, status });
  }
}
