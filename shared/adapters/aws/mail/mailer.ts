import { setTimeout as sleep } from 'node:timers/promises';
import { SendEmailCommand, SESServiceException, type Body, type SESClient } from '@aws-sdk/client-ses';
import { messageTag } from '../../../contracts/message-tags.ts';
import { MailRefused, type Envelope, type Mailer } from '../../../ports/mailbox.ts';

const tries = 6;
const firstPauseMs = 200;
const longestPauseMs = 3000;

const throttled = new Set(['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'LimitExceededException']);
/**
 * Faults of this mail or address. Every other fault is worth another try: an account can be unpaused, a setting
 * corrected.
 */
const refused = new Set(['MessageRejected', 'InvalidParameterValue', 'ValidationError', 'InvalidParameterCombination']);

const text = (data: string) => ({ Data: data, Charset: 'UTF-8' });

/**
 * Hands mails to SES. When SES limits the rate, this waits within the invocation, for a bounded time. A mail that went
 * back to the queue for that would count as a failure, and it is none.
 */
export function mailer(
  ses: SESClient,
  settings: { from: string; configurationSet: string },
  pause: (tries: number) => Promise<unknown> = fullJitter,
): Mailer {
  return {
    send: async (envelope) => {
      const command = new SendEmailCommand({
        Source: settings.from,
        ConfigurationSetName: settings.configurationSet,
        Destination: { ToAddresses: [envelope.to] },
        Message: { Subject: text(envelope.subject), Body: bodyOf(envelope) },
        Tags: [messageTag(envelope.tag)],
      });
      for (let attempt = 1; ; attempt += 1) {
        try {
          const { MessageId } = await ses.send(command);
          return { messageId: MessageId ?? '' };
        } catch (error) {
          if (!(error instanceof SESServiceException)) throw error;
          if (refused.has(error.name)) throw new MailRefused(error.name);
          if (!throttled.has(error.name) || attempt === tries) throw error;
        }
        await pause(attempt);
      }
    },
  };
}

function bodyOf({ text: plain, html }: Envelope): Body {
  return { Text: text(plain), ...(html === undefined ? {} : { Html: text(html) }) };
}

function fullJitter(attempt: number): Promise<unknown> {
  return sleep(Math.random() * Math.min(longestPauseMs, firstPauseMs * 2 ** attempt));
}
