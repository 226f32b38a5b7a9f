import * as fc from '#test/support/fast-check.ts';
import { expect, test } from 'vitest';
import { messagesPerMinute, secondsToWait } from '#shared/domain/commands/reporter/message-rate.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { fridayNight } from '#test/support/builders.ts';

const at = (seconds: number) => plusMinutes(fridayNight, seconds / 60);

test('ten messages come within a minute, and the next one when the first of them is a minute old', () => {
  const nine = Array.from({ length: 9 }, () => at(0));
  expect(secondsToWait(nine, at(1))).toBeUndefined();
  expect(secondsToWait([...nine, at(5)], at(20))).toBe(40);
  expect(secondsToWait([...nine, at(5)], at(60))).toBeUndefined();
});

test('whoever waits as long as they are told is heard, however the clocks of machines differ', () => {
  const instants = fc.array(fc.integer({ min: -120, max: 120 }).map(at), {
    minLength: messagesPerMinute,
    maxLength: 60,
  });
  fc.assert(
    fc.property(instants, (written) => {
      const wait = secondsToWait(written, at(0));
      if (wait === undefined) return;
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(60);
      // A message that another machine stamped later than now may make somebody wait once more.
      const isOfAnotherClock = written.some((one) => one > at(0));
      expect(isOfAnotherClock || secondsToWait(written, at(wait)) === undefined).toBe(true);
    }),
  );
});
