import { describe, expect, test } from 'vitest';
import type { CaseDeadline } from '#shared/domain/case/deadlines.ts';
import { dueOf, missedOf, openDeadlines } from '#shared/domain/queue/due.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { aCase, fridayNight } from '#test/support/builders.ts';

const at = (minutes: number) => plusMinutes(fridayNight, minutes);
const { readBy, handleBy, resolveBy } = aCase().promise;
const deadlines: CaseDeadline[] = [
  { clock: 'must_be_read', at: at(10), missed: true },
  { clock: 'handle', at: at(60) },
  { clock: 'promise_handle', at: handleBy },
];

describe('what is due', () => {
  test('is the next deadline of any kind that is not missed, by name; what was missed stands beside it', () => {
    const of = aCase({ deadlines });
    expect(dueOf(of)).toEqual({ clock: 'handle', at: at(60) });
    expect(missedOf(of)).toEqual([{ clock: 'must_be_read', at: at(10) }]);
  });

  test('is the oldest missed one where everything was missed', () => {
    const of = aCase({ deadlines: deadlines.map((one) => ({ ...one, missed: true })) });
    expect(dueOf(of)).toEqual({ clock: 'must_be_read', at: at(10) });
    expect(missedOf(of)).toHaveLength(3);
  });

  test('is nothing that has happened, though its clock is still listed', () => {
    const read = { readAt: at(5), lastReadAt: at(5) };
    expect(openDeadlines(aCase({ deadlines, ...read })).map(({ clock }) => clock)).toEqual([
      'handle',
      'promise_handle',
    ]);
    const look: CaseDeadline = { clock: 'second_look', at: at(90) };
    const ended = aCase({ status: 'resolved', resolvedAt: at(20), deadlines: [...deadlines, look] });
    expect(openDeadlines({ ...ended, ...read })).toEqual([look]);
    expect(openDeadlines({ ...ended, ...read, lastWrittenAt: at(30) })).toEqual([deadlines[0], look]);
  });

  test('is the next step promised to the reporter on a row of release 0.1.0', () => {
    expect(dueOf(aCase())).toEqual({ clock: 'must_be_read', at: readBy });
    expect(dueOf(aCase({ readAt: at(5) }))).toEqual({ clock: 'promise_handle', at: handleBy });
    expect(dueOf(aCase({ readAt: at(5), handledAt: at(9) }))).toEqual({ clock: 'promise_resolve', at: resolveBy });
    expect(dueOf(aCase({ readAt: at(5), resolvedAt: at(9) }))).toBeUndefined();
    expect(missedOf(aCase())).toEqual([]);
  });
});
