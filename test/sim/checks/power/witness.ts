import { caseFrom } from '#shared/adapters/aws/cases/rows.ts';
import { fromRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import { eventFrom } from '#shared/adapters/aws/events/event-row.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import type { MemoryDatabase } from '../../database/memory-database.ts';
import type { Row } from '../../database/values.ts';
import type { CaseCourse } from './evidence-of-power.ts';

type Write = { TableName?: string; Item?: Row; Key?: Row };

/** Keeps what was written of cases and letters, so that it is known also when their rows are gone. */
export interface Witness {
  /** A write was done, at an instant in ms since 1970. */
  saw: (input: Readonly<Record<string, unknown>>, at: number) => void;
  cases: (erased: ReadonlyMap<string, number>) => CaseCourse[];
  letters: () => ReadonlyMap<string, readonly string[]>;
  events: () => readonly CaseEvent[];
}

export function witness(database: MemoryDatabase, tables: { cases: string; caseEvents: string }): Witness {
  const states: { at: number; of: Case }[] = [];
  const events = new Map<string, CaseEvent>();
  const letters = new Map<string, readonly string[]>();

  const sawRow = ({ TableName: table = '', Item, Key }: Write, at: number): void => {
    const { pk, sk } = Item ?? Key ?? {};
    if (table === tables.caseEvents && Item !== undefined && pk?.S?.startsWith('CASE#') === true) {
      const event = eventFrom({ ...Item });
      events.set(`${event.caseId}#${event.number}`, event);
    }
    if (table !== tables.cases || pk === undefined || sk === undefined) return;
    if (pk.S?.startsWith('LETTER#') === true && Item !== undefined) {
      const { id, events: told } = fromRow({ ...Item }) as unknown as { id: string; events: string[] };
      letters.set(id, told);
    }
    if (sk.S !== 'META') return;
    const read = database.call('GetItem', { TableName: table, Key: { pk, sk }, ConsistentRead: true });
    if (read['Item'] !== undefined) states.push({ at, of: caseFrom({ ...(read['Item'] as Row) }) });
  };

  return {
    saw: (input, at) => {
      const steps = (input['TransactItems'] ?? [input]) as Record<string, Write>[];
      for (const step of steps)
        for (const write of input['TransactItems'] === undefined ? [step as Write] : Object.values(step))
          sawRow(write, at);
    },
    cases: (erased) =>
      [...Map.groupBy(states, ({ of }) => of.caseId)].map(([caseId, own]) => {
        const erasedAt = erased.get(caseId);
        return {
          caseId,
          caseNumber: own[0]?.of.caseNumber ?? '',
          states: own,
          events: [...events.values()]
            .filter((event) => event.caseId === caseId)
            .toSorted((a, b) => a.number - b.number),
          ...(erasedAt === undefined ? {} : { erasedAt }),
        };
      }),
    letters: () => letters,
    events: () => [...events.values()],
  };
}
