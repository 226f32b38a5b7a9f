import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Severity } from '../../domain/severity.ts';
import type { DueTimers } from '../../ports/due-timers.ts';
import { textOf } from './attribute-values.ts';
import { dueRows, firstDueAfter } from './due-index.ts';
import { caseIdOf, timerIdOf } from './rows.ts';
import type { TableNames } from './table-names.ts';

export function dueTimers(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): DueTimers {
  return {
    due: async (now) => {
      const due = await dueRows(db, tables.cases, now, { prefix: 'TIMER#' });
      return due.map(({ key, dueAt, row }) => ({
        caseId: caseIdOf(key.pk),
        timer: timerIdOf(key.sk),
        dueAt,
        severity: textOf(row, 'severity') as Severity,
      }));
    },
    nextDueAt: (after) => firstDueAfter(db, tables.cases, after),
  };
}
