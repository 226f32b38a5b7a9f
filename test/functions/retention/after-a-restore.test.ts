import { DeleteItemCommand, PutItemCommand, ScanCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableDesigns } from '#shared/adapters/aws/dynamo/table-design.ts';
import { reactors } from '#shared/contracts/events/consumers.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import { openCentre, type Centre } from '../centre.ts';

type Row = Record<string, AttributeValue>;
const together = { cases: 'Cases', caseEvents: 'CaseEvents' } as const;

describe('What still lies in a queue after a restore', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre();
  });
  afterEach(() => centre.stop());

  async function rowsOf(table: keyof typeof together): Promise<Row[]> {
    const { db, tables } = centre.database;
    const { Items = [] } = await db.send(new ScanCommand({ TableName: tables[table], ConsistentRead: true }));
    return Items;
  }

  /** Takes down both tables that are restored together. What it answers puts them back to that second. */
  async function snapshot(): Promise<() => Promise<void>> {
    const { db, tables } = centre.database;
    const before = { cases: await rowsOf('cases'), caseEvents: await rowsOf('caseEvents') };
    return async () => {
      for (const table of ['cases', 'caseEvents'] as const) {
        const [TableName, { sortKey }] = [tables[table], tableDesigns[together[table]]];
        for (const { pk = { S: '' }, [sortKey]: second = { S: '' } } of await rowsOf(table)) {
          await db.send(new DeleteItemCommand({ TableName, Key: { pk, [sortKey]: second } }));
        }
        for (const Item of before[table]) await db.send(new PutItemCommand({ TableName, Item }));
      }
    };
  }

  /** An event that the restore takes back, while its message waits. */
  async function takenBack(of: { caseId: string }): Promise<CaseEvent> {
    await centre.change(of, {
      set: {},
      events: [{ type: 'case.information_added', actor: 'reporter', data: { message: 1 } }],
    });
    return centre.lastEvent(of, 'case.information_added');
  }

  it.each(reactors)('is let go by %s without a trace', async (reactor) => {
    const of = await centre.receive({ severity: 'critical' });
    await centre.settle(of);
    const restore = await snapshot();
    const lost = await takenBack(of);
    await restore();
    const before = await rowsOf('cases');
    expect(await centre.deliver(reactor, lost)).toBe(0);
    expect(await rowsOf('cases')).toEqual(before);
  });

  it('keeps nobody from hearing of what came after it', async () => {
    const of = await centre.receive({ severity: 'critical' });
    const restore = await snapshot();
    const lost = await takenBack(of);
    await restore();
    for (const reactor of reactors) await centre.deliver(reactor, lost);

    await centre.deliver('triage', await centre.lastEvent(of, 'case.received'));
    const triaged = await centre.lastEvent(of, 'case.triaged');
    expect(triaged.number).toBe(lost.number);
    await centre.deliver('notification', triaged);
    expect(centre.letters.map(({ to }) => to)).toEqual(['duty@centre.example']);
  });
});
