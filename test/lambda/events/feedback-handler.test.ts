import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { MailFeedback } from '#shared/contracts/mail-feedback.ts';
import { feedbackHandler } from '#shared/lambda/events/feedback-handler.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { sesEvent } from '#test/support/ses-events.ts';

const lines = catchLog();

const message = (messageId: string, body: string): SQSRecord => ({ messageId, body }) as SQSRecord;
const bounce = (tag: string): SQSRecord => message(tag, sesEvent('permanent', tag));
const logged = (): object[] =>
  lines()
    .filter(({ code }) => code !== undefined)
    .map(({ code, level, reason, errorName }) => ({ code, level, reason, errorName }));
const measured = (name: string): unknown[] => lines().flatMap((line) => (name in line ? [line[name]] : []));

describe('What the mail service says', () => {
  it('reaches its function read, and is let go of once it is done', async () => {
    const taken: MailFeedback[] = [];
    const answer = await feedbackHandler(async (feedback) => {
      taken.push(feedback);
      return { outcome: 'done' };
    })({ Records: [bounce('tag-1')] });
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(taken).toEqual([{ tags: ['tag-1'], what: 'bounced', deadAddress: 'duty@centre.example' }]);
    expect(logged()).toEqual([{ code: 'event_done', level: 'info' }]);
  });

  it('is let go of when there is nothing to do, with the reason in the log', async () => {
    const take = feedbackHandler(async () => ({ outcome: 'ignored', reason: 'unknown_mail' }));
    expect(await take({ Records: [bounce('tag-1')] })).toEqual({ batchItemFailures: [] });
    expect(logged()).toEqual([{ code: 'event_ignored', level: 'info', reason: 'unknown_mail' }]);
  });

  it('comes again when it is asked for again, with the reason in the log', async () => {
    const take = feedbackHandler(async () => ({ outcome: 'retry', reason: 'contended' }));
    expect(await take({ Records: [bounce('tag-1')] })).toEqual({ batchItemFailures: [{ itemIdentifier: 'tag-1' }] });
    expect(logged()).toEqual([{ code: 'event_to_retry', level: 'warning', reason: 'contended' }]);
    expect(measured('EventFailed')).toEqual([]);
  });

  it('comes again, alone and seen, when its function fails', async () => {
    const take = feedbackHandler(async ({ tags: [tag] }) => {
      if (tag === 'bad') throw new TypeError('duty@centre.example');
      return { outcome: 'done' };
    });
    expect(await take({ Records: [bounce('good'), bounce('bad')] })).toEqual({
      batchItemFailures: [{ itemIdentifier: 'bad' }],
    });
    expect(logged()).toContainEqual({ code: 'event_failed', level: 'error', errorName: 'TypeError' });
    expect(measured('EventFailed')).toEqual([1]);
    expect(JSON.stringify(lines())).not.toContain('duty@');
  });

  it('is never let go of when it cannot be read', async () => {
    const reached: MailFeedback[] = [];
    const take = feedbackHandler(async (feedback) => {
      reached.push(feedback);
      return { outcome: 'done' };
    });
    const records = [message('cut-off', '{"source":'), bounce('good'), message('of-another', '{"source":"aws.s3"}')];
    expect(await take({ Records: records })).toEqual({
      batchItemFailures: [{ itemIdentifier: 'cut-off' }, { itemIdentifier: 'of-another' }],
    });
    expect(reached).toHaveLength(1);
    expect(measured('EventUnreadable')).toEqual([1, 1]);
    expect(logged()).toContainEqual({ code: 'event_unreadable', level: 'error', errorName: 'FeedbackUnreadable' });
  });
});
