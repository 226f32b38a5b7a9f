import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';

/**
 * Handlers make clients, once for each process. No adapter makes one when it is imported. A call that hangs must end
 * well before the function does, or the function cannot answer anything. Region, credentials and endpoints come from
 * the environment.
 */
export const settings = {
  requestHandler: { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true },
  // The SDK then sorts the steps of a call once for each kind of call, not at every call. They never change.
  cacheMiddleware: true,
};

export function dynamoClient(): DynamoDBClient {
  return withoutLog(new DynamoDBClient({ ...settings, maxAttempts: 4 }));
}

export function sqsClient(): SQSClient {
  return withoutLog(new SQSClient(settings));
}

export function sesClient(): SESClient {
  return withoutLog(new SESClient(settings));
}

/** Without this the SDK copies each request and answer, sealed words included, for a log that is off. */
export function withoutLog<C extends { middlewareStack: { remove: (step: string) => boolean } }>(client: C): C {
  client.middlewareStack.remove('loggerMiddleware');
  return client;
}
