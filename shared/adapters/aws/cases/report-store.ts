import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { NewCase, ReportStore, ReportStored } from '../../../ports/case-store.ts';
import { accessRow } from '../access/access-log.ts';
import type { Row } from '../dynamo/attribute-values.ts';
import { eventRow } from '../events/event-row.ts';
import {
  commandFrom,
  commandRow,
  commandedRow,
  lookupIndexRow,
  keyRows,
  knowersOf,
  knowsRow,
  matchKeyRows,
  metaRow,
  numberRow,
  receiptRow,
  reportRow,
  requestFrom,
  requestRow,
  timerRow,
} from './rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { put, putNew, putNewOrShow, transact, type Step } from '../dynamo/transaction.ts';

type Label = 'request' | 'number' | 'command' | 'rest';

/** The AccessLog is given only where staff file reports: who filed one has read it. */
type StoringTables = Pick<TableNames, 'cases' | 'caseEvents' | 'keys'> & Partial<Pick<TableNames, 'accessLog'>>;

/**
 * Stores a new report as ONE transaction over Cases, CaseEvents and Keys. For a filed one AccessLog belongs to it. The
 * request row comes first. A report that is stored already is answered from that row, whichever other condition fails too.
 */
export function reportStore(db: DynamoDBClient, tables: StoringTables): ReportStore {
  return {
    store: async (newCase) => {
      const outcome = await transact(db, stepsOf(newCase, tables));
      if (outcome.committed) return { stored: true };
      return refusal(outcome.refused);
    },
  };
}

function stepsOf(of: NewCase, tables: StoringTables): Step<Label>[] {
  const { caseId } = of.case;
  const rest = (item: Step<Label>['item']): Step<Label> => ({ label: 'rest', item });
  return [
    { label: 'request', item: putNewOrShow(tables.cases, requestRow(of.request)) },
    { label: 'number', item: putNew(tables.cases, numberRow(of.case)) },
    ...(of.command
      ? [
          { label: 'command' as const, item: putNewOrShow(tables.cases, commandRow(of.command)) },
          rest(put(tables.cases, commandedRow(of.command))),
        ]
      : []),
    rest(putNew(tables.cases, metaRow(of.case))),
    rest(putNew(tables.cases, reportRow(caseId, of.report))),
    rest(putNew(tables.cases, lookupIndexRow(of))),
    rest(putNew(tables.cases, receiptRow(of.receiptLookup, caseId))),
    ...knowersOf(of.case).map((person) => rest(put(tables.cases, knowsRow(person, caseId)))),
    ...of.timers.map((timer) => rest(put(tables.cases, timerRow(caseId, timer)))),
    ...matchKeyRows(of.case, of.likenesses).map((row) => rest(put(tables.cases, row))),
    ...of.events.map((event) => rest(putNew(tables.caseEvents, eventRow(event)))),
    ...keyRows(of).map((row) => rest(putNew(tables.keys, row))),
    ...(of.filed ? [rest(putNew(accessLogOf(tables), accessRow(of.filed)))] : []),
  ];
}

function accessLogOf({ accessLog }: StoringTables): string {
  if (accessLog === undefined) throw new Error('A report was to be filed by who cannot write the access log.');
  return accessLog;
}

/**
 * No other row of a report exists without its request row. So if only another row stands in the way, a second worker is
 * writing the same report at this moment.
 */
function refusal(refused: ReadonlyMap<Label, Row | undefined>): ReportStored {
  const request = refused.get('request');
  if (request !== undefined) return { stored: false, because: 'request_known', request: requestFrom(request) };
  const command = refused.get('command');
  if (command !== undefined) return { stored: false, because: 'command_known', command: commandFrom(command) };
  if (refused.has('number')) return { stored: false, because: 'number_taken' };
  return { stored: false, because: 'conflict' };
}
