import { describe, expect, it } from 'vitest';
import { isNotWritten, isOutage } from '#shared/lambda/faults.ts';

const named = (name: string): Error => Object.assign(new Error('x'), { name });
const coded = (code: unknown): Error => Object.assign(new Error('x'), { code });

describe('A fault of what is behind us', () => {
  it.each([
    'KeysUnavailable',
    'ThrottlingException',
    'ThrottlingError',
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'TooManyRequestsException',
    'CredentialsProviderError',
  ])('left nothing behind when the call was turned away: %s', (name) => {
    expect(isNotWritten(named(name))).toBe(true);
    expect(isOutage(named(name))).toBe(true);
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
    'left nothing behind when nobody was reached: %s',
    (code) => {
      expect(isNotWritten(coded(code))).toBe(true);
      expect(isOutage(coded(code))).toBe(true);
    },
  );

  it.each([
    ...['TimeoutError', 'InternalServerError', 'ServiceUnavailable', 'ServiceUnavailableException'].map(named),
    ...['ECONNRESET', 'EPIPE', 'ETIMEDOUT'].map(coded),
  ])('is an outage that may have written: %o', (error) => {
    expect(isOutage(error)).toBe(true);
    expect(isNotWritten(error)).toBe(false);
  });

  it.each([
    named('TypeError'),
    named('ConditionalCheckFailedException'),
    named(''),
    coded('EACCES'),
    coded(undefined),
    coded(''),
    { name: 'TimeoutError', code: 'ECONNREFUSED' },
    'TimeoutError',
    undefined,
    null,
  ])('is none when it is a fault of our own, or no error at all: %o', (error) => {
    expect(isOutage(error)).toBe(false);
    expect(isNotWritten(error)).toBe(false);
  });
});
