import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { MemoryDatabase } from './memory-database.ts';

/** The name of the action that a command of the SDK asks for. */
export function actionOf(command: object): string {
  return command.constructor.name.replace(/Command$/u, '');
}

/** The database in memory behind the SDK's client, with indexes that follow at once. */
export function memoryClient(database: MemoryDatabase): DynamoDBClient {
  const client: Pick<DynamoDBClient, 'destroy'> & { send: (command: { input: object }) => Promise<unknown> } = {
    send: async (command) => {
      database.follow();
      return database.call(actionOf(command), command.input as Record<string, unknown>);
    },
    destroy: () => undefined,
  };
  return client as unknown as DynamoDBClient;
}
