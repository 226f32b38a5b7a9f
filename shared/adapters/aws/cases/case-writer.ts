import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { CaseChange } from '../../../domain/case/case-change.ts';
import { timerId } from '../../../domain/case/timer-id.ts';
import type { Case } from '../../../domain/case/case.ts';
import { mostDeadCodes } from '../../../domain/case/receipts/receipt.ts';
import type {
  CaseWriter,
  DeskChange,
  ReceiptChange,
  SealedMessage,
  SealedReferral,
  WithChange,
  Written,
} from '../../../ports/case-store.ts';
import type { Mail } from '../../../ports/mailbox.ts';
import { accessRow } from '../access/access-log.ts';
import { toRow, type Row } from '../dynamo/attribute-values.ts';
import { eventRow } from '../events/event-row.ts';
import { receiptsInLookupIndex } from '../indexes/lookup-index.ts';
import { mailRow } from '../mail/mail-row.ts';
import { owedRow } from '../mail/owed-row.ts';
import {
  addedLookupRow,
  commandFrom,
  commandRow,
  commandedRow,
  deadReceiptRow,
  doneRow,
  knowsKey,
  knowsRow,
  matchKeyRows,
  messageRow,
  metaRow,
  noteRow,
  postedRow,
  receiptKey,
  receiptKeysKey,
  receiptKeysRow,
  receiptRow,
  referralKeysKey,
  sealedReferralRow,
  sealedUnitRow,
  timerKey,
  timerRow,
} from './rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { put, putNew, putNewOrShow, remove, transact, type Step } from '../dynamo/transaction.ts';

/**
 * The Keys table is given only where referrals are sent, or receipts and access codes changed: their keys are written with
 * them. The
 * access log is given only where people are excluded: each exclusion stands in it.
 */
type WrittenTables = Pick<TableNames, 'cases' | 'caseEvents'> & Partial<Pick<TableNames, 'keys' | 'accessLog'>>;

/** Labels the writes of a change, so that a refusal can say which condition did not hold. */
export type CaseStepLabel = 'done' | 'command' | 'case' | 'rest';

/** The writes of a change of access codes (`deskSteps`). They are given only where such codes are written. */
type CodeSteps = (change: DeskChange, tables: Pick<WrittenTables, 'cases' | 'keys'>) => TransactWriteItem[];

const noCodes: CodeSteps = () => {
  throw new Error('No access code is written here.');
};

/** Writes each change of a case as ONE transaction over Cases and CaseEvents. */
export function caseWriter(db: DynamoDBClient, tables: WrittenTables, codes: CodeSteps = noCodes): CaseWriter {
  return {
    write: async (change, also = {}) => {
      const ofCodes = also.desk === undefined ? [] : codes(also.desk, tables);
      const outcome = await transact(db, [
        ...caseSteps(change, also, tables),
        ...ofCodes.map((item) => ({ label: 'rest' as const, item })),
      ]);
      return outcome.committed ? { written: true } : refusal(outcome.refused);
    },
    ...doneWriter(db, tables, codes),
  };
}

/** DynamoDB takes 100 writes in one transaction: one other row or two, and one for each mail. */
const mailsWithOneRow = 98;

/** For a reactor that changes no case. It writes the DONE row together with the mails that must go out. */
export function doneWriter(
  db: DynamoDBClient,
  tables: Pick<TableNames, 'cases'>,
  codes: CodeSteps = noCodes,
): Pick<CaseWriter, 'writeDone'> {
  return {
    writeDone: async (caseId, done, mails = [], { owed, access } = {}) => {
      const rest = [
        ...(owed === undefined ? [] : [putNew(tables.cases, owedRow(owed))]),
        ...(access === undefined ? [] : codes({ changed: [access] }, tables)),
      ];
      return writeWithMails(db, tables, putNew(tables.cases, doneRow(caseId, done)), mails, rest);
    },
  };
}

/**
 * Writes mails together with the one write that says that everybody is told. Mails that do not fit into its transaction
 * are written before it. `written: false`: the condition of that one write did not hold.
 */
export async function writeWithMails(
  db: DynamoDBClient,
  tables: Pick<TableNames, 'cases'>,
  done: TransactWriteItem,
  mails: readonly Mail[],
  rest: readonly TransactWriteItem[] = [],
): Promise<{ written: boolean }> {
  const mailStep = (mail: Mail): Step<CaseStepLabel> => ({ label: 'rest', item: putNew(tables.cases, mailRow(mail)) });
  for (const mail of mails.slice(mailsWithOneRow)) {
    const { committed } = await transact(db, [mailStep(mail)]);
    if (!committed) throw new DoneContended();
  }
  const outcome = await transact<CaseStepLabel>(db, [
    { label: 'done', item: done },
    ...mails.slice(0, mailsWithOneRow).map(mailStep),
    ...rest.map((item) => ({ label: 'rest' as const, item })),
  ]);
  if (outcome.committed) return { written: true };
  if (outcome.refused.has('done')) return { written: false };
  throw new DoneContended();
}

/** Two workers wrote the same DONE row or mail at once. The one that lost runs again and finds what was written. */
export class DoneContended extends Error {
  constructor() {
    super('Another worker is writing the same DONE row.');
    this.name = 'DoneContended';
  }
}

/** The writes of one change of a case. The caller adds what else belongs to the same transaction. */
export function caseSteps(change: CaseChange, also: WithChange, tables: WrittenTables): Step<CaseStepLabel>[] {
  const { caseId } = change.after;
  const rest = (item: TransactWriteItem): Step<CaseStepLabel> => ({ label: 'rest', item });
  const armed = new Set(change.timersArmed.map(timerId));
  const disarmed = change.timersDisarmed.filter((timer) => !armed.has(timer));
  return [
    { label: 'case', item: putNext(tables.cases, metaRow(change.after), change.before.revision) },
    ...(also.done ? [{ label: 'done' as const, item: putNew(tables.cases, doneRow(caseId, also.done)) }] : []),
    ...(also.command
      ? [
          { label: 'command' as const, item: putNewOrShow(tables.cases, commandRow(also.command)) },
          rest(put(tables.cases, commandedRow(also.command))),
        ]
      : []),
    ...(also.message ? messageSteps(also.message, tables).map(rest) : []),
    ...(also.note ? [rest(putNew(tables.cases, noteRow(also.note)))] : []),
    ...(also.likenesses ? matchKeySteps(change.after, also.likenesses, tables).map(rest) : []),
    ...(also.receipt ? receiptSteps(caseId, also.receipt, tables).map(rest) : []),
    ...(also.access ? [rest(putNew(accessLogOf(tables), accessRow(also.access)))] : []),
    ...(also.other ? caseSteps(also.other, {}, tables) : []),
    ...(also.referral ? referralSteps(also.referral, tables).map(rest) : []),
    ...change.events.map((event) => rest(putNew(tables.caseEvents, eventRow(event)))),
    ...change.timersArmed.map((timer) => rest(put(tables.cases, timerRow(caseId, timer)))),
    ...disarmed.map((timer) => rest(remove(tables.cases, timerKey(caseId, timer)))),
  ];
}

function accessLogOf({ accessLog }: WrittenTables): string {
  if (accessLog === undefined) throw new Error('A person was to be excluded by who cannot write the access log.');
  return accessLog;
}

function referralSteps(of: SealedReferral, tables: WrittenTables): TransactWriteItem[] {
  const { caseId, id, unitForReporter: sealed } = of;
  const row = put(tables.cases, sealedReferralRow(of));
  if (of.wrappedKey === undefined) return [row];
  if (tables.keys === undefined) throw new Error('A referral was to be sent by who cannot write its key.');
  const keyRow = toRow({ ...referralKeysKey(caseId, id), wrapped: of.wrappedKey });
  const unit = sealed === undefined ? [] : [put(tables.cases, sealedUnitRow({ caseId, id, sealed }))];
  return [row, ...unit, putNew(tables.keys, keyRow)];
}

/** A message, and the row by which it is known when the reporter sends it again. */
function messageSteps(message: SealedMessage, { cases }: WrittenTables): TransactWriteItem[] {
  const { posted } = message;
  return [
    putNew(cases, messageRow(message)),
    ...(posted === undefined ? [] : [putNew(cases, postedRow(message, posted.id))]),
  ];
}

/** The message that added the match keys is the newest one of the thread. */
function matchKeySteps(of: Case, blinds: readonly string[], { cases }: WrittenTables): TransactWriteItem[] {
  if (blinds.length === 0) return [];
  return [
    ...matchKeyRows(of, blinds).map((row) => put(cases, row)),
    putNew(cases, addedLookupRow(of.caseId, of.messageCount, blinds)),
  ];
}

/**
 * A dead receipt opens nothing: the key that it would unwrap is gone. Its row stays and says so. Of very many dead ones
 * the oldest row goes.
 */
function receiptSteps(caseId: string, receipt: ReceiptChange, { cases, keys }: WrittenTables): TransactWriteItem[] {
  if (keys === undefined) throw new Error('A receipt was to be changed by who cannot write its key.');
  const { before, dead, issue } = receipt;
  const allDead = dead === undefined ? before.dead : [...before.dead, before.lookup];
  const knownTo = issue?.knownTo ?? [];
  return [
    ...(dead === undefined
      ? []
      : [put(cases, deadReceiptRow(before.lookup, caseId, dead)), remove(keys, receiptKeysKey(before.lookup))]),
    ...(issue === undefined
      ? []
      : [
          putNew(cases, receiptRow(issue.lookup, caseId)),
          putNew(keys, receiptKeysRow(issue.lookup, issue.threadForReporter)),
        ]),
    ...allDead.slice(0, -mostDeadCodes).map((forgotten) => remove(cases, receiptKey(forgotten))),
    ...before.knownTo.filter((one) => !knownTo.includes(one)).map((one) => remove(cases, knowsKey(one, caseId))),
    ...knownTo.map((person) => put(cases, knowsRow(person, caseId))),
    receiptsInLookupIndex(cases, caseId, {
      lookup: issue?.lookup ?? before.lookup,
      dead: allDead.slice(-mostDeadCodes),
      knownTo,
    }),
  ];
}

/** Puts the whole case again, on condition that nobody changed it since it was read. */
function putNext(table: string, row: Row, revision: number): TransactWriteItem {
  return {
    Put: {
      TableName: table,
      Item: row,
      ConditionExpression: 'revision = :revision',
      ExpressionAttributeValues: toRow({ ':revision': revision }),
    },
  };
}

/**
 * `done_already` and `command_known` come before `conflict`: the earlier run is the reason why the case has moved on.
 */
function refusal(refused: ReadonlyMap<CaseStepLabel, Row | undefined>): Written {
  if (refused.has('done')) return { written: false, because: 'done_already' };
  const command = refused.get('command');
  if (command !== undefined) return { written: false, because: 'command_known', command: commandFrom(command) };
  return { written: false, because: 'conflict' };
}
