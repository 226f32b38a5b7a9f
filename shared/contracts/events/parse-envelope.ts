import type { CaseEvent } from '../../domain/case/events.ts';
import { eventId } from '../../domain/case/events.ts';
import { dataReaders, envelopeSchema, readerOf, type DataReaders } from './event-schemas.ts';

/** Why an envelope could not be read. It names the wrong member, never its value. */
export class EventUnreadable extends Error {
  constructor(because: string) {
    super(because);
    this.name = 'EventUnreadable';
  }
}

/** An event of a type or version that this release does not know. A newer release wrote it. */
export interface NewerEvent {
  isNewer: true;
  caseId: string;
  number: number;
}

const typeForm = /^besa\.([a-z_]+\.[a-z_]+)\.v([1-9]\d{0,3})$/;

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new EventUnreadable('not JSON');
  }
}

/**
 * Reads an event from a queue's message body, in any version that this release knows. Members that it does not know are
 * dropped, and a type or version that it does not know is answered as newer. Anything else that is not as it should be
 * goes to the dead-letter queue: throws `EventUnreadable`.
 */
export function parseEnvelope(text: string, readers: DataReaders = dataReaders): CaseEvent | NewerEvent {
  const envelope = envelopeSchema.safeParse(json(text));
  if (!envelope.success) throw new EventUnreadable(`envelope: ${pathOf(envelope.error)}`);
  const { subject: caseId, time, traceparent } = envelope.data;
  const { actor, number, ...rest } = envelope.data.data;
  if (envelope.data.id !== eventId({ caseId, number })) throw new EventUnreadable('envelope: id');

  const [, type = '', version] = typeForm.exec(envelope.data.type) ?? [];
  if (version === undefined) throw new EventUnreadable('envelope: type');
  const reader = readerOf(type, Number(version), readers);
  if (reader === undefined) return { isNewer: true, caseId, number };
  const data = reader.safeParse(rest);
  if (!data.success) throw new EventUnreadable(`data: ${pathOf(data.error)}`);

  // The type chose the schema that `data` passed. The compiler cannot follow that pairing through the table.
  return { type, actor, data: data.data, caseId, number, time, ...(traceparent && { traceparent }) } as CaseEvent;
}

/** The wrong members, as pointers. Their values are left out, because they must not be told. */
function pathOf(error: { issues: readonly { path: readonly PropertyKey[]; code: string }[] }): string {
  return error.issues.map((issue) => `/${issue.path.map(String).join('/')} ${issue.code}`).join(', ');
}
