import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';

/**
 * Clients are made by handlers, once per process, never when an adapter is imported. A call that hangs must end well
 * before the function does, or its caller cannot answer anything; region, credentials and endpoints come from the
 * environment.
 */
const requestHandler = { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true };

export function dynamoClient(): DynamoDBClient {
  return new DynamoDBClient({ requestHandler, maxAttempts: 4 });
}

export function sqsClient(): SQSClient {
  return new SQSClient({ requestHandler });
}

export function sesClient(): SESClient {
  return new SESClient({ requestHandler });
}

export function kmsClient(): KMSClient {
  return new KMSClient({ requestHandler });
}
