import { feedbackEvent } from '#infra/local/services/mail-feedback.ts';

export type SesKind = 'permanent' | 'transient' | 'complaint' | 'reject' | 'delay';

/** What SES says of a mail, as it comes out of the feedback queue. */
export function sesEvent(kind: SesKind, tag: string, to = 'duty@centre.example'): string {
  const mail = {
    id: 'message-1',
    at: '2026-11-20T22:11:00.000Z',
    from: 'besa@centre.example',
    to,
    subject: 'New case B-7K3M-9QX1: critical',
    tags: { mail: tag },
    configurationSet: 'set',
  };
  const { event } = feedbackEvent(kind === 'complaint' ? 'complained' : 'bounced', mail);
  const { mail: seen, bounce } = event.detail as { mail: object; bounce: object };
  const told = (detail: object): string => JSON.stringify({ version: '0', ...event, detail });
  switch (kind) {
    case 'transient':
      return told({ eventType: 'Bounce', mail: seen, bounce: { ...bounce, bounceType: 'Transient' } });
    case 'reject':
      return told({ eventType: 'Reject', mail: seen, reject: { reason: 'Bad content' } });
    case 'delay':
      return told({ eventType: 'DeliveryDelay', mail: seen, deliveryDelay: { delayType: 'MailboxFull' } });
    default:
      return told(event.detail);
  }
}
