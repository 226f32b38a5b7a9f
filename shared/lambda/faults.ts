/**
 * Names of faults after which nothing was written for certain: the call was turned away, or never reached anybody. A
 * timeout or a broken connection is not among them, because the write may have happened. The same holds for DynamoDB's
 * InternalServerError. Source: Amazon DynamoDB developer guide, "Error handling".
 */
const notWritten = new Set([
  'KeysUnavailable',
  'ThrottlingException',
  'ThrottlingError',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'CredentialsProviderError',
]);
const notReached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Faults that do not say whether anything was written. */
const unclear = new Set(['TimeoutError', 'InternalServerError', 'ServiceUnavailable', 'ServiceUnavailableException']);
const brokenOff = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/** Whether a fault of the database or the key service left nothing written, for certain. */
export function isNotWritten(error: unknown): boolean {
  return isOneOf(error, notWritten, notReached);
}

/** Whether a service that we call does not answer as it should, whatever it may have written. */
export function isOutage(error: unknown): boolean {
  return isNotWritten(error) || isOneOf(error, unclear, brokenOff);
}

function isOneOf(error: unknown, names: ReadonlySet<string>, codes: ReadonlySet<string>): boolean {
  return error instanceof Error && (names.has(error.name) || ('code' in error && codes.has(String(error.code))));
}
