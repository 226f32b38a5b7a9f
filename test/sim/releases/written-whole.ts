import { kindOf } from '#test/releases/kept-rows.ts';
import type { Row } from '../database/values.ts';

/**
 * Rows that are put again without being read, by the kind of their keys, and why nothing is lost by it. A newer release adds
 * nothing to these: what it has to say, it says on a row of its own (docs/decisions/194).
 */
const writtenWhole: Readonly<Record<string, string>> = {
  'PEOPLE/STAFF#': 'it only points to a record',
  'ROLE#/STAFF#': 'it only points to a record',
  'DUTY#/STAFF#': 'it only points to a record',
  'DISTRUSTED/STAFF#': 'it only points to a record',
  'KNOWS#/…': 'it only points to a case',
  'URL#/CASE#': 'it only points to a case',
  'LIKE#/CASE#': 'it only points to a case',
  'NUMBER#/ERASED': 'it only points to a log',
  'VISIT#/ENDED': 'it says that a visit has ended, and nothing else',
  'RECEIPT#/RECEIPT': 'a dead code leads to its case, and to nothing else',
  'CASE#/ACCESS#': 'the next access code has nothing of the one before',
  'CASE#/FACT': 'figures are made anew from the case',
  'MONTH#/…': 'figures are made anew from the case',
  'QUARTER#/…': 'figures are made anew from the case',
  'NOTICE#/…': 'figures are made anew from the case',
};

export function isWrittenWhole(row: Row): boolean {
  return Object.hasOwn(writtenWhole, kindOf('', { ...row }).trim());
}
