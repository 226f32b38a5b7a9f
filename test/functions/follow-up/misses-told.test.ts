import { describe, expect, test } from 'vitest';
import { tellStatus } from '#functions/follow-up/tell-status.ts';
import { worded } from '#functions/follow-up/follow-up-wording.ts';
import { readerOf } from '#shared/contracts/http/wording.ts';
import { country } from '#shared/country/current.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Timer } from '#shared/domain/case/timer-id.ts';
import { wantedTimers } from '#shared/domain/sla/clocks.ts';
import type { AddressedText } from '#shared/domain/text.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { aCase, fridayNight } from '#test/support/builders.ts';
import { reporterTexts } from '#test/support/reporter-texts.ts';

const { beingTold, callNow, status, reopened, reopenedByUs, sameTeam } = reporterTexts;
const wording = await worded(country);
const hour = (hours: number) => plusMinutes(fridayNight, hours * 60);

/** What the page says of a case whose timers are those that its state asks for. */
function told(of: Case, now: string, timers: Timer[] = wantedTimers(of, country)) {
  return tellStatus({ case: of, timers, sealed: [] }, now, readerOf(of.reported, 'en'), wording, []);
}
const textOf = (...asked: Parameters<typeof told>): string => told(...asked).status.text;
const says = (text: string, sentence: AddressedText): boolean => text.includes(sentence.child['en'] ?? '-');

describe('that people are being told of a miss', () => {
  const promise = { readBy: hour(1), handleBy: hour(48), resolveBy: hour(72) };
  const unread = aCase({ status: 'triaged', triagedAt: fridayNight, promise });

  test('is said of a late answer until it is given or the case has ended, and the rest stays said', () => {
    expect(says(textOf(unread, hour(49)), beingTold.head)).toBe(true);
    const handled = { ...unread, status: 'in_progress', readAt: hour(50), handledAt: hour(50) } as const;
    const ended = { ...handled, status: 'resolved', resolvedAt: hour(51) } as const;
    for (const of of [handled, ended]) {
      const text = textOf(of, hour(52));
      expect(text).toMatch(/We promised an answer by .* and did not keep it\. That is our fault, not yours\./);
      expect([says(text, beingTold.head), says(text, callNow)]).toEqual([false, true]);
      expect(told(of, hour(52)).promise.kept).toBe(false);
    }
    // Handled late, and then not resolved in time: the head is told anew.
    expect(says(textOf(handled, hour(73)), beingTold.head)).toBe(true);
  });

  test('is said of a late reading until somebody has read', () => {
    const late = textOf(unread, hour(2));
    expect([says(late, beingTold.duty), says(late, beingTold.head)]).toEqual([true, false]);
    const read = { ...unread, status: 'in_progress', readAt: hour(3), lastReadAt: hour(3), readUpTo: 5 } as const;
    const text = textOf(read, hour(4));
    expect(text).toMatch(/nobody read it in time/);
    expect(says(text, beingTold.duty)).toBe(false);
  });

  test('is said of an unread message while its clock runs, also after the end', () => {
    const unreadFrom = { message: 1, event: 9, at: hour(5), readBy: hour(6) };
    const read = { readAt: hour(0), lastReadAt: hour(0), handledAt: hour(0), promise: { ...promise, readBy: hour(1) } };
    const of = aCase({ status: 'resolved', resolvedAt: hour(4), ...read, unreadFrom, messageCount: 1 });
    expect(says(textOf(of, hour(7)), beingTold.duty)).toBe(true);
    expect(textOf(of, hour(7), [])).toMatch(/nobody has read it yet\. That is our fault, not yours\. You can call/);
    expect(says(textOf(of, hour(7), []), beingTold.duty)).toBe(false);
  });
});

test('a case taken up again says that the reporter wrote only where that is so', () => {
  const open = aCase({ status: 'in_progress', clockNumber: 2, reopenedAt: hour(1) });
  const unreadFrom = { message: 1, event: 9, at: hour(1), readBy: hour(90) };
  expect(textOf({ ...open, unreadFrom, lastWrittenAt: hour(1) }, hour(1))).toBe(reopened.child['en']);
  expect(textOf({ ...open, lastWrittenAt: hour(1) }, hour(1))).toBe(reopened.child['en']);
  expect(textOf({ ...open, lastWrittenAt: hour(0) }, hour(1))).toBe(reopenedByUs.child['en']);
  expect(textOf(open, hour(1))).toBe(reopenedByUs.child['en']);
  expect(textOf({ ...open, readAt: hour(1) }, hour(1))).toBe(status.in_progress.child['en']);
});

test('a reading that did not reach the last words is not told as one that did', () => {
  const unreadFrom = { message: 60, event: 90, at: hour(5), readBy: hour(90) };
  const of = aCase({ status: 'in_progress', readAt: hour(1), unreadFrom, messageCount: 60 });
  expect(told({ ...of, lastReadAt: hour(4) }, hour(7)).lastReadByUsAt).toBe(hour(4));
  expect(told({ ...of, lastReadAt: hour(6) }, hour(7)).lastReadByUsAt).toBe(hour(1));
  const { unreadFrom: _, ...read } = of;
  expect(told({ ...read, lastReadAt: hour(6) }, hour(7)).lastReadByUsAt).toBe(hour(6));
});

test('other colleagues have the report until it ends', () => {
  const of = aCase({ status: 'in_progress', readAt: hour(0), handledAt: hour(0), handedOverAt: hour(0) });
  expect(says(textOf(of, hour(0)), sameTeam)).toBe(true);
  expect(says(textOf({ ...of, status: 'resolved', resolvedAt: hour(0) }, hour(0)), sameTeam)).toBe(false);
});
