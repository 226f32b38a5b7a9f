import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { RunningBesa } from '#infra/local/besa.ts';
import { seededPeople } from '#infra/local/sign-in/seed-people.ts';
import { staffRows } from '#shared/adapters/aws/directory/directory.ts';
import type { Mishap } from '../live-through.ts';

/** One person's mailbox sends every mail back, until whoever keeps the directory enters the address anew. */
export function bouncedMailbox(besa: RunningBesa, personId: string, from: number, to: number): Mishap {
  const person = seededPeople.find(({ id }) => id === personId);
  if (person === undefined) throw new Error(`There is no ${personId}.`);
  const enter = async (mail: string): Promise<void> => {
    const database = new DynamoDBClient({
      endpoint: besa.databaseEndpoint,
      region: 'eu-south-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    const { DIRECTORY_TABLE: table } = besa.environmentOf('notification');
    for (const Item of staffRows({ ...person, mail })) {
      await database.send(new PutItemCommand({ TableName: table, Item }));
    }
    database.destroy();
  };
  return {
    from,
    to,
    begin: () => enter(`bounce+${personId}@simulator.amazonses.com`),
    end: () => enter(person.mail),
  };
}
