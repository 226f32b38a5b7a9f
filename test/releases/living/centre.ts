import { randomUUID } from 'node:crypto';
import { ask, minute, posts, type Answer } from '#test/sim/asking.ts';
import type { System } from '#test/sim/system.ts';
import type { World } from '#test/sim/world.ts';
import type { GatewayRequest } from '#test/support/gateway.ts';
import { wordsOf, type KeptCase, type KeptCommand } from '../kept-release.ts';

type Body = Record<string, unknown>;

/** A centre that lives on the deployed functions, where nothing goes wrong: whoever acts waits until it is done. */
export interface Centre {
  world: World;
  system: System;
  cases: KeptCase[];
  commands: KeptCommand[];
  /** Lets so many minutes go by. */
  later: (minutes: number) => Promise<void>;
  /** Lets time go by until this instant. */
  until: (instant: string) => Promise<void>;
  /** Lets work go on until it is done, without time going on. */
  play: <T>(work: Promise<T>) => Promise<T>;
  /** Asks a function; throws unless it does what it was asked for. */
  asks: (title: string, request: GatewayRequest) => Promise<Answer>;
  reports: (name: string, body: Body, words?: readonly string[]) => Promise<KeptCase>;
  /** Somebody on the staff files what they were told. */
  files: (by: string, name: string, body: Body) => Promise<KeptCase>;
  /** A command about a case, on the state that stands. `name` is the end of its route, `path` what stands in its braces. */
  does: (by: string, of: KeptCase, name: string, body: Body, path?: Record<string, string>) => Promise<Answer>;
  shows: (by: string, of: KeptCase) => Promise<Answer>;
  /** Writes to the reporter, with whatever the command needs besides. */
  writes: (by: string, of: KeptCase, name: string, text: string, body?: Body) => Promise<Answer>;
  notes: (by: string, of: KeptCase, text: string) => Promise<Answer>;
  /** The reporter writes. */
  adds: (of: KeptCase, text: string, body?: Body) => Promise<Answer>;
  /** What else whoever holds the receipt does: `withdrawal`, `lock`, `helped`. */
  says: (of: KeptCase, what: string, body?: Body) => Promise<Answer>;
  /** A change of the directory, on the state that stands. */
  administers: (by: string, resource: string, body: Body, path?: Record<string, string>) => Promise<Answer>;
}

export function centreIn(world: World, system: System): Centre {
  const cases: KeptCase[] = [];
  const commands: KeptCommand[] = [];

  const play = async <T>(work: Promise<T>): Promise<T> => {
    const working = { isOver: false };
    const worked = work.finally(() => (working.isOver = true));
    // Whoever waits for it is told of a failure; here it only ends the waiting.
    worked.catch(() => undefined);
    while (!working.isOver) await world.playUntil(world.now() + 1);
    return worked;
  };
  const asks = async (title: string, request: GatewayRequest): Promise<Answer> => {
    const seen = await play(ask(world, title, request));
    if (seen !== 'unknown' && seen.status < 300) return seen;
    const answered = seen === 'unknown' ? seen : `${seen.status} ${JSON.stringify(seen.body)}`;
    throw new Error(`${request.method ?? 'GET'} ${request.resource} was answered ${answered}`);
  };
  const take = async (
    title: 'intake' | 'filing',
    name: string,
    body: Body,
    by: string | undefined,
    words: readonly string[] = [],
  ): Promise<KeptCase> => {
    const resource = title === 'intake' ? '/v1/reports' : '/v1/cases';
    const key = randomUUID();
    const claims = by === undefined ? {} : { claims: { sub: by } };
    const { body: answer } = await asks(title, { ...posts(resource, body, { 'Idempotency-Key': key }), ...claims });
    const { caseNumber, receipt } = answer as { caseNumber: string; receipt: string };
    const of: KeptCase = {
      name,
      caseNumber,
      receipt,
      voidReceipts: [],
      reported: { function: title, resource, key, body, ...(by === undefined ? {} : { by }) },
      words: [...wordsOf(body), ...words],
      thread: [],
      notes: [],
      referrals: [],
      reader: 'staff-elira',
    };
    cases.push(of);
    return of;
  };

  const shows = (by: string, of: KeptCase): Promise<Answer> =>
    asks('case-desk', { resource: '/v1/cases/{number}', path: { number: of.caseNumber }, claims: { sub: by } });

  const send = async (
    title: 'case-desk' | 'directory',
    by: string,
    etag: string,
    [resource, path, body]: [string, Record<string, string>, Body],
  ): Promise<Answer> => {
    const headers = { 'Idempotency-Key': randomUUID(), ...(etag === '' ? {} : { 'If-Match': etag }) };
    const answer = await asks(title, { ...posts(resource, body, headers, path), claims: { sub: by } });
    commands.push({ function: title, by, resource, path, body, headers });
    return answer;
  };

  const does: Centre['does'] = async (by, of, name, body, path = {}) => {
    // Nobody acts in the instant of another: what follows from it has happened.
    await world.playUntil(world.now() + 1000);
    const { etag } = await shows(by, of);
    return send('case-desk', by, etag, [`/v1/cases/{number}/${name}`, { number: of.caseNumber, ...path }, body]);
  };
  const holding = (of: KeptCase): { receipt: string } => {
    if (of.receipt === undefined) throw new Error(`Nobody holds a receipt of ${of.name}.`);
    return { receipt: of.receipt };
  };

  return {
    world,
    system,
    cases,
    commands,
    play,
    asks,
    shows,
    does,
    later: (minutes) => world.playUntil(world.now() + minutes * minute),
    until: (instant) => world.playUntil(Date.parse(instant)),
    reports: (name, body, words) => take('intake', name, body, undefined, words),
    files: (by, name, body) => take('filing', name, body, by),
    writes: async (by, of, name, text, body = {}) => {
      const answer = await does(by, of, name, name === 'messages' ? { text } : { ...body, message: text });
      of.thread.push(text);
      return answer;
    },
    notes: async (by, of, text) => {
      of.notes.push(text);
      return does(by, of, 'notes', { text });
    },
    adds: async (of, text, body = {}) => {
      const headers = { 'Idempotency-Key': randomUUID() };
      const said = { ...holding(of), text, ...body };
      of.thread.push(text);
      of.words.push(...wordsOf(body));
      return asks('follow-up', posts('/v1/follow-up/messages', said, headers));
    },
    says: (of, what, body = {}) => asks('follow-up', posts(`/v1/follow-up/${what}`, { ...holding(of), ...body })),
    administers: async (by, resource, body, path = {}) => {
      const at = `/v1/directory/${resource}`;
      return send('directory', by, await etagOfEntry(by, at, body, path), [at, path, body]);
    },
  };

  /** What a change says it was decided on: the person's or the rota's ETag, or the revision of an entry of a list. */
  async function etagOfEntry(by: string, at: string, body: Body, path: Record<string, string>): Promise<string> {
    if (path['person'] !== undefined) {
      const resource = '/v1/directory/people/{person}';
      return (await asks('directory', { resource, path, claims: { sub: by } })).etag;
    }
    if (at.endsWith('/people')) return '';
    const listed = await asks('directory', { resource: at, claims: { sub: by } });
    if (listed.etag !== '') return listed.etag;
    const [entries = []] = Object.values(listed.body).filter((value) => Array.isArray(value));
    const entry = (entries as { code: string; revision: number }[]).find(({ code }) => code === body['code']);
    return `"${entry?.revision ?? 0}"`;
  }
}
