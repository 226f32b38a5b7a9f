import type { newerTables, statisticsTables } from '#shared/domain/keeping/statistics.ts';
import { say, type SaidLabels } from '#shared/domain/console/say-codes.ts';
import type { TextsOfCentre } from '../../../centre-texts.ts';
import type { Statistics } from '../../api/answers.ts';
import type { Cell } from '#shared/contracts/http/csv.ts';
import { withCode } from '../tables/with-code.ts';

export type Quarter = Statistics['quarters'][number];
export type TableName = (typeof statisticsTables | typeof newerTables)[number];

/** What the words of figures are taken from. */
export interface FiguresSpeech {
  figures: TextsOfCentre['words']['figures'];
  tables: TextsOfCentre['words']['tables'];
  labels: SaidLabels;
}

/** The figures of a quarter that stand in no table. */
export const plainFigures = ['reports', 'administrative', 'victims', 'addresses'] as const;

/** The promise first, then what people ask for most. */
const inOrder = [
  'promise',
  'lateBy',
  'readInTime',
  'category',
  'outcome',
  'helped',
  'channel',
  'ageBand',
  'gender',
] as const satisfies readonly TableName[];

/** The tables of a quarter. One that an earlier release froze lacks some. */
export function tablesOf({ tables }: Quarter): { name: TableName; table: NonNullable<Quarter['tables'][TableName]> }[] {
  return inOrder.flatMap((name) => {
    const table = tables[name];
    return table === undefined ? [] : [{ name, table }];
  });
}

/** What a code of a table is called. */
export function sayFigure(name: TableName, code: string, { figures, labels }: FiguresSpeech): string {
  const of: Readonly<Record<TableName, Readonly<Record<string, string>>>> = {
    category: labels.categories,
    channel: labels.channels,
    outcome: labels.outcomes,
    helped: labels.helped,
    gender: labels.genders,
    ageBand: labels.ageBands,
    promise: {},
    lateBy: {},
    readInTime: {},
  };
  return say({ ...figures.codes, ...of[name] }, code);
}

/** The heads of the file of published figures. */
export function figureHeads({ figures, tables }: FiguresSpeech): string[] {
  const both = (head: string): string[] => withCode(head, tables.code);
  return [
    figures.quarter,
    ...both(figures.table),
    ...both(figures.what),
    figures.count,
    figures.hidden,
    figures.percent,
  ];
}

/** A quarter as rows of the file. A hidden count has no number, and says that it is hidden. */
export function figureRows(of: Quarter, speech: FiguresSpeech): Cell[][] {
  const { figures, tables } = speech;
  const counted = (count: number | null): Cell[] => (count === null ? [undefined, tables.yes] : [count, tables.no]);
  const plain = plainFigures.map((name) => [of.quarter, '', '', figures[name], name, ...counted(of[name]), undefined]);
  const cells = tablesOf(of).flatMap(({ name, table }) =>
    table.cells.map(({ code, count, percent }) => [
      of.quarter,
      figures.tables[name],
      name,
      sayFigure(name, code, speech),
      code,
      ...counted(count),
      percent,
    ]),
  );
  return [...plain, ...cells];
}
