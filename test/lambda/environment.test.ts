import { afterEach, describe, expect, it, vi } from 'vitest';
import { reactors } from '#shared/contracts/events/consumers.ts';
import { queueUrlName, queueUrlNames, reactorQueueUrls, readEnvironment } from '#shared/lambda/environment.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('The environment of a function', () => {
  it('gives the variables that were declared, and no others', () => {
    vi.stubEnv('CASES_TABLE', 'cases');
    vi.stubEnv('KEYS_TABLE', 'keys');
    vi.stubEnv('FACTS_TABLE', 'facts');
    expect(readEnvironment(['CASES_TABLE', 'KEYS_TABLE'])).toEqual({ CASES_TABLE: 'cases', KEYS_TABLE: 'keys' });
  });

  it.each([undefined, ''])('stops the function at start by the name of what is missing: %s', (value) => {
    vi.stubEnv('CASES_TABLE', 'cases');
    vi.stubEnv('KEYS_TABLE', value);
    expect(() => readEnvironment(['CASES_TABLE', 'KEYS_TABLE'])).toThrow('KEYS_TABLE is not set');
  });

  it('has a queue for each reactor, under a name of its own', () => {
    expect(queueUrlName('sla-timer')).toBe('SLA_TIMER_QUEUE_URL');
    expect(new Set(queueUrlNames).size).toBe(reactors.length);
    for (const name of queueUrlNames) vi.stubEnv(name, `https://queues/${name}`);
    const urls = reactorQueueUrls(readEnvironment(queueUrlNames));
    expect(Object.keys(urls)).toEqual([...reactors]);
    expect(urls['sla-timer']).toBe('https://queues/SLA_TIMER_QUEUE_URL');
  });
});
