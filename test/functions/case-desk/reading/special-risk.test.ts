import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { country } from '#shared/country/current.ts';
import { concluded, withoutSpecialRisk } from '#shared/domain/case/concluded.ts';
import { proposeReferrals } from '#shared/domain/referrals/propose-referrals.ts';
import { openDesk } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { bullying, handling } from '../reports.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const special = { disability: true, community: 'egyptian' };
const tells = /egyptian|disability/u;

async function noted(): Promise<{ caseNumber: string; receipt: string }> {
  const received = await desk.receive(bullying);
  await desk.command('officer', received.caseNumber, 'read', {});
  const assessed = await desk.decide('officer', received.caseNumber, 'assessment', {
    category: 'cyberbullying',
    ...special,
  });
  expect(assessed.status).toBe(200);
  expect(assessed.text).not.toMatch(tells);
  return received;
}

describe('What staff note of a child at special risk', () => {
  it('is shown with the case to who may read its text, and to nobody else', async () => {
    const { caseNumber } = await noted();
    for (const who of ['officer', 'counsellor'] as const) {
      expect((await desk.show(who, caseNumber)).json['assessed']).toMatchObject(special);
    }
    for (const who of ['director', 'auditor', 'volunteer'] as const) {
      expect((await desk.show(who, caseNumber)).text).not.toMatch(tells);
    }
  });

  it('stands in no list, no answer of a command, no event, and nothing that the reporter reads', async () => {
    const { caseNumber, receipt } = await noted();
    const answers = [
      await desk.list('officer'),
      await desk.attention('officer'),
      await desk.decide('officer', caseNumber, 'handling', { severity: 'normal', ...handling }),
      await desk.followUp(receipt),
    ];
    for (const { status, text } of answers) {
      expect(status).toBe(200);
      expect(text).not.toMatch(tells);
    }
    expect(JSON.stringify(await desk.rows('caseEvents'))).not.toMatch(tells);
    // The case itself is the one row that holds it.
    const holding = (await desk.rows('cases')).filter((row) => tells.test(JSON.stringify(row)));
    expect(new Set(holding.map(({ sk }) => sk?.S))).toEqual(new Set(['META']));
  });

  it('changes no proposal, and is no part of what a case is about', async () => {
    const { caseNumber } = await noted();
    const { case: of } = await desk.stateOf(caseNumber);
    expect(of.assessed).toMatchObject(special);
    expect(JSON.stringify(concluded(of))).not.toMatch(tells);
    const referrals = await country.loadReferrals();
    const plain = withoutSpecialRisk(of);
    expect(JSON.stringify(plain)).not.toMatch(tells);
    expect(proposeReferrals(of, referrals)).toEqual(proposeReferrals(plain, referrals));
  });

  it('is a code of the country', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'read', {});
    const answer = await desk.decide('officer', caseNumber, 'assessment', {
      category: 'cyberbullying',
      community: 'zembla',
    });
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ pointer: '/community', code: 'unknown_code' }] } });
  });

  it.each(['disability', 'community'])('is refused from a reporter: %s', async (field) => {
    const answer = await desk.send({ ...bullying, [field]: special[field as keyof typeof special] });
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ pointer: `/${field}` }] } });
  });
});
