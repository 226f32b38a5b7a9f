import { linesIn, textIn, type FormFields } from '#shared/contracts/http/form-fields.ts';
import type { FormAnswers, HttpAnswer, PageAnswer, PageRequest, Problem, Route } from '#shared/contracts/http/http.ts';
import { problemAnswer, type ProblemAnswer } from '#shared/contracts/http/problem-answer.ts';
import { stepIn, type CodeStep } from '#shared/contracts/http/public/pages/code-form.ts';
import { tooLongIn } from '#shared/contracts/http/public/pages/too-long.ts';
import { visitIn } from '#shared/contracts/http/public/pages/visit.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { Address, AddressedText } from '#shared/domain/text.ts';
import { errorName, type Log } from '#shared/lambda/log/log.ts';
import { codePage } from '#shared/pages/code.ts';
import { sayTooLong } from '#shared/pages/form/say-too-long.ts';
import { momentsOf } from '#shared/pages/frame/moments.ts';
import { pageAnswer } from '#shared/pages/frame/page-answer.ts';
import { pageContext, type PageContext } from '#shared/pages/frame/page-context.ts';
import { leavingPage } from '#shared/pages/leave.ts';
import type { FollowUpAnswer } from '#shared/pages/thread/follow-up-answer.ts';
import { everythingPage } from '#shared/pages/thread/everything-page.ts';
import {
  donePage,
  surePage,
  threadPage,
  unsentPage,
  type Holder,
  type ThreadState,
} from '#shared/pages/thread/thread-page.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { VisitKeeper } from '#shared/use-cases/visit-keeper.ts';

export interface AnswerCodeDeps {
  /** The API's own routes: the pages are a second way to the same. */
  routes: readonly Route[];
  visits: VisitKeeper;
  country: CountryPack;
  clock: Clock;
  /** A fresh Idempotency-Key for the next message, or a fresh visit. */
  newKey: () => string;
  log: Log;
}

/**
 * Answers what the pages behind a code send. Each step is one call of the API, and then the thread as it stands. The
 * receipt comes in a field of the form and never stands in an address. A code that opens nothing is answered with the
 * same bytes, whatever the reason. A message that is not taken comes back with all that was typed. When the visit has
 * ended, a browser has sent a form again: nothing is shown, and nothing is done but to keep a message. Source:
 * docs/decisions/161.
 */
export function answerCode({ routes, visits, country, clock, newKey, log }: AnswerCodeDeps): FormAnswers {
  const path = '/v1/follow-up';
  return {
    draw: async (request) => {
      const step = stepIn(request.form);
      if (step === 'done') return leave(request);
      if (await visits.hasEnded(request.form)) {
        // Words that were never sent are not lost. The same words again are known by their key.
        if (isMessage(step) && unsentIn(request) !== undefined) await noticeOf(step, request);
        return cleared(request);
      }
      switch (step) {
        case 'withdraw':
        case 'lock': {
          // Only who holds a code that opens something is asked whether they are sure.
          const { address } = await open(request);
          return drawn(200, await contextFor(request, { address }), (context) =>
            surePage(
              context,
              { ...holderOf(request), key: textIn(request.form, 'key'), unsent: unsentIn(request) },
              step,
            ),
          );
        }
        case 'lock-now': {
          const { body } = await call(`${path}/lock`, request, {});
          const { texts } = await contextFor(request);
          return done(request, { heading: texts.thread.locked, text: String(body['text']) });
        }
        case 'all':
        case 'all-earlier':
          return everything(request);
        default:
          return thread(request, { notice: await noticeOf(step, request) });
      }
    },
    redraw: async (request, problem) => {
      if (await visits.hasEnded(request.form)) return cleared(request);
      const context = await contextFor(request);
      const { say, texts } = context;
      const receipt = textIn(request.form, 'receipt');
      const wordings = { ...country, problemTexts: await country.loadProblemTexts() };
      const answer = problemAnswer(wordings, request.language, problem);
      const isUnknown = problem.code === 'not_found';
      const isMistyped = problem.code === 'receipt_mistyped';
      const wrong = isMistyped ? [] : answer.errors.map((one) => wrongIn(request.form, one, context));
      const error = isUnknown
        ? say(texts.code.opensNothing)
        : keyIsWrong(problem)
          ? say(texts.form.notStored)
          : [...new Set(wrong)].join(' ') || answer.detail;
      const step = stepIn(request.form);
      const typed = unsentIn(request) ?? (step === 'message' ? { text: '', urls: '' } : undefined);
      const isNew = problem.code === 'message_key_reused' || keyIsWrong(problem);
      const key = isNew ? newKey() : textIn(request.form, 'key');
      // The thread around the words, unless it is the code that is wrong, or nothing can be read now.
      const isReadable = problem.status < 500 && !isUnknown && !isMistyped && step !== 'open';
      const around = isReadable ? await open(request).catch(() => undefined) : undefined;
      if (typed === undefined) {
        return around === undefined
          ? drawn(problem.status, context, () =>
              codePage(context, { visit: visitIn(request.form), wrong: { typed: receipt, error } }),
            )
          : threadAround(request, around, problem.status, { notice: error });
      }
      const unsent = { ...typed, error };
      return around === undefined
        ? drawn(problem.status, context, () => unsentPage(context, { ...holderOf(request), key, unsent }))
        : threadAround(request, around, problem.status, { key, unsent });
    },
  };

  function holderOf({ form }: PageRequest): Holder {
    return { receipt: textIn(form, 'receipt'), visit: visitIn(form) ?? newKey() };
  }

  /** Ends the visit. The answer is the first hop out, so that a press is as fast as the link of other pages. */
  async function leave(request: PageRequest): Promise<PageAnswer> {
    await visits.end(request.form);
    return drawn(200, await contextFor(request), ({ root }) => leavingPage(`${root}exit/2`));
  }

  /** All that the holder of the code wrote with it. What is typed and not sent is handed on. */
  async function everything(request: PageRequest): Promise<PageAnswer> {
    const { body, address } = await open(request);
    const context = await contextFor(request, { address });
    const privacy = await context.loadPrivacy();
    const moments = momentsOf(country, request.language, clock.now());
    const state = {
      ...holderOf(request),
      answer: body as unknown as FollowUpAnswer,
      key: textIn(request.form, 'key'),
      unsent: unsentIn(request),
    };
    return drawn(200, context, () => everythingPage(context, privacy, state, moments));
  }

  /** In place of what an ended visit showed. A code that is typed here begins a visit of its own. */
  async function cleared(request: PageRequest): Promise<PageAnswer> {
    return drawn(200, await contextFor(request), (context) => codePage(context, { visit: newKey(), isCleared: true }));
  }

  /** Does what was asked for. The sentence says what becomes of it; undefined where nothing was asked for. */
  async function noticeOf(step: CodeStep, request: PageRequest): Promise<string | undefined> {
    switch (step) {
      case 'message':
        return sent(request, await call(`${path}/messages`, request, saidIn(request)));
      case 'still': {
        const { say, texts } = await contextFor(request);
        // What is typed goes with it: whoever reads “We have your message” takes it for sent.
        const { text, ...urls } = saidIn(request);
        const said = text.trim() === '' ? say(texts.thread.stillHappeningText) : text;
        return sent(request, await call(`${path}/messages`, request, { text: said, ...urls, stillHappening: true }));
      }
      case 'yes':
      case 'partly':
      case 'no':
        return String((await call(`${path}/helped`, request, { helped: step })).body['text']);
      case 'withdraw-now':
        return String((await call(`${path}/withdrawal`, request, {})).body['text']);
      default:
        return undefined;
    }
  }

  async function sent(request: PageRequest, { body }: HttpAnswer): Promise<string> {
    const { say, texts } = await contextFor(request);
    return `${say(texts.thread.sent)} ${String(body['nextStep'])}`;
  }

  async function call(
    at: string,
    { form, headers, ...request }: PageRequest,
    more: Record<string, unknown>,
  ): Promise<HttpAnswer> {
    const route = routes.find((one) => one.path === at);
    const body = { receipt: textIn(form, 'receipt'), ...more };
    const answer = await route?.handle({
      ...request,
      headers: { ...headers, 'idempotency-key': keyOf(form) },
      body,
    });
    if (answer === undefined || 'page' in answer) throw new Error('The pages ask for a route that is not there.');
    return answer;
  }

  async function open(request: PageRequest): Promise<HttpAnswer> {
    const before = beforeIn(request);
    const step = stepIn(request.form);
    return call(path, request, {
      ...(before === undefined ? {} : { before }),
      ...(step === 'guidance' || step === 'code' ? { guidance: true } : {}),
    });
  }

  /**
   * The thread as it stands now. What is typed and not sent stays in its form, with the key that it has. What was done is
   * stored, and nobody may read that it was not: where the thread cannot be shown after it, only that is said.
   */
  async function thread(request: PageRequest, { notice }: Pick<ThreadState, 'notice'>): Promise<PageAnswer> {
    const unsent = isMessage(stepIn(request.form)) ? undefined : unsentIn(request);
    const kept = unsent === undefined ? {} : { key: textIn(request.form, 'key') || newKey(), unsent };
    let opened: HttpAnswer;
    try {
      opened = await open(request);
    } catch (error) {
      if (notice === undefined) throw error;
      log('request_failed', { errorName: errorName(error) });
      const { texts } = await contextFor(request);
      return done(request, { heading: texts.thread.title, text: notice });
    }
    return threadAround(request, opened, 200, { notice, ...kept });
  }

  async function done(
    request: PageRequest,
    { heading, text }: { heading: AddressedText; text: string },
  ): Promise<PageAnswer> {
    const { visit } = holderOf(request);
    return drawn(200, await contextFor(request), (context) =>
      donePage(context, visit, { heading: context.say(heading), text }),
    );
  }

  async function threadAround(
    request: PageRequest,
    { body, address, missed = [] }: HttpAnswer,
    status: number,
    more: Partial<ThreadState>,
  ): Promise<PageAnswer> {
    const answer = body as unknown as FollowUpAnswer;
    const moments = momentsOf(country, request.language, clock.now());
    const context = await contextFor(request, { address, help: answer.help });
    const state: ThreadState = {
      ...holderOf(request),
      answer,
      missed,
      key: newKey(),
      isEarlier: beforeIn(request) !== undefined,
      showsCode: stepIn(request.form) === 'code',
      ...more,
    };
    return drawn(status, context, () => threadPage(context, state, moments));
  }

  function contextFor(request: PageRequest, { address, help }: Reading = {}): Promise<PageContext> {
    return pageContext(country, {
      ...request,
      ...(address === undefined ? {} : { address }),
      ...(help === undefined ? {} : { help }),
    });
  }

  function drawn(status: number, context: PageContext, draw: (context: PageContext) => string): PageAnswer {
    return pageAnswer(status, context.language, draw(context));
  }
}

/** What is known of who reads. */
interface Reading {
  address?: Address | undefined;
  help?: FollowUpAnswer['help'] | undefined;
}

/** Whether a step sends what is typed. */
function isMessage(step: CodeStep): boolean {
  return step === 'message' || step === 'still';
}

/** What is typed, as a message. */
function saidIn({ form }: PageRequest): { text: string; urls?: string[] } {
  const urls = linesIn(form, 'urls').map((line) => line.text);
  return { text: textIn(form, 'text'), ...(urls.length === 0 ? {} : { urls }) };
}

/** The words of the message form, if something is typed there. */
function unsentIn({ form }: PageRequest): { text: string; urls: string } | undefined {
  const typed = { text: textIn(form, 'text'), urls: textIn(form, 'urls') };
  return `${typed.text}${typed.urls}` === '' ? undefined : typed;
}

/** Whether a step asks for what came before the messages of a page. */
function isEarlier(step: CodeStep): boolean {
  return step === 'earlier' || step === 'all-earlier';
}

/** The number of the message before which others are asked for. Each button sends it; one means it. */
function beforeIn({ form }: PageRequest): number | undefined {
  const before = textIn(form, 'before');
  return isEarlier(stepIn(form)) && /^\d{1,9}$/.test(before) ? Number(before) : undefined;
}

/** Two buttons of a page have the same key. What one of them sends is never taken for what the other sent. */
function keyOf(fields: FormFields): string {
  const key = textIn(fields, 'key');
  return stepIn(fields) === 'still' && key !== '' ? `${key}.still` : key;
}

/** A key that no form of ours sends. Whoever wrote can do nothing about it, so the form gets another. */
function keyIsWrong({ code }: Problem): boolean {
  return code === 'invalid_idempotency_key' || code === 'missing_idempotency_key';
}

/** What is wrong with a message: nothing stands in it, or how much too long it is. */
function wrongIn(fields: FormFields, error: ProblemAnswer['errors'][number], { say, texts }: PageContext): string {
  if (error.code === 'empty_text') return say(texts.thread.nothingWritten);
  const tooLong = tooLongIn(fields, error.pointer.split('/')[1], error);
  return tooLong === undefined ? error.message : sayTooLong(tooLong, texts.form, say);
}
