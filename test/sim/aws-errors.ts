import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { SESServiceException } from '@aws-sdk/client-ses';
import type { Service } from './virtual-process.ts';

/** An error as the SDK throws it, by name; `conflict` is a transaction that met another one. */
export function awsError(name: string, input?: Readonly<Record<string, unknown>>): Error {
  if (name === 'conflict') {
    const items = (input?.['TransactItems'] ?? []) as readonly unknown[];
    return new TransactionCanceledException({
      message: 'Transaction cancelled',
      $metadata: {},
      CancellationReasons: items.map((_, at) => ({ Code: at === 0 ? 'TransactionConflict' : 'None' })),
    });
  }
  return Object.assign(new Error('It was made to fail.'), { name });
}

export function throttledBy(service: Service): Error {
  if (service !== 'ses') return awsError('ThrottlingException');
  return new SESServiceException({ name: 'Throttling', $fault: 'client', message: 'Rate exceeded', $metadata: {} });
}
