import { textIn } from '#shared/contracts/http/form-fields.ts';
import { csvMediaType } from '#shared/contracts/http/csv.ts';
import type { FormAnswers, HttpAnswer, PageAnswer, PageRequest, Route } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import { accessSchema } from '#shared/contracts/http/public/desk.ts';
import { officeStepIn, triesIn } from '#shared/contracts/http/public/pages/office-form.ts';
import { visitIn } from '#shared/contracts/http/public/pages/visit.ts';
import { parseWithCode } from '#shared/contracts/http/public/receipt.ts';
import type { ReferralStatus } from '#shared/domain/case/referral.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { Saying } from '#shared/domain/referrals/desk/question.ts';
import { errorName, type Log } from '#shared/lambda/log/log.ts';
import { momentsOf } from '#shared/pages/frame/moments.ts';
import { leavingPage } from '#shared/pages/leave.ts';
import { accessPage, notedPage, notMinePage } from '#shared/pages/office/access.ts';
import { copyPage, type CopyState } from '#shared/pages/office/copy.ts';
import type { DeskReferral } from '#shared/pages/office/desk-referral.ts';
import { closedPage, sessionEndedPage, unsentPage } from '#shared/pages/office/ended.ts';
import { keptIn, type KeptAnswer } from '#shared/pages/office/kept-answer.ts';
import { officeAnswer } from '#shared/pages/office/office-answer.ts';
import { officeContext, type OfficeContext } from '#shared/pages/office/office-context.ts';
import { oneTimeCodePage } from '#shared/pages/office/one-time-code.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { readToken } from '#shared/sealing/desk-access.ts';
import type { VisitKeeper } from '#shared/use-cases/visit-keeper.ts';
import { answerOf, problemsOf, statusIn } from './answer-in-form.ts';

export interface AnswerOfficeDeps {
  /** The API's own routes: the pages are a second way to the same. */
  routes: readonly Route[];
  visits: VisitKeeper;
  country: CountryPack;
  clock: Clock;
  /** A fresh Idempotency-Key for the next answer, or a fresh visit. */
  newKey: () => string;
  log: Log;
}

/**
 * Answers what the pages for institutions send. Each step is one call of the API, and then the page. Both codes and the
 * session are fields of forms, and never stand in an address. What is said of a code is the same, whatever it is. What was
 * typed of an answer goes on from page to page until it is sent, also through a session that ends. Source:
 * docs/decisions/189.
 */
export function answerOffice({ routes, visits, country, clock, newKey, log }: AnswerOfficeDeps): FormAnswers {
  return {
    draw: async (request) => {
      const { form } = request;
      const step = officeStepIn(form);
      if (step === 'done') return leave(request);
      if (await visits.hasEnded(form)) return cleared(request);
      switch (step) {
        case 'access':
          return access(request, 200);
        case 'ask':
          await call('code', request, { access: textIn(form, 'access') });
          return code(request, 200, { tries: 0, isAgain: textIn(form, 'tries') !== '' });
        case 'code':
          return code(request, 200, { tries: triesIn(form) });
        case 'not-mine': {
          // Whoever mistyped it is told before they are asked whether they are sure.
          const typed = textIn(form, 'access');
          parseWithCode('access', accessSchema, { access: typed }, request.language);
          return drawn(request, 200, (context) => notMinePage(context, { visit: visitOf(request), access: typed }));
        }
        case 'not-mine-now':
          await call('not-for-me', request, { access: textIn(form, 'access') });
          return drawn(request, 200, notedPage);
        case 'open': {
          const { body } = await call('session', request, accessAndCode(request));
          return inside(request, String(body['session']));
        }
        case 'answer': {
          const { body } = await call('answer', request, answerOf(form));
          return inside(request, textIn(form, 'session'), body);
        }
        case 'addresses':
          return file(request, textIn(form, 'session'));
        default:
          return inside(request, textIn(form, 'session'));
      }
    },
    redraw: async (request, problem) => {
      const { form } = request;
      if (await visits.hasEnded(form)) return cleared(request);
      const isBusy = problem.status >= 500 || problem.status === 429;
      switch (officeStepIn(form)) {
        case 'open': {
          const isAccess = problem.errors.some(({ pointer }) => pointer === '/access');
          if (isAccess || problem.code === 'receipt_mistyped') return access(request, problem.status, problem);
          const tries = problem.code === 'access_refused' ? triesIn(form) + 1 : triesIn(form);
          return code(request, problem.status, { tries, problem });
        }
        case 'look':
        case 'addresses':
        case 'answer':
          if (problem.code === 'access_refused') return sessionEnded(request, problem.status);
          if (isBusy) return unsent(request, textIn(form, 'session'), problem.status);
          return notTaken(request, problem);
        default:
          return access(request, problem.status, problem);
      }
    },
  };

  function visitOf({ form }: PageRequest): string {
    return visitIn(form) ?? newKey();
  }

  async function drawn(
    { language, root }: PageRequest,
    status: number,
    draw: (context: OfficeContext) => string,
  ): Promise<PageAnswer> {
    const context = await officeContext(country, { language, root });
    return officeAnswer(context, status, draw(context));
  }

  /** Ends the visit. The answer is the first hop out. */
  async function leave(request: PageRequest): Promise<PageAnswer> {
    await visits.end(request.form);
    return drawn(request, 200, ({ root }) => leavingPage(`${root}exit/2`));
  }

  /** In place of what an ended visit showed. What a browser sends again of it does nothing. */
  async function cleared(request: PageRequest): Promise<PageAnswer> {
    return drawn(request, 200, (context) => accessPage(context, { visit: newKey(), isCleared: true, isAnswer: true }));
  }

  /** The field for the access code, with what was typed. What is wrong with it can be seen from the code alone. */
  async function access(request: PageRequest, status: number, problem?: Problem): Promise<PageAnswer> {
    const asked = { visit: visitOf(request), typed: textIn(request.form, 'access'), isAnswer: true };
    return drawn(request, status, (context) => {
      const { access: words, busy } = context.office;
      const error =
        problem === undefined
          ? undefined
          : context.tell(
              problem.code === 'receipt_mistyped' ? words.mistyped : problem.status === 422 ? words.wrongForm : busy,
            );
      return accessPage(context, { ...asked, error });
    });
  }

  /** The field for the one-time code. It is empty: what was wrong is typed anew. */
  async function code(
    request: PageRequest,
    status: number,
    { tries, isAgain = false, problem }: { tries: number; isAgain?: boolean; problem?: Problem },
  ): Promise<PageAnswer> {
    const { form } = request;
    const asked = { access: textIn(form, 'access'), visit: visitOf(request), tries, isAgain, kept: keptIn(form) };
    return drawn(request, status, (context) => {
      const { code: words, busy } = context.office;
      const error =
        problem === undefined
          ? undefined
          : context.tell(
              problem.code === 'access_refused' ? words.wrong : problem.status === 422 ? words.sixDigits : busy,
            );
      return oneTimeCodePage(context, { ...asked, error });
    });
  }

  /**
   * The copy as it stands, after what was answered. Where it can no longer be shown after an answer, that is said, and
   * nobody may read that the answer was not stored.
   */
  async function inside(request: PageRequest, session: string, answered?: HttpAnswer['body']): Promise<PageAnswer> {
    const said = answered === undefined ? undefined : (textIn(request.form, 'answer') as Saying);
    const kept = said === undefined ? keptIn(request.form) : {};
    try {
      return await copy(request, session, 200, (context) => ({
        kept,
        key: kept.key ?? newKey(),
        notice: said && noticeOf(context, said),
      }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (said !== undefined) return closed(request, 200, statusIn(answered ?? {}), said);
      if (error.code === 'conflict') return closed(request, error.status, statusIn(error.extra));
      if (officeStepIn(request.form) !== 'open') throw error;
      // The one-time code is used up, and the session has begun.
      log('request_failed', { errorName: errorName(error) });
      return unsent(request, session, error.status);
    }
  }

  /** The answer was not taken as it stands. Its form comes back with all that was typed, and with what is wrong. */
  async function notTaken(request: PageRequest, problem: Problem): Promise<PageAnswer> {
    const session = textIn(request.form, 'session');
    const kept = keptIn(request.form);
    const isOther = problem.code === 'command_key_reused' || isWrongKey(problem);
    try {
      return await copy(request, session, problem.status, (context) => ({
        kept,
        key: isOther ? newKey() : (kept.key ?? newKey()),
        ...problemsOf(context, request.form, problem, isOther),
      }));
    } catch (error) {
      if (error instanceof Problem && error.code === 'conflict') {
        return closed(request, error.status, statusIn(error.extra));
      }
      return unsent(request, session, problem.status);
    }
  }

  async function copy(
    request: PageRequest,
    session: string,
    status: number,
    state: (context: OfficeContext) => Pick<CopyState, 'kept' | 'key'> & Partial<CopyState>,
  ): Promise<PageAnswer> {
    const { body } = await call('referral', request, { session });
    const [texts, { platforms }] = await Promise.all([country.loadOfficialLetterTexts(), country.loadTaxonomyTexts()]);
    const moments = momentsOf(country, request.language, clock.now());
    const shown = body as unknown as DeskReferral;
    const visit = visitOf(request);
    return drawn(request, status, (context) =>
      copyPage(context, { session, visit, shown, ...state(context) }, { ...country, texts, platforms }, moments),
    );
  }

  async function sessionEnded(request: PageRequest, status: number): Promise<PageAnswer> {
    const { form } = request;
    // The token says by itself which access code it was for. Nothing is looked up.
    const session = textIn(form, 'session');
    const access = readToken(session)?.code ?? '';
    return drawn(request, status, (context) =>
      sessionEndedPage(context, { session, visit: visitOf(request), kept: keptIn(form), access }),
    );
  }

  async function unsent(request: PageRequest, session: string, status: number): Promise<PageAnswer> {
    const kept = keptIn(request.form);
    return drawn(request, status, (context) => unsentPage(context, { visit: visitOf(request), kept, session }));
  }

  async function closed(
    request: PageRequest,
    status: number,
    referral: ReferralStatus | undefined,
    said?: Saying,
  ): Promise<PageAnswer> {
    const kept: KeptAnswer = said === undefined ? keptIn(request.form) : {};
    return drawn(request, status, (context) =>
      closedPage(context, {
        session: textIn(request.form, 'session'),
        visit: visitOf(request),
        kept,
        status: referral,
        notice: said && noticeOf(context, said),
      }),
    );
  }

  /** The list of addresses, to be saved. The page that asked for it stays. */
  async function file(request: PageRequest, session: string): Promise<PageAnswer> {
    const answer = await ask('addresses', request, { session }, { accept: csvMediaType });
    if (!('page' in answer)) throw new Error('The list of addresses is no file.');
    return answer;
  }

  async function call(step: string, request: PageRequest, body: object): Promise<HttpAnswer> {
    const answer = await ask(step, request, body, { 'idempotency-key': textIn(request.form, 'key') });
    if ('page' in answer) throw new Error('The pages take no page from the API.');
    return answer;
  }

  async function ask(
    step: string,
    request: PageRequest,
    body: object,
    more: Readonly<Record<string, string>>,
  ): Promise<HttpAnswer | PageAnswer> {
    const route = routes.find(({ path }) => path === `/v1/desk/${step}`);
    if (route === undefined) throw new Error('The pages ask for a route that is not there.');
    return route.handle({ ...request, headers: { ...request.headers, ...more }, body });
  }
}

function accessAndCode({ form }: PageRequest): object {
  return { access: textIn(form, 'access'), code: textIn(form, 'code') };
}

function noticeOf({ say, tell, office }: OfficeContext, said: Saying): string {
  return tell(office.answer.noted, { answer: say(office.answers[said]) });
}

/** A key that no form of ours sends. Whoever wrote can do nothing about it, so the form gets another. */
function isWrongKey({ code }: Problem): boolean {
  return code === 'invalid_idempotency_key' || code === 'missing_idempotency_key';
}
