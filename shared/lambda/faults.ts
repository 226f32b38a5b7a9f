/**
 * Names of faults after which it is certain that nothing was written: the request was turned away, or never reached
 * anybody. A timeout or a broken connection is not among them, nor DynamoDB's InternalServerError: the write may have
 * happened (AWS, "Error handling with DynamoDB").
 */
const notWritten = new Set([
  'KeysUnavailable',
  'ThrottlingException',
  'ThrottlingError',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'LimitExceededException',
  'TooManyRequestsException',
  'KeyUnavailableException',
  'DisabledException',
  'KMSInternalException',
  'DependencyTimeoutException',
  'ServiceUnavailableException',
  'CredentialsProviderError',
]);

const notReached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Whether a fault of the database or the key service is certain to have left nothing behind. */
export function isNotWritten(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return notWritten.has(error.name) || ('code' in error && notReached.has(String(error.code)));
}
