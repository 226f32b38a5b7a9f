import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StaffMember } from '#shared/ports/directory.ts';
import { cannotDiscard } from '../../../shared/contracts/events/consumers.ts';
import type { AlarmSaid } from '../alarms/alarm-plans.ts';
import type { Rung } from '../alarms/alarm-watch.ts';
import { durationMs } from '../clock/clock.ts';
import { deadLetterChoices } from '../sources/dead-letters.ts';
import type { DeadLetterChoice } from '../sources/dead-letters.ts';
import { audiences } from '#shared/domain/help/audience.ts';
import { alarmsPage, inboxPage, looksPage, overviewPage } from './local-html.ts';
import type { ReceivedMail } from '../services/mail-service.ts';
import type { Looks } from './looks.ts';
import { NotQuiet } from '../clock/stepping.ts';

export interface QueueReport {
  name: string;
  visible: number;
  inFlight: number;
  deadLetters: number;
}

export interface SeededPerson {
  user: string;
  name: string;
  mail: string;
  role?: string;
  duties: readonly string[];
}

export interface LocalDesk {
  inbox: () => ReceivedMail[];
  /** Lets mails to a domain, or all mails, bounce until an instant. */
  bounceUntil: (until: string, domain?: string) => void;
  queues: () => Promise<QueueReport[]>;
  /** Empties a function's dead-letter queue. Undefined for a function without one. */
  deadLetters: (title: string, choice: DeadLetterChoice) => Promise<number | undefined>;
  /** What the topics of the alarms would have said, oldest first, and the alarms that are not judged here. */
  alarms: () => Promise<{ rang: Rung[]; notJudged: readonly AlarmSaid[] }>;
  now: () => string;
  advance: (byMs: number) => Promise<void>;
  staff: () => SeededPerson[];
  /** A sign-in token. Undefined for somebody who does not sign in. */
  signIn: (user: string) => Promise<string | undefined>;
}

interface Page {
  status: number;
  contentType: string;
  body: string;
  /** What a page of ours may do, where it is drawn as whoever reports sees it. */
  policy?: string;
}

const json = (body: unknown, status = 200): Page => ({
  status,
  contentType: 'application/json',
  body: JSON.stringify(body),
});
const html = (body: string): Page => ({ status: 200, contentType: 'text/html', body });
const refusal = (status: number, detail: string): Page => json({ status, detail }, status);

const atMostBytes = 64 * 1024;

/**
 * What only this machine shows: mails, queues, the clock, sign-in. A request must come from this machine. That it
 * names this machine as its host is checked before (`own-host.ts`).
 */
export function localPages(desk: LocalDesk): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const answer = async (request: IncomingMessage): Promise<Page> => {
    if (!isFromHere(request)) return refusal(403, 'Only from this machine.');
    const route = `${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}`;
    switch (route) {
      case 'GET /local/inbox':
        return isForPerson(request) ? html(inboxPage(desk.inbox())) : json(desk.inbox().map(shownMail));
      case 'GET /local/alarms': {
        const { rang, notJudged } = await desk.alarms();
        return isForPerson(request) ? html(alarmsPage(rang, notJudged)) : json(rang);
      }
      case 'GET /local/alarms/not-judged':
        return json((await desk.alarms()).notJudged);
      case 'GET /local':
      case 'GET /local/': {
        const [{ rang }, queues] = await Promise.all([desk.alarms(), desk.queues()]);
        return html(overviewPage({ now: desk.now(), mails: desk.inbox().length, rang, queues, staff: desk.staff() }));
      }
      case 'GET /local/looks':
        return html(looksPage((await loadLooks()).names));
      case 'GET /local/queues':
        return json(await desk.queues());
      case 'GET /local/clock':
        return json({ now: desk.now() });
      case 'GET /local/staff':
        return json(desk.staff());
      case 'POST /local/clock': {
        const by = durationMs(String((await readJson(request))?.['advance']));
        if (by === undefined) return refusal(400, 'Say how far, such as {"advance":"PT49H"}.');
        try {
          await desk.advance(by);
        } catch (error) {
          if (error instanceof NotQuiet) return refusal(503, error.message);
          throw error;
        }
        return json({ now: desk.now() });
      }
      case 'POST /local/bounces': {
        const { for: length, domain } = (await readJson(request)) ?? {};
        const forMs = durationMs(String(length));
        if (forMs === undefined || (domain !== undefined && typeof domain !== 'string')) {
          return refusal(400, 'Say for how long, and where to, such as {"for":"PT1M","domain":"besa.example"}.');
        }
        const until = new Date(Date.parse(desk.now()) + forMs).toISOString();
        desk.bounceUntil(until, domain);
        return json({ until });
      }
      case 'POST /local/redrive': {
        const { reactor, choice } = (await readJson(request)) ?? {};
        const chosen = deadLetterChoices.find((one) => one === choice);
        if (typeof reactor !== 'string' || chosen === undefined) {
          return refusal(400, 'Say whose dead letters and what, such as {"reactor":"triage","choice":"redrive"}.');
        }
        const only = chosen === 'discard' ? cannotDiscard(reactor) : undefined;
        if (only !== undefined) return refusal(409, only);
        const count = await desk.deadLetters(reactor, chosen);
        return count === undefined ? refusal(404, `No queue feeds ${reactor}. See /local/queues.`) : json({ count });
      }
      case 'POST /local/sign-in': {
        const user = (await readJson(request))?.['user'];
        const token = typeof user === 'string' ? await desk.signIn(user) : undefined;
        return token === undefined ? refusal(404, 'Nobody of that name signs in. See /local/staff.') : json({ token });
      }
      default:
        if (route.startsWith('GET /local/looks/')) return look(request);
        return refusal(404, 'Here are inbox, bounces, queues, redrive, alarms, clock, staff, looks and sign-in.');
    }
  };
  return async (request, response) => {
    const { status, contentType, body, policy } = await answer(request);
    response.writeHead(status, {
      'content-type': `${contentType}; charset=utf-8`,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': policy ?? "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'",
    });
    response.end(body);
  };
}

/** Loaded when they are looked at, so that they cost nothing at a start. */
async function loadLooks(): Promise<Looks> {
  const [{ looksOf }, { country }] = await Promise.all([import('./looks.ts'), import('#shared/country/current.ts')]);
  return looksOf(country);
}

/** A page for whoever reports, in one state, of invented data. It is worded for a child, in Albanian, unless asked. */
async function look(request: IncomingMessage): Promise<Page> {
  const { draw, headersOf } = await loadLooks();
  const url = new URL(request.url ?? '', 'http://local');
  const name = url.pathname.slice('/local/looks/'.length);
  const audience = audiences.find((one) => one === url.searchParams.get('for')) ?? 'child';
  const drawn = await draw(name, { language: url.searchParams.get('in') ?? 'sq', audience });
  if (drawn === undefined) return refusal(404, 'See /local/looks.');
  return { ...html(drawn), policy: headersOf(name)['Content-Security-Policy'] };
}

/** Whether a person asks: a browser asks for a page, a program for JSON. */
function isForPerson({ headers }: IncomingMessage): boolean {
  return /text\/html/u.test(headers.accept ?? '');
}

function isFromHere(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress ?? '';
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';
}

/**
 * A JSON object; undefined for anything else. JSON under a form's media type does not count, because a browser would
 * send that without asking.
 */
async function readJson(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  if (!/^application\/json/iu.test(request.headers['content-type'] ?? '')) return undefined;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > atMostBytes) return undefined;
    chunks.push(chunk);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString());
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const shownMail = ({ at, to, subject, text, html }: ReceivedMail) => ({ at, to, subject, text, html });

/** The part of a person's record that is shown here. */
export const shownPerson = ({ id, name, mail, role, duties }: StaffMember): SeededPerson => ({
  user: id,
  name,
  mail,
  ...(role === undefined ? {} : { role }),
  duties,
});
