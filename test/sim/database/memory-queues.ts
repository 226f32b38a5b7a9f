import { SQSServiceException } from '@aws-sdk/client-sqs';

export interface Entry {
  Id: string;
  MessageBody: string;
}

export interface Message {
  id: string;
  body: string;
  /** ms since 1970. */
  sentAt: number;
  visibleAt: number;
  receives: number;
}

export interface QueueDesign {
  name: string;
  url: string;
  visibilityMs: number;
  retentionMs: number;
  /** After how many receives a message goes to which queue. */
  deadLetters?: { name: string; after: number };
}

/** SQS in memory: at least once, in no order, with visibility, dead letters and retention. */
export class MemoryQueues {
  readonly #queues: Map<string, QueueDesign & { messages: Message[] }>;
  #number = 0;

  constructor(designs: readonly QueueDesign[]) {
    this.#queues = new Map(designs.map((design) => [design.name, { ...design, messages: [] }]));
  }

  named(name: string): QueueDesign & { messages: Message[] } {
    const queue = this.#queues.get(name);
    if (queue === undefined) throw new Error(`There is no queue ${name}.`);
    return queue;
  }

  byUrl(url: string): QueueDesign & { messages: Message[] } {
    const queue = [...this.#queues.values()].find((one) => one.url === url);
    if (queue === undefined) throw refusal('QueueDoesNotExist');
    return queue;
  }

  put(name: string, body: string, now: number, delayMs = 0): void {
    this.#number += 1;
    this.named(name).messages.push({
      id: `message-${this.#number}`,
      body,
      sentAt: now,
      visibleAt: now + delayMs,
      receives: 0,
    });
  }

  visible(name: string, now: number): Message[] {
    return this.named(name).messages.filter(({ visibleAt }) => visibleAt <= now);
  }

  /** The entries of a batch that somebody sends, once it is sure that they may be sent. */
  entriesOf(input: Readonly<Record<string, unknown>>): { queue: string; entries: readonly Entry[] } {
    for (const name of Object.keys(input))
      if (name !== 'QueueUrl' && name !== 'Entries') throw new Error(`The queues in memory do not know ${name}.`);
    const { name: queue } = this.byUrl(String(input['QueueUrl']));
    const entries = (input['Entries'] ?? []) as readonly Entry[];
    if (entries.length === 0) throw refusal('EmptyBatchRequest');
    if (entries.length > 10) throw refusal('TooManyEntriesInBatchRequest');
    if (entries.some(({ Id }) => !/^[\w-]{1,80}$/u.test(Id))) throw refusal('InvalidBatchEntryId');
    if (new Set(entries.map(({ Id }) => Id)).size < entries.length) throw refusal('BatchEntryIdsNotDistinct');
    for (const entry of entries)
      for (const part of Object.keys(entry))
        if (part !== 'Id' && part !== 'MessageBody') throw new Error(`The queues in memory do not know ${part}.`);
    const bytes = entries.reduce((sum, { MessageBody }) => sum + Buffer.byteLength(MessageBody), 0);
    if (bytes > mostBytes) throw refusal('BatchRequestTooLong');
    return { queue, entries };
  }

  /**
   * Gives these messages to somebody; what was given too often already goes to the dead letters
   * instead, or expires there at once.
   */
  take(name: string, messages: readonly Message[], now: number, expires: () => boolean): Message[] {
    const queue = this.named(name);
    const taken: Message[] = [];
    for (const message of messages) {
      if (queue.deadLetters !== undefined && message.receives >= queue.deadLetters.after) {
        this.remove(name, [message.id]);
        // As the same message, with the age it has: of that its retention is counted.
        if (!expires()) this.named(queue.deadLetters.name).messages.push({ ...message, receives: 0, visibleAt: now });
        continue;
      }
      message.receives += 1;
      message.visibleAt = now + queue.visibilityMs;
      taken.push({ ...message });
    }
    return taken;
  }

  remove(name: string, ids: readonly string[]): void {
    const queue = this.named(name);
    queue.messages = queue.messages.filter(({ id }) => !ids.includes(id));
  }

  hasDeadLetters(name: string): boolean {
    const { deadLetters } = this.named(name);
    return deadLetters !== undefined && this.named(deadLetters.name).messages.length > 0;
  }

  /** Puts every dead letter of a queue back, as new messages, which begin to age anew. */
  redrive(name: string, now: number): number {
    const { deadLetters } = this.named(name);
    if (deadLetters === undefined) return 0;
    const dead = this.named(deadLetters.name);
    const messages = dead.messages;
    dead.messages = [];
    for (const { body } of messages) this.put(name, body, now);
    return messages.length;
  }

  /** Messages past their retention are gone. */
  expire(now: number): void {
    for (const queue of this.#queues.values())
      queue.messages = queue.messages.filter(({ sentAt }) => sentAt + queue.retentionMs > now);
  }

  /** When the next message that is out of sight comes back. */
  nextVisibleAt(now: number): number | undefined {
    const later = [...this.#queues.values()].flatMap(({ messages }) =>
      messages.flatMap(({ visibleAt }) => (visibleAt > now ? [visibleAt] : [])),
    );
    return later.length === 0 ? undefined : Math.min(...later);
  }

  all(): { name: string; messages: readonly Message[] }[] {
    return [...this.#queues.values()];
  }
}

/** Of a whole batch. The quota of SQS is a megabyte since 2025; Besa keeps to the old one. */
const mostBytes = 1024 * 1024;

function refusal(name: string): Error {
  return new SQSServiceException({ name, $fault: 'client', message: 'The request was refused.', $metadata: {} });
}
