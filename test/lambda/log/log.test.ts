import * as fc from '#test/support/fast-check.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addLogIds, errorName, log, measure, withLogIds, type LogCode, type LogIds } from '#shared/lambda/log/log.ts';
import { logFields } from '#shared/lambda/log/log-fields.ts';

const caseId = '0123456789abcdef'.repeat(2);
let lines: Record<string, unknown>[];

beforeEach(() => {
  lines = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(JSON.parse(String(line)) as Record<string, unknown>);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('The log', () => {
  it('writes a code and ids as one line', () => {
    log('event_done', { caseId, eventId: `${caseId}#3`, reactor: 'triage', durationMs: 12.5 });
    expect(lines).toEqual([
      {
        level: 'info',
        at: expect.any(String) as string,
        code: 'event_done',
        caseId,
        eventId: `${caseId}#3`,
        reactor: 'triage',
        durationMs: 12.5,
      },
    ]);
  });

  it('lets no word through in any field, whatever was passed by mistake', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `${text} kanarina`),
      fc.constantFrom(
        'kanarina',
        'Kanarina',
        'kanarina@example.org',
        'https://kanarina.example',
        '+355691234567',
        '069 123 45 67',
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(logFields)), word, (field, text) => {
        lines = [];
        log('event_failed', { [field]: text });
        expect(lines[0]?.[field]).toBe('refused');
        expect(JSON.stringify(lines)).not.toContain(text);
      }),
    );
  });

  it('lets through neither a receipt nor a case number nor an idempotency key nor an address', () => {
    const secrets = ['7K3M-9QXR-2F5T-8WNA-W', 'B-7K3M-9QX1', '203.0.113.7', 'arta.hoxha@example.al'];
    for (const field of Object.keys(logFields)) {
      for (const secret of secrets) log('request_failed', { [field]: secret });
    }
    expect(lines).toHaveLength(Object.keys(logFields).length * secrets.length);
    for (const secret of secrets) expect(JSON.stringify(lines)).not.toContain(secret);
  });

  it('drops a field that is not in its list, and what hides in an object', () => {
    const hidden = { narrative: 'kanarina', caseId: { toString: () => 'kanarina', text: 'kanarina' } };
    log('event_failed', hidden as unknown as LogIds);
    expect(lines[0]).toMatchObject({ caseId: 'refused' });
    expect(JSON.stringify(lines)).not.toContain('kanarina');
  });

  it('refuses a code that is not in its list', () => {
    log('kanarina' as LogCode);
    expect(lines[0]).toMatchObject({ code: 'refused', level: 'error' });
    expect(JSON.stringify(lines)).not.toContain('kanarina');
  });

  it('names an error and quotes nothing of it', () => {
    const error = new TypeError('kanarina');
    log('event_failed', { errorName: errorName(error) });
    expect(lines[0]).toMatchObject({ errorName: 'TypeError' });
    expect(JSON.stringify(lines)).not.toContain('kanarina');
  });

  it('does not take an error whose name somebody set for a name', () => {
    const error = new Error('x');
    error.name = 'Kanarina Hoxha';
    log('event_failed', { errorName: errorName(error) });
    expect(lines[0]).toMatchObject({ errorName: 'refused' });
  });

  it.each([
    'Problem',
    'KeysUnavailable',
    'SealBroken',
    'MailRefused',
    'EventUnreadable',
    'FeedbackUnreadable',
    'CursorUnreadable',
    'DoneContended',
    'TransactionTooLarge',
    'RequestLimitExceeded',
    'RequestThrottled',
    'Throttling',
    'OverLimit',
    'QueueDoesNotExist',
    'MessageRejected',
    'ThrottlingException',
    'Error',
  ])('says by name which fault it was: %s', (name) => {
    log('event_failed', { errorName: errorName(Object.assign(new Error('x'), { name })) });
    expect(lines[0]).toMatchObject({ errorName: name });
  });

  it('says of what was thrown and is no error that nobody knows it', () => {
    for (const thrown of ['kanarina', undefined, { name: 'Kanarina' }])
      log('event_failed', { errorName: errorName(thrown) });
    expect(lines.map((line) => line['errorName'])).toEqual(['UnknownError', 'UnknownError', 'UnknownError']);
  });

  it('takes numbers where numbers belong, and nothing else', () => {
    const given: [string, unknown, unknown][] = [
      ['count', 0, 0],
      ['count', 7, 7],
      ['count', 1.5, 'refused'],
      ['count', '7', 'refused'],
      ['attempts', 3, 3],
      ['status', 100, 100],
      ['status', 599, 599],
      ['status', 99, 'refused'],
      ['status', 600, 'refused'],
      ['durationMs', 1.5, 1.5],
      ['durationMs', Number.NaN, 'refused'],
      ['caseId', 7, 'refused'],
      ['severity', 7, 'refused'],
    ];
    for (const [field, value] of given) log('event_done', { [field]: value });
    expect(lines.map((line, at) => line[given[at]?.[0] ?? ''])).toEqual(given.map(([, , written]) => written));
  });

  it('carries the ids of the record in hand, and of no other', async () => {
    const other = 'f'.repeat(32);
    await Promise.all(
      [caseId, other].map((id) =>
        withLogIds({ caseId: id }, async () => {
          await Promise.resolve();
          log('event_done', { eventId: `${id}#1` });
        }),
      ),
    );
    log('sweep_finished');
    expect(lines.map((line) => [line['caseId'], line['eventId']])).toEqual([
      [caseId, `${caseId}#1`],
      [other, `${other}#1`],
      [undefined, undefined],
    ]);
  });

  it('carries ids that became known on the way, as long as the work they belong to goes on', async () => {
    await withLogIds({ reactor: 'triage' }, async () => {
      await withLogIds({}, async () => {
        await Promise.resolve();
        addLogIds({ caseId });
        log('event_done');
      });
      log('event_done');
    });
    addLogIds({ caseId });
    log('sweep_finished');
    expect(lines.map((line) => [line['reactor'], line['caseId']])).toEqual([
      ['triage', caseId],
      ['triage', undefined],
      [undefined, undefined],
    ]);
  });
});

describe('A measurement', () => {
  it('is one line in the embedded metric format, with its unit', () => {
    measure('OldestUndoneEventAge', 61);
    expect(lines).toEqual([
      {
        _aws: {
          Timestamp: expect.any(Number) as number,
          CloudWatchMetrics: [
            { Namespace: 'Besa', Dimensions: [[]], Metrics: [{ Name: 'OldestUndoneEventAge', Unit: 'Seconds' }] },
          ],
        },
        OldestUndoneEventAge: 61,
      },
    ]);
  });
});
