import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { caseCommands, faultsOf, firstStatus, statusAfter, transitions } from '#shared/domain/case/lifecycle.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import type { CaseCommand } from '#shared/domain/case/lifecycle.ts';
import type { CaseStatus } from '#shared/domain/case/status.ts';

/** The state after all these commands, each of which must be allowed. */
function after(...commands: CaseCommand[]): CaseStatus | undefined {
  return commands.reduce<CaseStatus | undefined>(
    (status, command) => (status === undefined ? undefined : statusAfter(command, status)),
    firstStatus,
  );
}

test('a case goes from received to closed', () => {
  expect(after('triage')).toBe('triaged');
  expect(after('triage', 'claim')).toBe('triaged');
  expect(after('triage', 'claim', 'read')).toBe('in_progress');
  expect(after('triage', 'read', 'handle', 'wait_reporter')).toBe('waiting_reporter');
  expect(after('triage', 'read', 'handle', 'wait_institution', 'handle')).toBe('in_progress');
  expect(after('triage', 'read', 'handle', 'resolve')).toBe('resolved');
  expect(after('triage', 'read', 'handle', 'resolve', 'close')).toBe('closed');
  expect(after('triage', 'read', 'handle', 'resolve', 'close', 'reopen')).toBe('in_progress');
});

test('a person may be faster than machine triage, which still happens then', () => {
  expect(after('read', 'triage')).toBe('in_progress');
});

test('what nobody has read is neither handled nor resolved', () => {
  for (const command of ['handle', 'resolve', 'wait_reporter', 'close', 'reopen'] as const) {
    expect(after(command)).toBeUndefined();
    expect(after('triage', command)).toBeUndefined();
  }
});

test('whatever is done, a case stays in a known state and never forgets that it was read', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...caseCommands), { maxLength: 30 }), (commands) => {
      let status: CaseStatus = firstStatus;
      let isRead = false;
      for (const command of commands) {
        const next = statusAfter(command, status);
        if (next === undefined) continue;
        isRead ||= command === 'read';
        status = next;
        expect(caseStatuses).toContain(status);
        expect(['received', 'triaged'].includes(status)).toBe(!isRead);
      }
    }),
  );
});

describe('the check at start-up', () => {
  test('finds the table sound', () => expect(faultsOf(transitions)).toEqual([]));
  test('finds a state that nothing leads to', () => {
    expect(faultsOf({ ...transitions, close: {} })).toContain('nothing leads to closed');
  });
  test('finds a state that never ends', () => {
    expect(faultsOf({ ...transitions, resolve: {} })).toContain('in_progress never ends');
  });
  test('finds a state it does not know', () => {
    const typo = { ...transitions, close: { resolved: 'closd' as CaseStatus } };
    expect(faultsOf(typo)).toContain('unknown state closd');
  });
});
