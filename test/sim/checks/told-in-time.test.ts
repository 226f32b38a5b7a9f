import { describe, expect, it } from 'vitest';
import { toRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import type { NewEvent } from '#shared/domain/case/events.ts';
import { aCase } from '#test/support/builders.ts';
import { anEvent } from '#test/support/new-case.ts';
import { checkToldInTime, type Course } from './check-told-in-time.ts';

const minute = 60_000;
const of = aCase({ status: 'in_progress', severity: 'critical' });
const begun = Date.parse(of.receivedAt);
const raised: NewEvent = {
  type: 'case.escalated',
  actor: 'besa:escalation',
  data: { timer: '1.must_be_acknowledged.report', rung: 'duty', reminder: 0 },
};
const climbed: NewEvent = { ...raised, data: { ...raised.data, rung: 'backup' } };
const somebody = [toRow({ pk: 'STAFF#a' })];

/** What is found of two raises, 20 and 30 minutes after the report, with letters so many minutes after it. */
function found(
  minutes: number[],
  more: Partial<Course> = {},
  mails: { letters: string[]; eventId?: string; to?: string }[] = [{ letters: ['tag1'] }],
  ...last: NewEvent[]
): string[] {
  const events = [raised, climbed, ...last].map((event, at) =>
    anEvent(of, { ...event, number: at + 1, time: new Date(begun + (20 + 10 * at) * minute).toISOString() }),
  );
  const findings: string[] = [];
  checkToldInTime(
    { of, events, timers: [], rows: new Set(), mails },
    {
      now: begun + 600 * minute,
      directories: [{ at: 0, rows: somebody }],
      letters: minutes.map((after) => ({ at: begun + after * minute, tags: { mail: 'tag1' } })),
      wasDisturbed: () => false,
      isAnybodyLeft: (rows) => rows.length > 0,
      ...more,
    },
    (promise, what) => void findings.push(`${promise} ${what}`),
  );
  return findings;
}

describe('of what nobody acknowledged it is found', () => {
  it('that no letter told it in time though somebody was there', () => {
    expect(found([1, 31])).toEqual([]);
    expect(found([21, 31])).toEqual([]);
    expect(found([1])).toEqual([expect.stringContaining('#2 could be told')]);
    expect(found([1, 40])).toHaveLength(1);
    expect(found([])).toHaveLength(2);
  });

  it('the same after fifteen minutes more, where only a phone with short messages is told', () => {
    const phone = [toRow({ pk: 'STAFF#a', sk: 'MEMBER', contact: 'mail_to_sms' })];
    const directories = [{ at: 0, rows: phone }];
    const mails = [{ letters: ['tag1'], eventId: `${of.caseId}#2`, to: 'a' }];
    expect(found([21, 46], { directories }, mails)).toEqual([]);
    expect(found([21, 50], { directories }, mails)).toHaveLength(1);
  });

  it('the same once somebody came back', () => {
    const directories = [
      { at: 0, rows: [] },
      { at: begun + 60 * minute, rows: somebody },
    ];
    expect(found([66], { directories })).toEqual([]);
    expect(found([70], { directories })).toHaveLength(2);
    expect(found([], { directories: directories.slice(0, 1) })).toEqual([]);
  });

  it('nothing while things went wrong, or where somebody acted', () => {
    expect(found([], { wasDisturbed: () => true })).toEqual([]);
    const acted: NewEvent = { type: 'case.read', actor: 'staff:arta', data: {} } as unknown as NewEvent;
    expect(found([1], {}, undefined, acted)).toHaveLength(1);
    const atOnce = { now: begun + 32 * minute };
    expect(found([1], atOnce)).toEqual([]);
  });
});
