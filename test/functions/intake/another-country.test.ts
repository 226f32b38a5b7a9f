import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportAnswerSchema, taxonomyAnswerSchema } from '#shared/contracts/http/answers.ts';
import { examples } from '#shared/contracts/http/openapi/openapi-texts.ts';
import { openApiDocument } from '#shared/contracts/http/openapi/openapi.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { giveTaxonomy } from '#functions/information/give-taxonomy.ts';
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

describe('in another country', () => {
  const here = () => publicApi(database, zembla, steppedClock('2026-11-20T20:10:00.000Z'));

  it('a report is taken in its codes, words, times and numbers, and followed up', async () => {
    const { intake, followUp } = here();
    const body = { category: 'lured', narrative: 'έλα μόνος', platform: 'pigeon', place: { municipality: 'ZZ-A-1' } };
    const taken = await callHandler(intake, postOf('/v1/reports', body, { 'Accept-Language': 'en, sq' }));
    expect(taken.status).toBe(201);
    expect(reportAnswerSchema.safeParse(taken.json).error).toBeUndefined();
    expect(taken.json).toMatchObject({
      promise: { readBy: '2026-11-20T20:40:00.000Z', handleBy: '2026-11-21T20:10:00.000Z' },
      nextStep: '«nextStep» «within» 30 «minutes» «meanwhile now»',
      // The line answers in this region, and the block was written for it.
      help: [{ phone: '555' }, { phone: '777' }],
      guidance: [{ title: '«alpha»', text: '«alpha text»' }],
    });
    const elsewhere = await callHandler(intake, postOf('/v1/reports', { ...body, place: {} }));
    expect(elsewhere.json).toMatchObject({
      help: [{ phone: '777' }],
      guidance: [{ title: '«guidance»', text: '«guidance text»' }],
    });
    const followed = await callHandler(followUp, postOf('/v1/follow-up', { receipt: taken.json['receipt'] }));
    expect(followed.json['status']).toEqual({ code: 'received', text: '«received»' });
  });

  it('codes of elsewhere are unknown', async () => {
    const body = { category: 'cyberbullying', narrative: 'x', place: { region: 'AL-11' } };
    const { json } = await callHandler(here().intake, postOf('/v1/reports', body));
    expect(json['errors']).toEqual([
      { pointer: '/category', code: 'unknown_code', message: '«unknown_code»' },
      expect.objectContaining({ pointer: '/place/region', code: 'unknown_code' }),
    ]);
  });

  it('taxonomy and API document are its own', async () => {
    const handle = giveTaxonomy(zembla);
    const handler = httpHandler([{ method: 'GET', path: '/v1/taxonomy', cacheSeconds: 300, handle }], zembla);
    const { json } = await callHandler(handler, { resource: '/v1/taxonomy', query: { lang: 'sq' } });
    expect(taxonomyAnswerSchema.safeParse(json).error).toBeUndefined();
    expect(json).toMatchObject({ language: 'el', country: 'ZZ', regions: [{ code: 'ZZ-A' }] });

    const document = JSON.stringify(openApiDocument(zembla));
    expect(document).toContain('ZZ-A-1');
    expect(document).not.toMatch(/AL-11|cyberbullying|"sq"/);
    const taken = await callHandler(here().intake, postOf('/v1/reports', examples.report(zembla)));
    expect(taken.status).toBe(201);
  });
});
