import type { Danger } from '#shared/domain/case/danger/danger.ts';
import { randomUUID } from 'node:crypto';
import { call, post } from '#infra/local/sample/over-http.ts';
import type { Answer } from '#infra/local/sample/over-http.ts';
import type { Handling, TakedownNotice } from '#shared/domain/case/case.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import type { ReportedFacts } from '#shared/domain/report/report.ts';
import type { Severity } from '#shared/domain/report/severity.ts';

export type { Answer };

export interface ReportAnswer {
  caseNumber: string;
  receipt: string;
  receivedAt: string;
  promise: { readBy: string; handleBy: string; resolveBy: string };
  nextStep: string;
}

export interface InboxMail {
  at: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

export interface QueueState {
  name: string;
  visible: number;
  inFlight: number;
  deadLetters: number;
}

/** What the case desk says of a case; the fields the tests and the story look at. */
export interface ShownCase {
  danger?: Danger;
  caseNumber: string;
  status: string;
  severity: Severity;
  revision: number;
  channel: string;
  reported: ReportedFacts;
  outcomes: string[];
  holderGone?: true;
  referrals?: Referral[];
  notices?: TakedownNotice[];
  promise: { readBy: string; handleBy: string; resolveBy: string };
  receivedAt: string;
  readAt?: string;
  handledAt?: string;
  handling?: Handling;
  resolvedAt?: string;
  timers: { id: string; deadline: string; dueAt: string; missedAt?: string; nextRung: number }[];
  history: { number: number; type: string; time: string; actor: string; data: Record<string, unknown> }[];
}

/** A page to print. A refusal is JSON here too, as text. */
async function page(url: string, headers: Record<string, string>): Promise<Answer<string>> {
  const response = await fetch(url, { headers });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

/** Besa as people and their programs meet it: over HTTP alone. For flow tests, the story and the bench. */
export function besaOverHttp(url: string) {
  return {
    url,
    report: (body: unknown, key: string = randomUUID(), headers: Record<string, string> = {}) =>
      post<ReportAnswer>(`${url}/v1/reports`, body, { 'idempotency-key': key, ...headers }),
    followUp: (receipt: string, language = 'en') =>
      post<{
        status: { code: string; text: string };
        promise: Record<string, unknown>;
        messages: { from: string; text: string }[];
      }>(`${url}/v1/follow-up`, { receipt }, { 'accept-language': language }),
    get: (path: string, headers: Record<string, string> = {}) => call(`${url}${path}`, { headers }),
    post: (path: string, body: unknown, headers: Record<string, string> = {}) => post(`${url}${path}`, body, headers),
    inbox: async () => (await call<InboxMail[]>(`${url}/local/inbox`)).body,
    queues: async () => (await call<QueueState[]>(`${url}/local/queues`)).body,
    now: async () => (await call<{ now: string }>(`${url}/local/clock`)).body.now,
    /** Steps the clock and answers when everything due by then has happened. */
    advance: async (duration: string) => {
      const answer = await post<{ now: string }>(`${url}/local/clock`, { advance: duration });
      if (answer.status !== 200) throw new Error(`The clock answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      return answer.body.now;
    },
    staff: async () => (await call<{ user: string; role?: string; duties: string[] }[]>(`${url}/local/staff`)).body,
    signIn: async (user: string) => staffOverHttp(`${url}/staff`, () => signIn(url, user)),
  };
}
export type BesaOverHttp = ReturnType<typeof besaOverHttp>;

async function signIn(url: string, user: string): Promise<string> {
  const answer = await post<{ token: string }>(`${url}/local/sign-in`, { user });
  if (answer.status !== 200) throw new Error(`Signing in as ${user} answered ${answer.status}.`);
  return answer.body.token;
}

/** A person of the staff at the address of the staff API; signs in again when the token has run out, as a person does. */
export async function staffOverHttp(url: string, signIn: () => Promise<string>) {
  let token = await signIn();
  const signedIn = async <B>(
    send: (authorization: Record<string, string>) => Promise<Answer<B>>,
  ): Promise<Answer<B>> => {
    const answer = await send({ authorization: `Bearer ${token}` });
    if (answer.status !== 401) return answer;
    token = await signIn();
    return send({ authorization: `Bearer ${token}` });
  };
  const address = (caseNumber: string) => `${url}/v1/cases/${caseNumber}`;
  const show = (caseNumber: string) => signedIn((headers) => call<ShownCase>(address(caseNumber), { headers }));
  const command = (caseNumber: string, name: string, body: unknown, more: Record<string, string> = {}) => {
    const headers = { 'idempotency-key': randomUUID(), ...more };
    return signedIn((authorization) =>
      post<Record<string, unknown>>(`${address(caseNumber)}/${name}`, body, { ...headers, ...authorization }),
    );
  };
  return {
    show,
    /** Anything else that is only looked at: its path below the version. */
    look: (path: string) => signedIn((headers) => call(`${url}/v1/${path}`, { headers })),
    list: (cursor?: string, status?: string) => {
      const asked = Object.entries({ cursor, status }).flatMap(([name, value]) =>
        value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
      );
      const page = asked.length === 0 ? '' : `?${asked.join('&')}`;
      return signedIn((headers) =>
        call<{ cases: ShownCase[]; cursor?: string }>(`${url}/v1/cases${page}`, { headers }),
      );
    },
    command,
    /** The printed letter of a referral. */
    letter: (caseNumber: string, referral: string, query = '') =>
      signedIn((headers) => page(`${address(caseNumber)}/referrals/${referral}/letter${query}`, headers)),
    /** A change of the directory: its path below the directory. */
    changeDirectory: (path: string, body: unknown, headers: Record<string, string> = {}) => {
      const key = { 'idempotency-key': randomUUID(), ...headers };
      return signedIn((authorization) =>
        post<Record<string, unknown>>(`${url}/v1/directory/${path}`, body, { ...key, ...authorization }),
      );
    },
    /** Acknowledges a letter that this person got. */
    acknowledgeLetter: (letter: string) => {
      const key = { 'idempotency-key': randomUUID() };
      return signedIn((authorization) =>
        post<Record<string, unknown>>(`${url}/v1/letters/${letter}/acknowledge`, {}, { ...key, ...authorization }),
      );
    },
    /**
     * A command that decides on what was seen: sends the case's present revision as If-Match. Whoever is told that a
     * reaction of Besa came between looks again and decides again, as a person does.
     */
    decide: async (caseNumber: string, name: string, body: unknown) => {
      for (let left = 5; ; left -= 1) {
        const shown = await show(caseNumber);
        const answer = await command(caseNumber, name, body, { 'if-match': shown.headers.get('etag') ?? '' });
        if (answer.status !== 412 || left === 0) return answer;
      }
    },
    file: (body: unknown, idempotencyKey: string = randomUUID()) => {
      const key = { 'idempotency-key': idempotencyKey };
      return signedIn((authorization) => post<ReportAnswer>(`${url}/v1/cases`, body, { ...key, ...authorization }));
    },
  };
}
export type StaffOverHttp = Awaited<ReturnType<BesaOverHttp['signIn']>>;
