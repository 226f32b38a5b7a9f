import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { isAskedFor, nobody, queuedStatuses } from '#shared/domain/queue/queue-filter.ts';
import type { QueueFilter } from '#shared/domain/queue/queue-filter.ts';
import { severities } from '#shared/domain/report/severity.ts';
import { aCase } from '#test/support/builders.ts';

const now = '2026-11-21T01:00:00.000Z';
const of = aCase();
const { readBy, handleBy, resolveBy } = of.promise;
const anySeverity = fc.constantFrom(...severities);
const shows = (filter: QueueFilter, more: Partial<Case> = {}, at = now) => isAskedFor(aCase(more), filter, at);

describe('asking the queue', () => {
  test.each<[string, QueueFilter, Partial<Case>, Partial<Case>]>([
    ['a state', { status: 'triaged' }, { status: 'triaged' }, { status: 'in_progress' }],
    ['a severity', { severity: 'high' }, { severity: 'high' }, { severity: 'critical' }],
    ['who has it', { assignee: 'anna' }, { assignee: 'anna' }, { assignee: 'bora' }],
    ['what nobody has', { assignee: nobody }, {}, { assignee: 'bora' }],
    ['a team', { team: 'helpline' }, { team: 'helpline' }, { team: 'hotline', channel: 'helpline' }],
    ['a team by its channel', { team: 'helpline' }, { channel: 'helpline' }, { channel: 'web' }],
    ['the other team', { team: 'hotline' }, { channel: 'school' }, { channel: 'helpline' }],
    ['a channel', { channel: 'school' }, { channel: 'school' }, { channel: 'web' }],
    ['a category', { category: 'cyberbullying' }, {}, { assessed: { category: 'grooming' } }],
    ['a category as concluded', { category: 'grooming' }, { assessed: { category: 'grooming' } }, {}],
    ['a region', { region: 'AL-11' }, { assessed: { category: 'grooming', region: 'AL-11' } }, {}],
    ['what is due before', { dueBefore: plusMinutes(readBy, 1) }, {}, { readAt: now }],
    ['what is due before, and not at', { dueBefore: handleBy }, {}, { readAt: now }],
    ['what is overdue', { overdue: true }, { promise: { ...of.promise, readBy: plusMinutes(now, -1) } }, {}],
    ['what is not overdue', { overdue: false }, { promise: { ...of.promise, readBy: now } }, overdue()],
    ['what is unread', { unread: true }, {}, { readAt: now }],
  ])('for %s shows that and nothing else', (_, filter, shown, hidden) => {
    expect([shows(filter, shown), shows(filter, hidden)]).toEqual([true, false]);
  });

  test('for nothing shows all', () => {
    expect([shows({}), shows({}, { resolvedAt: now }), shows({ status: undefined })]).toEqual([true, true, true]);
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
        const both = isAskedFor(one, { severity: asked, unread }, now);
        expect(both).toBe(isAskedFor(one, { severity: asked }, now) && isAskedFor(one, { unread }, now));
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
