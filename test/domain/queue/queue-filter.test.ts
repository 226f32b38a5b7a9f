import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import type { CaseDeadline } from '#shared/domain/case/deadlines.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { isAskedFor, nobody, queuedStatuses } from '#shared/domain/queue/queue-filter.ts';
import type { QueueFilter } from '#shared/domain/queue/queue-filter.ts';
import { severities } from '#shared/domain/report/severity.ts';
import { aCase } from '#test/support/builders.ts';

const now = '2026-11-21T01:00:00.000Z';
const holders = new Set(['anna', 'bora']);
const of = aCase();
const { readBy, handleBy, resolveBy } = of.promise;
/** Read and ended; the next message would be unread. */
const ended: Partial<Case> = { status: 'resolved', readAt: now, lastReadAt: now, resolvedAt: now };
/** Read, with these deadlines beside the promise. */
const listed = (...more: CaseDeadline[]): Partial<Case> => ({
  readAt: now,
  deadlines: [...more, { clock: 'promise_resolve', at: resolveBy }],
});
const anySeverity = fc.constantFrom(...severities);
const shows = (filter: QueueFilter, more: Partial<Case> = {}, at = now) => isAskedFor(aCase(more), filter, at, holders);

describe('asking the queue', () => {
  test.each<[string, QueueFilter, Partial<Case>, Partial<Case>]>([
    ['a state', { status: 'triaged' }, { status: 'triaged' }, { status: 'in_progress' }],
    ['a severity', { severity: 'high' }, { severity: 'high' }, { severity: 'critical' }],
    ['who has it', { assignee: 'anna' }, { assignee: 'anna' }, { assignee: 'bora' }],
    ['what nobody has', { assignee: nobody }, {}, { assignee: 'bora' }],
    ['what nobody has any more', { assignee: nobody }, { assignee: 'gone' }, { assignee: 'bora' }],
    ['what somebody had', { assignee: 'gone' }, { assignee: 'gone' }, { assignee: 'bora' }],
    ['a team', { team: 'helpline' }, { team: 'helpline' }, { team: 'hotline', channel: 'helpline' }],
    ['a team by its channel', { team: 'helpline' }, { channel: 'helpline' }, { channel: 'web' }],
    ['the other team', { team: 'hotline' }, { channel: 'school' }, { channel: 'helpline' }],
    ['a channel', { channel: 'school' }, { channel: 'school' }, { channel: 'web' }],
    ['a category', { category: 'cyberbullying' }, {}, { assessed: { category: 'grooming' } }],
    ['a category as concluded', { category: 'grooming' }, { assessed: { category: 'grooming' } }, {}],
    ['a region', { region: 'AL-11' }, { assessed: { category: 'grooming', region: 'AL-11' } }, {}],
    ['what is due before', { dueBefore: plusMinutes(readBy, 1) }, {}, { readAt: now }],
    ['what is due before, and not at', { dueBefore: handleBy }, {}, { readAt: now }],
    ['what is due before, by any clock', { dueBefore: handleBy }, listed({ clock: 'handle', at: readBy }), listed()],
    ['what was missed', { overdue: true }, listed({ clock: 'handle', at: now, missed: true }), listed()],
    ['what is overdue', { overdue: true }, { promise: { ...of.promise, readBy: plusMinutes(now, -1) } }, {}],
    ['what is not overdue', { overdue: false }, { promise: { ...of.promise, readBy: now } }, overdue()],
    ['what is unread', { unread: true }, {}, { readAt: now }],
    ['nothing more than what is work', {}, { ...ended, lastWrittenAt: now }, ended],
    ['what has ended', { status: 'resolved' }, ended, {}],
  ])('for %s shows that and nothing else', (_, filter, shown, hidden) => {
    expect([shows(filter, shown), shows(filter, hidden)]).toEqual([true, false]);
  });

  test('for nothing shows all that is open', () => {
    expect([shows({}), shows({ status: undefined })]).toEqual([true, true]);
  });

  test('for what is due or overdue never shows what was resolved', () => {
    const resolved = { ...overdue(), resolvedAt: now };
    expect([shows({ overdue: true }, resolved), shows({ overdue: false }, resolved)]).toEqual([false, true]);
    expect(shows({ dueBefore: plusMinutes(resolveBy, 1) }, resolved)).toBe(false);
  });

  test('for two things shows what is both', () => {
    fc.assert(
      fc.property(anySeverity, fc.boolean(), anySeverity, fc.boolean(), (severity, isRead, asked, unread) => {
        const one = aCase({ severity, ...(isRead ? { readAt: now } : {}) });
        const is = (filter: QueueFilter) => isAskedFor(one, filter, now, holders);
        expect(is({ severity: asked, unread })).toBe(is({ severity: asked }) && is({ unread }));
      }),
    );
  });

  test('never offers a closed case: it is found by its number only', () => {
    expect(queuedStatuses).not.toContain('closed');
    expect(queuedStatuses).toContain('resolved');
  });
});

function overdue(): Partial<Case> {
  return { promise: { ...of.promise, readBy: plusMinutes(now, -1) } };
}
