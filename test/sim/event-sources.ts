import { failures } from '#infra/local/sources/queue-source.ts';
import type { Message } from './database/memory-queues.ts';
import { isOfNewerType } from './releases/newer-release.ts';
import { nameIn } from './services.ts';
import type { System } from './system.ts';
import type { World } from './world.ts';

type QueueSource = System['blueprint']['queueSources'][number] & { name: string };

interface Schedule {
  title: string;
  everyMs: number;
  /** The next full interval. */
  nextAt: number;
  running: number;
  /** When its function said there is something to do again, and how what it looked at was then. */
  said?: {
    nextAt: number | undefined;
    looked: ReadonlySet<string>;
    changes: number;
    /** At which change of the database it was last seen that what it looked at is the same. */
    sameAt: number;
  };
}

const minute = 60_000;
/** Tries of the stream's records after the first, as in the template of the relay. */
const streamRetries = 3;
/** Who finds the same dead letters again and again stops putting them back. */
const mostPutBack = 20;

/** What invokes functions: the stream, the queues and the schedules of the template, with what may go wrong in each. */
export class EventSources {
  readonly #world: World;
  readonly #system: System;
  readonly #schedules: Schedule[];
  /** The queues that invoke functions. Their names are made once, because each turn asks for them. */
  readonly #queueSources: readonly QueueSource[];
  /** Invocations under way, by queue, or `stream`. */
  readonly #busy = new Map<string, number>();
  #relayTries = 0;
  /** How often dead letters were put back before all is well. */
  #putBack = 0;
  #streamComesAt = 0;
  /** Messages that nobody can read, and of which of them a function said it was done with. */
  readonly poison = new Set<string>();
  readonly swallowed: string[] = [];

  constructor(world: World, system: System) {
    this.#world = world;
    this.#system = system;
    this.#queueSources = system.blueprint.queueSources.map((source) => ({ ...source, name: nameIn(source.queueArn) }));
    this.#schedules = system.blueprint.schedules.map(({ functionArn, everyMinutes }) => ({
      title: system.titleOf(functionArn),
      everyMs: everyMinutes * minute,
      nextAt: world.now(),
      running: 0,
    }));
  }

  /** Everything that could be invoked now. */
  possible(): (() => void)[] {
    const possible: (() => void)[] = [];
    const world = this.#world;
    const isThere = world.now() >= this.#streamComesAt && !world.isOut('stream');
    if (world.database.stream.length > 0 && isThere && this.#running('stream') === 0)
      possible.push(() => void this.#relay());
    for (const { name, functionArn, batchSize, maximumConcurrency } of this.#queueSources) {
      if (this.#running(name) >= maximumConcurrency || world.isOut('sqs')) continue;
      const messages = world.queues.visible(name, world.now());
      if (messages.length > 0) possible.push(() => void this.#deliver(name, functionArn, messages, batchSize));
    }
    for (const schedule of this.#schedules) {
      if (schedule.running === 0 && this.#dueAt(schedule) <= world.now()) possible.push(() => this.#strike(schedule));
    }
    return possible;
  }

  /** When the next schedule is due, or a stream that was late comes. */
  nextAt(): number {
    const stream = this.#world.database.stream.length > 0 ? this.#streamComesAt : 0;
    const next = Math.min(...this.#schedules.map((schedule) => this.#dueAt(schedule)));
    return stream > this.#world.now() ? Math.min(stream, next) : next;
  }

  /** Dead letters are put back, and every schedule comes at once. */
  heal(): void {
    const world = this.#world;
    this.#streamComesAt = 0;
    for (const { name } of this.#queueSources) world.queues.redrive(name, world.now());
    for (const schedule of this.#schedules) {
      schedule.nextAt = world.now();
      delete schedule.said;
    }
  }

  #running(name: string): number {
    return this.#busy.get(name) ?? 0;
  }

  async #relay(): Promise<void> {
    const world = this.#world;
    const { stream } = world.database;
    const records = stream.slice(0, world.chance.whole(1, 10));
    const forget = (why: string): void => {
      stream.splice(0, records.length);
      world.tell(`${why} ${records.length} records`);
    };
    if (world.faults.strikes('stream_late')) {
      this.#streamComesAt = world.now() + world.chance.pick([1, 20, 180, 600] as const) * minute;
      return undefined;
    }
    if (world.faults.strikes('stream_forgets')) return forget('the stream forgets');
    this.#busy.set('stream', 1);
    const outcome = await world.invoke('relay', {
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
    const firstFailed = Math.min(...failed.map(({ itemIdentifier }) => Number(itemIdentifier)), Infinity);
    const done = records.filter(({ sequence }) => sequence < firstFailed).length;
    this.#relayTries = done > 0 ? 0 : this.#relayTries + 1;
    if (world.faults.strikes('stream_repeats')) return undefined;
    if (done > 0) stream.splice(0, done);
    else if (this.#relayTries > streamRetries) {
      this.#relayTries = 0;
      forget('the relay gives up on');
    }
    return undefined;
  }

  async #deliver(name: string, functionArn: string, visible: readonly Message[], batchSize: number): Promise<void> {
    const world = this.#world;
    const most = Math.min(batchSize, visible.length);
    const chosen = world.chance.shuffled(visible).slice(0, world.chance.whole(1, most));
    const batch = world.queues.take(name, chosen, world.now(), () => world.faults.strikes('dead_letter_expires'));
    if (batch.length === 0) return;
    this.#busy.set(name, this.#running(name) + 1);
    if (world.faults.strikes('poison')) this.#poison(name, batch);
    const title = this.#system.titleOf(functionArn);
    const records = {
      Records: batch.map(({ id, body, receives, sentAt }) => ({
        messageId: id,
        receiptHandle: id,
        body,
        attributes: { ApproximateReceiveCount: String(receives), SentTimestamp: String(sentAt) },
        eventSource: 'aws:sqs',
      })),
    };
    const second = world.faults.strikes('two_workers') ? world.invoke(title, records) : undefined;
    const outcome = await world.invoke(title, records);
    await second;
    this.#busy.set(name, this.#running(name) - 1);
    const ids = batch.map(({ id }) => ({ MessageId: id }));
    const failed = outcome.ok ? failures(outcome.value, ids, true) : new Set(batch.map(({ id }) => id));
    const done = batch.filter(({ id }) => !failed.has(id));
    this.swallowed.push(...done.filter(({ body }) => this.poison.has(body)).map(() => name));
    const over = done.map(({ id }) => id);
    if (!world.faults.strikes('duplicate')) world.queues.remove(name, over);
    if (this.#putBack < mostPutBack && world.queues.hasDeadLetters(name) && world.faults.strikes('redrive')) {
      this.#putBack += 1;
      world.queues.redrive(name, world.now());
    }
  }

  /** The event of one of these messages, in a form that no release ever wrote. */
  #poison(queue: string, batch: readonly Message[]): void {
    const [{ body: of } = { body: '{}' }] = batch;
    const event = JSON.parse(of) as { type?: string; data?: object };
    // One leads to no further one: over weeks there would be ever more of them.
    if (event.type === undefined || isOfNewerType(of) || this.poison.has(of)) return;
    const body = JSON.stringify({ ...event, data: { ...event.data, number: 0 } });
    this.poison.add(body);
    this.#world.queues.put(queue, body, this.#world.now());
  }

  /** A schedule comes at full intervals; those in which its function said there is nothing to do are passed over. */
  #dueAt({ nextAt, everyMs, said }: Schedule): number {
    if (said === undefined) return nextAt;
    // Asked at each turn, and most turns change nothing.
    if (said.sameAt !== this.#world.database.changes) {
      if (said.changes !== this.#changesOf(said.looked)) return nextAt;
      said.sameAt = this.#world.database.changes;
    }
    if (said.nextAt === undefined) return Infinity;
    return Math.max(nextAt, Math.ceil(said.nextAt / everyMs) * everyMs);
  }

  #strike(schedule: Schedule): void {
    schedule.nextAt = (Math.floor(this.#world.now() / schedule.everyMs) + 1) * schedule.everyMs;
    delete schedule.said;
    if (this.#world.isOut(schedule.title)) return;
    if (this.#world.isOut('schedules') || this.#world.faults.strikes('sweep_skipped')) return;
    const times = this.#world.faults.strikes('sweep_twice') ? 2 : 1;
    for (let time = 0; time < times; time += 1) void this.#sweep(schedule);
  }

  async #sweep(schedule: Schedule): Promise<void> {
    schedule.running += 1;
    const before = this.#world.writes;
    const outcome = await this.#world.invoke(schedule.title, {});
    schedule.running -= 1;
    if (!outcome.ok || this.#world.writes !== before) return;
    const { nextAt } = (outcome.value ?? {}) as { nextAt?: string | null };
    const { looked } = outcome;
    schedule.said = {
      nextAt: typeof nextAt === 'string' ? Date.parse(nextAt) : undefined,
      looked,
      changes: this.#changesOf(looked),
      sameAt: this.#world.database.changes,
    };
  }

  #changesOf(looked: ReadonlySet<string>): number {
    let sum = 0;
    for (const place of looked) sum += this.#world.database.changesOf(place);
    return sum;
  }
}
