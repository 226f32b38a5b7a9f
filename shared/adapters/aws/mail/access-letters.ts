import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { AccessLetters } from '../../../ports/mailbox.ts';
import type { KeyOpener } from '../../../ports/sealing.ts';
import { openField } from '../../../sealing/sealed-field.ts';
import { placeOfAccessCode } from '../../../sealing/desk-access.ts';
import { accessKey, knownAccessFrom } from '../cases/desk-rows.ts';
import { toRow } from '../dynamo/attribute-values.ts';
import { getRow } from '../dynamo/read-rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { updateIf } from '../dynamo/update-each.ts';

/** Access codes that wait for their letters, for who sends letters. */
export function accessLetters(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>, keys: KeyOpener): AccessLetters {
  return {
    waiting: async (of) => {
      const row = await getRow(db, tables.cases, accessKey(of));
      const known = row && knownAccessFrom(row);
      if (known?.letter === undefined) return undefined;
      const key = await keys.open(known.caseId, 'access', known.letter.wrappedKey);
      return { issue: known.issue, code: openField(key, known.letter.sealed, placeOfAccessCode(known)) };
    },
    left: async (of, issue) => {
      await updateIf(db, {
        TableName: tables.cases,
        Key: toRow(accessKey(of)),
        UpdateExpression: 'REMOVE letter',
        ConditionExpression: 'issue = :issue',
        ExpressionAttributeValues: toRow({ ':issue': issue }),
      });
    },
  };
}
