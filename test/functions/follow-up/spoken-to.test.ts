import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { country } from '#shared/country/current.ts';
import type { Address, AddressedText } from '#shared/domain/text.ts';
import type { Desk } from '#test/functions/case-desk/desk.ts';
import { openDesk } from '#test/functions/case-desk/desk.ts';
import { bullying, handling } from '#test/functions/case-desk/reports.ts';
import { reporterTexts } from '#test/support/reporter-texts.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const texts = reporterTexts;
const { sharedBecause } = await country.loadReferrals();
const report = { ...bullying, urls: [] };

const ask = (name: string, body: object) => desk.ask(name, body, { 'Accept-Language': 'sq' });

/** Who reports, and how they are to be spoken to. */
const reporters: [string, Address, object][] = [
  ['a child', 'child', { reporter: { role: 'child' } }],
  ['somebody who says nothing', 'child', { reporter: {} }],
  ['a parent', 'adult', { reporter: { role: 'parent' } }],
  ['a teacher', 'adult', { reporter: { role: 'teacher' } }],
  ['somebody of forty', 'adult', { reporter: { ageYears: 40 }, about: 'me' }],
];

describe.each(reporters)('%s is spoken to as %s', (_, address, who) => {
  const worded = (text: AddressedText): string => text[address]['sq'] ?? '-';
  const other = address === 'child' ? 'adult' : 'child';
  /** The words are those for this reader, and none of those for the other. */
  const reads = (said: unknown, text: AddressedText): void => {
    expect(said).toContain(worded(text));
    expect(said).not.toContain(text[other]['sq'] ?? '-');
  };
  const textOf = (json: Record<string, unknown>): string => (json['status'] as { text: string }).text;

  it('when the report is taken, sent again with other content, and filed by staff', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const first = await desk.send({ ...report, ...who, language: 'sq' }, key);
    expect(first.status).toBe(201);
    reads(first.json['keep'], texts.keep);
    reads(first.json['nextStep'], texts.meanwhile.soon);
    const again = await desk.send({ ...report, ...who, narrative: 'Tjetër', language: 'sq' }, key);
    reads(again.json['detail'], texts.firstReportArrived);
    const filed = await desk.file('counsellor', { ...report, ...who, language: 'sq', channel: 'helpline' });
    reads(filed.json['nextStep'], texts.nextStep.filed);
    reads(filed.json['keep'], texts.keep);
  });

  it('on every page and in every answer of the follow-up', async () => {
    const { caseNumber, receipt } = await desk.receive({ ...report, ...who });
    reads(textOf((await desk.followUp(receipt)).json), texts.status.received);
    desk.later(49 * 60);
    reads(textOf((await desk.followUp(receipt)).json), texts.callNow);
    await desk.command('officer', caseNumber, 'read', {});
    reads((await ask('messages', { receipt, text: 'Edhe diçka.' })).json['nextStep'], texts.meanwhile.soon);
    await desk.command('officer', caseNumber, 'read', {});
    await desk.decide('officer', caseNumber, 'handling', { severity: 'normal', ...handling });
    await desk.decide('officer', caseNumber, 'hand-over', { team: 'helpline' });
    const page = textOf((await desk.followUp(receipt)).json);
    for (const text of [texts.status.in_progress, texts.sameTeam]) reads(page, text);
    const [begin = ''] = worded(texts.asked.withdrawal).split('{until}');
    expect((await ask('withdrawal', { receipt })).json['text']).toContain(begin);
    expect(textOf((await desk.followUp(receipt)).json)).toContain(begin);
    const end = { outcome: 'advice_given', message: 'Fund.' };
    expect((await desk.decide('officer', caseNumber, 'resolution', end)).status).toBe(200);
    const ended = textOf((await desk.followUp(receipt)).json);
    for (const text of [texts.status.resolved, texts.outcomes.advice_given]) reads(ended, text);
    reads((await ask('helped', { receipt, helped: 'yes' })).json['text'], texts.asked.helped);
    reads((await ask('lock', { receipt })).json['text'], texts.asked.lock);
  });

  it('when it is told why something was passed on', async () => {
    const { caseNumber, receipt } = await desk.receive({ ...report, ...who });
    await desk.command('officer', caseNumber, 'read', {});
    await desk.decide('officer', caseNumber, 'referrals', {
      institution: 'police_cybercrime',
      basis: 'al_law_18_2017',
    });
    const referrals = (await desk.stateOf(caseNumber)).case.referrals ?? [];
    const id = referrals.findLast(({ institution }) => institution === 'police_cybercrime')?.id ?? '';
    const sending = { ground: 'consent', fields: ['narrative'], call: { name: 'Dikush' } };
    expect((await desk.command('officer', caseNumber, `referrals/${id}/sending`, sending)).status).toBe(200);
    const { sharedWith } = (await desk.followUp(receipt)).json as { sharedWith: { why: string }[] };
    expect(sharedWith.map(({ why }) => why)).toEqual([worded(sharedBecause.consent)]);
  });
});
