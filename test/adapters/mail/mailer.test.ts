import { MessageRejected, SendEmailCommand, SESClient, SESServiceException } from '@aws-sdk/client-ses';
import { mockClient, type AwsClientStub } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { mailer } from '#shared/adapters/aws/mail/mailer.ts';
import { MailRefused } from '#shared/ports/mailbox.ts';

const letter = {
  to: 'duty@centre.example',
  subject: 'Rast i ri',
  text: 'teksti',
  html: '<p>teksti</p>',
  tag: 'a1b2',
};
const fault = (name: string): SESServiceException =>
  new SESServiceException({ name, $fault: 'client', $metadata: {}, message: 'duty@centre.example is at fault' });

let ses: SESClient;
let mock: AwsClientStub<SESClient>;
let pauses: number[];
beforeEach(() => {
  ses = new SESClient({ region: 'eu-south-1' });
  mock = mockClient(ses);
  pauses = [];
});
const settings = { from: 'Besa <besa@centre.example>', configurationSet: 'besa' };
const send = () => mailer(ses, settings, async (tries) => pauses.push(tries)).send(letter);

describe('The mailer', () => {
  it('hands over sender, addressee, both bodies in UTF-8, configuration set and the opaque tag', async () => {
    mock.on(SendEmailCommand).resolves({ MessageId: 'ses-1' });
    expect(await send()).toEqual({ messageId: 'ses-1' });
    expect(mock.commandCalls(SendEmailCommand)[0]?.args[0].input).toEqual({
      Source: settings.from,
      ConfigurationSetName: 'besa',
      Destination: { ToAddresses: ['duty@centre.example'] },
      Message: {
        Subject: { Data: 'Rast i ri', Charset: 'UTF-8' },
        Body: {
          Text: { Data: 'teksti', Charset: 'UTF-8' },
          Html: { Data: '<p>teksti</p>', Charset: 'UTF-8' },
        },
      },
      Tags: [{ Name: 'mail', Value: 'a1b2' }],
    });
  });

  it('waits out the sending rate and then hands over', async () => {
    mock
      .on(SendEmailCommand)
      .rejectsOnce(fault('Throttling'))
      .rejectsOnce(fault('Throttling'))
      .resolves({ MessageId: 'ses-1' });
    expect(await send()).toEqual({ messageId: 'ses-1' });
    expect(pauses).toEqual([1, 2]);
  });

  it('gives up on the sending rate after six tries, so that the mail comes back later', async () => {
    mock.on(SendEmailCommand).rejects(fault('Throttling'));
    await expect(send()).rejects.toMatchObject({ name: 'Throttling' });
    expect(mock.commandCalls(SendEmailCommand)).toHaveLength(6);
  });

  it('says by its code alone that a mail will never be taken', async () => {
    mock
      .on(SendEmailCommand)
      .rejects(new MessageRejected({ $metadata: {}, message: 'duty@centre.example is not verified' }));
    const refusal = await send().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(MailRefused);
    expect(refusal).toMatchObject({ code: 'MessageRejected' });
    expect(String(refusal)).not.toContain('duty@');
    expect(mock.commandCalls(SendEmailCommand)).toHaveLength(1);
  });

  it('takes an outage or a paused account for what it is: another try will do', async () => {
    mock.on(SendEmailCommand).rejects(fault('AccountSendingPausedException'));
    await expect(send()).rejects.not.toBeInstanceOf(MailRefused);
    mock.on(SendEmailCommand).rejects(new Error('socket hang up'));
    await expect(send()).rejects.toThrow('socket hang up');
  });
});
