import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CursorUnreadable, type KeepingIndex, type KeepingPart } from '../../../ports/case-store.ts';
import { askedPartition, caseIdOf, heldPartition, keptPartition, unseenPartition } from '../cases/rows.ts';
import { textOf } from '../dynamo/attribute-values.ts';
import { shards } from '../dynamo/shard.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { afterLastPlace, firstPlace, pageOfShards } from './page-of-shards.ts';
import type { Stretches } from './page-of-shards.ts';

/** How many entries one page reads of all shards. Each costs one more read, of its case. */
const entriesPerPage = 64;

const placeForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[A-Za-z0-9_-]{1,64}$/;

const kept = { index: 'kept', partitionKey: 'keptPk', sortKey: 'keptSk' } as const;
const asked = { index: 'asked', partitionKey: 'askedPk', sortKey: 'askedSk', backwards: true } as const;

const places: Readonly<Record<KeepingPart, Omit<Stretches, 'stretches'> & { partition: (shard: number) => string }>> = {
  kept: { ...kept, partition: keptPartition },
  unseen: { ...kept, partition: unseenPartition },
  held: { ...kept, partition: heldPartition },
  asked: { ...asked, partition: askedPartition },
};

/** Cases by what is to be done, or was asked, about keeping them. Whoever acts on an entry decides on the case itself. */
export function keepingIndex(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): KeepingIndex {
  return {
    page: async (part, cursor) => {
      const { partition, ...place } = places[part];
      const stretches = shards.map((shard) => ({
        partition: partition(shard),
        from: firstPlace,
        to: afterLastPlace,
        limit: entriesPerPage / shards.length,
      }));
      const after = cursor === undefined ? undefined : readCursor(cursor);
      const { rows, horizon } = await pageOfShards(db, tables.cases, { ...place, stretches }, after);
      return {
        caseIds: rows.map((row) => caseIdOf(textOf(row, 'pk'))),
        ...(horizon === undefined ? {} : { cursor: Buffer.from(horizon).toString('base64url') }),
      };
    },
  };
}

function readCursor(cursor: string): string {
  const place = Buffer.from(cursor, 'base64url').toString();
  if (!placeForm.test(place)) throw new CursorUnreadable();
  return place;
}
