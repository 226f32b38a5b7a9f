import { randomBytes } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { historyReader } from '#shared/adapters/aws/cases/history-reader.ts';
import type { TableNames } from '#shared/adapters/aws/dynamo/table-names.ts';
import { consumersOf } from '#shared/contracts/events/consumers.ts';
import { eventVersions, toEnvelope, type Envelope } from '#shared/contracts/events/envelope.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { CaseEvent, EventType, NewEvent } from '#shared/domain/case/events.ts';
import type { NewCase } from '#shared/ports/case-store.ts';
import type { OutboxEvent } from '#shared/ports/outbox.ts';
import { aCase, aTimer } from './builders.ts';

export const randomId = (): string => randomBytes(16).toString('hex');

/** A case that no other test has: its own id and number. */
export function ownCase(overrides: Partial<Case> = {}): Case {
  const caseId = randomId();
  return aCase({
    caseId,
    caseNumber: `B-${caseId.slice(0, 8).toUpperCase()}`,
    revision: 1,
    lastEvent: 1,
    ...overrides,
  });
}

type EventOverrides = Partial<Omit<CaseEvent, 'type' | 'data'>> & { type?: EventType; data?: CaseEvent['data'] };

/** An event of a case; without more, that it was received. */
export function anEvent(of: { caseId: string; receivedAt?: string }, overrides: EventOverrides = {}): CaseEvent {
  const received: NewEvent = { type: 'case.received', actor: 'reporter', data: {} };
  return {
    ...received,
    caseId: of.caseId,
    number: 1,
    time: of.receivedAt ?? '2026-11-20T22:10:00.000Z',
    ...overrides,
  } as CaseEvent;
}

/** An event as this release writes it, and as the relay sees it. */
export function ofOutbox(event: CaseEvent): OutboxEvent {
  return { ...event, version: eventVersions[event.type], awaits: consumersOf(event.type) };
}

/** An event as this release sends it. */
export const envelopeOf = (event: CaseEvent): Envelope => toEnvelope(ofOutbox(event));

/** What happened to a case, where no newer release did anything. */
export async function historyOf(
  db: DynamoDBClient,
  tables: Pick<TableNames, 'caseEvents'>,
  caseId: string,
): Promise<CaseEvent[]> {
  const events = await historyReader(db, tables).history(caseId);
  return events.filter((event) => event.type !== 'unknown');
}

/** All of a new report, as intake hands it to the store; sealed texts are opaque to the store and stand for themselves. */
export function aNewCase(overrides: Partial<NewCase> = {}): NewCase {
  const of = overrides.case ?? ownCase();
  return {
    case: of,
    events: [anEvent(of)],
    timers: [aTimer({ kind: 'must_be_triaged' }), aTimer({ kind: 'must_be_read' })],
    request: {
      requestId: randomId(),
      fingerprint: randomId(),
      caseNumber: of.caseNumber,
      receivedAt: of.receivedAt,
      promise: of.promise,
      severity: of.severity,
    },
    report: { narrative: 'c2VhbGVkIG5hcnJhdGl2ZQ==', details: 'c2VhbGVkIGRldGFpbHM=' },
    wrappedKeys: {
      content: 'd3JhcHBlZCBjb250ZW50',
      threadForStaff: 'dGhyZWFkIGZvciBzdGFmZg==',
      threadForReporter: 'dGhyZWFkIGZvciByZXBvcnRlcg==',
    },
    receiptLookup: randomId(),
    likenesses: [],
    ...overrides,
  };
}
