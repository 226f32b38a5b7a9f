import { feedbackEvent } from '#infra/local/mail-feedback.ts';
import type { KeyService } from '#infra/local/key-service.ts';
import { failures } from '#infra/local/queue-source.ts';
import type { Chance } from '#test/story/chance.ts';
import { chance } from '#test/story/chance.ts';
import { awsError, throttledBy } from './aws-errors.ts';
import { planFaults, type FaultKind, type FaultPlan } from './faults.ts';
import { MemoryDatabase } from './memory-database.ts';
import { MemoryQueues, type Message } from './memory-queues.ts';
import type { System } from './system.ts';
import { realNow, realTurn, type Host, type Service } from './virtual-process.ts';

export type Outcome = { ok: true; value: unknown } | { ok: false; because: string };

export interface Invocation {
  title: string;
  /** What it was invoked for: a type of event, a route, or nothing. */
  occasion: string;
  number: number;
  startedAt: number;
  endsAt: number;
  skewMs: number;
  /** Calls and pauses it waits for. */
  waiting: number;
  calls: number;
  isOver: boolean;
  end: (outcome: Outcome) => void;
}

interface Call {
  of: Invocation;
  /** The so-manyth call of its invocation. */
  number: number;
  service: Service;
  action: string;
  input: Readonly<Record<string, unknown>>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

export interface SentMail {
  at: number;
  to: string;
  subject: string;
  text: string;
  tags: Readonly<Record<string, string>>;
}

/** A fault at one place: the first time that this call is made. */
export interface CrashPoint {
  /** As `callsMade` names it. */
  call: string;
  how: CrashKind;
}
export const crashKinds = ['throws', 'times_out', 'dies_before', 'dies_after'] as const;
export type CrashKind = (typeof crashKinds)[number];

interface Schedule {
  title: string;
  everyMs: number;
  /** The next full interval. */
  nextAt: number;
  running: number;
  said?: { nextAt: number | undefined; writes: number };
}

const minute = 60_000;

/**
 * One history: everything around the functions, and the order in which it happens, drawn from a seed. A turn does one
 * thing (answers a call, invokes a function, lets time go on, lets a fault strike) and then waits until every function
 * waits for something again.
 */
export class World implements Host<Invocation> {
  readonly chance: Chance;
  readonly faults: FaultPlan;
  readonly database: MemoryDatabase;
  readonly queues: MemoryQueues;
  readonly mails: SentMail[] = [];
  readonly lines: string[] = [];
  /** What happened, a line each, for a person. */
  readonly story: string[] = [];
  readonly counts = { turns: 0, invocations: 0, calls: 0 };
  crashPoint: CrashPoint | undefined;
  /** Every place where a function waits for a call, by what it was invoked for: `triage case.received 3 Query`. */
  readonly callsMade = new Set<string>();

  readonly #system: System;
  readonly #run: <T>(of: Invocation, work: () => T) => T;
  readonly #keys: KeyService;
  readonly #invocations = new Set<Invocation>();
  readonly #calls: Call[] = [];
  readonly #pauses: { of: Invocation; at: number; resolve: () => void }[] = [];
  readonly #agenda: { at: number; what: string; run: () => void | Promise<unknown> }[] = [];
  readonly #schedules: Schedule[];
  readonly #busy = new Map<string, number>();
  readonly #outages = new Map<Service | 'schedules', number>();
  #now: number;
  #number = 0;
  #writes = 0;
  /** At which write it was last decided whether the indexes follow at once. */
  #lagDecidedAt = -1;
  #relayTries = 0;

  constructor(
    system: System,
    run: <T>(of: Invocation, work: () => T) => T,
    seed: number,
    without: readonly FaultKind[],
  ) {
    this.#system = system;
    this.#run = run;
    this.chance = chance(seed);
    this.faults = planFaults(chance(seed + 0x5eed), without);
    this.database = new MemoryDatabase(system.tables);
    this.database.restore(system.directory.table, system.directory.rows);
    this.database.follow();
    this.queues = new MemoryQueues(system.queues);
    this.#now = Date.UTC(2026, 10, 16) + this.chance.whole(0, 7 * 24 * 60) * minute;
    this.#keys = system.keys;
    this.#schedules = system.blueprint.schedules.map(({ functionArn, everyMinutes }) => ({
      title: system.titleOf(functionArn),
      everyMs: everyMinutes * minute,
      nextAt: this.#now,
      running: 0,
    }));
  }

  // What functions see.

  now(of?: Invocation): number {
    return this.#now + (of?.skewMs ?? 0);
  }

  share(): number {
    return this.chance.share();
  }

  said(of: Invocation | undefined, line: string): void {
    this.lines.push(line);
    if (of !== undefined && line.includes('"level"')) {
      const { code, timer, reactor, errorName, reason } = JSON.parse(line) as Record<string, string>;
      this.tell(`${of.title}#${of.number} ${[code, timer, reactor, errorName, reason].filter(Boolean).join(' ')}`);
    }
  }

  sleep(of: Invocation | undefined, ms: number): Promise<void> {
    if (of === undefined) return new Promise((resolve) => this.at(this.#now + ms, 'somebody waited', () => resolve()));
    of.waiting += 1;
    return new Promise((resolve) => {
      this.#pauses.push({ of, at: this.#now + ms, resolve });
    });
  }

  call(of: Invocation | undefined, service: Service, action: string, input: object): Promise<unknown> {
    if (of === undefined) throw new Error('Only functions call AWS.');
    of.waiting += 1;
    of.calls += 1;
    this.counts.calls += 1;
    return new Promise((resolve, reject) => {
      this.#calls.push({ of, number: of.calls, service, action, input: input as Call['input'], resolve, reject });
    });
  }

  // What people and the clock do.

  /** Has something happen at a time. */
  at(at: number, what: string, run: () => void | Promise<unknown>): void {
    this.#agenda.push({ at, what, run });
  }

  tell(line: string): void {
    this.story.push(`${new Date(this.#now).toISOString().slice(5, 19).replace('T', ' ')}  ${line}`);
  }

  /** Runs a function; what became of it comes when it is over. */
  invoke(title: string, event: unknown): Promise<Outcome> {
    const handler = this.#system.handlers.get(title);
    const plan = this.#system.blueprint.functions.find((one) => one.title === title);
    if (handler === undefined || plan === undefined) throw new Error(`There is no function ${title}.`);
    this.#number += 1;
    this.counts.invocations += 1;
    const skewMs = this.faults.strikes('clock_skew') ? this.chance.whole(-5 * minute, 5 * minute) : 0;
    return new Promise((resolve) => {
      const invocation: Invocation = {
        title,
        occasion: occasionOf(event),
        number: this.#number,
        startedAt: this.#now,
        endsAt: this.#now + plan.timeoutMs,
        skewMs,
        waiting: 0,
        calls: 0,
        isOver: false,
        end: (outcome) => {
          if (invocation.isOver) return;
          invocation.isOver = true;
          this.#invocations.delete(invocation);
          if (!outcome.ok) this.tell(`${title}#${invocation.number} ended: ${outcome.because}`);
          resolve(outcome);
        },
      };
      this.#invocations.add(invocation);
      const context = {
        awsRequestId: `request-${this.#number}`,
        functionName: title,
        getRemainingTimeInMillis: () => Math.max(0, invocation.endsAt - this.#now),
      };
      this.#run(invocation, async () => handler(event, context)).then(
        (value) => invocation.end({ ok: true, value }),
        (error: unknown) => invocation.end({ ok: false, because: error instanceof Error ? error.name : 'Error' }),
      );
    });
  }

  /** Plays on until this time has come and nothing is under way that belongs to it. */
  async playUntil(end: number): Promise<void> {
    for (;;) {
      await this.#settle();
      this.counts.turns += 1;
      if (this.counts.turns > 400_000) throw new Error('The history does not end.');
      const possible = this.#possible();
      if (possible.length > 0 && !(this.#now < end && this.faults.strikes('slow'))) {
        possible[this.chance.whole(0, possible.length - 1)]?.();
        continue;
      }
      const next = this.#nextInstant();
      if (next === undefined || next > end) {
        if (possible.length > 0) {
          possible[0]?.();
          continue;
        }
        this.#now = Math.max(this.#now, end);
        return;
      }
      this.#letTimeGoOn(possible.length > 0 ? Math.min(next, this.#now + this.chance.whole(100, 20_000)) : next);
    }
  }

  /** Nothing goes wrong any more, and everything that was put aside is put back. */
  heal(): void {
    this.faults.end();
    this.crashPoint = undefined;
    this.#outages.clear();
    for (const { queueArn } of this.#system.blueprint.queueSources) this.queues.redrive(nameIn(queueArn), this.#now);
    for (const schedule of this.#schedules) schedule.nextAt = this.#now;
  }

  isOut(service: Service | 'schedules'): boolean {
    return (this.#outages.get(service) ?? 0) > this.#now;
  }

  goOut(service: Service | 'schedules', until: number): void {
    this.tell(`${service} is away until ${new Date(until).toISOString().slice(5, 16)}`);
    this.#outages.set(service, until);
  }

  // One turn.

  /** Waits until every function waits for something. */
  async #settle(): Promise<void> {
    await realTurn();
    const begun = realNow();
    while ([...this.#invocations].some(({ waiting, isOver }) => waiting === 0 && !isOver)) {
      await realTurn();
      if (realNow() - begun > 20_000) throw new Error('A function waits for something that is not simulated.');
    }
  }

  /** Everything that could happen now without time going on. */
  #possible(): (() => void)[] {
    const possible: (() => void)[] = this.#calls.map((call) => () => this.#answer(call));
    const due = this.#agenda.filter(({ at }) => at <= this.#now);
    for (const entry of due) {
      possible.push(() => {
        this.#agenda.splice(this.#agenda.indexOf(entry), 1);
        this.tell(entry.what);
        void entry.run();
      });
    }
    for (const pause of this.#pauses.filter(({ at }) => at <= this.#now)) {
      possible.push(() => {
        this.#pauses.splice(this.#pauses.indexOf(pause), 1);
        pause.of.waiting -= 1;
        pause.resolve();
      });
    }
    if (this.database.isBehind() && this.#lagDecidedAt !== this.#writes) {
      this.#lagDecidedAt = this.#writes;
      if (!this.faults.strikes('index_lag')) this.database.follow();
    }
    if (this.database.stream.length > 0 && (this.#busy.get('stream') ?? 0) === 0)
      possible.push(() => void this.#relay());
    for (const { queueArn, functionArn, batchSize, maximumConcurrency } of this.#system.blueprint.queueSources) {
      const name = nameIn(queueArn);
      if ((this.#busy.get(name) ?? 0) >= maximumConcurrency || this.isOut('sqs')) continue;
      const messages = this.queues.visible(name, this.#now);
      if (messages.length > 0) possible.push(() => void this.#deliver(name, functionArn, messages, batchSize));
    }
    for (const schedule of this.#schedules) {
      if (this.#dueAt(schedule) <= this.#now && schedule.running === 0)
        possible.push(() => void this.#strike(schedule));
    }
    return possible;
  }

  #nextInstant(): number | undefined {
    const instants = [
      ...this.#agenda.map(({ at }) => at),
      ...this.#pauses.map(({ at }) => at),
      ...[...this.#invocations].map(({ endsAt }) => endsAt),
      ...this.#schedules.map((schedule) => this.#dueAt(schedule)),
      ...[...this.#outages.values()].filter((until) => until > this.#now),
      this.queues.nextVisibleAt(this.#now) ?? Infinity,
    ].filter((at) => at > this.#now && at < Infinity);
    return instants.length === 0 ? undefined : Math.min(...instants);
  }

  #letTimeGoOn(to: number): void {
    this.#now = to;
    this.database.follow();
    this.queues.expire(to);
    for (const invocation of this.#invocations) {
      if (invocation.endsAt <= to) this.#kill(invocation, 'timed out');
    }
  }

  /** What a function waited for when it ended never comes; what it had asked for may still be done. */
  #kill(invocation: Invocation, because: string): void {
    for (const call of this.#calls.filter(({ of }) => of === invocation)) {
      this.#calls.splice(this.#calls.indexOf(call), 1);
      if (this.chance.happens(0.5)) this.#perform(call).catch(() => undefined);
    }
    for (const pause of this.#pauses.filter(({ of }) => of === invocation))
      this.#pauses.splice(this.#pauses.indexOf(pause), 1);
    invocation.end({ ok: false, because });
  }

  #answer(call: Call): void {
    this.#calls.splice(this.#calls.indexOf(call), 1);
    const { of, service, action, input } = call;
    const done = (value: unknown): void => {
      of.waiting -= 1;
      call.resolve(value);
    };
    const fail = (error: unknown): void => {
      of.waiting -= 1;
      call.reject(error);
    };
    const perform = (): void => void this.#perform(call).then(done, fail);
    if (this.#struckByPoint(call, perform, fail)) return;
    if (this.isOut(service)) return fail(awsError('TimeoutError'));
    if (this.faults.strikes('throttled')) return fail(throttledBy(service));
    if (action === 'TransactWriteItems' && this.faults.strikes('conflict')) return fail(awsError('conflict', input));
    if (this.faults.strikes('lost_request')) return fail(awsError('TimeoutError'));
    if (this.faults.strikes('lost_answer'))
      return void this.#perform(call).then(() => fail(awsError('TimeoutError')), fail);
    if (this.faults.strikes('crash_before')) {
      // Whether the call still gets there is chance, as at any end.
      this.#calls.push(call);
      return this.#kill(of, `died before ${action}`);
    }
    if (this.faults.strikes('crash_after')) {
      void this.#perform(call).catch(() => undefined);
      return this.#kill(of, `died after ${action}`);
    }
    return perform();
  }

  #struckByPoint(call: Call, perform: () => void, fail: (error: unknown) => void): boolean {
    const { of, action, input, service } = call;
    const index = input['IndexName'] === undefined ? '' : ` ${String(input['IndexName'])}`;
    const name = `${of.title} ${of.occasion} ${call.number} ${action}${index}`;
    const isFirst = !this.callsMade.has(name);
    this.callsMade.add(name);
    if (this.crashPoint?.call !== name || !isFirst) return false;
    const { how } = this.crashPoint;
    this.tell(`${of.title}#${of.number} ${how} at ${service} ${action}`);
    if (how === 'throws') fail(throttledBy(service));
    else if (how === 'times_out') void this.#perform(call).then(() => fail(awsError('TimeoutError')), fail);
    else {
      if (how === 'dies_after') perform();
      this.#kill(of, how);
    }
    return true;
  }

  async #perform({ of, service, action, input }: Call): Promise<unknown> {
    switch (service) {
      case 'dynamodb': {
        const answer = this.database.call(action, input);
        if (!['GetItem', 'Query', 'Scan'].includes(action)) this.#writes += 1;
        return answer;
      }
      case 'sqs':
        return this.#send(input);
      case 'ses':
        return this.#mail(of, input);
      case 'kms':
        return this.#key(action, input);
    }
  }

  #send(input: Call['input']): unknown {
    const queue = this.queues.byUrl(String(input['QueueUrl']));
    const entries = input['Entries'] as readonly { Id: string; MessageBody: string }[];
    const refused = this.faults.strikes('partial_batch') ? this.chance.whole(1, entries.length) : 0;
    for (const { MessageBody } of entries.slice(refused)) {
      const delay = this.faults.strikes('delayed') ? this.chance.whole(1, 40) * minute : 0;
      this.queues.put(queue.name, MessageBody, this.#now, delay);
      if (this.faults.strikes('duplicate')) this.queues.put(queue.name, MessageBody, this.#now, delay);
    }
    return {
      Successful: entries.slice(refused).map(({ Id }) => ({ Id })),
      Failed: entries.slice(0, refused).map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false })),
    };
  }

  #mail(of: Invocation, input: Call['input']): unknown {
    const { ToAddresses } = input['Destination'] as { ToAddresses: string[] };
    const { Subject, Body } = input['Message'] as {
      Subject: { Data: string };
      Body: { Text: { Data: string }; Html?: { Data: string } };
    };
    const tags = Object.fromEntries(
      ((input['Tags'] ?? []) as { Name: string; Value: string }[]).map(({ Name, Value }) => [Name, Value]),
    );
    const mail: SentMail = {
      at: this.#now,
      to: ToAddresses[0] ?? '',
      subject: Subject.Data,
      text: `${Body.Text.Data}\n${Body.Html?.Data ?? ''}`,
      tags,
    };
    this.mails.push(mail);
    this.tell(`mail to ${mail.to}: ${mail.subject} (${of.title}#${of.number})`);
    const id = `mail-${this.mails.length}`;
    if (this.faults.strikes('bounce')) {
      const later = this.#now + this.chance.whole(1, 48 * 60) * minute;
      const { event } = feedbackEvent('bounced', {
        id,
        at: new Date(later).toISOString(),
        from: String(input['Source']),
        to: mail.to,
        subject: mail.subject,
        tags,
        configurationSet: String(input['ConfigurationSetName']),
      });
      const source = this.#system.blueprint.queueSources.find(
        ({ functionArn }) => this.#system.titleOf(functionArn) === 'mail-feedback',
      );
      this.at(later, `the mail to ${mail.to} comes back`, () =>
        this.queues.put(nameIn(source?.queueArn ?? ''), JSON.stringify({ version: '0', ...event }), this.#now),
      );
    }
    return { MessageId: id };
  }

  #key(action: string, input: Call['input']): unknown {
    const asText = (value: unknown): unknown =>
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
    const body = Object.fromEntries(Object.entries(input).map(([name, value]) => [name, asText(value)]));
    const answer = this.#keys.answer(action, body);
    const given = JSON.parse(answer.body) as Record<string, string>;
    if (answer.status !== 200) throw awsError(given['__type']?.split('#').pop() ?? 'KMSInternalException');
    const bytes = ['Plaintext', 'CiphertextBlob', 'Mac'];
    return Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, bytes.includes(name) ? Buffer.from(value, 'base64') : value]),
    );
  }

  // Event sources.

  async #relay(): Promise<void> {
    const { stream } = this.database;
    const records = stream.slice(0, this.chance.whole(1, 10));
    if (this.faults.strikes('stream_forgets')) {
      stream.splice(0, records.length);
      this.tell(`the stream forgets ${records.length} records`);
      return;
    }
    this.#busy.set('stream', 1);
    const outcome = await this.invoke('relay', {
      Records: records.map(({ image, sequence }) => ({
        eventName: 'INSERT',
        eventSource: 'aws:dynamodb',
        dynamodb: { NewImage: image, SequenceNumber: String(sequence) },
      })),
    });
    this.#busy.set('stream', 0);
    const failed = outcome.ok
      ? ((outcome.value as { batchItemFailures?: { itemIdentifier: string }[] }).batchItemFailures ?? [])
      : records.slice(0, 1).map(({ sequence }) => ({ itemIdentifier: String(sequence) }));
    const first = Math.min(...failed.map(({ itemIdentifier }) => Number(itemIdentifier)), Infinity);
    const done = records.filter(({ sequence }) => sequence < first).length;
    this.#relayTries = done > 0 ? 0 : this.#relayTries + 1;
    if (this.faults.strikes('stream_repeats')) return;
    if (done > 0) stream.splice(0, done);
    else if (this.#relayTries > 3) {
      this.tell(`the relay gives up on ${records.length} records`);
      stream.splice(0, records.length);
      this.#relayTries = 0;
    }
  }

  async #deliver(name: string, functionArn: string, visible: readonly Message[], batchSize: number): Promise<void> {
    const most = Math.min(batchSize, visible.length);
    const chosen = this.chance.shuffled(visible).slice(0, this.chance.whole(1, most));
    const batch = this.queues.take(name, chosen, this.#now);
    if (batch.length === 0) return;
    this.#busy.set(name, (this.#busy.get(name) ?? 0) + 1);
    const outcome = await this.invoke(this.#system.titleOf(functionArn), {
      Records: batch.map(({ id, body, receives, sentAt }) => ({
        messageId: id,
        receiptHandle: id,
        body,
        attributes: { ApproximateReceiveCount: String(receives), SentTimestamp: String(sentAt) },
        eventSource: 'aws:sqs',
      })),
    });
    this.#busy.set(name, (this.#busy.get(name) ?? 1) - 1);
    const failed = outcome.ok
      ? failures(
          outcome.value,
          batch.map(({ id }) => ({ MessageId: id })),
          true,
        )
      : new Set(batch.map(({ id }) => id));
    const over = batch.filter(({ id }) => !failed.has(id)).map(({ id }) => id);
    if (!this.faults.strikes('duplicate')) this.queues.remove(name, over);
    if (this.faults.strikes('redrive')) this.queues.redrive(name, this.#now);
  }

  /** A schedule comes at full intervals; those in which its function said there is nothing to do are passed over. */
  #dueAt({ nextAt, everyMs, said }: Schedule): number {
    if (said === undefined || said.writes !== this.#writes) return nextAt;
    if (said.nextAt === undefined) return Infinity;
    return Math.max(nextAt, Math.ceil(said.nextAt / everyMs) * everyMs);
  }

  async #strike(schedule: Schedule): Promise<void> {
    schedule.nextAt = (Math.floor(this.#now / schedule.everyMs) + 1) * schedule.everyMs;
    delete schedule.said;
    if (this.isOut('schedules') || this.faults.strikes('sweep_skipped')) return;
    const times = this.faults.strikes('sweep_twice') ? 2 : 1;
    for (let time = 0; time < times; time += 1) void this.#sweep(schedule);
  }

  async #sweep(schedule: Schedule): Promise<void> {
    schedule.running += 1;
    const before = this.#writes;
    const outcome = await this.invoke(schedule.title, {});
    schedule.running -= 1;
    if (!outcome.ok || this.#writes !== before) return;
    const { nextAt } = (outcome.value ?? {}) as { nextAt?: string | null };
    schedule.said = { nextAt: typeof nextAt === 'string' ? Date.parse(nextAt) : undefined, writes: before };
  }
}

function occasionOf(event: unknown): string {
  const { resource, Records } = event as { resource?: string; Records?: { body?: string }[] };
  if (resource !== undefined) return resource;
  const body = Records?.[0]?.body;
  if (body === undefined) return '-';
  const { type } = JSON.parse(body) as { type?: string };
  return type ?? 'feedback';
}

const nameIn = (arn: string): string => arn.split(':').at(-1) ?? '';
