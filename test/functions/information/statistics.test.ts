import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { freezeQuarters } from '#functions/retention/freeze-quarters.ts';
import { informationRoutes } from '#functions/information/routes.ts';
import { addToTally, factRow } from '#shared/adapters/aws/figures/fact-row.ts';
import { getRow } from '#shared/adapters/aws/dynamo/read-rows.ts';
import { transact } from '#shared/adapters/aws/dynamo/transaction.ts';
import { publishedStatistics } from '#shared/adapters/aws/figures/published-statistics.ts';
import { quarterFacts } from '#shared/adapters/aws/figures/quarter-facts.ts';
import { statisticsAnswerSchema } from '#shared/contracts/http/public/statistics-answer.ts';
import { country } from '#shared/country/current.ts';
import { coarsened, type Fact } from '#shared/domain/keeping/case-fact.ts';
import type { FrozenQuarter } from '#shared/domain/keeping/statistics.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import type { HttpLambda } from '#shared/lambda/http/http-handler.ts';
import type { QuarterFacts } from '#shared/ports/facts.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';
import { callHandler } from '#test/support/gateway.ts';

let database: Database;
let handler: HttpLambda;
beforeAll(async () => {
  database = await startDatabase('engine');
  handler = httpHandler(informationRoutes(country, publishedStatistics(database.db, database.tables)), country);
});
afterAll(() => database.stop());

const ask = (query: Record<string, string>, headers: Record<string, string> = {}) =>
  callHandler(handler, { resource: '/v1/statistics', query, headers });

const fact: Fact = {
  quarter: '2026-Q1',
  month: '2026-02',
  region: 'AL-11',
  category: 'cyberbullying',
  channel: 'web',
  severity: 'normal',
  victims: [{ ageBand: '14', gender: 'female' }],
  addresses: 1,
  outcome: 'advice_given',
  promise: 'kept',
  reopened: 0,
};

async function count(times: number, overrides: Partial<Fact> = {}, isErased = false): Promise<void> {
  const made = { ...fact, ...overrides };
  for (let n = 0; n < times; n += 1) {
    const Item = factRow(isErased ? coarsened(made) : made, randomUUID());
    await database.db.send(new PutItemCommand({ TableName: database.tables.facts, Item }));
  }
}

const freezeOn = (now: string, between: (quarter: string) => Promise<void> = async () => undefined) =>
  freezeQuarters({
    quarters: afterReading(quarterFacts(database.db, database.tables), between),
    clock: { now: () => now },
    country,
    log: () => undefined,
  })(() => Infinity);
/** Something happens after the facts were read, before the figures are written. */
const afterReading = (quarters: QuarterFacts, between: (quarter: string) => Promise<void>): QuarterFacts => ({
  ...quarters,
  ofQuarter: async (quarter) => {
    const read = await quarters.ofQuarter(quarter);
    await between(quarter.quarter);
    return read;
  },
});

/** One more case of a quarter is erased: what erasing adds to its tally. */
async function tally(quarter: string, code: string): Promise<void> {
  const { db, tables } = database;
  await transact(db, [{ label: 'tally', item: addToTally(tables.facts, { period: quarter, codes: [code] }) }]);
}
const tallyOf = async (quarter: string) =>
  (await getRow(database.db, database.tables.facts, { pk: `TALLY#${quarter}`, sk: 'FROZEN' })) ?? {};

const quarters = async (year = '2026') => (await ask({ year })).json['quarters'] as FrozenQuarter[];

describe('The statistics', () => {
  it('are empty before a quarter has been over for a month', async () => {
    await count(20);
    await count(7, { month: '2026-03', category: 'sexual_extortion' });
    await count(5, { month: '2026-01' }, true);
    for (let n = 0; n < 5; n += 1) await tally('2026-Q1', 'reports#AL-11');
    expect(await freezeOn('2026-04-29T21:59:59.000Z')).toEqual({ nextAt: '2026-04-29T22:00:00.000Z' });
    const answer = await ask({ year: '2026' });
    expect(answer).toMatchObject({ status: 200, json: { year: 2026, quarters: [] } });
    expect(statisticsAnswerSchema.safeParse(answer.json).error).toBeUndefined();
  });

  it('count every case of the quarter once, also those erased meanwhile', async () => {
    expect(await freezeOn('2026-04-29T22:00:00.000Z')).toEqual({ nextAt: '2026-07-29T22:00:00.000Z' });
    const answer = await ask({ year: '2026' });
    expect(statisticsAnswerSchema.safeParse(answer.json).error).toBeUndefined();
    expect(answer.json['quarters']).toMatchObject([{ quarter: '2026-Q1', reports: 32, victims: 32, addresses: 32 }]);
  });

  it('are written beside a tally of all regions, of those erased too, which the public API cannot read', async () => {
    expect(await tallyOf('2026-Q1')).toMatchObject({ 'reports#AL-11': { N: '32' } });
    expect((await ask({ year: '2026' })).text).not.toContain('AL-11');
  });

  it('never change again, whatever is added later', async () => {
    const before = await quarters();
    await count(50);
    await freezeOn('2026-05-30T00:00:00.000Z');
    expect(await quarters()).toEqual(before);
  });

  it('are made anew when a case is erased while they are made', async () => {
    const after = '2026-07-30T00:00:00.000Z';
    await count(20, { quarter: '2026-Q2', month: '2026-05' });
    const erasesOne = async (quarter: string) => {
      if (quarter === '2026-Q2') await tally(quarter, 'reports#AL-12');
    };
    expect(await freezeOn(after, erasesOne)).toEqual({ nextAt: after });
    expect(await quarters()).toHaveLength(1);
    await freezeOn(after);
    expect((await quarters())[1]).toMatchObject({ quarter: '2026-Q2', reports: 20 });
    expect(await tallyOf('2026-Q2')).toMatchObject({ 'reports#AL-11': { N: '20' }, 'reports#AL-12': { N: '1' } });
  });

  it('have no quarter in which nothing was told', async () => {
    await freezeOn('2027-01-30T00:00:00.000Z');
    expect((await quarters()).map(({ quarter }) => quarter)).toEqual(['2026-Q1', '2026-Q2']);
    expect(await quarters('2025')).toEqual([]);
  });

  it('may be kept for five minutes, and are not sent again to who has them', async () => {
    const first = await ask({ year: '2026' });
    expect(first.headers).toMatchObject({ 'Cache-Control': 'public, max-age=300' });
    expect(first.json).toHaveProperty('help');
    const again = await ask({ year: '2026' }, { 'If-None-Match': String(first.headers['ETag']) });
    expect(again).toMatchObject({ status: 304, text: '' });
  });

  it.each([{}, { year: '26' }, { year: 'last' }, { year: '1999' }])(
    'say which year they need, asked for %j',
    async (query) => {
      expect(await ask(query)).toMatchObject({ status: 422, json: { errors: [{ pointer: '/year' }] } });
    },
  );
});
