import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followUpAnswerSchema } from '#shared/contracts/http/answers.ts';
import { albania } from '#shared/country/al/pack.ts';
import type { Database } from '#test/support/engine.ts';
import { startDatabase } from '#test/support/engine.ts';
import { callHandler, postOf } from '#test/support/gateway.ts';
import { publicApi, steppedClock } from '#test/support/public-api.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase('memory');
});
afterAll(() => database.stop());

/** Sends a report and looks at it again by its receipt. */
async function reported(body: object) {
  const { intake, followUp } = publicApi(database, albania, steppedClock('2026-11-20T20:10:00.000Z'));
  const sent = { narrative: 'Më ndihmoni.', reporter: { role: 'child' }, language: 'en', ...body };
  const { json: taken } = await callHandler(intake, postOf('/v1/reports', sent));
  const look = (more: object) =>
    callHandler(followUp, postOf('/v1/follow-up', { receipt: taken['receipt'], ...more }, { 'Accept-Language': 'en' }));
  const write = (text: string) =>
    callHandler(followUp, postOf('/v1/follow-up/messages', { receipt: taken['receipt'], text }));
  return { taken, look, write };
}

const titles = (json: Record<string, unknown>): string[] =>
  (json['guidance'] as { title: string }[]).map(({ title }) => title);
const phones = (json: Record<string, unknown>): string[] =>
  (json['help'] as { phone: string }[]).map(({ phone }) => phone);

describe('what to do, once more', () => {
  it('comes only when it is asked for', async () => {
    const { look } = await reported({ category: 'missing_child' });
    for (const more of [{}, { guidance: false }]) {
      const { json } = await look(more);
      expect(json).not.toHaveProperty('guidance');
      // A glance at the page does not tell why somebody wrote.
      expect(phones(json)).toEqual(['116111']);
    }
  });

  it('is what the first answer said, with the phones in their order', async () => {
    const { taken, look } = await reported({ category: 'gaming', narrative: 'Dua të vdes.' });
    const answer = await look({ guidance: true });
    expect(followUpAnswerSchema.safeParse(answer.json).error).toBeUndefined();
    expect(answer.json['guidance']).toEqual(taken['guidance']);
    expect(answer.json['help']).toEqual(taken['help']);
    expect(phones(answer.json)).toEqual(['116111', '127']);
  });

  it('follows what the reporter has written since', async () => {
    const { look, write } = await reported({ category: 'question' });
    const answer = await write('Dua të vdes.');
    expect(phones(answer.json)).toEqual(['116111', '127']);
    expect(titles((await look({ guidance: true })).json)[0]).toBe('Talk to someone right now');
  });

  it.each([
    ['is family', { relation: 'family' }],
    ['lives with the child', { relation: 'unsure', livesWithChild: true }],
    ['may live with the child', { livesWithChild: 'unsure' }],
  ])('says nothing of the report when the suspect %s', async (_, suspect) => {
    const { taken, look } = await reported({ category: 'abuse_offline', suspect });
    expect(titles(taken).length).toBeGreaterThan(1);
    const { json } = await look({ guidance: true });
    expect(titles(json)).toEqual(['You can talk to someone']);
    expect(phones(json)).toEqual(['116111']);
  });

  it('is worded for who reported', async () => {
    const { look } = await reported({ category: 'suicide_self_harm', reporter: { role: 'teacher' } });
    expect(titles((await look({ guidance: true })).json)).toEqual(['Do not leave them alone']);
  });

  it('is not given for a code that leads nowhere', async () => {
    const { followUp } = publicApi(database, albania, steppedClock('2026-11-20T20:10:00.000Z'));
    const answer = await callHandler(
      followUp,
      postOf('/v1/follow-up', { receipt: '7K3M-9QXR-2F5T-8WNA-W', guidance: true }),
    );
    expect([404, 422]).toContain(answer.status);
    expect(answer.json).not.toHaveProperty('guidance');
  });

  it('is asked for with yes or no alone', async () => {
    const { look } = await reported({ category: 'question' });
    expect((await look({ guidance: 'yes' })).status).toBe(422);
  });
});
