import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { AccessDesk, KnownAccesses } from '../../../ports/case-store.ts';
import { getRow, rowsOfCase } from '../dynamo/read-rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { transact } from '../dynamo/transaction.ts';
import { loadAlike } from './case-reader.ts';
import {
  accessPrefix,
  copyKeyFrom,
  deskFrom,
  deskKey,
  deskKeysKey,
  knownAccessFrom,
  putNextAccess,
} from './desk-rows.ts';
import { referralReader } from './referral-reader.ts';

/** From a referral to the access codes of its contacts, for case desk and for who writes to them. */
export function knownAccesses(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): KnownAccesses {
  return {
    ofReferral: async (caseId, referral) =>
      (await rowsOfCase(db, tables.cases, caseId, `${accessPrefix}${referral}#`)).map(knownAccessFrom),
    access: async (lookup) => {
      const row = await getRow(db, tables.cases, deskKey(lookup));
      return row && deskFrom(row);
    },
  };
}

/** From the lookup of an access code to its referral. The referral's own key is out of its reach. */
export function accessDesk(db: DynamoDBClient, tables: Pick<TableNames, 'cases' | 'keys'>): AccessDesk {
  const [known, referrals] = [knownAccesses(db, tables), referralReader(db, tables)];
  return {
    access: (lookup) => known.access(lookup),
    copyKey: async (lookup) => {
      const row = await getRow(db, tables.keys, deskKeysKey(lookup));
      return row && copyKeyFrom(row);
    },
    load: (caseId) => loadAlike(db, tables, caseId),
    parts: (caseId, id) => referrals.parts(caseId, id),
    write: async (access) => {
      const item = putNextAccess(tables.cases, access);
      return (await transact(db, [{ label: 'access', item }])).committed;
    },
  };
}
