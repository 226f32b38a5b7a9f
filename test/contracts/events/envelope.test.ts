import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { envelopeType, eventTypes, toEnvelope } from '#shared/contracts/events/envelope.ts';
import { EventUnreadable, parseEnvelope } from '#shared/contracts/events/parse-envelope.ts';

const samples = new URL('./samples/', import.meta.url);
const valid = readdirSync(samples).filter((file) => file.endsWith('.json'));
const broken = readdirSync(new URL('broken/', samples));

function read(file: string): string {
  return readFileSync(new URL(file, samples), 'utf8');
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
    const written = eventTypes.map((type) => `${envelopeType(type).slice('besa.'.length)}.json`);
    expect(valid.toSorted()).toEqual(written.toSorted());
  });

  it.each(valid)('is read from %s and written back to the same members', (file) => {
    const event = parseEnvelope(read(file));
    expect(toEnvelope(event)).toEqual(JSON.parse(read(file)));
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

  it('needs no trace context', () => {
    const { traceparent: _, ...untraced } = JSON.parse(read('case.received.v1.json')) as Record<string, unknown>;
    expect(parseEnvelope(JSON.stringify(untraced))).not.toHaveProperty('traceparent');
  });
});
