import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DecryptCommand, GenerateDataKeyCommand, GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { SendEmailCommand } from '@aws-sdk/client-ses';
import { describe, expect, it } from 'vitest';
import { arn, at, services } from '../aws-services.ts';

const context = { caseId: 'c1', purpose: 'content' };

describe('the key service', () => {
  it('makes data keys that open again, with the same context in any order', async () => {
    const { kms } = await services();
    const made = await kms.send(
      new GenerateDataKeyCommand({ KeyId: arn('content'), KeySpec: 'AES_256', EncryptionContext: context }),
    );
    expect(made.Plaintext?.length).toBe(32);
    const opened = await kms.send(
      new DecryptCommand({
        CiphertextBlob: made.CiphertextBlob,
        EncryptionContext: { purpose: 'content', caseId: 'c1' },
      }),
    );
    expect(opened.Plaintext).toEqual(made.Plaintext);
    expect(opened.KeyId).toBe(arn('content'));
  });

  it.each([
    ['another context', { EncryptionContext: { ...context, caseId: 'c2' } }, 'InvalidCiphertextException'],
    ['no context', {}, 'InvalidCiphertextException'],
    ['another key', { EncryptionContext: context, KeyId: arn('other') }, 'IncorrectKeyException'],
    ['a key that hashes', { EncryptionContext: context, KeyId: arn('ids') }, 'InvalidKeyUsageException'],
    ['a key that is not there', { EncryptionContext: context, KeyId: arn('gone') }, 'NotFoundException'],
  ])('does not open them with %s', async (_, given, error) => {
    const { kms } = await services();
    const { CiphertextBlob } = await kms.send(
      new GenerateDataKeyCommand({ KeyId: arn('content'), KeySpec: 'AES_256', EncryptionContext: context }),
    );
    const opening = kms.send(new DecryptCommand({ CiphertextBlob, ...given }));
    await expect(opening).rejects.toMatchObject({ name: error });
  });

  it('does not open a ciphertext in which one bit has changed', async () => {
    const { kms } = await services();
    const { CiphertextBlob = new Uint8Array() } = await kms.send(
      new GenerateDataKeyCommand({ KeyId: arn('content'), KeySpec: 'AES_256', EncryptionContext: context }),
    );
    const last = CiphertextBlob.length - 1;
    CiphertextBlob[last] = (CiphertextBlob[last] ?? 0) ^ 1;
    await expect(kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: context }))).rejects.toMatchObject({
      name: 'InvalidCiphertextException',
    });
  });

  it('makes the same keyed hash after a restart, and another with another message', async () => {
    const mac = (kms: KMSClient, text: string) =>
      kms.send(new GenerateMacCommand({ KeyId: arn('ids'), Message: Buffer.from(text), MacAlgorithm: 'HMAC_SHA_256' }));
    const first = await services();
    const before = (await mac(first.kms, 'one')).Mac;
    await first.close();
    const second = await services({ path: first.path });
    expect((await mac(second.kms, 'one')).Mac).toEqual(before);
    expect((await mac(second.kms, 'two')).Mac).not.toEqual(before);
  });
});

describe('the mail service', () => {
  const mail = (more: { Source?: string; to?: string; set?: string } = {}): SendEmailCommand =>
    new SendEmailCommand({
      Source: more.Source ?? 'Besa <besa@besa.example>',
      Destination: { ToAddresses: [more.to ?? 'arta@besa.example'] },
      Message: {
        Subject: { Data: 'Një çështje & më shumë', Charset: 'UTF-8' },
        Body: { Text: { Data: 'tekst <b>' }, Html: { Data: '<p>html</p>' } },
      },
      ConfigurationSetName: more.set ?? 'set',
      Tags: [{ Name: 'mail', Value: 'tag-1' }],
    });

  it('takes a mail whole, and has it before it answers', async () => {
    const { ses, mails } = await services();
    const { MessageId } = await ses.send(mail());
    expect(MessageId).toMatch(/^[0-9a-f-]{36}$/u);
    expect(mails.inbox()).toEqual([
      {
        at: at.toISOString(),
        to: 'arta@besa.example',
        subject: 'Një çështje & më shumë',
        text: 'tekst <b>',
        html: '<p>html</p>',
        tags: { mail: 'tag-1' },
        feedback: 'delivered',
      },
    ]);
  });

  it.each([
    ['bounce@simulator.amazonses.com', 'bounced'],
    ['bounce+x@simulator.amazonses.com', 'bounced'],
    ['suppressionlist@simulator.amazonses.com', 'bounced'],
    ['complaint@simulator.amazonses.com', 'complained'],
    ['success@simulator.amazonses.com', 'delivered'],
  ])('knows what becomes of a mail to %s', async (to, feedback) => {
    const { ses, mails } = await services();
    await ses.send(mail({ to }));
    expect(mails.inbox()[0]?.feedback).toBe(feedback);
  });

  it('lets mails to a domain, or all mails, bounce until an instant', async () => {
    const { ses, mails, published } = await services();
    const [soon, over] = [new Date(at.getTime() + 1), at].map((until) => until.toISOString());
    mails.bounceUntil(over!);
    mails.bounceUntil(soon!, 'Elsewhere.example');
    for (const to of ['arta@besa.example', 'arta@elsewhere.example', 'arta@not-elsewhere.example']) {
      await ses.send(mail({ to }));
    }
    mails.bounceUntil(soon!);
    await ses.send(mail());
    expect(mails.inbox().map(({ feedback }) => feedback)).toEqual(['delivered', 'bounced', 'delivered', 'bounced']);
    expect(published).toHaveLength(2);
  });

  it('puts on the bus what comes back of a mail, with its tags, when the configuration set hands it on', async () => {
    const { ses, published } = await services();
    for (const name of ['success', 'complaint', 'bounce']) {
      await ses.send(mail({ to: `${name}@simulator.amazonses.com` }));
    }
    expect(published).toHaveLength(1);
    expect(published[0]).toMatchObject({
      'detail-type': 'Email Bounced',
      detail: {
        eventType: 'Bounce',
        mail: {
          destination: ['bounce@simulator.amazonses.com'],
          tags: { 'ses:configuration-set': ['set'], mail: ['tag-1'] },
        },
        bounce: { bounceType: 'Permanent' },
      },
    });
  });

  it.each([
    ['an address that is not ours', { Source: 'x@elsewhere.example' }, 'MessageRejected'],
    ['an address that only looks like ours', { Source: 'x@notbesa.example' }, 'MessageRejected'],
    ['a configuration set that is not there', { set: 'none' }, 'ConfigurationSetDoesNotExistException'],
    ['an addressee that is none', { to: 'nobody' }, 'InvalidParameterValue'],
  ])('refuses %s', async (_, change, error) => {
    const { ses, mails } = await services();
    await expect(ses.send(mail(change))).rejects.toMatchObject({ name: error });
    expect(mails.inbox()).toEqual([]);
  });

  it('throttles when told to', async () => {
    const { ses, mails, faults: injected } = await services();
    injected.inject(({ service }) => service === 'ses', { kind: 'error', code: 'Throttling' });
    await expect(ses.send(mail())).rejects.toMatchObject({ name: 'Throttling' });
    await ses.send(mail());
    expect(mails.inbox()).toHaveLength(1);
  });
});

describe('a call that its role does not allow', () => {
  it('is refused in each service’s own words, and remembered', async () => {
    const { kms, ses, db, proxy } = await services({ may: () => false });
    const put = new PutItemCommand({ TableName: 'T', Item: { pk: { S: 'a' } } });
    await expect(db.send(put)).rejects.toMatchObject({ name: 'AccessDeniedException' });
    const data = new GenerateDataKeyCommand({ KeyId: arn('content'), KeySpec: 'AES_256' });
    await expect(kms.send(data)).rejects.toMatchObject({ name: 'AccessDeniedException' });
    const send = new SendEmailCommand({
      Source: 'a@besa.example',
      Destination: {},
      Message: { Subject: { Data: '' }, Body: {} },
    });
    await expect(ses.send(send)).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(proxy.refusals.map(({ function: title, action }) => [title, action])).toEqual([
      ['f', 'dynamodb:PutItem'],
      ['f', 'kms:GenerateDataKey'],
      ['f', 'ses:SendEmail'],
    ]);
  });

  it('is refused too when nobody knows who calls', async () => {
    const { config } = await services();
    const stranger = new KMSClient({ ...config, credentials: { accessKeyId: 'nobody', secretAccessKey: 'x' } });
    const data = new GenerateDataKeyCommand({ KeyId: arn('content'), KeySpec: 'AES_256' });
    await expect(stranger.send(data)).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
  });
});
