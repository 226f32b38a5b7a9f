import type { Chance } from '#test/story/chance.ts';
import { chance } from '#test/story/chance.ts';
import { casePartition, receiptKey } from '#shared/adapters/aws/cases/rows.ts';
import { isWrite } from '#infra/local/engines/database-writes.ts';
import { atItsRoute } from '#shared/lambda/http/gateway-path.ts';
import { deriveReceipt } from '#shared/sealing/derived.ts';
import { EventSources } from './event-sources.ts';
import { awsError, throttledBy } from './database/aws-errors.ts';
import { fateOf } from './faults/call-faults.ts';
import { disturbsFor, planFaults, type FaultKind, type FaultPlan } from './faults/faults.ts';
import { MemoryDatabase } from './database/memory-database.ts';
import type { Row } from './database/values.ts';
import { MemoryQueues } from './database/memory-queues.ts';
import { NewerRelease } from './releases/newer-release.ts';
import { writeRights } from './rights.ts';
import { nameIn, services } from './services.ts';
import type { AtTheDesk } from './actors/institutions/visit.ts';
import type { System } from './system.ts';
import { tableIn } from './table-names.ts';
import type { Witness } from './checks/power/witness.ts';
import { isAnybodyLeft } from './checks/who-is-left.ts';
import { realNow, realTurn, type Host, type Service } from './virtual-process.ts';
import type {
  Asking,
  BehindCode,
  CrashPoint,
  Given,
  Outcome,
  Reading,
  RowsOfCase,
  SaidEnd,
  SentMail,
  Words,
  World,
} from './world.ts';

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
  wasDisturbed: boolean;
  /** The tables and indexes that it read. */
  readonly looked: Set<string>;
  /** How many mails it handed over. */
  sent: number;
  isOver: boolean;
  /** Whether it runs on the newer of two releases. */
  isNewer: boolean;
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

const minute = 60_000;
/** Real turns after which a function that asks for nothing waits for somebody else's answer. */
const turnsAlone = 2000;
const hour = 60 * minute;

/**
 * One history: everything around the functions, and the order in which it happens, drawn from a seed. A turn does one
 * thing (answers a call, invokes a function, lets time go on, lets a fault strike) and then waits until every function
 * waits for something again.
 */
export class SimulatedWorld implements World, Host<Invocation> {
  readonly chance: Chance;
  readonly faults: FaultPlan;
  readonly database: MemoryDatabase;
  readonly queues: MemoryQueues;
  readonly mails: SentMail[] = [];
  /** Mails that came back, with what leads from each to its rows. */
  readonly bounced: { at: number; tags: readonly string[] }[] = [];
  readonly lines: string[] = [];
  /** Events of which nobody was left to be told, and the alarm `NobodyToTell` rang for it. */
  readonly nobodyToTell = new Set<string>();
  /** What happened, a line each, for a person. */
  readonly story: string[] = [];
  /** The directory, each time that it was written to. */
  readonly directories: { at: number; rows: readonly Row[] }[] = [];
  /** When a function that had handed over mails ended without knowing what became of them all; ms since 1970. */
  readonly disturbed: number[] = [];
  /** Errors that somebody was answered though nothing had been made to fail. */
  readonly unprovoked: string[] = [];
  /** Each time that staff read a case, by its number. */
  readonly read = new Map<string, Reading[]>();
  readonly amiss: string[] = [];
  readonly asked: Asking[] = [];
  readonly words: Words[] = [];
  readonly ends: SaidEnd[] = [];
  readonly given: Given = { addresses: [], copies: [], phones: [], readAgain: [], guesses: [], tests: [], lines: [] };
  readonly desk: AtTheDesk = { visits: [], spoken: [] };
  /** What staff did, by what they were answered: `claim 200`. */
  readonly done = new Map<string, number>();
  /** How often the database was written to. */
  writes = 0;
  witness: Witness | undefined;
  /** `left`: messages that a function left to the newer release. */
  readonly counts = { turns: 0, invocations: 0, calls: 0, left: 0 };
  crashPoint: CrashPoint | undefined;
  /** How many mails the mail service takes within 24 hours, and how often it took none because of that. */
  mailsPerDay: number | undefined;
  refusedMails = 0;
  /** A history that takes longer does not end. */
  mostTurns = 400_000;
  /** Every place where a function waits for a call, by what it was invoked for: `triage case.received 3 Query`. */
  readonly callsMade = new Set<string>();
  /** Whether `callsMade` is kept: only where a fault may strike at a place that somebody names. */
  notesCalls = false;

  readonly #system: System;
  readonly #run: <T>(of: Invocation, work: () => T) => T;
  readonly #services: ReturnType<typeof services>;
  readonly #refused: ReturnType<typeof writeRights>;
  readonly #invocations = new Set<Invocation>();
  readonly #calls: Call[] = [];
  readonly #pauses: { of: Invocation; at: number; resolve: () => void }[] = [];
  readonly #agenda: { at: number; what: string; run: () => void | Promise<unknown>; by: 'people' | 'services' }[] = [];
  readonly sources: EventSources;
  readonly newer: NewerRelease;
  newerShare: number | undefined;
  /** Whether every row is as if a newer release had written it first, and this one rewrites it. */
  isNewerFirst = false;
  /** When something went wrong that keeps things back, and until when it may; ms since 1970. */
  readonly #disturbances: { from: number; until: number }[] = [];
  readonly #outages = new Map<string, number>();
  #now: number;
  #areStopped = false;
  #isHealed = false;
  #number = 0;
  /** At which write it was last decided whether the indexes follow at once. */
  #lagDecidedAt = -1;
  /** How often the directory had changed when it was kept last. */
  #directoryChanges = -1;
  #behindSince: number | undefined;

  constructor(
    system: System,
    run: <T>(of: Invocation, work: () => T) => T,
    seed: number,
    without: readonly FaultKind[],
    withAllFaults = false,
  ) {
    this.#system = system;
    this.#run = run;
    this.chance = chance(seed);
    this.faults = planFaults(chance(seed + 0x5eed), without, withAllFaults, (kind) => {
      const lasts = disturbsFor(kind);
      if (lasts > 0) this.#disturbances.push({ from: this.#now, until: this.#now + lasts });
    });
    this.database = new MemoryDatabase(system.tables, () => this.#now);
    this.database.restore(system.directory.table, system.directory.rows);
    this.database.follow();
    this.queues = new MemoryQueues(system.queues);
    this.#now = Date.UTC(2026, 10, 16) + this.chance.whole(0, 7 * 24 * 60) * minute;
    this.#services = services(this, system);
    this.#refused = writeRights(system);
    this.sources = new EventSources(this, system);
    const tables = { cases: 'CASES_TABLE', caseEvents: 'CASE_EVENTS_TABLE' } as const;
    this.newer = new NewerRelease(
      this.database,
      { cases: tableIn(system.blueprint, tables.cases), caseEvents: tableIn(system.blueprint, tables.caseEvents) },
      // Late, so that some of it stands in a queue when its release is taken back.
      (title, body) =>
        this.queues.put(this.#queueOf(title), body, this.#now, this.#isHealed ? 0 : this.chance.whole(0, 30) * minute),
    );
  }

  #isOfNewerRelease(): boolean {
    if (this.newerShare === undefined) return this.faults.strikes('other_version');
    return this.newerShare === 1 || (this.newerShare > 0 && this.chance.happens(this.newerShare));
  }

  #queueOf(title: string): string {
    const { blueprint, titleOf } = this.#system;
    return nameIn(blueprint.queueSources.find(({ functionArn }) => titleOf(functionArn) === title)?.queueArn ?? '');
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
      const { code, timer, reactor, errorName, reason, eventId } = JSON.parse(line) as Record<string, string>;
      if (code === 'event_left') this.counts.left += 1;
      if (code === 'nobody_to_tell' && eventId !== undefined && !this.#isAnybodyLeft(eventId))
        this.nobodyToTell.add(eventId);
      this.tell(`${of.title}#${of.number} ${[code, timer, reactor, errorName, reason].filter(Boolean).join(' ')}`);
    }
  }

  #isAnybodyLeft(eventId: string): boolean {
    const [caseId = ''] = eventId.split('#');
    const [people, cases] = [this.#system.directory.table, tableIn(this.#system.blueprint, 'CASES_TABLE')];
    const now = new Date(this.#now).toISOString();
    return isAnybodyLeft(this.database.rows(people), this.database.rows(cases), caseId, now);
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
  at(at: number, what: string, run: () => void | Promise<unknown>, by: 'people' | 'services' = 'people'): void {
    this.#agenda.push({ at, what, run, by });
  }

  /** Whatever people would still have done they leave. */
  forgetPlans(): void {
    const kept = this.#agenda.filter(({ by }) => by === 'services');
    this.#agenda.splice(0, this.#agenda.length, ...kept);
  }

  /** Lets so many ms go by. */
  wait(ms: number): Promise<void> {
    return this.sleep(undefined, ms);
  }

  did(what: string, answered: number | 'unknown'): void {
    const entry = `${what} ${answered}`;
    this.done.set(entry, (this.done.get(entry) ?? 0) + 1);
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
    const isNewer = this.#isOfNewerRelease();
    const given = isNewer ? this.newer.invoked(title, event) : event;
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
        wasDisturbed: false,
        looked: new Set(),
        sent: 0,
        isOver: false,
        isNewer,
        end: (outcome) => {
          if (invocation.isOver) return;
          invocation.isOver = true;
          this.#invocations.delete(invocation);
          if (invocation.sent > 0 && (!outcome.ok || invocation.wasDisturbed)) this.disturbed.push(this.#now);
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
      this.#run(invocation, async () => handler(given, context)).then(
        (value) =>
          invocation.end({ ok: true, value, wasDisturbed: invocation.wasDisturbed, looked: invocation.looked }),
        (error: unknown) => invocation.end({ ok: false, because: error instanceof Error ? error.name : 'Error' }),
      );
    });
  }

  /** Plays on until this time has come and nothing is under way that belongs to it. */
  async playUntil(end: number): Promise<void> {
    for (;;) {
      await this.#settle();
      this.counts.turns += 1;
      if (this.counts.turns > this.mostTurns) throw new Error('The history does not end.');
      const possible = this.#possible();
      if (possible.count > 0 && !(this.#now < end && this.faults.strikes('slow'))) {
        possible.happen(this.chance.whole(0, possible.count - 1));
        continue;
      }
      const next = this.#nextInstant();
      if (next === undefined || next > end) {
        if (possible.count > 0) {
          possible.happen(0);
          continue;
        }
        this.#now = Math.max(this.#now, end);
        return;
      }
      this.#letTimeGoOn(possible.count > 0 ? Math.min(next, this.#now + this.chance.whole(100, 20_000)) : next);
    }
  }

  /** No stream, queue or schedule invokes anything until `start`; what is under way comes to its end. */
  async stop(): Promise<void> {
    this.#areStopped = true;
    await this.playUntil(this.#now + hour);
  }

  start(): void {
    this.#areStopped = false;
  }

  rowsOf(caseNumber: string): RowsOfCase | undefined {
    const [cases, events] = ['CASES_TABLE', 'CASE_EVENTS_TABLE'].map((one) => tableIn(this.#system.blueprint, one));
    const all = this.database.rows(cases ?? '');
    const meta = all.find(({ sk, caseNumber: number }) => sk?.S === 'META' && number?.S === caseNumber);
    const pk = meta?.['pk']?.S;
    if (pk === undefined) return undefined;
    const own = (rows: readonly Row[]): readonly Row[] => rows.filter((row) => row['pk']?.S === pk);
    return { cases: own(all), events: own(this.database.rows(events ?? '')) };
  }

  behind(receipt: string): BehindCode | undefined {
    const rows = this.database.rows(tableIn(this.#system.blueprint, 'CASES_TABLE'));
    const { lookup } = deriveReceipt(receipt);
    const caseId = rows.find(({ pk }) => pk?.S === receiptKey(lookup).pk)?.['caseId']?.S ?? '';
    const meta = rows.find(({ pk, sk }) => sk?.S === 'META' && pk?.S === casePartition(caseId));
    const caseNumber = meta?.['caseNumber']?.S;
    const request = rows.find((row) => row['sk']?.S === 'REQUEST' && row['caseNumber']?.S === caseNumber);
    const promise = request?.['promise']?.M;
    const time = (name: string): string => promise?.[name]?.S ?? '';
    return caseNumber === undefined || promise === undefined
      ? undefined
      : { caseNumber, promise: { readBy: time('readBy'), handleBy: time('handleBy'), resolveBy: time('resolveBy') } };
  }

  wasDisturbed(from: number, until: number): boolean {
    return this.#disturbances.some((one) => one.from <= until && one.until >= from);
  }

  /** Nothing goes wrong any more, and everything that was put aside is put back. */
  heal(): void {
    this.faults.end();
    this.#isHealed = true;
    for (const one of this.#disturbances) one.until = Math.min(one.until, this.#now + minute);
    this.crashPoint = undefined;
    this.#outages.clear();
    // A newer release that was there comes for good, and does what is left of it.
    if (this.newerShare !== undefined || (this.faults.counts.other_version ?? 0) > 0) this.newerShare = 1;
    this.sources.heal();
  }

  /** `service`: one of AWS, `stream`, `schedules`, or the title of a function that its schedule does not invoke. */
  isOut(service: string): boolean {
    return (this.#outages.get(service) ?? 0) > this.#now;
  }

  goOut(service: string, until: number): void {
    this.#disturbances.push({ from: this.#now, until: Infinity });
    this.tell(`${service} is away until ${new Date(until).toISOString().slice(5, 16)}`);
    this.#outages.set(service, until);
  }

  // One turn.

  /**
   * Waits until every function waits for something. One may wait for what another has asked for (a key that is fetched
   * once for all): that comes with the other's answer.
   */
  async #settle(): Promise<void> {
    await realTurn();
    const begun = realNow();
    for (let turns = 0; ; turns += 1) {
      const all = [...this.#invocations];
      if (!all.some(({ waiting, isOver }) => waiting === 0 && !isOver)) return;
      if (turns > turnsAlone && all.some(({ waiting }) => waiting > 0)) return;
      await realTurn();
      if (realNow() - begun > 60_000) throw new Error('A function waits for something that is not simulated.');
    }
  }

  /**
   * How much could happen now without time going on, and how to let one of it happen. Asked each turn, with hundreds of calls
   * under way at times: so nothing is made of what is not chosen.
   */
  #possible(): { count: number; happen: (which: number) => void } {
    const now = this.#now;
    const due = this.#agenda.filter(({ at }) => at <= now);
    const over = this.#pauses.filter(({ at }) => at <= now);
    if (this.database.isBehind() && this.#lagDecidedAt !== this.writes) {
      this.#lagDecidedAt = this.writes;
      if (!this.faults.strikes('index_lag')) this.database.follow();
    }
    const invoked = this.#areStopped ? [] : this.sources.possible();
    const calls = this.#calls.length;
    const happen = (which: number): void => {
      const call = this.#calls[which];
      const entry = due[which - calls];
      const pause = over[which - calls - due.length];
      if (call !== undefined) this.#answer(call);
      else if (entry !== undefined) {
        this.#agenda.splice(this.#agenda.indexOf(entry), 1);
        this.tell(entry.what);
        void entry.run();
      } else if (pause !== undefined) {
        this.#pauses.splice(this.#pauses.indexOf(pause), 1);
        pause.of.waiting -= 1;
        pause.resolve();
      } else invoked[which - calls - due.length - over.length]?.();
    };
    return { count: calls + due.length + over.length + invoked.length, happen };
  }

  #nextInstant(): number | undefined {
    const instants = [
      ...this.#agenda.map(({ at }) => at),
      ...this.#pauses.map(({ at }) => at),
      ...[...this.#invocations].map(({ endsAt }) => endsAt),
      this.#areStopped ? Infinity : this.sources.nextAt(),
      ...[...this.#outages.values()].filter((until) => until > this.#now),
      this.queues.nextVisibleAt(this.#now) ?? Infinity,
    ].filter((at) => at > this.#now && at < Infinity);
    return instants.length === 0 ? undefined : Math.min(...instants);
  }

  #letTimeGoOn(to: number): void {
    this.#now = to;
    this.#letIndexesFollow();
    const forgotten = this.database.forget(to);
    if (forgotten > 0) this.tell(`the stream forgets ${forgotten} records of the day before`);
    this.queues.expire(to);
    for (const invocation of this.#invocations) {
      if (invocation.endsAt <= to) this.#kill(invocation, 'timed out');
    }
  }

  #letIndexesFollow(): void {
    if (!this.database.isBehind()) return;
    this.#behindSince ??= this.#now;
    const isLate = this.#now - this.#behindSince < 5 * minute && this.faults.strikes('index_late');
    this.database.follow(isLate ? this.chance.whole(0, 2) : Infinity);
    if (!this.database.isBehind()) this.#behindSince = undefined;
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
    const { of, service, action } = call;
    const done = (value: unknown): void => {
      of.waiting -= 1;
      call.resolve(value);
    };
    const fail = (error: unknown): void => {
      of.waiting -= 1;
      of.wasDisturbed = true;
      call.reject(error);
    };
    const refuse = (error: unknown): void => {
      of.waiting -= 1;
      call.reject(error);
    };
    const perform = (): void => void this.#perform(call).then(done, refuse);
    if (this.#struckByPoint(call, perform, fail)) return;
    const fate = fateOf(call, { faults: this.faults, chance: this.chance, isOut: this.isOut(service) });
    if (fate.becomes === 'answered') return perform();
    if (fate.becomes === 'failed')
      return fate.isDone ? void this.#perform(call).then(() => fail(fate.error), fail) : fail(fate.error);
    // Whether a call that was not done still gets there is chance, as at any end.
    if (fate.isDone) void this.#perform(call).catch(() => undefined);
    else this.#calls.push(call);
    return this.#kill(of, `died ${fate.isDone ? 'after' : 'before'} ${action}`);
  }

  #struckByPoint(call: Call, perform: () => void, fail: (error: unknown) => void): boolean {
    if (!this.notesCalls) return false;
    const { of, action, input, service } = call;
    const index = typeof input['IndexName'] === 'string' ? ` ${input['IndexName']}` : '';
    const name = `${of.title} ${of.occasion} ${call.number} ${action}${index}`;
    const isFirst = !this.callsMade.has(name);
    this.callsMade.add(name);
    if (this.crashPoint?.call !== name || !isFirst) return false;
    const { how } = this.crashPoint;
    this.tell(`${of.title}#${of.number} ${how} at ${service} ${action}`);
    if (how === 'throws') fail(throttledBy(service, action, input, this.chance));
    else if (how === 'times_out') void this.#perform(call).then(() => fail(awsError('TimeoutError')), fail);
    else {
      if (how === 'dies_after') perform();
      this.#kill(of, how);
    }
    return true;
  }

  /**
   * No function may ask for what no service ever does, such as a transaction of more than a hundred writes, nor for what
   * its role does not allow.
   */
  #served(call: Call): unknown {
    const refused = call.service === 'dynamodb' && this.#refused(call.of.title, call.action, call.input);
    if (typeof refused === 'string') {
      this.unprovoked.push(`${call.of.title} has no right to ${refused}`);
      throw awsError('AccessDeniedException');
    }
    try {
      if (call.service !== 'dynamodb' || !isWrite(call.action)) return this.#services(call);
      const input = this.#written(call);
      const written = this.newer.looksAt(input);
      const answer = this.#services({ ...call, input });
      written();
      return answer;
    } catch (error) {
      if (error instanceof Error && error.name === 'ValidationException')
        this.unprovoked.push(`${call.of.title} asked for what is always refused: ${call.action}, ${error.message}`);
      throw error;
    }
  }

  #written({ of, input }: Call): Call['input'] {
    if (this.isNewerFirst) return this.newer.writesFirst(input);
    return of.isNewer ? this.newer.writes(input) : input;
  }

  #keepDirectory(): void {
    const { table } = this.#system.directory;
    const changes = this.database.changesOf(`${table}#`);
    if (changes === this.#directoryChanges) return;
    this.#directoryChanges = changes;
    this.directories.push({ at: this.#now, rows: this.database.rows(table) });
  }

  async #perform(call: Call): Promise<unknown> {
    const answer = this.#served(call);
    if (call.service === 'ses') call.of.sent += 1;
    if (call.service !== 'dynamodb') return answer;
    if (!['GetItem', 'BatchGetItem', 'Query', 'Scan'].includes(call.action)) {
      this.writes += 1;
      this.#keepDirectory();
      this.witness?.saw(call.input, this.#now);
    } else for (const place of this.database.placesOf(call.input)) call.of.looked.add(place);
    return answer;
  }
}

function occasionOf(event: unknown): string {
  const { resource, Records } = atItsRoute(event as object) as { resource?: string; Records?: { body?: string }[] };
  if (resource !== undefined) return resource;
  const body = Records?.[0]?.body;
  if (body === undefined) return '-';
  const { type } = JSON.parse(body) as { type?: string };
  return type ?? 'feedback';
}
