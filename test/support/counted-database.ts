import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** A client that says the kind of each command before it sends it. */
export function countedDatabase(db: DynamoDBClient, say: (command: string) => void): DynamoDBClient {
  return new Proxy(db, {
    get: (target, name) =>
      name === 'send'
        ? (command: object) => {
            say(command.constructor.name);
            return target.send(command as never);
          }
        : (Reflect.get(target, name) as unknown),
  });
}
