import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Measure } from '../../../lambda/log/log.ts';
import type { AccessLetters, OpenAccessCode } from '../../../ports/mailbox.ts';
import { accessKey, knownAccessFrom } from '../cases/desk-rows.ts';
import { toRow } from '../dynamo/attribute-values.ts';
import { getRow } from '../dynamo/read-rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { updateIf } from '../dynamo/update-each.ts';

/** Access codes that wait for their letters, for who sends letters. */
export function accessLetters(
  db: DynamoDBClient,
  tables: Pick<TableNames, 'cases'>,
  open: OpenAccessCode,
): AccessLetters {
  return {
    waiting: async (of) => {
      const row = await getRow(db, tables.cases, accessKey(of));
      const known = row && knownAccessFrom(row);
      if (known?.letter === undefined) return undefined;
      const code = await open(known.letter, known);
      return {
        code,
        left: async () => {
          await updateIf(db, {
            TableName: tables.cases,
            Key: toRow(accessKey(of)),
            UpdateExpression: 'REMOVE letter',
            ConditionExpression: 'issue = :issue',
            ExpressionAttributeValues: toRow({ ':issue': known.issue }),
          });
        },
      };
    },
  };
}

/** No start waits for the client of KMS: most letters hold no code. */
export function openedByKms(contentKeyArn: string, count: Measure): OpenAccessCode {
  let opener: OpenAccessCode | undefined;
  return async (letter, of) => {
    opener ??= (await import('../keys/access-codes.ts')).accessCodesByKms(contentKeyArn, count);
    return opener(letter, of);
  };
}
