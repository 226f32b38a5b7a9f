import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FeedbackUnreadable, parseFeedback } from '#shared/contracts/mail-feedback.ts';
import { messageTag } from '#shared/contracts/message-tags.ts';
import { sesEvent } from '#test/support/ses-events.ts';

/** An event with one member of its `detail` changed. */
function changed(change: (detail: Record<string, unknown>) => void): string {
  const event = JSON.parse(sesEvent('permanent', 'tag-1')) as { detail: Record<string, unknown> };
  change(event.detail);
  return JSON.stringify(event);
}

describe('Feedback of the mail service', () => {
  it.each([
    ['permanent', { what: 'bounced', deadAddress: 'duty@centre.example' }],
    ['transient', { what: 'bounced' }],
    ['complaint', { what: 'complained', deadAddress: 'duty@centre.example' }],
    ['reject', { what: 'rejected' }],
    ['delay', { what: 'delayed' }],
  ] as const)('is read: %s', (kind, read) => {
    expect(parseFeedback(sesEvent(kind, 'tag-1'))).toEqual({ tags: ['tag-1'], ...read });
  });

  it('may say more than is asked of it', () => {
    const more = changed((detail) => void (detail['later'] = { added: true }));
    expect(parseFeedback(more)).toMatchObject({ tags: ['tag-1'] });
  });

  it('of a letter leads to the letter', () => {
    const id = randomUUID();
    const { Name, Value } = messageTag(id);
    const said = changed((detail) => void ((detail['mail'] as { tags: object }).tags = { [Name]: [Value] }));
    expect(parseFeedback(said).tags).toEqual([id]);
  });

  it('of a letter of release 0.1.0 leads to every mail in it', () => {
    const tags = Array.from({ length: 8 }, () => randomUUID());
    const carried = { mail: [tags.slice(0, 6).join('_')], 'mail-1': [tags.slice(6).join('_')] };
    const said = changed((detail) => {
      (detail['mail'] as { tags: object }).tags = { 'ses:configuration-set': ['set'], ...carried };
    });
    expect(parseFeedback(said).tags).toEqual(tags);
  });

  it.each([
    ['of another kind', changed((detail) => void (detail['eventType'] = 'Open'))],
    ['without its mail', changed((detail) => void delete detail['mail'])],
    ['without a tag', changed((detail) => void ((detail['mail'] as { tags: object }).tags = {}))],
    ['without saying how it bounced', changed((detail) => void (detail['bounce'] = {}))],
    ['not of the mail service', sesEvent('permanent', 'tag-1').replace('aws.ses', 'aws.s3')],
    ['with words for a tag', sesEvent('permanent', 'KANARINA and more')],
    ['no JSON', 'KANARINA'],
  ])('is refused when it is %s, without repeating it', (_, text) => {
    expect(() => parseFeedback(text)).toThrow(FeedbackUnreadable);
    expect(() => parseFeedback(text)).not.toThrow(/KANARINA|centre\.example/);
  });
});
