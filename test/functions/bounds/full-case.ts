import { PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { metaRow, timerRow } from '#shared/adapters/aws/cases/rows.ts';
import { bytesOfWrite } from '#shared/adapters/aws/dynamo/size.ts';
import { country } from '#shared/country/current.ts';
import { mostOf } from '#shared/domain/case/bounds.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Timer } from '#shared/domain/case/timer-id.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import { wantedTimers } from '#shared/domain/sla/clocks.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { aTimer } from '#test/support/builders.ts';
import { fullLists } from '#test/support/full-lists.ts';
import { people, receivedAt } from '../case-desk/desk.ts';
import type { Desk } from '../case-desk/desk.ts';

const many = <Entry>(count: number, entry: (n: number) => Entry): Entry[] =>
  Array.from({ length: count }, (_, n) => entry(n + 1));

/**
 * Writes a case as release 0.1.0 may have left it: 97 unread messages with a clock each, two clocks for each of fifty
 * referrals, an unacknowledged escalation of every clock, and every list full but for `free` entries.
 */
export async function fill(desk: Desk, caseNumber: string, free: number, more: Partial<Case> = {}): Promise<Case> {
  const { db, tables } = desk.database;
  const { case: before } = await desk.stateOf(caseNumber);
  const { readUpTo: _, unreadFrom: __, ...older } = before;
  const lists = fullLists(older, { free, at: receivedAt, by: people.officer.id, asker: people.other.id });
  const counts = { noteCount: mostOf.notes - free, messageCount: 97, lastWrittenAt: plusMinutes(receivedAt, 1) };
  const of: Case = { ...older, ...lists, ...counts, ...more };
  const open: Case = { ...of, status: 'in_progress' };
  for (const field of ['resolvedAt', 'closedAt', 'handledAt'] as const) delete open[field];
  const messages = many(97, (n) =>
    aTimer({
      kind: 'must_be_read',
      subject: `message-${n}`,
      clock: of.clockNumber,
      deadline: plusMinutes(receivedAt, n),
    }),
  );
  const clocks = [...allWanted(open), ...messages].map((timer) => ({ ...timer, nextRung: 1 }));
  const raises = clocks.map((timer) => ({ timer: timerId(timer), rung: 'duty', since: receivedAt }));
  const rows = [metaRow({ ...of, raises }), ...clocks.map((timer) => timerRow(of.caseId, timer))];
  for (const Item of rows) await db.send(new PutItemCommand({ TableName: tables.cases, Item }));
  return { ...of, raises };
}

/** The clocks of the report and two of each referral. `wantedTimers` names all of them, however many. */
const allWanted = (of: Case): Timer[] => wantedTimers(of, country);

export interface Weighed {
  writes: number;
  bytes: number;
  largestRow: number;
}

/** Counts what each transaction of a desk writes from now on. `worst` gives the largest since it was last asked. */
export function weigh(desk: Desk): { worst: () => Weighed } {
  const { db } = desk.database;
  const send = db.send.bind(db) as (command: unknown) => Promise<unknown>;
  const none = (): Weighed => ({ writes: 0, bytes: 0, largestRow: 0 });
  let worst = none();
  Object.assign(db, {
    send: (command: unknown) => {
      if (command instanceof TransactWriteItemsCommand) {
        const items = command.input.TransactItems ?? [];
        const sizes = items.map(bytesOfWrite);
        worst = {
          writes: Math.max(worst.writes, items.length),
          bytes: Math.max(
            worst.bytes,
            sizes.reduce((sum, size) => sum + size, 0),
          ),
          largestRow: Math.max(worst.largestRow, ...sizes),
        };
      }
      return send(command);
    },
  });
  return {
    worst: () => {
      const was = worst;
      worst = none();
      return was;
    },
  };
}
