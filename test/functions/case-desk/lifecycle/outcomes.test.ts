import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attentionSchema } from '#shared/contracts/http/staff/attention.ts';
import { country } from '#shared/country/current.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk, people } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { bullying, canary, handling } from '../reports.ts';
import { reporterTexts } from '#test/support/reporter-texts.ts';

const logged = catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const { outcomes, outcomesByFact } = reporterTexts;
const notice = { platform: 'tiktok', way: 'trusted_flagger' };
const gapsOf = ({ json }: { json: Record<string, unknown> }) =>
  (json['errors'] as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`);
const concernsAbout = async (caseNumber: string) => {
  const found: object[] = [];
  for (let query: Record<string, string> | undefined = {}; query !== undefined;) {
    const { json } = await desk.attention('officer', query);
    expect(attentionSchema.safeParse(json).error?.issues).toBeUndefined();
    const { cases } = json as { cases: { caseNumber: string; concerns: object[] }[] };
    found.push(...cases.filter((one) => one.caseNumber === caseNumber).flatMap(({ concerns }) => concerns));
    query = typeof json['cursor'] === 'string' ? { cursor: json['cursor'] } : undefined;
  }
  return found;
};
const readsNow = async (receipt: string) => {
  const { json } = await desk.followUp(receipt);
  return (json['status'] as { text: string }).text;
};

async function handled() {
  const received = await desk.receive(bullying);
  await desk.command('officer', received.caseNumber, 'read', { reason: 'on_duty' });
  await desk.decide('officer', received.caseNumber, 'handling', { ...handling, severity: 'normal' });
  return received;
}

describe('an outcome', () => {
  it('is refused without its fact, and the answer says which one would do, in the language of whoever asks', async () => {
    const { caseNumber } = await handled();
    const end = { outcome: 'police_involved', alsoOutcomes: ['content_removed'], message: 'It is done.' };
    const refused = await desk.decide('officer', caseNumber, 'resolution', end);
    expect([refused.status, gapsOf(refused)]).toEqual([422, ['/facts police_not_reached', '/facts removal_not_seen']]);
    const { fieldProblems } = await country.loadProblemTexts();
    const [first] = refused.json['errors'] as { message: string }[];
    expect(Object.values(fieldProblems.police_not_reached)).toContain(first?.message);
    expect((await desk.stateOf(caseNumber)).case.status).toBe('in_progress');
  });

  it('stands on who was spoken to, whose name and words are sealed as a note', async () => {
    const { caseNumber, receipt } = await handled();
    const facts = [{ outcome: 'police_involved', spokenTo: { name: `Agim ${canary}`, why: `He has it. ${canary}` } }];
    const end = { outcome: 'police_involved', facts, message: 'The police know.' };
    const ended = await desk.decide('officer', caseNumber, 'resolution', end);
    expect(ended.json).toMatchObject({ status: 'resolved' });
    expect(ended.text).not.toContain(canary);
    const { case: of } = await desk.stateOf(caseNumber);
    expect(of).toMatchObject({ outcomeFacts: { police_involved: 'spoken_to' }, noteCount: 1 });
    expect(JSON.stringify([of, await desk.historyOf(caseNumber), logged()])).not.toContain(canary);
    const opened = await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    expect(opened.json['notes']).toMatchObject([
      { number: 1, by: people.officer.id, text: `police_involved: Agim ${canary}\nHe has it. ${canary}` },
    ]);
    expect(await readsNow(receipt)).toContain(outcomesByFact.police_involved?.spoken_to?.child['sq']);
  });
});

describe('an outcome that turns out otherwise', () => {
  it('is not told any more, stands in the attention list, and is corrected', async () => {
    const { caseNumber, receipt } = await handled();
    await desk.command('officer', caseNumber, 'notices', notice);
    await desk.command('officer', caseNumber, 'notices/tiktok-1/answer', { answer: 'removed' });
    const end = { outcome: 'content_removed', message: 'It is gone.' };
    expect((await desk.decide('officer', caseNumber, 'resolution', end)).status).toBe(200);
    expect(await readsNow(receipt)).toContain(outcomes.content_removed.child['sq']);
    expect(await concernsAbout(caseNumber)).toEqual([]);

    await desk.command('officer', caseNumber, 'notices/tiktok-1/answer', { answer: 'kept_up' });
    expect(await readsNow(receipt)).not.toContain(outcomes.content_removed.child['sq']);
    expect(await concernsAbout(caseNumber)).toEqual([{ what: 'outcome_contradicted', outcome: 'content_removed' }]);

    const { promise, clockNumber } = (await desk.stateOf(caseNumber)).case;
    const correction = {
      because: 'put_back_online',
      outcome: 'content_still_up',
      message: 'They put it back. This is what we do next.',
    };
    const corrected = await desk.decide('officer', caseNumber, 'outcome-correction', correction);
    expect([corrected.status, corrected.json['status']]).toEqual([200, 'resolved']);
    const { case: of, timers } = await desk.stateOf(caseNumber);
    expect([of.promise, of.clockNumber, timers]).toEqual([promise, clockNumber, []]);
    expect((await desk.show('officer', caseNumber)).json).toMatchObject({
      outcomes: ['content_still_up'],
      outcomeCorrections: [{ from: ['content_removed'], to: ['content_still_up'], because: 'put_back_online' }],
    });
    expect((await desk.historyOf(caseNumber)).at(-1)).toMatchObject({ type: 'case.outcome_corrected', data: {} });
    expect(await readsNow(receipt)).toContain(outcomes.content_still_up.child['sq']);
    expect((await desk.followUp(receipt)).json['messages']).toMatchObject([{}, {}, { text: correction.message }]);
    expect(await concernsAbout(caseNumber)).toEqual([]);
  });

  it('is corrected by nobody who may not end a case, and not while it is open', async () => {
    const { caseNumber } = await handled();
    const correction = { because: 'recorded_wrongly', outcome: 'nothing_more_possible', message: 'A word.' };
    const early = await desk.decide('officer', caseNumber, 'outcome-correction', correction);
    expect([early.status, early.json['because']]).toEqual([409, 'wrong_status']);
    expect((await desk.decide('director', caseNumber, 'outcome-correction', correction)).status).toBe(403);
  });
});
