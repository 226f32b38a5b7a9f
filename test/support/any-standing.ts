import * as fc from '#test/support/fast-check.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { CaseDeadline } from '#shared/domain/case/deadlines.ts';
import { caseStatuses, isOver } from '#shared/domain/case/status.ts';
import { severities } from '#shared/domain/report/severity.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { aReferral, fridayNight } from './builders.ts';

const clocks = ['must_be_read', 'handle', 'promise_handle', 'promise_resolve'] as const;

/** What a case waits for, so that its status is true. */
const waitsFor: Partial<Record<Case['status'], Partial<Case>>> = {
  waiting_reporter: { messageCount: 2, lastMessageOfCentre: 2 },
  waiting_institution: { referrals: [aReferral({ status: 'sent', sentAt: fridayNight })] },
};

/** How a case may stand in the work queue: in any status, read or not, with clocks that run or were missed. */
export const anyStanding: fc.Arbitrary<Partial<Case>> = fc
  .record({
    status: fc.constantFrom(...caseStatuses),
    severity: fc.constantFrom(...severities),
    reading: fc.constantFrom('never', 'all', 'before the last message'),
    deadlines: fc.array(
      fc.record({ clock: fc.constantFrom(...clocks), minutes: fc.nat(5000), isMissed: fc.boolean() }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ status, severity, reading, deadlines }) => {
    const read = { readAt: plusMinutes(fridayNight, 5), lastReadAt: plusMinutes(fridayNight, 5) };
    const writtenAt = plusMinutes(fridayNight, 9);
    const written = { unreadFrom: { message: 1, event: 4, at: writtenAt, readBy: writtenAt } };
    const open = deadlines.filter(({ clock }) => !isOver({ status }) || clock === 'must_be_read');
    const listed = open.map(({ clock, minutes, isMissed }): CaseDeadline => ({
      clock,
      at: plusMinutes(fridayNight, minutes),
      ...(isMissed ? { missed: true } : {}),
    }));
    return {
      status,
      severity,
      ...waitsFor[status],
      deadlines: listed.toSorted((a, b) => (a.at < b.at ? -1 : 1)),
      ...(isOver({ status }) ? { resolvedAt: plusMinutes(fridayNight, 8) } : {}),
      ...(reading === 'never' ? {} : read),
      ...(reading === 'before the last message' ? written : {}),
    };
  });
