import { readFileSync } from 'node:fs';
import { PutItemCommand, ScanCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableDesigns, type TableDesign } from '#shared/adapters/aws/dynamo/table-design.ts';
import { eventRow } from '#shared/adapters/aws/events/event-row.ts';
import type { NewEvent } from '#shared/domain/case/events.ts';
import { startDatabase } from '#test/support/engine.ts';
import { randomId } from '#test/support/new-case.ts';
import { ofType, servicesOf, templatesOf } from '../templates.ts';

const guide = readFileSync('docs/restore.md', 'utf8');

describe('The guide to restoring', () => {
  it.each(Object.entries<TableDesign>(tableDesigns).filter(([table]) => table === 'Cases' || table === 'CaseEvents'))(
    'switches on again what a restore of %s does not bring',
    (table, { removedAt, stream }) => {
      const wanted = [
        ...(removedAt === undefined
          ? []
          : [
              `update-time-to-live --table-name <${table}-restored> --time-to-live-specification Enabled=true,AttributeName=${removedAt}`,
            ]),
        ...(stream ? [`update-table --table-name <${table}-restored> --stream-specification StreamEnabled=true`] : []),
      ];
      expect(wanted.filter((command) => !guide.includes(command))).toEqual([]);
      expect(wanted.length).toBeGreaterThan(0);
    },
  );

  it('says of no other table that it is restored with a stream or with rows that go by themselves', () => {
    const others = Object.entries<TableDesign>(tableDesigns).filter(
      ([name]) => name !== 'Cases' && name !== 'CaseEvents',
    );
    expect(others.filter(([, { removedAt, stream }]) => stream || removedAt !== undefined)).toEqual([]);
  });

  it('empties each queue of the reactors, and none of mails that came back', async () => {
    const queues = Object.keys(ofType(servicesOf(await templatesOf('prod')), 'AWS::SQS::Queue'));
    expect(guide).toContain('--queue-name-prefix Besa-prod-Reactors-');
    expect(guide).toContain('*MailFeedback*) ;;');
    const kept = queues.filter((id) => id.includes('MailFeedback'));
    expect(kept.toSorted()).toEqual(queues.filter((id) => /Feedback/u.test(id)).toSorted());
    expect(kept.length).toBeGreaterThan(1);
    expect(queues.length - kept.length).toBeGreaterThan(10);
  });
});

describe('The list of decisions that a restore takes back', () => {
  let database: Awaited<ReturnType<typeof startDatabase>>;
  beforeAll(async () => {
    database = await startDatabase('memory');
  });
  afterAll(() => database.stop());

  it('has each exclusion and each hold after that second, and nothing else', async () => {
    const { db, tables } = database;
    const jsonAfter = (option: string) =>
      JSON.parse(new RegExp(`${option} '(.+)'`).exec(guide)?.[1] ?? '') as Record<string, never>;
    const values: Record<string, AttributeValue> = jsonAfter('--expression-attribute-values');
    const at = (time: string, type: 'case.exclusions_set' | 'case.held' | 'case.read') => {
      const event: NewEvent = { type, actor: 'staff:officer', data: {} };
      return eventRow({ ...event, caseId: randomId(), number: 2, time });
    };
    const rows = [
      at('2026-11-22T01:29:59.999Z', 'case.exclusions_set'),
      at('2026-11-22T01:30:00.001Z', 'case.exclusions_set'),
      at('2026-11-22T02:00:00.000Z', 'case.held'),
      at('2026-11-22T02:00:00.000Z', 'case.read'),
    ];
    for (const Item of rows) await db.send(new PutItemCommand({ TableName: tables.caseEvents, Item }));
    const { Items = [] } = await db.send(
      new ScanCommand({
        TableName: tables.caseEvents,
        FilterExpression: /--filter-expression '(.+?)'/u.exec(guide)?.[1],
        ExpressionAttributeNames: jsonAfter('--expression-attribute-names'),
        ExpressionAttributeValues: values,
      }),
    );
    expect(Items.map(({ type, time }) => `${type?.S} ${time?.S}`).toSorted()).toEqual([
      'case.exclusions_set 2026-11-22T01:30:00.001Z',
      'case.held 2026-11-22T02:00:00.000Z',
    ]);
  });
});
