import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk } from '../case-desk/desk.ts';
import type { Desk } from '../case-desk/desk.ts';
import { onReferrals } from '../case-desk/referrals/referral-desk.ts';
import { bullying } from '../case-desk/reports.ts';
import { officeBeside } from './office.ts';

let desk: Desk;
let office: ReturnType<typeof officeBeside>;
const { proposed, on, override } = onReferrals(() => desk);
const police = 'police_cybercrime-1';
const contact = 'contact-police';

beforeAll(async () => {
  desk = await openDesk();
  office = officeBeside(desk);
  await office.contact(contact, 'police_cybercrime', { codeBy: 'mail' });
});
afterAll(() => desk.stop());

/** A case of which the police hear by mail, as the desk of this handler sends it. */
async function sent(isDeskOpen: boolean): Promise<{ caseNumber: string; caseId: string }> {
  const { caseNumber } = await proposed(bullying);
  await desk.command('officer', caseNumber, 'referrals', {
    institution: 'police_cybercrime',
    basis: 'al_vkm_465_2019',
  });
  const body = { fields: ['narrative'], ...override, notToldFirstBecause: 'reporter_unsafe' };
  const at = desk.with({ isDeskOpen });
  expect((await desk.commandAt(at, 'officer', caseNumber, `referrals/${police}/sending`, body)).status).toBe(200);
  await office.tell(caseNumber);
  await office.nextDigest();
  return { caseNumber, caseId: (await desk.stateOf(caseNumber)).case.caseId };
}

const keysOfDesk = async () => (await desk.rows('keys')).filter(({ pk }) => pk?.S?.startsWith('DESK#'));

describe('while the desk is closed', () => {
  it('sending and reminding issue nothing, and the mails say what they said before', async () => {
    const { caseNumber, caseId } = await sent(false);
    expect((await on(caseNumber, police, 'reminder', {})).status).toBe(200);
    await office.tell(caseNumber);
    await office.nextDigest();
    expect(await office.accesses.ofReferral(caseId, police)).toEqual([]);
    expect(await keysOfDesk()).toEqual([]);
    expect(desk.keys.made.map(({ purpose }) => purpose)).not.toContain('access');
    const texts = office.mailsTo(contact).map(({ text }) => text.split('\n').slice(0, -3));
    const reference = `Reference: ${caseNumber} / ${police}`;
    const silent = 'On purpose this mail does not say what and whom it is about.';
    expect(texts).toEqual([
      [
        'iSIGURT.al turns to you with a referral.',
        silent,
        reference,
        'Severity: normal',
        expect.stringMatching(/^Due \(.+\): /),
        expect.stringMatching(/^Call us at .+ and say the reference: we tell you everything and note who/),
      ],
      [
        'iSIGURT.al is still waiting for your answer.',
        silent,
        reference,
        'Severity: normal',
        expect.stringMatching(/^Due \(.+\): /),
        expect.stringMatching(/^Call us at .+ and say the reference, also when you cannot take it\.$/),
      ],
    ]);
  });

  it('no code is read out and none is ended, and the case offers neither', async () => {
    const { caseNumber } = await sent(false);
    for (const step of ['access', 'access-end']) {
      const { status, json } = await on(caseNumber, police, step, { contact });
      expect([status, json['because']]).toEqual([409, 'no_access_code']);
    }
    const ofAccess = async (isDeskOpen: boolean) => {
      const { json } = await desk.showAt(desk.with({ isDeskOpen }), 'officer', caseNumber);
      return (json['may'] as string[]).filter((action) => ['issue_access', 'revoke_access'].includes(action));
    };
    expect(await ofAccess(true)).toEqual(['issue_access', 'revoke_access']);
    expect(await ofAccess(false)).toEqual([]);
  });

  it('taking a referral back still takes away the keys of codes from before', async () => {
    const { caseNumber, caseId } = await sent(true);
    expect(await office.accesses.ofReferral(caseId, police)).toHaveLength(1);
    expect(await keysOfDesk()).toHaveLength(1);
    expect((await on(caseNumber, police, 'withdrawal', { because: 'sent_in_error' })).status).toBe(200);
    expect(await keysOfDesk()).toEqual([]);
  });
});
