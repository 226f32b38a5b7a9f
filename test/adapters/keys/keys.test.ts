import {
  DecryptCommand,
  GenerateDataKeyCommand,
  GenerateMacCommand,
  InvalidCiphertextException,
  KMSClient,
} from '@aws-sdk/client-kms';
import { mockClient, type AwsClientStub } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { keyMaker } from '#shared/adapters/aws/keys/key-maker.ts';
import { keyOpener } from '#shared/adapters/aws/keys/key-opener.ts';
import { macs } from '#shared/adapters/aws/keys/macs.ts';
import { KeysUnavailable, SealBroken } from '#shared/ports/sealing.ts';

const plain = new Uint8Array(32).fill(1);
const wrapped = Buffer.from('wrapped');
const outage = Object.assign(new Error('KMS is away'), { name: 'KMSInternalException' });
const arns = { idKeyArn: 'arn:id', indexKeyArn: 'arn:index' };

let kms: KMSClient;
let counted: [string, number][];
const count = (metric: string, value: number): void => void counted.push([metric, value]);
let mock: AwsClientStub<KMSClient>;
beforeEach(() => {
  counted = [];
  kms = new KMSClient({ region: 'eu-south-1' });
  mock = mockClient(kms);
});

describe('A data key', () => {
  it('is made for one case and purpose', async () => {
    mock.on(GenerateDataKeyCommand).resolves({ Plaintext: plain, CiphertextBlob: wrapped });
    const key = await keyMaker(kms, 'arn:content').make('case-1', 'urls');
    expect(key).toEqual({ plain, wrapped: wrapped.toString('base64') });
    expect(mock.commandCalls(GenerateDataKeyCommand)[0]?.args[0].input).toEqual({
      KeyId: 'arn:content',
      KeySpec: 'AES_256',
      EncryptionContext: { case: 'case-1', purpose: 'urls' },
    });
  });

  it('is opened by naming the same key, case and purpose', async () => {
    mock.on(DecryptCommand).resolves({ Plaintext: plain });
    const opened = await keyOpener(kms, 'arn:content', count).open('case-1', 'content', wrapped.toString('base64'));
    expect(opened).toEqual(plain);
    expect(counted).toEqual([['KeyAskedFor', 1]]);
    expect(mock.commandCalls(DecryptCommand)[0]?.args[0].input).toEqual({
      KeyId: 'arn:content',
      CiphertextBlob: wrapped,
      EncryptionContext: { case: 'case-1', purpose: 'content' },
    });
  });

  it('is not made and not opened while KMS is away', async () => {
    mock.onAnyCommand().rejects(outage);
    await expect(keyMaker(kms, 'arn:content').make('case-1', 'content')).rejects.toBeInstanceOf(KeysUnavailable);
    await expect(keyOpener(kms, 'arn:content', count).open('case-1', 'content', '')).rejects.toBeInstanceOf(
      KeysUnavailable,
    );
  });

  it('is not half made: an answer without a key counts as none', async () => {
    mock.onAnyCommand().resolves({});
    await expect(keyMaker(kms, 'arn:content').make('case-1', 'content')).rejects.toBeInstanceOf(KeysUnavailable);
    await expect(keyOpener(kms, 'arn:content', count).open('case-1', 'content', '')).rejects.toBeInstanceOf(
      KeysUnavailable,
    );
    await expect(macs(kms, arns).requestRoot('key')).rejects.toBeInstanceOf(KeysUnavailable);
  });

  it('of another case does not open: the seal is broken, KMS is not away', async () => {
    mock.on(DecryptCommand).rejects(new InvalidCiphertextException({ $metadata: {}, message: '' }));
    await expect(keyOpener(kms, 'arn:content', count).open('case-2', 'content', '')).rejects.toBeInstanceOf(SealBroken);
    // Whoever tries keys that do not fit is counted as well.
    expect(counted).toEqual([['KeyAskedFor', 1]]);
  });
});

describe('A keyed hash by KMS', () => {
  it('is made of each Idempotency-Key under the id key', async () => {
    mock.on(GenerateMacCommand).resolves({ Mac: plain });
    expect(await macs(kms, arns).requestRoot('key-1')).toEqual(plain);
    expect(mock.commandCalls(GenerateMacCommand)[0]?.args[0].input).toEqual({
      KeyId: 'arn:id',
      MacAlgorithm: 'HMAC_SHA_256',
      Message: Buffer.from('besa/v1/request|key-1'),
    });
  });

  it('is asked for once as the blind-index key, also by many at once', async () => {
    mock.on(GenerateMacCommand).resolves({ Mac: plain });
    const keys = macs(kms, arns);
    await Promise.all([keys.blindIndexKey(), keys.blindIndexKey()]);
    expect(await keys.blindIndexKey()).toEqual(plain);
    expect(mock.commandCalls(GenerateMacCommand)).toHaveLength(1);
    expect(mock.commandCalls(GenerateMacCommand)[0]?.args[0].input.KeyId).toBe('arn:index');
  });

  it('is asked for again after KMS was away', async () => {
    mock.on(GenerateMacCommand).rejectsOnce(outage).resolves({ Mac: plain });
    const keys = macs(kms, arns);
    await expect(keys.blindIndexKey()).rejects.toBeInstanceOf(KeysUnavailable);
    expect(await keys.blindIndexKey()).toEqual(plain);
  });
});
