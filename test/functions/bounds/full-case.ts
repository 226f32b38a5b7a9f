import { PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { metaRow, timerRow } from '#shared/adapters/aws/cases/rows.ts';
import { bytesOfWrite } from '#shared/adapters/aws/dynamo/size.ts';
import { country } from '#shared/country/current.ts';
import { mostKept, mostOf } from '#shared/domain/case/bounds.ts';
import type { Case, CaseApproval } from '#shared/domain/case/case.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import type { Timer } from '#shared/domain/case/timer-id.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import { wantedTimers } from '#shared/domain/sla/clocks.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { aReferral, aTimer } from '#test/support/builders.ts';
import { people, receivedAt } from '../case-desk/desk.ts';
import type { Desk } from '../case-desk/desk.ts';

const many = <Entry>(count: number, entry: (n: number) => Entry): Entry[] =>
  Array.from({ length: count }, (_, n) => entry(n + 1));
const hex = (n: number): string => n.toString(16).padStart(32, '0');

/** How full the lists are: `free` entries are left in each. */
export function fullLists(of: Case, free: number): Partial<Case> {
  const at = receivedAt;
  const by = people.officer.id;
  const referrals = many(mostOf.referrals - free, (n): Referral => {
    const id = `police_cybercrime-${n}`;
    if (n === 1) return aReferral({ id, isNecessary: false, status: 'proposed' });
    const sent = { approvedAt: at, sentAt: at };
    if (n === 2) return aReferral({ id, isNecessary: false, status: 'acknowledged', ...sent, acknowledgedAt: at });
    if (n === 4) return aReferral({ id, isNecessary: false, status: 'sent', ...sent, lookOwedSince: at });
    return aReferral({ id, isNecessary: false, status: 'sent', ...sent });
  });
  const approvals = many(mostOf.approvals - free, (n): CaseApproval => {
    const asked = { id: `export-${n}`, askedBy: people.other.id, askedAt: at };
    return { ...asked, kind: 'export', reason: 'audit', ...(n === 1 ? {} : { decision: 'refused' as const }) };
  });
  const move = { deadline: at, because: 'set_wrongly', severity: 'low', by, at } as const;
  return {
    referrals,
    approvals,
    notices: many(mostOf.notices - free, (n) => ({
      id: `tiktok-${n}`,
      platform: 'tiktok',
      way: 'email',
      sentAt: at,
      sentBy: by,
    })),
    linkedCases: many(mostOf.linkedCases - free, (n) => ({ caseId: hex(n), caseNumber: `B-0000-${n}` })),
    severityChanges: many(mostKept.severityChanges, () => ({
      from: 'low',
      to: 'normal',
      because: 'new_information',
      by,
      at,
    })),
    earlierClocks: many(mostKept.earlierClocks, () => ({
      promise: of.promise,
      outcomes: ['helpline_support', 'advice_given', 'police_involved', 'site_passed_on', 'content_still_up'],
    })),
    targetMoves: many(mostKept.targetMoves, (n) => ({
      ...move,
      timer: `1.referral_answer.referral-police_cybercrime-${n}`,
    })),
    maybeSameAs: many(20, hex),
    noteCount: mostOf.notes - free,
    messageCount: 97,
    lastWrittenAt: plusMinutes(at, 1),
  };
}

/**
 * Writes a case as release 0.1.0 may have left it: 97 unread messages with a clock each, two clocks for each of fifty
 * referrals, an unacknowledged escalation of every clock, and every list full but for `free` entries.
 */
export async function fill(desk: Desk, caseNumber: string, free: number, more: Partial<Case> = {}): Promise<Case> {
  const { db, tables } = desk.database;
  const { case: before } = await desk.stateOf(caseNumber);
  const { readUpTo: _, unreadFrom: __, ...older } = before;
  const of: Case = { ...older, ...fullLists(older, free), ...more };
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
