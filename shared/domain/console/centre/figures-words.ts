import type { Lateness, PromiseState } from '../../case/promise.ts';
import type { newerTables, notSaidCode, openCode, statisticsTables, unknownCode } from '../../keeping/statistics.ts';
import type { LabelsOf } from '../labels/label.ts';
import type { Text } from '../../text.ts';

/** How much is left of a promise, or for how long it has been missed. */
export const promiseAges = ['late_over_24h', 'late', 'within_4h', 'within_24h', 'later'] as const;

export type PromiseAge = (typeof promiseAges)[number];

/** Words of the figures. */
export interface FiguresWords extends Readonly<
  Record<
    | 'intro'
    | 'hiddenMeans'
    | 'hidden'
    | 'year'
    | 'none'
    | 'quarter'
    | 'quarterName'
    | 'madeOn'
    | 'reports'
    | 'administrative'
    | 'victims'
    | 'addresses'
    | 'all'
    | 'table'
    | 'what'
    | 'count'
    | 'percent'
    | 'open'
    | 'openMeans'
    | 'openMore'
    | 'age'
    | 'total',
    Text
  >
> {
  tables: LabelsOf<(typeof statisticsTables | typeof newerTables)[number]>;
  /** Codes of tables that stand in no list of the console. */
  codes: LabelsOf<
    PromiseState | Lateness | typeof openCode | typeof notSaidCode | typeof unknownCode | 'other_or_unknown'
  >;
  ages: LabelsOf<PromiseAge>;
}
