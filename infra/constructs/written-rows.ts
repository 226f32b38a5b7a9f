import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { TableName } from '#shared/adapters/aws/dynamo/table-design.ts';
import type { DataPlane } from '../data/data-plane.ts';
import { startingWith } from './rights.ts';

/** By table, how the partition keys begin of the rows that a function may write. */
type Rows = Partial<Readonly<Record<TableName, readonly string[]>>>;

/** What a function may write. The first three only within a transaction, the last two by themselves. */
export interface WrittenRows {
  puts?: Rows;
  updates?: Rows;
  removes?: Rows;
  putsAlone?: Rows;
  removesAlone?: Rows;
}

const events = { CaseEvents: ['CASE#'] } as const;
const newCase = ['CASE#', 'REQUEST#', 'NUMBER#', 'RECEIPT#', 'URL#', 'LIKE#'] as const;

/**
 * Which rows each function writes, whole: the one place to look at, and to change. What is written with named attributes
 * only, such as the mark of a mail or the end of a visit, is in `rights.ts`. A new kind of row needs its prefix here, in docs/data.md, and in the table
 * of `test/infra/constructs/rights.test.ts`. A stolen role can overwrite what it may put, and nothing else.
 */
export const writtenRows = {
  intake: { puts: { Cases: newCase, ...events, Keys: ['CASE#', 'RECEIPT#'] } },
  // Who files a report has read it, so its row in the access log is written with it.
  filing: {
    puts: { Cases: [...newCase, 'KNOWS#', 'COMMAND#'], ...events, Keys: ['CASE#', 'RECEIPT#'], AccessLog: ['CASE#'] },
  },
  // A code that somebody else has loses its key; the keys of the case itself are out of reach.
  'follow-up': {
    puts: { Cases: ['CASE#', 'URL#', 'LIKE#', 'RECEIPT#'], ...events },
    updates: { Cases: ['CASE#'] },
    removes: { Cases: ['CASE#', 'RECEIPT#', 'KNOWS#'], Keys: ['RECEIPT#'] },
  },
  // The key of what a referral gives away is written with it; a receipt's takes the place of the one before.
  'case-desk': {
    puts: {
      Cases: ['CASE#', 'COMMAND#', 'RECEIPT#', 'KNOWS#', 'DESK#'],
      ...events,
      Keys: ['REFERRAL#', 'RECEIPT#', 'DESK#'],
    },
    updates: { Cases: ['CASE#'] },
    removes: { Cases: ['CASE#', 'RECEIPT#', 'KNOWS#', 'DESK#'], Keys: ['RECEIPT#', 'DESK#'] },
    putsAlone: { AccessLog: ['CASE#'] },
  },
  // What an institution says by itself, and how its access code stands. It writes no key.
  'referral-desk': {
    puts: { Cases: ['CASE#', 'DESK#', 'COMMAND#'], ...events },
    putsAlone: { AccessLog: ['CASE#'] },
  },
  // A look and what it found. It writes nothing of a case.
  finding: { puts: { AccessLog: ['CASE#', 'LOOK#'] } },
  // It takes away only what points to a duty or a role that somebody has no longer: never a record, never the audit.
  directory: {
    puts: {
      Directory: [
        'STAFF#',
        'PEOPLE',
        'DUTY#',
        'ROLE#',
        'ROSTER',
        'TAKEOVERS',
        'DIRECTORY',
        'INSTITUTIONS',
        'PLATFORMS',
        'CAMPAIGNS',
        'AUDIT#',
        'COMMAND#',
        'NOTICES',
        'DISTRUSTED',
      ],
    },
    removes: { Directory: ['DUTY#', 'ROLE#', 'DISTRUSTED'] },
  },
  triage: { puts: { Cases: ['CASE#'], ...events }, removes: { Cases: ['CASE#'] } },
  'sla-timer': { puts: { Cases: ['CASE#'], ...events }, removes: { Cases: ['CASE#'] } },
  referral: { puts: { Cases: ['CASE#'], ...events } },
  statistics: { puts: { Cases: ['CASE#'], Facts: ['MONTH#', 'NOTICE#'] } },
  // Which one-time code is out stands with the access code of the institution.
  notification: { puts: { Cases: ['CASE#', 'DESK#'] }, putsAlone: { Cases: ['LETTER#'] } },
  'mail-feedback': { puts: { Cases: ['CASE#'], ...events } },
  // It voids the codes that a distrusted person knows; the keys of the case itself are out of reach.
  escalation: {
    puts: { Cases: ['CASE#', 'RECEIPT#'], ...events },
    updates: { Cases: ['CASE#'] },
    removes: { Cases: ['CASE#', 'RECEIPT#', 'KNOWS#'], Keys: ['RECEIPT#'] },
    putsAlone: { Cases: ['LETTER#'] },
    removesAlone: { Directory: ['NOTICES'] },
  },
  // The only one that takes history, keys and what leads to a case away. Its `REQUEST#` row becomes the tombstone.
  retention: {
    puts: {
      Cases: ['CASE#', 'REQUEST#'],
      ...events,
      Erasures: ['CASE#'],
      Facts: ['QUARTER#', 'NOTICE#', 'TALLY#', 'PUBLISHED#'],
    },
    updates: { Facts: ['TALLY#'] },
    removes: { Cases: ['CASE#', 'NUMBER#'], Facts: ['MONTH#'] },
    // What leads from the number of an erased case to its log: never an entry of the log.
    putsAlone: { Cases: ['REQUEST#'], Erasures: ['CASE#'], AccessLog: ['NUMBER#'] },
    removesAlone: {
      Cases: ['CASE#', 'RECEIPT#', 'KNOWS#', 'DESK#', 'NUMBER#', 'COMMAND#', 'LETTER#', 'TAG#', 'URL#', 'LIKE#'],
      ...events,
      Keys: ['CASE#', 'RECEIPT#', 'REFERRAL#', 'DESK#'],
      Facts: ['MONTH#'],
    },
  },
} as const satisfies Readonly<Record<string, WrittenRows>>;

const inTransactions = { 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] } };
/** Whoever writes over a row, or takes it away, is not shown what stood there. */
const answersNothing = { StringEqualsIfExists: { 'dynamodb:ReturnValues': ['NONE'] } };

const kinds = [
  ['puts', 'PutItem', true],
  ['updates', 'UpdateItem', true],
  ['removes', 'DeleteItem', true],
  ['putsAlone', 'PutItem', false],
  ['removesAlone', 'DeleteItem', false],
] as const;

/**
 * The statements that let a function write its rows, one for each table and way. A transaction needs no right of its
 * own: DynamoDB asks for the right of each write in it, with that row's key.
 */
export function writesItsRows(name: keyof typeof writtenRows, { tables }: DataPlane): PolicyStatement[] {
  const written: WrittenRows = writtenRows[name];
  return kinds.flatMap(([kind, action, inTransaction]) =>
    Object.entries(written[kind] ?? {}).map(
      ([table, prefixes]) =>
        new PolicyStatement({
          sid: `${inTransaction ? 'Transact' : ''}${action}${table}`,
          actions: [`dynamodb:${action}`],
          resources: [tables[table as TableName].arn],
          conditions: inTransaction
            ? { ...inTransactions, ...startingWith(prefixes) }
            : { ...startingWith(prefixes), ...answersNothing },
        }),
    ),
  );
}
