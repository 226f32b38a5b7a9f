import { expect, it } from 'vitest';
import {
  afterWhile,
  isPauseDue,
  notReadYet,
  pauseAfterMs,
  restMs,
  type ReadingTime,
} from '#functions/console/app/reading/welfare/pause.ts';

const minuteMs = 60_000;

it('suggests a pause after 45 minutes with hard texts in sight, once', () => {
  let time: ReadingTime = notReadYet;
  for (let minute = 0; minute < 44; minute += 1) time = afterWhile(time, minuteMs, true);
  expect(isPauseDue(time)).toBe(false);
  time = afterWhile(time, minuteMs, true);
  expect(pauseAfterMs).toBe(45 * minuteMs);
  expect(isPauseDue(time)).toBe(true);
  expect(isPauseDue(afterWhile({ ...time, isTold: true }, minuteMs, true))).toBe(false);
});

it('does not count what is not in sight, and adds up what is', () => {
  let time: ReadingTime = notReadYet;
  for (let turn = 0; turn < 9; turn += 1) {
    time = afterWhile(time, 5 * minuteMs, true);
    time = afterWhile(time, 5 * minuteMs, false);
  }
  expect(time.readMs).toBe(45 * minuteMs);
  expect(isPauseDue(time)).toBe(true);
});

it('begins anew after a rest', () => {
  const long = afterWhile(notReadYet, 50 * minuteMs, true);
  expect(afterWhile(long, restMs - 1, false).readMs).toBe(50 * minuteMs);
  expect(afterWhile({ ...long, isTold: true }, restMs, false)).toEqual(notReadYet);
});
