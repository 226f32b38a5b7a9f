import { describe, expect, it } from 'vitest';
import { healthAnswerSchema, taxonomyAnswerSchema } from '#shared/contracts/http/answers.ts';
import { securityHeaders } from '#shared/contracts/http/security-headers.ts';
import type { TaxonomyAnswer } from '#shared/contracts/http/public/taxonomy.ts';
import { country } from '#shared/country/current.ts';
import { audiences } from '#shared/domain/help/audience.ts';
import { informationRoutes } from '#functions/information/routes.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { callHandler } from '#test/support/gateway.ts';

const handler = httpHandler(informationRoutes(country, { ofYear: async () => [] }), country);

const ask = (query: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  callHandler(handler, { resource: '/v1/taxonomy', query, headers });

describe('the taxonomy', () => {
  it('is whole for every language and audience', async () => {
    for (const lang of country.languages) {
      for (const audience of audiences) {
        const { status, json } = await ask({ lang, audience });
        expect(status).toBe(200);
        expect(taxonomyAnswerSchema.safeParse(json).error).toBeUndefined();
        expect(json).toMatchObject({ language: lang, audience });
        const labels = JSON.stringify(json).match(/"(label|name|beforeYouSend|showFirst)":""/);
        expect(labels).toBeNull();
      }
    }
  });

  it('offers what a report may say, and nothing only staff may set', async () => {
    const { json } = await ask();
    const { categories, regions, platforms } = json as unknown as TaxonomyAnswer;
    expect(categories.map(({ code }) => code)).toEqual(
      country.categories.filter((one) => one.public).map(({ code }) => code),
    );
    expect(regions.flatMap((region) => region.municipalities)).toHaveLength(
      country.regions.flatMap((region) => region.municipalities).length,
    );
    expect(platforms.map(({ code }) => code)).toEqual(country.platforms);
  });

  it('speaks as to a child unless told otherwise, and never says CSAM to one', async () => {
    const plain = await ask({ lang: 'en' });
    expect(plain.text).toBe((await ask({ lang: 'en', audience: 'child' })).text);
    expect(plain.text).not.toMatch(/"label":"[^"]*(CSAM|child sexual abuse material)/i);
  });

  it('takes the language asked for, else the browser’s, else the pack’s', async () => {
    const languageOf = async (...asked: Parameters<typeof ask>): Promise<unknown> =>
      (await ask(...asked)).json['language'];
    expect(await languageOf({ lang: 'en-GB' }, { 'Accept-Language': 'sq' })).toBe('en');
    expect(await languageOf({ lang: 'xx' }, { 'Accept-Language': 'en' })).toBe('en');
    expect(await languageOf()).toBe(country.defaultLanguage);
  });

  it('refuses an audience it does not know', async () => {
    const answer = await ask({ audience: 'cats' });
    expect(answer.status).toBe(422);
    expect(answer.headers['Cache-Control']).toBe('no-store');
    expect(answer.json['errors']).toEqual([expect.objectContaining({ pointer: '/audience', code: 'unknown_code' })]);
  });

  it('may be kept for five minutes, and is not sent again to who has it', async () => {
    const first = await ask({ lang: 'en' });
    expect(first.headers).toMatchObject({
      ...securityHeaders,
      'Cache-Control': 'public, max-age=300',
      'Content-Language': 'en',
    });
    const again = await ask({ lang: 'en' }, { 'If-None-Match': String(first.headers['ETag']) });
    expect(again).toMatchObject({ status: 304, text: '' });
    expect((await ask({ lang: 'sq' }, { 'If-None-Match': String(first.headers['ETag']) })).status).toBe(200);
  });
});

it('serves the API document, the one answer without help', async () => {
  const answer = await callHandler(handler, { resource: '/openapi.json' });
  expect(answer.json).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
  expect(answer.json).not.toHaveProperty('help');
  expect(answer.headers).toMatchObject({ ...securityHeaders, 'Cache-Control': 'no-store' });
});

it('says that it is well', async () => {
  const answer = await callHandler(handler, { resource: '/health' });
  expect(healthAnswerSchema.safeParse(answer.json).error).toBeUndefined();
});
