import withMiddleware from '@middy/core';
import { expect, it } from 'vitest';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import { failedRelay } from '#shared/lambda/middleware/failed-relay.ts';
import { noContext } from '#shared/lambda/middleware/no-context.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { anEvent, randomId } from '#test/support/new-case.ts';

const lines = catchLog();

it('A relay that fails has relayed nothing, and says by name why and how many events it had', async () => {
  const relay = withMiddleware<CaseEvent[], CaseEvent[]>()
    .use(failedRelay())
    .handler(() => Promise.reject(new TypeError('kanarina')));
  const events = [anEvent({ caseId: randomId() }), anEvent({ caseId: randomId() })];
  expect(await relay(events, noContext)).toEqual(events);
  expect(lines()).toEqual([
    { at: expect.any(String) as string, level: 'error', code: 'event_failed', errorName: 'TypeError', count: 2 },
  ]);
});
