import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseFinder } from '#shared/adapters/aws/cases/case-finder.ts';
import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import type { Database } from '#test/support/engine.ts';
import { startDatabase } from '#test/support/engine.ts';
import { callHandler, postOf } from '#test/support/gateway.ts';
import { zembla } from '#test/support/invented-country.ts';
import { publicApi, steppedClock } from '#test/support/public-api.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase('memory');
});
afterAll(() => database.stop());

it('in another country a reporter adds, withdraws and locks in its words, codes, clocks and texts', async () => {
  const { intake, followUp } = publicApi(database, zembla, steppedClock('2026-11-20T20:10:00.000Z'));
  const report = { category: 'lost_pet', narrative: 'x' };
  const taken = await callHandler(intake, postOf('/v1/reports', report));
  const receipt = taken.json['receipt'];
  const ask = (name: string, body: object = {}) =>
    callHandler(followUp, postOf(`/v1/follow-up/${name}`, { receipt, ...body }));

  const accounts = [{ platform: 'pigeon', handle: 'somebody' }];
  const added = await ask('messages', { text: 'έχει μαχαίρι', accounts });
  expect(added.status).toBe(201);
  expect(added.json).toMatchObject({
    readBy: '2026-11-20T20:40:00.000Z',
    nextStep: '«nextStep» «within» 30 «minutes» «meanwhile violence»',
    help: [{ phone: '999' }, { phone: '777' }],
  });
  const foreign = await ask('messages', { text: 'x', accounts: [{ platform: 'instagram', handle: 'x' }] });
  expect(foreign.json['errors']).toMatchObject([{ pointer: '/accounts/0/platform', code: 'unknown_code' }]);
  expect((await ask('withdrawal')).json['text']).toMatch(/^«withdrawal» /);
  expect((await ask('lock')).json['text']).toBe('«lock»');

  const caseId = await caseFinder(database.db, database.tables).byNumber(String(taken.json['caseNumber']));
  const state = await caseReader(database.db, database.tables).load(caseId ?? '');
  expect(state?.case).toMatchObject({
    words: ['words_weapon'],
    severity: 'critical',
    withdrawal: { waitUntil: '2026-11-20T21:50:00.000Z' },
  });
});
