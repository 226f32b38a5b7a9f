import { memberKey, recordFrom } from '#shared/adapters/aws/directory/directory.ts';
import { toRow, type Row } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import type { EngineClient } from '../engines/engine-call.ts';
import { seededPeople } from './seed-people.ts';

/**
 * Who has an account on this machine: everybody to whom the directory gives a role, or will give one. On AWS an
 * administrator makes the account in Cognito. Signing in gives no right: a suspended person has a token too, and is
 * refused with it.
 */
export function accounts(
  database: EngineClient,
  directoryTable: string | undefined,
): (user: string) => Promise<boolean> {
  return async (user) => {
    // Without a directory to ask, these are the people that a new one would be seeded with.
    if (directoryTable === undefined) return seededPeople.some(({ id, role }) => id === user && role !== undefined);
    const { Item } = await database<{ Item?: Row }>('DynamoDB_20120810.GetItem', {
      TableName: directoryTable,
      Key: toRow(memberKey(user)),
      ConsistentRead: true,
    });
    if (Item === undefined) return false;
    const { role, waiting } = recordFrom(Item);
    return (waiting?.set.role ?? role) !== undefined;
  };
}
