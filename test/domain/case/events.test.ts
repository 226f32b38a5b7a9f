import { expect, test } from 'vitest';
import { eventId, eventNumberOf } from '#shared/domain/case/events.ts';

test('an event is named by its case and its number, which reads back', () => {
  expect(eventId({ caseId: 'case-1', number: 12 })).toBe('case-1#12');
  expect(eventNumberOf(eventId({ caseId: 'a#7', number: 12 }))).toBe(12);
});
