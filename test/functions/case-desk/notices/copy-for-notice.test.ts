import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk, people } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { bullying, canary, extortion } from '../reports.ts';

const lines = catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const copy = (caseNumber: string, body: object, who: 'officer' | 'other' | 'counsellor' = 'officer') =>
  desk.command(who, caseNumber, 'copy-for-notice', body, { 'Idempotency-Key': '' });
const logOf = async (caseNumber: string) => {
  const { caseId } = (await desk.stateOf(caseNumber)).case;
  return (await desk.rows('accessLog'))
    .filter(({ pk }) => pk?.S === `CASE#${caseId}`)
    .map(({ action, actor, reason }) => [action?.S, actor?.S, reason?.S]);
};

describe('the copy for a notice', () => {
  it('gives what was ticked as typed, to be pasted, from the report and from messages', async () => {
    const { caseNumber, receipt } = await desk.receive(extortion);
    await desk.ask('messages', {
      receipt,
      text: canary,
      urls: ['https://canary.example/later'],
      accounts: [{ handle: '@leo.tirana09' }],
    });
    const before = await desk.stateOf(caseNumber);
    const { status, json } = await copy(caseNumber, { platform: 'instagram', addresses: [2, 0], accounts: [1] });
    expect([status, json]).toMatchObject([
      200,
      {
        addresses: ['https://canary.example/later', 'https://canary.example/photos'],
        accounts: [{ handle: '@leo.tirana09' }],
        text: 'https://canary.example/later\nhttps://canary.example/photos\n@leo.tirana09',
      },
    ]);
    expect(json).not.toHaveProperty('narrative');
    expect(await desk.stateOf(caseNumber)).toEqual(before);
    expect(await logOf(caseNumber)).toEqual([['export', people.officer.id, 'notice instagram']]);
    expect(JSON.stringify(lines())).not.toContain('canary.example');
  });

  it('in a CSAM-flagged case gives addresses to cleared staff alone, and accounts to all who follow notices', async () => {
    const { caseNumber } = await desk.receive(extortion);
    for (const who of ['other', 'counsellor'] as const) {
      const refused = await copy(caseNumber, { addresses: [0] }, who);
      expect([refused.status, refused.json['because']]).toEqual([403, 'clearance']);
      expect((await copy(caseNumber, { accounts: [0] }, who)).json['accounts']).toEqual(extortion.accounts);
    }
    expect((await logOf(caseNumber)).length).toBe(2);
    const plain = await desk.receive(bullying);
    expect((await copy(plain.caseNumber, { addresses: [0] }, 'counsellor')).json['text']).toBe(
      'https://chat.example/group',
    );
  });

  it('opens nothing when the access log cannot be written', async () => {
    const { caseNumber } = await desk.receive(extortion);
    const noLog = desk.with({ accessLog: { record: () => Promise.reject(new Error('The log is away.')) } });
    const closed = await desk.commandAt(noLog, 'officer', caseNumber, 'copy-for-notice', { addresses: [0] });
    expect(closed.status).toBe(500);
    expect(closed.text).not.toContain('canary.example');
  });

  it.each([
    [{}, '/addresses', 'required'],
    [{ addresses: [], accounts: [] }, '/addresses', 'required'],
    [{ addresses: [0, 7] }, '/addresses/1', 'unknown_code'],
    [{ accounts: [1] }, '/accounts/0', 'unknown_code'],
    [{ addresses: [0], platform: 'nowhere' }, '/platform', 'unknown_code'],
    [{ addresses: [0], platform: 'email' }, '/platform', 'unknown_code'],
    [{ addresses: [-1] }, '/addresses/0', 'too_small'],
    [{ addresses: [0], narrative: true }, '/narrative', 'unknown_field'],
  ])('is refused by field: %j', async (body, pointer, code) => {
    const { caseNumber } = await desk.receive(extortion);
    const { status, json } = await copy(caseNumber, body);
    expect([status, json['errors']]).toMatchObject([422, [{ pointer, code }]]);
  });

  it('is for those who follow notices, and for nobody whom the case excludes', async () => {
    const { caseNumber } = await desk.receive(extortion);
    for (const who of ['volunteer', 'head', 'auditor', 'statistician', 'administrator', 'gone'] as const) {
      expect((await desk.command(who, caseNumber, 'copy-for-notice', { accounts: [0] })).status).toBe(403);
    }
    await desk.decide('officer', caseNumber, 'exclusions', { institutions: [], people: [people.other.id] });
    expect((await copy(caseNumber, { accounts: [0] }, 'other')).status).toBe(404);
  });
});
