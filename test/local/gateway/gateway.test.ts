import { describe, expect, it } from 'vitest';
import { seededPeople } from '#infra/local/sign-in/seed-people.ts';
import { startTinyBesa } from '../tiny-besa.ts';

type Policy = { PolicyDocument: { Statement: { Action: string[] }[] } };

describe('the gateway', () => {
  it('answers an address that is not there in the template’s words', async () => {
    const besa = await startTinyBesa();
    const answer = await fetch(`${besa.url}/v1/nothing`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(await answer.json()).toEqual({ type: 'not_found', said: 'Missing Authentication Token' });
    expect((await fetch(`${besa.url}/v1/things`, { method: 'DELETE' })).status).toBe(404);
  });

  it('lets nobody into the staff API without a token of ours that is still good', async () => {
    const besa = await startTinyBesa();
    const ask = async (authorization?: string) =>
      fetch(`${besa.url}/staff/v1/things`, {
        method: 'POST',
        body: '{"id":"s"}',
        ...(authorization === undefined ? {} : { headers: { authorization } }),
      });
    const [first] = besa.staff();
    const token = (await besa.signIn(first?.user ?? '')) ?? '';
    const changed = `${token.slice(0, -6)}${token.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'}`;
    expect((await ask()).status).toBe(401);
    expect((await ask('Bearer nonsense')).status).toBe(401);
    expect((await ask(`Bearer ${changed}`)).status).toBe(401);
    const answer = await ask(`Bearer ${token}`);
    expect(answer.status).toBe(201);
    expect(((await answer.json()) as { claims: Record<string, string> }).claims).toMatchObject({
      sub: first?.user,
      scope: 'tiny/staff',
      token_use: 'access',
    });
    await besa.clock.advance(61 * 60_000);
    expect((await ask(`Bearer ${token}`)).status).toBe(401);
  });

  it('says so when a function fails, and only that', async () => {
    const besa = await startTinyBesa();
    const answer = await fetch(`${besa.url}/v1/things`, { method: 'POST', body: 'no JSON' });
    expect(answer.status).toBe(502);
    expect(await answer.json()).toEqual({ message: 'Internal server error' });
  });

  it('answers a request whose function dies, and the next one is taken', async () => {
    const besa = await startTinyBesa();
    besa.faults.inject(({ action }) => action === 'TransactWriteItems', { kind: 'crash', when: 'before' });
    expect((await besa.put({ id: 'a' })).status).toBe(502);
    expect(await besa.row('a', 'EVENT')).toBeUndefined();
    expect((await besa.put({ id: 'a' })).status).toBe(201);
  });
});

describe('the role check', () => {
  it('refuses a call when its permission is taken away, and names it', async () => {
    const besa = await startTinyBesa({
      change: ({ Resources }) => {
        const policies = Resources['TakerRole']?.Properties?.['Policies'] as Policy[];
        const [rights] = policies;
        if (rights !== undefined) {
          rights.PolicyDocument.Statement = rights.PolicyDocument.Statement.filter(
            ({ Action }) => !Action.includes('dynamodb:PutItem'),
          );
        }
      },
    });
    expect((await besa.put({ id: 'a' })).status).toBe(502);
    expect(besa.refusals()).toMatchObject([{ function: 'taker', action: 'dynamodb:PutItem' }]);
    expect(await besa.row('a', 'EVENT')).toBeUndefined();
  });

  it('refuses a table whose key may not be used through it', async () => {
    const besa = await startTinyBesa({
      change: ({ Resources }) => {
        const policies = Resources['TakerRole']?.Properties?.['Policies'] as Policy[];
        policies[0]?.PolicyDocument.Statement.pop();
      },
    });
    expect((await besa.put({ id: 'a' })).status).toBe(502);
    expect(besa.refusals()).toMatchObject([{ function: 'taker', action: 'kms:Decrypt' }]);
  });
});

describe('the local pages', () => {
  it('take no order from a plain form', async () => {
    const besa = await startTinyBesa();
    const answer = await fetch(`${besa.url}/local/clock`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"advance":"PT1H"}',
    });
    expect(answer.status).toBe(400);
  });

  it('show queues, clock, people and mails', async () => {
    const besa = await startTinyBesa();
    const get = async (path: string, headers = {}) => fetch(`${besa.url}/local/${path}`, { headers });
    expect(await (await get('queues')).json()).toEqual([
      { name: 'doer', visible: 0, inFlight: 0, deadLetters: 0 },
      { name: 'mover', visible: 0, inFlight: 0, deadLetters: 0 },
    ]);
    expect(await (await get('inbox')).json()).toEqual([]);
    expect(await (await get('inbox', { accept: 'text/html' })).text()).toContain('No mail yet');
    expect(await (await get('staff')).json()).toHaveLength(seededPeople.length);
    expect(await (await get('clock')).json()).toEqual({ now: expect.stringMatching(/^2.*Z$/u) as string });
    const signIn = async (user: string) =>
      fetch(`${besa.url}/local/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ user }),
      });
    expect((await signIn('staff-arta')).status).toBe(200);
    expect((await signIn('staff-grace')).status).toBe(404);
    const bounce = async (body: object) =>
      fetch(`${besa.url}/local/bounces`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await bounce({ for: 'PT1M', domain: 'besa.example' })).status).toBe(200);
    expect((await bounce({ domain: 'besa.example' })).status).toBe(400);
  });
});
