import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';

/**
 * Clients are made by handlers, once per process, never when an adapter is imported. A call that hangs must end well
 * before the function does, or its caller cannot answer anything; region, credentials and endpoints come from the
 * environment.
 */
const settings = {
  requestHandler: { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true },
  // The SDK puts the steps of a call in order once per kind of call instead of at each: they are the same for all.
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

export function kmsClient(): KMSClient {
  return withoutLog(new KMSClient(settings));
}

/** The SDK copies each request and answer, sealed words included, for a log that is off. */
function withoutLog<C extends { middlewareStack: { remove: (step: string) => boolean } }>(client: C): C {
  client.middlewareStack.remove('loggerMiddleware');
  return client;
}
