import { expect, test } from 'vitest';
import { changeCase } from '#shared/domain/case/case-change.ts';
import { aCase, aTimer, fridayNight } from '#test/support/builders.ts';

test('a change moves the revision by one and numbers its events on from the last', () => {
  const before = aCase({ revision: 7, lastEvent: 3 });
  const change = changeCase(
    before,
    {
      set: { status: 'triaged', triagedAt: fridayNight },
      events: [
        { type: 'case.triaged', actor: 'besa:triage', data: {} },
        { type: 'case.severity_changed', actor: 'besa:triage', data: {} },
      ],
      timersArmed: [aTimer()],
      timersDisarmed: ['1.must_be_triaged.report'],
      traceparent: '00-trace',
    },
    fridayNight,
  );
  expect(change.before).toBe(before);
  expect(change.after).toMatchObject({ status: 'triaged', triagedAt: fridayNight, revision: 8, lastEvent: 5 });
  expect(change.events.map(({ number }) => number)).toEqual([4, 5]);
  expect(change.events[0]).toMatchObject({ caseId: before.caseId, time: fridayNight, traceparent: '00-trace' });
  expect(change.timersDisarmed).toEqual(['1.must_be_triaged.report']);
});

test('a field set to undefined is gone, and one not named stays', () => {
  const before = aCase({ assignee: 'staff-1', readAt: fridayNight });
  const { after } = changeCase(before, { set: { assignee: undefined }, events: [] }, fridayNight);
  expect('assignee' in after).toBe(false);
  expect(after.readAt).toBe(fridayNight);
  expect(after.lastEvent).toBe(before.lastEvent);
});

test('a change that says nothing of clocks and of no trace has none', () => {
  const event = { type: 'case.triaged', actor: 'besa:triage', data: {} } as const;
  const { events, timersArmed, timersDisarmed } = changeCase(aCase(), { set: {}, events: [event] }, fridayNight);
  expect([timersArmed, timersDisarmed]).toEqual([[], []]);
  expect('traceparent' in (events[0] ?? {})).toBe(false);
});
