import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { envelopeType, eventTypes, eventVersions } from '#shared/contracts/events/envelope.ts';
import { dataReaders, upgraded } from '#shared/contracts/events/event-schemas.ts';
import { EventUnreadable, parseEnvelope } from '#shared/contracts/events/parse-envelope.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import { envelopeOf } from '#test/support/new-case.ts';

const samples = new URL('./samples/', import.meta.url);
const valid = readdirSync(samples).filter((file) => file.endsWith('.json'));
const broken = readdirSync(new URL('broken/', samples));

function read(file: string): string {
  return readFileSync(new URL(file, samples), 'utf8');
}

/** What is read of a sample that this release knows. */
function known(text: string): CaseEvent {
  const event = parseEnvelope(text);
  if ('isNewer' in event) throw new Error('The event was taken for one of a newer release.');
  return event;
}

function refusal(text: string): EventUnreadable {
  try {
    parseEnvelope(text);
  } catch (error) {
    if (error instanceof EventUnreadable) return error;
    throw error;
  }
  throw new Error('The envelope was accepted.');
}

describe('An event as it travels', () => {
  it('has a golden sample for each type in the version written today', () => {
    const written = eventTypes.map(
      (type) => `${envelopeType({ type, version: eventVersions[type] }).slice('besa.'.length)}.json`,
    );
    expect(valid.toSorted()).toEqual(written.toSorted());
  });

  it.each(valid)('is read from %s and written back to the same members', (file) => {
    const event = known(read(file));
    expect(envelopeOf(event)).toEqual(JSON.parse(read(file)));
    expect(file).toBe(`${event.type}.v1.json`);
  });

  it.each(broken)('is refused when broken: %s', (file) => {
    const sample = JSON.parse(read(`broken/${file}`)) as { why: string; because: string; envelope: unknown };
    const error = refusal(JSON.stringify(sample.envelope));
    expect(error.message).toContain(sample.because);
    expect(error.message, 'A refusal is logged; it must not repeat what was refused.').not.toContain('KANARINA');
  });

  it.each(['', 'KANARINA', '[]', 'null', '"case.received"', '{}'])(
    'is refused when it is no envelope at all: %j',
    (text) => {
      expect(refusal(text).message).not.toContain('KANARINA');
    },
  );

  it('has a reader for each version up to the one that is written', () => {
    const versions = Object.fromEntries(Object.entries(dataReaders).map(([type, readers]) => [type, readers.length]));
    expect(versions).toEqual(eventVersions);
  });

  it.each(['besa.case.received.v2', 'besa.case.of_the_future.v1'])(
    'is not guessed at when a newer release wrote it: %s',
    (type) => {
      const sample = JSON.parse(read('case.received.v1.json')) as { subject: string; data: { number: number } };
      const { subject: caseId, data } = sample;
      expect(parseEnvelope(JSON.stringify({ ...sample, type }))).toEqual({
        isNewer: true,
        caseId,
        number: data.number,
      });
    },
  );

  it('is read without the members that only a newer release knows, whatever stands in them', () => {
    const text = read('case.assigned.v1.json');
    const sample = JSON.parse(text) as { data: object };
    const words = { words: 'KANARINA' };
    const newer = { ...sample, ...words, data: { ...sample.data, ...words } };
    expect(parseEnvelope(JSON.stringify(newer))).toEqual(known(text));
  });

  describe('of a type with a second version', () => {
    // Invented: notes had a number in the first version, and have a place in the second.
    type Placed = { note: number; place: string };
    const first = z.object({ note: z.int() });
    const second: z.ZodMiniType<Placed> = z.object({ note: z.int(), place: z.string() });
    const readers = {
      ...dataReaders,
      'case.noted': [upgraded(first, ({ note }) => ({ note, place: 'case' })), second],
    };
    const sample = JSON.parse(read('case.noted.v1.json')) as { data: { note: number } };
    const inVersion = (version: number, data: object = {}): string =>
      JSON.stringify({ ...sample, type: `besa.case.noted.v${version}`, data: { ...sample.data, ...data } });
    const { note } = sample.data;

    it.each([
      ['the first is read as the second says it', inVersion(1), { note, place: 'case' }],
      ['the second is read as it is', inVersion(2, { place: 'thread' }), { note, place: 'thread' }],
    ])('%s', (_, text, data) => {
      expect(parseEnvelope(text, readers)).toMatchObject({ type: 'case.noted', data });
    });

    it('a third is of a newer release, and each is held to its own form', () => {
      expect(parseEnvelope(inVersion(3), readers)).toMatchObject({ isNewer: true });
      expect(() => parseEnvelope(inVersion(2), readers)).toThrow('data: /place');
    });
  });

  it('needs no trace context', () => {
    const { traceparent: _, ...untraced } = JSON.parse(read('case.received.v1.json')) as Record<string, unknown>;
    expect(parseEnvelope(JSON.stringify(untraced))).not.toHaveProperty('traceparent');
  });
});
