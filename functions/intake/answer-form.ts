import { textIn, type FormFields } from '#shared/contracts/http/form-fields.ts';
import {
  Problem,
  type FormAnswers,
  type HttpAnswer,
  type HttpRequest,
  type PageAnswer,
  type PageRequest,
} from '#shared/contracts/http/http.ts';
import { problemAnswer, type ProblemAnswer } from '#shared/contracts/http/problem-answer.ts';
import { audienceBehind } from '#shared/contracts/http/public/pages/page-paths.ts';
import type { ReportAnswer } from '#shared/contracts/http/public/report-answer.ts';
import { asksInVain, fieldAt, flagField, reportOfForm } from '#shared/contracts/http/public/pages/report-form.ts';
import { taxonomyAnswer } from '#shared/contracts/http/public/taxonomy.ts';
import { tooLongIn } from '#shared/contracts/http/public/pages/too-long.ts';
import { visitIn } from '#shared/contracts/http/public/pages/visit.ts';
import { packLanguage } from '#shared/contracts/http/wording.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { addressOf, type Audience } from '#shared/domain/help/audience.ts';
import type { ProblemCode } from '#shared/domain/problems.ts';
import type { PageTexts } from '#shared/domain/pages/page-texts.ts';
import { plusMinutes, type Instant } from '#shared/domain/time/instant.ts';
import { partsOfForm, type FormState, type WrongField } from '#shared/pages/form/form-state.ts';
import { codePage } from '#shared/pages/code.ts';
import { reportFormPage } from '#shared/pages/form/report-form.ts';
import { sayTooLong } from '#shared/pages/form/say-too-long.ts';
import { momentsOf } from '#shared/pages/frame/moments.ts';
import { pageAnswer } from '#shared/pages/frame/page-answer.ts';
import { pageContext, type PageContext } from '#shared/pages/frame/page-context.ts';
import { isForDanger, phonesOf } from '#shared/pages/frame/phones.ts';
import { receiptPage } from '#shared/pages/receipt.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { VisitKeeper } from '#shared/use-cases/visit-keeper.ts';

export interface AnswerFormDeps {
  /** `POST /v1/reports`: the form is a second way to the same. */
  take: (request: HttpRequest) => Promise<HttpAnswer>;
  visits: Pick<VisitKeeper, 'hasEnded'>;
  country: CountryPack;
  clock: Clock;
  /** A fresh Idempotency-Key, or a fresh visit. */
  newKey: () => string;
  /** Waits so many milliseconds. */
  pause: (ms: number) => Promise<unknown>;
}

/**
 * How often the same report, sent twice at once, is asked for again, and the milliseconds before each. Whoever pressed Send
 * twice then reads one receipt. A program asks again by itself, so nothing waits for it.
 */
const mostWaits = 4;
const waitMs = 500;

/** The sentence over the form that says what became of it, where it was not taken. */
const notices: Partial<
  Record<ProblemCode, keyof PageTexts['form'] & ('newReport' | 'underWay' | 'notStored' | 'unknownWhetherStored')>
> = {
  key_reused_with_other_content: 'newReport',
  invalid_idempotency_key: 'newReport',
  missing_idempotency_key: 'newReport',
  erased: 'newReport',
  in_progress: 'underWay',
  unavailable: 'notStored',
  too_many_requests: 'notStored',
  internal: 'unknownWhetherStored',
};

/**
 * Answers the form. Send takes the report as the API does and shows the receipt. Any other button draws the form again:
 * in another language, or at its last part, because Enter in a field is not Send. Whatever is refused comes back with all
 * that was typed. When the visit has ended, a browser has sent the form again: nothing of before is shown, and only a
 * report that is new gets its receipt. Source: docs/decisions/156 and 161.
 */
export function answerForm({ take, visits, country, clock, newKey, pause }: AnswerFormDeps): FormAnswers {
  return {
    draw: async (request) => {
      const audience = audienceOf(request);
      const go = textIn(request.form, 'go');
      if (go === 'send') {
        const answer = await takeInTurn(asReport(request, audience));
        const isOver = answer.isRepeat === true && (await visits.hasEnded(request.form));
        return isOver ? cleared(request, audience) : shown(request, audience, answer);
      }
      if (await visits.hasEnded(request.form)) return cleared(request, audience);
      const language = packLanguage(go, country) ?? request.language;
      const context = await contextOf({ ...request, language }, audience);
      const notSent =
        language === request.language ? { notice: context.say(context.texts.form.notSent), part: partsOfForm } : {};
      return drawn(200, context, await stateOf({ ...request, language }, audience, notSent));
    },
    redraw: async (request, problem) => {
      const audience = audienceBehind(request.path['who']);
      if (audience === undefined) return undefined;
      if (await visits.hasEnded(request.form)) return cleared(request, audience);
      const context = await contextOf(request, audience);
      const { say, texts } = context;
      const wordings = { ...country, problemTexts: await country.loadProblemTexts() };
      const answer = problemAnswer(wordings, request.language, problem);
      const notice = notices[problem.code];
      const isNew = notice === 'newReport';
      const wrong = answer.errors.map((error) => wrongField(error, request.form, context));
      return drawn(
        problem.status,
        context,
        await stateOf(request, audience, {
          ...(isNew ? { key: newKey() } : {}),
          ...(isNew || wrong.length === 0
            ? { notice: notice === undefined ? answer.detail : say(texts.form[notice]), part: partsOfForm }
            : { wrong, isWhole: true }),
        }),
      );
    },
  };

  /**
   * Takes a report. While the same one is being taken, it waits for that one's answer: two seconds in all, and never longer
   * by the clock, because each try may take its time.
   */
  async function takeInTurn(report: HttpRequest): Promise<HttpAnswer> {
    let until: Instant | undefined;
    for (let waits = 0; ; waits += 1) {
      try {
        return await take(report);
      } catch (error) {
        const isUnderWay = error instanceof Problem && error.code === 'in_progress';
        const now = clock.now();
        until ??= plusMinutes(now, (mostWaits * waitMs) / 60_000);
        if (!isUnderWay || waits === mostWaits || now >= until) throw error;
        await pause(waitMs);
      }
    }
  }

  function audienceOf({ path, language }: PageRequest): Audience {
    const audience = audienceBehind(path['who']);
    if (audience === undefined) throw new Problem('not_found', 404, { language });
    return audience;
  }

  function asReport({ form, headers, ...request }: PageRequest, audience: Audience): HttpRequest {
    const { language } = request;
    return {
      ...request,
      headers: { ...headers, 'idempotency-key': textIn(form, 'key') },
      body: reportOfForm(form, { audience, language }),
    };
  }

  function contextOf(request: PageRequest, audience: Audience): Promise<PageContext> {
    return pageContext(country, { ...request, address: addressOf(audience) });
  }

  async function stateOf(
    { form, language }: PageRequest,
    audience: Audience,
    more: Partial<FormState>,
  ): Promise<FormState> {
    const taxonomy = taxonomyAnswer(country, await country.loadTaxonomyTexts(), { language, audience });
    const visit = visitIn(form) ?? newKey();
    const danger = saysDanger(form) ? phonesOf(country, language, isForDanger) : [];
    return { audience, taxonomy, fields: form, key: textIn(form, 'key'), visit, isAnswer: true, danger, ...more };
  }

  function drawn(status: number, context: PageContext, state: FormState): PageAnswer {
    return pageAnswer(status, context.language, reportFormPage(context, state));
  }

  /** In place of what an ended visit showed. A code that is typed here begins a visit of its own. */
  async function cleared(request: PageRequest, audience: Audience): Promise<PageAnswer> {
    const context = await contextOf(request, audience);
    return pageAnswer(200, context.language, codePage(context, { visit: newKey(), isCleared: true }));
  }

  async function shown(request: PageRequest, audience: Audience, { status, body }: HttpAnswer): Promise<PageAnswer> {
    // What `take` answers is what the API's document says.
    const answer = body as unknown as ReportAnswer;
    const { language } = request;
    const { ahead } = momentsOf(country, language, clock.now());
    const { readBy, handleBy, resolveBy } = answer.promise;
    // Whoever comes back to this answer later is promised nothing that has passed.
    const times = { readBy: ahead(readBy), handleBy: ahead(handleBy), resolveBy: ahead(resolveBy) };
    const context = await pageContext(country, { ...request, address: addressOf(audience), help: answer.help });
    return pageAnswer(
      status,
      language,
      receiptPage(context, {
        ...answer,
        ...times,
        visit: visitIn(request.form) ?? newKey(),
        asksInVain: asksInVain(request.form),
      }),
    );
  }
}

/** Whoever says that somebody is in danger reads whom to call, though nothing was taken. */
function saysDanger(fields: FormFields): boolean {
  return ['inDanger', 'selfHarm'].some((flag) => ['yes', 'unsure'].includes(textIn(fields, flagField(flag))));
}

/** Where something is wrong, and what to do about it, in words for whoever fills in a form. */
function wrongField(
  error: ProblemAnswer['errors'][number],
  fields: FormFields,
  { say, texts: { form } }: PageContext,
): WrongField {
  const { pointer, code, message } = error;
  if (code === 'empty_report') return { field: 'narrative', message: say(form.nothingSaid) };
  if (pointer === '/category') return { field: 'category', message: say(form.noCategory) };
  const field = fieldAt(pointer);
  const tooLong = tooLongIn(fields, field, error);
  return { field, message: tooLong === undefined ? message : sayTooLong(tooLong, form, say) };
}
