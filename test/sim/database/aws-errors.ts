import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { SESServiceException } from '@aws-sdk/client-ses';
import type { Chance } from '#test/story/chance.ts';
import type { Service } from '../virtual-process.ts';

/** An error as the SDK throws it, by name. */
export function awsError(name: string): Error {
  return Object.assign(new Error('It was made to fail.'), { name });
}

type Input = Readonly<Record<string, unknown>>;

/** A transaction of which some entries, but not all need be, met another call. */
function cancelled(input: Input, by: Chance, code: string): Error {
  const items = (input['TransactItems'] ?? []) as readonly unknown[];
  const first = by.whole(0, items.length - 1);
  return new TransactionCanceledException({
    message: 'Transaction cancelled',
    $metadata: {},
    CancellationReasons: items.map((_, at) => ({ Code: at === first || by.happens(0.2) ? code : 'None' })),
  });
}

/** A write of items that somebody else is writing at this moment. */
export function conflictWith(action: string, input: Input, by: Chance): Error {
  if (action !== 'TransactWriteItems') return awsError('TransactionConflictException');
  return by.happens(0.2) ? awsError('TransactionInProgressException') : cancelled(input, by, 'TransactionConflict');
}

/** What the mail service answers once the mails of a day are used up. */
export const noMoreMails = (): Error =>
  new SESServiceException({
    name: 'Throttling',
    $fault: 'client',
    message: 'Daily message quota exceeded.',
    $metadata: {},
  });

/** How each service turns away what is too much for it. */
export function throttledBy(service: Service, action: string, input: Input, by: Chance): Error {
  if (service === 'ses')
    return new SESServiceException({ name: 'Throttling', $fault: 'client', message: 'Rate exceeded', $metadata: {} });
  if (service === 'sqs') return awsError('RequestThrottled');
  if (service === 'kms') return awsError('ThrottlingException');
  if (action === 'TransactWriteItems' && by.happens(0.5))
    return cancelled(input, by, by.pick(['ThrottlingError', 'ProvisionedThroughputExceeded'] as const));
  return awsError(
    by.pick(['ThrottlingException', 'ProvisionedThroughputExceededException', 'RequestLimitExceeded'] as const),
  );
}
