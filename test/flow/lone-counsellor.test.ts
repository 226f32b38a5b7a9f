import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, timesOf, type BesaUnderTest } from '#test/support/running-besa.ts';
import { takeInHand } from '#test/support/take-in-hand.ts';

let besa: BesaUnderTest;
beforeAll(async () => {
  besa = await startTestBesa();
});
afterAll(() => besa.end());

const police = 'police_cybercrime-1';
const clock = `1.call_look.referral-${police}`;
const call = {
  fields: [],
  ground: 'override',
  overrideBecause: 'crime_against_child',
  notToldFirstBecause: 'no_time_danger',
  call: { name: 'Inspector on duty at 129' },
};
const resolution = {
  outcome: 'advice_given',
  message: 'This is what we did, and whom you can call.',
  dutyToReport: { decision: 'required', basis: 'al_law_18_2017', sentTo: 'police_cybercrime' },
};

it('a counsellor alone at night rings 129, records it and resolves; an officer owes a look, is reminded, and looks', async () => {
  const [arta, blerim, elira] = await Promise.all(['staff-arta', 'staff-blerim', 'staff-elira'].map(besa.signIn));
  if (!arta || !blerim || !elira) throw new Error('Somebody did not sign in.');
  // From ten in the morning to two at night, local time.
  await besa.advance('PT16H');
  const { caseNumber } = (await besa.report(reportOf.critical)).body;
  await besa.inside.quiet();
  await takeInHand(arta, caseNumber);
  const { call: _, ...byMail } = call;
  const refused = await arta.command(caseNumber, `referrals/${police}/sending`, byMail);
  expect([refused.status, refused.body['because']]).toEqual([403, 'no_call']);

  expect((await arta.command(caseNumber, `referrals/${police}/sending`, call)).status).toBe(200);
  await besa.inside.quiet();
  const resolved = await arta.decide(caseNumber, 'resolution', resolution);
  expect([resolved.status, resolved.body['because']]).toEqual([200, undefined]);
  await besa.inside.quiet();
  const timers = async () => (await elira.show(caseNumber)).body.timers.map(({ id }) => id);
  expect(await timers()).toContain(clock);

  // The look outlives the end of the case. Missed after a day, it climbs the ladder of the case.
  await besa.advance('PT24H1M');
  const { history } = (await elira.show(caseNumber)).body;
  const ofClock = history.filter(({ data }) => data['timer'] === clock).map(({ type }) => type);
  expect(ofClock).toEqual(expect.arrayContaining(['sla.warned', 'sla.missed', 'case.escalated']));
  expect(
    (await besa.inbox()).some(({ subject, text }) => subject.includes(caseNumber) && /telefonatën/.test(text)),
  ).toBe(true);

  expect((await arta.command(caseNumber, `referrals/${police}/look`, {})).status).toBe(403);
  expect((await blerim.command(caseNumber, `referrals/${police}/look`, {})).status).toBe(200);
  await besa.inside.quiet();
  const looked = (await elira.show(caseNumber)).body;
  expect(timesOf(looked, 'referral.looked')).toBe(1);
  expect(await timers()).not.toContain(clock);
  expect(besa.inside.refusals()).toEqual([]);
});
