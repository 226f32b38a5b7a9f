import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { onReferrals } from './referral-desk.ts';

catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const { police, sending, proposed, referral, on, typesOf, gapsOf } = onReferrals(() => desk);

describe('an exclusion', () => {
  it('keeps an institution out: its proposal is dropped, and none can be made', async () => {
    const { caseNumber } = await proposed();
    const excluded = await desk.decide('officer', caseNumber, 'exclusions', {
      institutions: ['police_cybercrime'],
      people: [],
    });
    expect(excluded.status).toBe(200);
    expect(await referral(caseNumber, police)).toMatchObject({ status: 'dropped', droppedBecause: 'conflict' });
    const again = { institution: 'police_cybercrime', basis: 'al_cc_300' };
    expect((await desk.command('officer', caseNumber, 'referrals', again)).json).toMatchObject({
      because: 'institution_excluded',
    });
    expect((await typesOf(caseNumber)).slice(-2)).toEqual(['case.exclusions_set', 'referral.dropped']);
  });

  it('keeps a colleague out of the case, its words and every command, and takes the case from them', async () => {
    const { caseNumber } = await proposed();
    await desk.command('other', caseNumber, 'claim', {});
    await desk.decide('officer', caseNumber, 'exclusions', { institutions: [], people: ['staff-other'] });
    expect((await desk.stateOf(caseNumber)).case.assignee).toBeUndefined();
    const tries = [
      await desk.show('other', caseNumber),
      await desk.command('other', caseNumber, 'read', { reason: 'on_duty' }),
      await desk.command('other', caseNumber, 'claim', {}),
      await on(caseNumber, police, 'sending', sending, 'other'),
    ];
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await desk.command('supervisor', caseNumber, 'claim', {})).status).toBe(200);
  });

  it('by two officers at once loses neither: whoever comes second has to look at what the first has said', async () => {
    const { caseNumber } = await proposed();
    const { revision } = (await desk.stateOf(caseNumber)).case;
    const seen = { 'If-Match': `"${revision}"` };
    const first = { institutions: [], people: ['staff-other'] };
    expect((await desk.command('officer', caseNumber, 'exclusions', first)).status).toBe(428);
    expect((await desk.command('officer', caseNumber, 'exclusions', first, seen)).status).toBe(200);
    const second = { institutions: ['police_cybercrime'], people: [] };
    expect((await desk.command('supervisor', caseNumber, 'exclusions', second, seen)).status).toBe(412);
    expect((await desk.stateOf(caseNumber)).case.exclusions).toEqual(first);
  });

  it('names institutions and people there are, and is set by officers', async () => {
    const { caseNumber } = await proposed();
    const unknown = await desk.decide('officer', caseNumber, 'exclusions', { institutions: ['mayor'], people: [] });
    expect(gapsOf(unknown)).toEqual(['/institutions/0 unknown_code']);
    const mistyped = { institutions: [], people: ['staff-other', 'staff-othre'] };
    expect(gapsOf(await desk.decide('officer', caseNumber, 'exclusions', mistyped))).toEqual([
      '/people/1 unknown_code',
    ]);
    expect((await desk.stateOf(caseNumber)).case.exclusions).toBeUndefined();
    const mine = await desk.decide('counsellor', caseNumber, 'exclusions', { institutions: [], people: [] });
    expect(mine.status).toBe(403);
  });
});
