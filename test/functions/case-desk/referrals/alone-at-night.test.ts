import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { staffRows } from '#shared/adapters/aws/directory/directory.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { openDesk, people, receivedAt } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { bullying } from '../reports.ts';
import { addContacts, onReferrals } from './referral-desk.ts';

// The desk opens at eleven at night, local time.
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  await addContacts(desk);
});
afterEach(() => desk.stop());

const { police, proposed, referral, on, typesOf } = onReferrals(() => desk);
const call = {
  fields: [],
  ground: 'override',
  overrideBecause: 'danger_to_life',
  notToldFirstBecause: 'no_time_danger',
  call: { name: 'Inspector on duty' },
};
const tenInTheMorning = plusMinutes(receivedAt, 11 * 60);

describe('A counsellor who is alone', () => {
  it('sends a critical referral by a call at night; an officer then owes a look, and somebody else records it', async () => {
    const { caseNumber } = await proposed();
    const sent = await on(caseNumber, police, 'sending', call, 'counsellor');
    expect(sent.status).toBe(200);
    expect(await referral(caseNumber, police)).toMatchObject({
      status: 'acknowledged',
      approvedBy: people.counsellor.id,
      calledAt: receivedAt,
      lookOwedSince: receivedAt,
    });
    await desk.reconcile(caseNumber);
    const looks = async () => (await desk.stateOf(caseNumber)).timers.filter(({ kind }) => kind === 'call_look');
    expect(await looks()).toMatchObject([{ deadline: plusMinutes(receivedAt, 24 * 60) }]);
    expect((await desk.attention('supervisor')).json).toMatchObject({
      cases: [
        {
          caseNumber,
          concerns: expect.arrayContaining([{ what: 'call_not_looked_at', since: receivedAt, referral: police }]),
        },
      ],
    });

    expect((await on(caseNumber, police, 'look', {}, 'counsellor')).status).toBe(403);
    expect((await on(caseNumber, police, 'look', {}, 'supervisor')).status).toBe(200);
    expect((await on(caseNumber, police, 'look', {}, 'officer')).status).toBe(200);
    expect(await referral(caseNumber, police)).toMatchObject({ lookedBy: people.supervisor.id });
    expect((await typesOf(caseNumber)).filter((type) => type === 'referral.looked')).toHaveLength(1);
    await desk.reconcile(caseNumber);
    expect(await looks()).toEqual([]);
  });

  it('sends nothing by mail, and learns in plain words what stands against it', async () => {
    const { caseNumber } = await proposed();
    const { call: _, ...byMail } = call;
    const refused = await on(caseNumber, police, 'sending', byMail, 'counsellor');
    expect([refused.status, refused.json['because']]).toEqual([403, 'no_call']);
    expect(refused.json['type']).toBe('urn:besa:problem:needs_officer');
    expect((await referral(caseNumber, police))?.status).toBe('proposed');
  });

  it('sends nothing about a case that is not critical', async () => {
    const { caseNumber } = await proposed(bullying);
    const id = (await desk.stateOf(caseNumber)).case.referrals?.[0]?.id ?? police;
    const refused = await on(caseNumber, id, 'sending', call, 'counsellor');
    expect([refused.status, refused.json['because']]).toEqual([403, 'not_critical']);
  });

  it('by day sends nothing while an officer is on duty, and sends when none is', async () => {
    const { caseNumber } = await proposed();
    desk.clock.set(tenInTheMorning);
    await onDuty('officer', ['duty']);
    const refused = await on(caseNumber, police, 'sending', call, 'counsellor');
    expect([refused.status, refused.json['because']]).toEqual([403, 'somebody_on_duty']);
    await onDuty('officer', []);
    expect((await on(caseNumber, police, 'sending', call, 'counsellor')).status).toBe(200);
  });

  it('leaves no look to be owed when an officer makes the call', async () => {
    const { caseNumber } = await proposed();
    expect((await on(caseNumber, police, 'sending', call, 'officer')).status).toBe(200);
    expect(await referral(caseNumber, police)).not.toHaveProperty('lookOwedSince');
    expect((await on(caseNumber, police, 'look', {}, 'supervisor')).json['because']).toBe('no_look_owed');
  });
});

/** Gives a person these duties, and everybody else who may send none. */
async function onDuty(who: 'officer', duties: string[]): Promise<void> {
  const { db, tables } = desk.database;
  for (const one of ['officer', 'other', 'supervisor'] as const) {
    const person = { ...people[one], duties: one === who ? duties : [] };
    for (const Item of staffRows(person)) await db.send(new PutItemCommand({ TableName: tables.directory, Item }));
  }
}
