import { answerCode } from '#functions/follow-up/pages/answer-code.ts';
import { codeRoutes } from '#functions/follow-up/pages/code-routes.ts';
import { pageRoutes } from '#functions/information/page-routes.ts';
import { answerForm } from '#functions/intake/answer-form.ts';
import { formRoutes } from '#functions/intake/form-routes.ts';
import { Problem, type HttpAnswer, type PageRoute, type Route } from '#shared/contracts/http/http.ts';
import { helpFor } from '#shared/contracts/http/public/help.ts';
import type { ReportAnswer } from '#shared/contracts/http/public/report-answer.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { log } from '#shared/lambda/log/log.ts';
import { httpHandler, type HttpLambda } from '#shared/lambda/http/http-handler.ts';
import type { FollowUpAnswer } from '#shared/pages/thread/follow-up-answer.ts';
import { drawProblem } from '#shared/pages/problem-pages.ts';
import { callHandler, type GatewayAnswer } from '../gateway.ts';
import type { AskedPage } from './asked-page.ts';
import { noVisitEnded } from './no-visit-ended.ts';
import { officePagesOf } from './office-pages.ts';

const at = '2026-12-01T10:00:00.000Z';
const ahead = '2026-12-02T10:00:00.000Z';
const clock = { now: () => at };
const newKey = (): string => '00000000-0000-4000-8000-000000000001';
export const receiptOnPages = 'AAAA-BBBB-CCCC-DDDD-E';

/** The public functions with the pages of a pack, before answers that are made up: each part of a page is there. */
export function pagesOf(pack: CountryPack): { handler: HttpLambda; routes: readonly (Route | PageRoute)[] } {
  const published = { ofYear: () => Promise.resolve([]) };
  const follow = followUpRoutes(pack);
  const routes = [
    ...pageRoutes(pack, published, { clock, newKey }),
    ...formRoutes(pack, async () =>
      answerForm({ take: reportTaken(pack), visits: noVisitEnded, country: pack, clock, newKey, ...withoutWaiting }),
    ),
    ...codeRoutes(pack, async () =>
      answerCode({ routes: follow, visits: noVisitEnded, country: pack, clock, newKey, log }),
    ),
    ...officePagesOf(pack),
  ];
  return { handler: httpHandler(routes, pack, 'anybody', (...problem) => drawProblem(pack, ...problem)), routes };
}

/** Nobody waits in these tests. */
const withoutWaiting = { pause: () => Promise.resolve() };

/** A report is taken, unless its words say how it goes wrong. */
function reportTaken(pack: CountryPack): (request: { body: unknown; language: string }) => Promise<HttpAnswer> {
  return async ({ body, language }) => {
    const { narrative = '' } = body as { narrative?: string };
    const wrong = wrongReports[narrative];
    if (wrong !== undefined) throw wrong();
    const answer: ReportAnswer = {
      caseNumber: 'B-AAAA-AAAA',
      receipt: receiptOnPages,
      receivedAt: at,
      promise: { readBy: ahead, handleBy: ahead, resolveBy: ahead },
      nextStep: 'next',
      help: helpFor(pack, language),
      guidance: advice,
      keep: 'keep',
      adjusted: ['/narrative'],
    };
    return { status: 201, body: { ...answer } };
  };
}

const advice = [{ title: 'advice', text: 'what to do', link: 'https://advice.example/' }];

/** How the report goes wrong that has this text, so that its form is drawn again. */
const wrongReports: Readonly<Record<string, () => Problem>> = {
  fields: () =>
    new Problem('invalid_fields', 422, {
      errors: [
        { pointer: '/category', code: 'required' },
        { pointer: '/narrative', code: 'too_long', expected: '10000' },
        { pointer: '/urls/0', code: 'too_long', expected: '2000' },
        { pointer: '/reporter/ageYears', code: 'unknown_code' },
      ],
    }),
  empty: () => new Problem('invalid_fields', 422, { errors: [{ pointer: '/narrative', code: 'empty_report' }] }),
  twice: () => new Problem('in_progress', 409, { retryAfterSeconds: 2 }),
  other: () => new Problem('key_reused_with_other_content', 422),
  erased: () => new Problem('erased', 410),
  many: () => new Problem('too_many_requests', 429, { retryAfterSeconds: 60 }),
  unavailable: () => new Problem('unavailable', 503, { retryAfterSeconds: 5 }),
  broken: () => new Problem('internal', 500),
};

/** A thread in which everything can be seen and done. A code and some words are refused. */
function followUpRoutes(pack: CountryPack): Route[] {
  const open = (language: string, isOver: boolean): FollowUpAnswer => ({
    status: { code: isOver ? 'resolved' : 'in_progress', text: 'how it stands\n\nwhat was missed' },
    promise: {
      readBy: ahead,
      handleBy: at,
      resolveBy: at,
      kept: isOver,
      ...(isOver ? { readAt: at, handledAt: at } : {}),
    },
    messages: [
      { from: 'you', at, text: 'mine' },
      { from: 'centre', at, text: 'theirs' },
    ],
    earlier: 2,
    sharedWith: [{ who: 'somebody', when: at, why: 'because', takenBackAt: at, takenBack: 'no more' }],
    canDo: ['message', 'still_happening', 'withdraw', 'lock', 'helped'],
    ...(isOver ? { expiresAt: at, guidance: advice.map((one) => ({ code: 'advice', ...one })) } : {}),
    help: helpFor(pack, language),
  });
  const answering = (path: string, answer: (language: string, body: Body) => Record<string, unknown>): Route => ({
    method: 'POST',
    path: `/v1/follow-up${path}`,
    handle: async ({ body, language }) => {
      const wrong = wrongCodes[(body as Body).receipt] ?? wrongMessages[(body as Body).text ?? ''];
      if (wrong !== undefined) throw wrong();
      return { status: path === '' ? 200 : 202, body: answer(language, body as Body) };
    },
  });
  return [
    answering('', (language, { guidance }) => open(language, guidance === true)),
    answering('/messages', () => ({ at, readBy: at, nextStep: 'next' })),
    ...['/withdrawal', '/lock', '/helped'].map((path) => answering(path, () => ({ text: 'done' }))),
  ];
}

interface Body {
  receipt: string;
  text?: string;
  guidance?: boolean;
}

const wrongCodes: Readonly<Record<string, () => Problem>> = {
  mistyped: () =>
    new Problem('receipt_mistyped', 422, {
      errors: [{ pointer: '/receipt', code: 'wrong_form', expected: 'receipt' }],
    }),
  unknown: () => new Problem('not_found', 404),
  busy: () => new Problem('too_many_requests', 429, { retryAfterSeconds: 60 }),
};
const wrongMessages: Readonly<Record<string, () => Problem>> = {
  empty: () => new Problem('invalid_fields', 422, { errors: [{ pointer: '/text', code: 'required' }] }),
  long: () =>
    new Problem('invalid_fields', 422, { errors: [{ pointer: '/text', code: 'too_long', expected: '4000' }] }),
  reused: () => new Problem('message_key_reused', 422),
  broken: () => new Problem('internal', 500),
};

/** Every page, and every state of each, in a language. Its name says which. */
export function everyPage(language: string): Readonly<Record<string, AskedPage>> {
  const at = `/${language}`;
  const doors = ['c', 'p', 's', 'a'];
  const form = (who: string, fields: Readonly<Record<string, string>>): AskedPage => ({
    method: 'POST',
    resource: `${at}/tell/{who}`,
    path: { who },
    fields: { key: newKey(), narrative: 'words', urls: 'https://words.example', ...fields },
  });
  const code = (go: string, fields: Readonly<Record<string, string>> = {}): AskedPage => ({
    method: 'POST',
    resource: `${at}/code`,
    fields: { receipt: receiptOnPages, key: newKey(), go, ...fields },
  });
  const named = <T extends string>(kind: string, names: readonly T[], of: (name: T) => AskedPage) =>
    Object.fromEntries(names.map((name) => [`${kind} ${name}`, of(name)]));
  const steps = ['open', 'earlier', 'guidance', 'message', 'still', 'yes', 'partly', 'no', 'withdraw', 'lock', 'all'];
  return {
    'of no language': { resource: '/' },
    start: { resource: at },
    ...named('form', doors, (who) => ({ resource: `${at}/tell/{who}`, path: { who } })),
    code: { resource: `${at}/code` },
    help: { resource: `${at}/help` },
    numbers: { resource: `${at}/numbers` },
    privacy: { resource: `${at}/privacy` },
    'privacy for adults': { resource: `${at}/privacy`, query: { for: 'a' } },
    'not found': { resource: `${at}/{proxy+}`, path: { proxy: 'no/where' } },
    'not found anywhere': { resource: '/{proxy+}', path: { proxy: 'no/where' } },
    'no such door': { resource: `${at}/tell/{who}`, path: { who: 'x' } },
    ...named('form not sent', doors, (who) => form(who, { go: 'check' })),
    ...named('form in another language', doors, (who) => form(who, { go: language })),
    ...named('receipt', doors, (who) => form(who, { go: 'send' })),
    ...named('form wrong', Object.keys(wrongReports), (narrative) => form('c', { go: 'send', narrative })),
    ...named('form of a school wrong', ['fields'], (narrative) => form('s', { go: 'send', narrative })),
    ...named('thread', steps, (go) => code(go, { text: 'words' })),
    ...named('thread', ['withdraw-now', 'lock-now'], (go) => code(go)),
    ...named('code wrong', Object.keys(wrongCodes), (receipt) => code('open', { receipt })),
    ...named('message wrong', Object.keys(wrongMessages), (text) => code('message', { text })),
    'message to nobody': code('message', { receipt: 'unknown', text: 'words' }),
  };
}

const boundary = 'a-boundary';

/** Asks for a page as a browser does, at an address as the client writes it: below `base`, with the gateway's stage. */
export function askPage(
  handler: HttpLambda,
  { resource, path = {}, query, fields, method = 'GET' }: AskedPage,
  base = '',
): Promise<GatewayAnswer> & { seen: string } {
  const seen = base + resource.replace(/\{(\w+)\+?\}/g, (_, name: string) => path[name] ?? '');
  const parts = Object.entries(fields ?? {}).map(
    ([name, text]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`,
  );
  const answer = callHandler(handler, {
    method,
    resource,
    path,
    ...(query === undefined ? {} : { query }),
    seen,
    headers: { Accept: 'text/html', 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    ...(fields === undefined ? {} : { body: Buffer.from(`${parts.join('')}--${boundary}--\r\n`) }),
  });
  return Object.assign(answer, { seen });
}
