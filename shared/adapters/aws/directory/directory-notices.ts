import { DeleteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DirectoryNotice, DirectoryNotices } from '../../../ports/directory-book.ts';
import { fromRow, textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import { queryAll } from '../dynamo/read-rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

const noticesPartition = 'NOTICES';

/**
 * A notice waits here until it is mailed, in the order of the changes. `place` begins with the instant of its change.
 */
export function noticeRow(notice: DirectoryNotice, place: string): Row {
  const { to, kind = 'change_waits' } = notice;
  return toRow({ pk: noticesPartition, sk: `${place}#${to}#${kind}`, ...notice });
}

export function directoryNotices(db: DynamoDBClient, tables: Pick<TableNames, 'directory'>): DirectoryNotices {
  return {
    waiting: async () => {
      const rows = await queryAll(db, {
        TableName: tables.directory,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :partition',
        ExpressionAttributeValues: toRow({ ':partition': noticesPartition }),
      });
      return rows.map((row) => {
        const { pk: _, sk: __, ...notice } = fromRow(row);
        const place = textOf(row, 'sk');
        return { place, since: place.slice(0, place.indexOf('#')), notice: notice as unknown as DirectoryNotice };
      });
    },
    end: async (place) => {
      const key = toRow({ pk: noticesPartition, sk: place });
      await db.send(new DeleteItemCommand({ TableName: tables.directory, Key: key }));
    },
  };
}
