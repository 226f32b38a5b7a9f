import { expect, test } from 'vitest';
import { changeCase, type ChangeParts } from '#shared/domain/case/case-change.ts';
import type { Case, UnseenEscalation } from '#shared/domain/case/case.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { NewEvent } from '#shared/domain/case/events.ts';
import type { Timer } from '#shared/domain/case/timer-id.ts';
import { aCase, aTimer, fridayNight } from '#test/support/builders.ts';

const reading = aTimer({ clock: 1, kind: 'must_be_read', subject: 'report', nextRung: 1 });
const id = '1.must_be_read.report';
const raised = (rung = 'watch', timer: UnseenEscalation['timer'] = id): NewEvent => ({
  type: 'case.escalated',
  actor: 'besa:escalation',
  data: { timer, rung, reminder: 0 },
});
const seen = (timer: UnseenEscalation['timer'] = id): NewEvent => ({
  type: 'escalation.acknowledged',
  actor: 'staff:anna',
  data: { timer, rung: 'watch' },
});

/** What is unseen after steps that are a minute apart. */
function unseen(...steps: (NewEvent[] | Partial<ChangeParts>)[]): Case['raises'] {
  return steps.reduce<Case>((of, step, minute) => {
    const parts = Array.isArray(step) ? { events: step } : step;
    return changeCase(of, { set: {}, events: [], ...parts }, plusMinutes(fridayNight, minute)).after;
  }, aCase()).raises;
}

test('a raise stands on its case from the first one that nobody has seen, with the rung that was raised last', () => {
  expect(unseen([raised()], [raised('head')])).toEqual([{ timer: id, rung: 'head', since: fridayNight }]);
  expect(unseen([raised()], [seen()], [raised('head')])).toEqual([
    { timer: id, rung: 'head', since: plusMinutes(fridayNight, 2) },
  ]);
});

test('it is gone once somebody has seen it, and not when they have seen another', () => {
  expect(unseen([raised()], [seen()])).toBeUndefined();
  expect(unseen([raised()], [seen('1.handle.report')])).toHaveLength(1);
});

test('it goes with its timer, and stays with one that is written again', () => {
  expect(unseen([raised()], { timersDisarmed: [id] })).toBeUndefined();
  expect(unseen([raised()], { timersDisarmed: ['1.handle.report'] })).toHaveLength(1);
  expect(unseen([raised()], { timersArmed: [reading], timersDisarmed: [id] })).toHaveLength(1);
  expect(unseen([raised()], { timersArmed: [{ ...reading, nextRung: 0 }] })).toBeUndefined();
});

test('it goes on with its timer under a new clock, and ends where a fresh one takes its place', () => {
  const under = (timer: Partial<Timer>) =>
    unseen([raised()], { timersArmed: [{ ...reading, clock: 2, ...timer }], timersDisarmed: [id] });
  expect(under({})).toEqual([{ timer: '2.must_be_read.report', rung: 'watch', since: fridayNight }]);
  expect(under({ nextRung: 0 })).toBeUndefined();
});
