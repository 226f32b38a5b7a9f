import { expect, test } from 'vitest';
import { changesBetween } from '#shared/domain/people/directory-audit.ts';

test('the audit of the directory says of each field that changed what it was and what it is', () => {
  const before = { id: 'anna', revision: 3, role: 'officer', duties: ['backup'], phone: '1', cleared: false };
  const after = { id: 'anna', revision: 4, role: 'supervisor', duties: ['backup'], team: 'hotline', cleared: true };
  expect(changesBetween(before, after)).toEqual([
    { field: 'cleared', before: false, after: true },
    { field: 'phone', before: '1' },
    { field: 'role', before: 'officer', after: 'supervisor' },
    { field: 'team', after: 'hotline' },
  ]);
});

test('of somebody new the audit says all that is known, and of an unchanged entry nothing', () => {
  expect(changesBetween(undefined, { id: 'anna', revision: 1 })).toEqual([{ field: 'id', after: 'anna' }]);
  expect(changesBetween({ id: 'anna', revision: 1 }, { id: 'anna', revision: 2 })).toEqual([]);
});
