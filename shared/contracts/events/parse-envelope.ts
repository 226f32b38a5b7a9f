import type { CaseEvent, EventType } from '../../domain/case/events.ts';
import { eventId } from '../../domain/case/events.ts';
import { envelopeType, eventTypes } from './envelope.ts';
import { dataSchemas, envelopeSchema } from './event-schemas.ts';

/** Why an envelope could not be read. It names the wrong member, never its value. */
export class EventUnreadable extends Error {
  constructor(because: string) {
    super(because);
    this.name = 'EventUnreadable';
  }
}

const typesByEnvelope: ReadonlyMap<string, EventType> = new Map(eventTypes.map((type) => [envelopeType(type), type]));

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new EventUnreadable('not JSON');
  }
}

/**
 * Reads an event from a queue's message body. It is strict: an unknown type, version or member is refused, and so is a
 * value of the wrong form. The message then goes to the dead-letter queue. Throws `EventUnreadable`.
 */
export function parseEnvelope(text: string): CaseEvent {
  const envelope = envelopeSchema.safeParse(json(text));
  if (!envelope.success) throw new EventUnreadable(`envelope: ${pathOf(envelope.error)}`);
  const { subject: caseId, time, traceparent } = envelope.data;
  const { actor, number, ...rest } = envelope.data.data;
  if (envelope.data.id !== eventId({ caseId, number })) throw new EventUnreadable('envelope: id');

  const type = typesByEnvelope.get(envelope.data.type);
  if (type === undefined) throw new EventUnreadable('envelope: type');
  const data = dataSchemas[type].safeParse(rest);
  if (!data.success) throw new EventUnreadable(`data: ${pathOf(data.error)}`);

  // The type chose the schema that `data` passed. The compiler cannot follow that pairing through the map.
  return { type, actor, data: data.data, caseId, number, time, ...(traceparent && { traceparent }) } as CaseEvent;
}

/** The wrong members, as pointers. Their values are left out, because they must not be told. */
function pathOf(error: { issues: readonly { path: readonly PropertyKey[]; code: string }[] }): string {
  return error.issues.map((issue) => `/${issue.path.map(String).join('/')} ${issue.code}`).join(', ');
}
