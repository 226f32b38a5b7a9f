import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyExamples } from '#shared/contracts/http/openapi/openapi-staff-examples.ts';
import { routesOfCaseDesk } from '#shared/contracts/http/staff/staff-routes.ts';
import type { StaffRoute } from '#shared/contracts/http/staff/staff-routes.ts';
import { country } from '#shared/country/current.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { callHandler, postOf } from '#test/support/gateway.ts';
import { openDesk, people } from '../desk.ts';
import type { Desk, Who } from '../desk.ts';
import { bullying } from '../reports.ts';

const logged = catchLog();
let desk: Desk;
let bodies: Readonly<Record<string, object>>;
beforeAll(async () => {
  desk = await openDesk();
  bodies = bodyExamples({
    ...country,
    referrals: await country.loadReferrals(),
    problemTexts: await country.loadProblemTexts(),
  });
});
afterAll(() => desk.stop());

const all: readonly StaffRoute[] = Object.values(routesOfCaseDesk).flat();
const table = all.filter(({ path }) => path.includes('{number}'));
const unknown = 'B-0000-0000';

/** How a person is answered by every route of the case desk that names a case, each with a body that is right. */
async function answersTo(who: Who, number: string, tag: string) {
  const named = { number, timer: '1.resolve.report', rung: 'duty', referral: 'r', notice: 'n', approval: 'export-1' };
  return Promise.all(
    table.map(async ({ name, method, path: resource }) => {
      const asked = method === 'GET' ? { method, resource } : postOf(resource, bodies[name] ?? {}, { 'If-Match': tag });
      const answer = await callHandler(desk.desk, {
        ...asked,
        path: named,
        claims: { sub: people[who].id },
      });
      return [name, answer.status, answer.text, answer.headers];
    }),
  );
}

describe('a person whom a case keeps out', () => {
  const exclude = (caseNumber: string, who: readonly Who[]) =>
    desk.decide('officer', caseNumber, 'exclusions', { institutions: [], people: who.map((one) => people[one].id) });

  it.each([
    ['by an exclusion', 'other', 200],
    ['while an exclusion waits', 'head', 202],
  ] as const)('%s, is answered as for a number that no case has, by every route', async (_, who, status) => {
    const { caseNumber } = await desk.receive(bullying);
    expect((await exclude(caseNumber, [who])).status).toBe(status);
    const { revision } = (await desk.stateOf(caseNumber)).case;
    const before = await desk.stateOf(caseNumber);
    const [seen, nothing] = [
      await answersTo(who, caseNumber, `"${revision}"`),
      await answersTo(who, unknown, `"${revision}"`),
    ];
    expect(seen).toEqual(nothing);
    expect(seen.filter(([, answered]) => answered === 404).length).toBeGreaterThan(who === 'head' ? 4 : 30);
    expect(seen.filter(([, answered]) => answered !== 404 && answered !== 403)).toEqual([]);
    expect(await desk.stateOf(caseNumber)).toEqual(before);
    for (const list of [await desk.list(who), await desk.attention(who)]) {
      expect([list.status, list.text.includes(caseNumber)]).toEqual([200, false]);
    }
  });

  it('is named in the log by directory id, and in the access log where they tried to open it', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await exclude(caseNumber, ['other']);
    await desk.command('other', caseNumber, 'read', { reason: 'on_duty' });
    expect(logged()).toContainEqual(
      expect.objectContaining({ code: 'request_refused', problem: 'not_found', actor: 'staff-other' }),
    );
    const rows = await desk.rows('accessLog');
    expect(rows.filter(({ action }) => action?.S === 'refused').at(-1)).toMatchObject({ actor: { S: 'staff-other' } });
  });
});

describe('an accused officer', () => {
  /** Everybody else who has to do with cases. */
  const others = ['counsellor', 'other', 'supervisor', 'head', 'auditor'] as const;
  const ids = (who: readonly Who[]) => ({ institutions: [], people: who.map((one) => people[one].id) });

  async function readCase(): Promise<string> {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    return caseNumber;
  }
  const opens = async (who: Who, caseNumber: string) => (await desk.show(who, caseNumber)).status === 200;

  it('cannot keep everybody out at once: nobody is left to ask, and nothing is changed', async () => {
    const caseNumber = await readCase();
    const { status, json } = await desk.decide('officer', caseNumber, 'exclusions', ids(others));
    expect([status, json['because']]).toEqual([409, 'nobody_to_ask']);
    for (const who of others) expect(await opens(who, caseNumber)).toBe(true);
  });

  it('cannot come to that in small steps, nor exclude, end, lower, give away or erase while it waits', async () => {
    const caseNumber = await readCase();
    const [counsellor, other, supervisor, head] = others;
    expect((await desk.decide('officer', caseNumber, 'exclusions', ids([counsellor]))).status).toBe(200);
    expect((await desk.decide('officer', caseNumber, 'exclusions', ids([counsellor, other]))).status).toBe(200);
    const wide = await desk.decide('officer', caseNumber, 'exclusions', ids([counsellor, other, supervisor]));
    const waitsFor = { approval: 'exclusion-1', roles: ['officer', 'supervisor', 'director'] };
    expect([wide.status, wide.json['waitsFor']]).toEqual([202, waitsFor]);
    // Only the officer could open it then, so the supervisor is not kept out before somebody has decided.
    expect(await opens(supervisor, caseNumber)).toBe(true);

    const refused = [
      await desk.decide('officer', caseNumber, 'exclusions', ids([counsellor, other, head])),
      await desk.decide('officer', caseNumber, 'severity', { severity: 'low', reason: 'prank_or_test' }),
      await desk.decide('officer', caseNumber, 'resolution', { outcome: 'test', noMessageBecause: 'content_only' }),
      await desk.decide('officer', caseNumber, 'closure', { because: 'nothing_left_to_do' }),
      await desk.command('officer', caseNumber, 'export', { reason: 'audit' }),
      await desk.command('officer', caseNumber, 'erasure', {
        because: 'taken_in_error',
        safetyDecision: 'safe_for_now',
      }),
      await desk.command('officer', caseNumber, 'hold', { because: 'audit' }),
    ];
    expect(refused.map(({ status, json }) => [status, json['because']])).toEqual(
      refused.map(() => [409, 'exclusion_waits']),
    );
    expect((await desk.command('officer', caseNumber, 'notes', { text: 'A note.' })).status).toBe(200);
    expect((await desk.command('officer', caseNumber, 'approvals/exclusion-1', { verdict: 'approve' })).status).toBe(
      409,
    );
    expect((await desk.command(supervisor, caseNumber, 'approvals/exclusion-1', { verdict: 'approve' })).status).toBe(
      409,
    );
    expect((await desk.command(head, caseNumber, 'approvals/exclusion-1', { verdict: 'refuse' })).status).toBe(200);
    expect((await desk.decide(supervisor, caseNumber, 'exclusions', ids(['officer']))).status).toBe(200);
    expect([await opens('officer', caseNumber), await opens(counsellor, caseNumber)]).toEqual([false, true]);
  });

  it('is answered the same when the request is sent again, and time grants nothing', async () => {
    const caseNumber = await readCase();
    const { revision } = (await desk.stateOf(caseNumber)).case;
    const headers = { 'Idempotency-Key': 'f3a8b6c1-9d2e-4a57-8c10-5e7b2d4f6a91', 'If-Match': `"${revision}"` };
    const first = await desk.command('officer', caseNumber, 'exclusions', ids(['head']), headers);
    const again = await desk.command('officer', caseNumber, 'exclusions', ids(['head']), headers);
    expect([again.status, again.text]).toEqual([202, first.text]);
    desk.later(60 * 24 * 30);
    const export1 = await desk.command('officer', caseNumber, 'export', { reason: 'audit' });
    expect([export1.status, export1.json['because']]).toEqual([409, 'exclusion_waits']);
    expect((await desk.stateOf(caseNumber)).case.exclusions).toBeUndefined();
  });
});

describe('a director', () => {
  const lists = (...who: Who[]) => ({ institutions: ['police_cybercrime'], people: who.map((one) => people[one].id) });

  it('lifts an exclusion when nobody else who is left with the case can, sees whom it names, and reads nothing', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const set = await desk.decide('officer', caseNumber, 'exclusions', lists('counsellor', 'other'));
    expect(set.status).toBe(200);
    expect((await desk.show('head', caseNumber)).json['exclusions']).toEqual(lists('counsellor', 'other'));
    expect((await desk.show('auditor', caseNumber)).json).not.toHaveProperty('exclusions');
    expect((await desk.show('counsellor', caseNumber)).status).toBe(404);
    expect((await desk.decide('head', caseNumber, 'exclusions', { institutions: [], people: [] })).status).toBe(200);
    expect((await desk.show('counsellor', caseNumber)).status).toBe(200);
    expect((await desk.command('head', caseNumber, 'read', { reason: 'other' })).status).toBe(403);
    const [entry] = (await desk.rows('accessLog')).filter(({ actor }) => actor?.S === 'staff-head');
    expect(entry).toMatchObject({ action: { S: 'exclusion_set' }, excludes: { N: '0' } });
  });

  it('keeps out the supervisor of a case about them, and needs a second person where too few are left', async () => {
    const { caseNumber } = await desk.receive(bullying);
    expect((await desk.decide('head', caseNumber, 'exclusions', lists('supervisor'))).status).toBe(200);
    expect((await desk.show('supervisor', caseNumber)).status).toBe(404);
    const wide = await desk.decide(
      'head',
      caseNumber,
      'exclusions',
      lists('supervisor', 'officer', 'other', 'counsellor'),
    );
    expect([wide.status, (await desk.show('counsellor', caseNumber)).status]).toEqual([409, 200]);
  });
});
