import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SealBroken } from '#shared/ports/sealing.ts';
import { openField } from '#shared/sealing/sealed-field.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { bullying, canary, extortion, handling } from '../reports.ts';

catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

type Problem = { pointer: string; code: string }[];
const gapsOf = ({ json }: { json: Record<string, unknown> }): string[] =>
  (json['errors'] as Problem).map(({ pointer, code }) => `${pointer} ${code}`);

/** A report that somebody has read and handled. */
async function handled(report: { category: string } = bullying): Promise<string> {
  const { caseNumber } = await desk.receive(report);
  await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
  const { severity } = (await desk.stateOf(caseNumber)).case;
  const answer = await desk.decide('officer', caseNumber, 'handling', { ...handling, severity });
  if (answer.status !== 200) throw new Error(`Handling was answered ${answer.status}.`);
  return caseNumber;
}

const noMessageBecause = 'no_thread_wanted';

describe('handling is refused', () => {
  it('before anybody has read the case', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'claim', {});
    const answer = await desk.decide('officer', caseNumber, 'handling', { ...handling, severity: 'normal' });
    expect(answer.json).toMatchObject({ status: 409, because: 'not_read' });
    expect((await desk.stateOf(caseNumber)).case.handledAt).toBeUndefined();
  });

  it('when it confirms another severity than the one that stands', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'read', {});
    const answer = await desk.decide('officer', caseNumber, 'handling', { ...handling, severity: 'low' });
    expect(answer.json).toMatchObject({ status: 409, because: 'severity_differs', case: { severity: 'normal' } });
  });

  it('when it neither writes to the reporter nor says why not, or does both', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'read', {});
    const { message, ...silent } = { ...handling, severity: 'normal' };
    const neither = await desk.decide('officer', caseNumber, 'handling', silent);
    const both = await desk.decide('officer', caseNumber, 'handling', { ...silent, message, noMessageBecause });
    expect([gapsOf(neither), gapsOf(both)]).toEqual([['/message required'], ['/noMessageBecause wrong_form']]);
  });

  it('with every missing field named, and nothing repeated of what was sent', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const answer = await desk.decide('officer', caseNumber, 'handling', {
      nextStep: canary,
      message: canary.repeat(1000),
      [`canary`]: canary,
    });
    expect(gapsOf(answer).sort()).toEqual([
      '/canary unknown_field',
      '/message too_long',
      '/nextStep unknown_code',
      '/safetyDecision required',
      '/severity required',
    ]);
    expect(answer.text).not.toContain(canary);
  });

  it('once the case is resolved', async () => {
    const caseNumber = await handled();
    await desk.decide('officer', caseNumber, 'resolution', { outcome: 'test', noMessageBecause });
    const answer = await desk.decide('officer', caseNumber, 'handling', { ...handling, severity: 'normal' });
    expect(answer.json).toMatchObject({ status: 409, because: 'wrong_status' });
  });
});

describe('a message to the reporter', () => {
  it('may hold 4,000 code points, and is stored only sealed', async () => {
    const { caseNumber, receipt } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'read', {});
    const message = '💛'.repeat(4000);
    const answer = await desk.decide('officer', caseNumber, 'handling', { ...handling, severity: 'normal', message });
    expect(answer.status).toBe(200);
    expect((await desk.followUp(receipt)).json['messages']).toMatchObject([{ text: message }]);
    const { caseId } = (await desk.stateOf(caseNumber)).case;
    const [sealed] = await desk.deps.sealed.messages(caseId, { from: 1, to: 1 });
    expect(sealed?.sealed).not.toContain('💛');
    const content = (await desk.deps.sealed.wrappedKeys(caseId))?.content ?? '';
    const contentKey = await desk.keys.open(caseId, 'content', content);
    const place = { caseId, field: 'message-1', revision: 1 };
    // Under the thread key alone: the content key does not open it.
    expect(() => openField(contentKey, sealed?.sealed ?? '', place)).toThrow(SealBroken);
  });

  it('is there for the next officer who reads', async () => {
    const caseNumber = await handled();
    const read = await desk.command('counsellor', caseNumber, 'read', {});
    expect(read.json['messages']).toMatchObject([{ number: 1, from: 'centre', text: handling.message }]);
  });
});

describe('resolving is refused', () => {
  it('before the case was read, and before it was handled', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const end = { outcome: 'advice_given', noMessageBecause };
    expect((await desk.decide('officer', caseNumber, 'resolution', end)).json).toMatchObject({ because: 'not_read' });
    await desk.command('officer', caseNumber, 'read', {});
    expect((await desk.decide('officer', caseNumber, 'resolution', end)).json).toMatchObject({
      because: 'not_handled',
    });
    expect((await desk.stateOf(caseNumber)).timers.map(({ kind }) => kind)).toContain('promise_resolve');
  });

  it('without the decision on the duty to report, where a crime against a child is suspected', async () => {
    const caseNumber = await handled(extortion);
    const end = { outcome: 'nothing_more_possible', noMessageBecause };
    const resolve = (dutyToReport?: object) =>
      desk.decide('officer', caseNumber, 'resolution', { ...end, dutyToReport });
    expect(gapsOf(await resolve())).toEqual(['/dutyToReport required']);
    expect(gapsOf(await resolve({ decision: 'required', basis: 'al_cc_117' }))).toEqual([
      '/dutyToReport/sentTo required',
    ]);
    expect(gapsOf(await resolve({ decision: 'required', basis: canary, sentTo: 'nobody' }))).toEqual([
      '/dutyToReport/basis unknown_code',
      '/dutyToReport/sentTo unknown_code',
    ]);
    expect(gapsOf(await resolve({ decision: 'not_required', basis: 'al_cc_117', sentTo: 'state_police' }))).toEqual([
      '/dutyToReport/sentTo wrong_form',
    ]);
    expect((await resolve({ decision: 'not_required', basis: 'al_cc_117' })).status).toBe(200);
  });

  it('without a word to the reporter or a reason for none', async () => {
    const caseNumber = await handled();
    expect(gapsOf(await desk.decide('officer', caseNumber, 'resolution', { outcome: 'advice_given' }))).toEqual([
      '/message required',
    ]);
  });

  it('when an administrative end is mixed with others, or an outcome is said twice', async () => {
    const caseNumber = await handled();
    for (const alsoOutcomes of [['advice_given'], ['test'], ['same_event']]) {
      const end = { outcome: 'test', alsoOutcomes, noMessageBecause };
      expect(gapsOf(await desk.decide('officer', caseNumber, 'resolution', end))).toEqual(['/alsoOutcomes wrong_form']);
    }
  });

  it('as outside our work without another door that the country pack knows', async () => {
    const caseNumber = await handled();
    const resolve = (otherDoor?: string) =>
      desk.decide('officer', caseNumber, 'resolution', { outcome: 'outside_our_work', otherDoor, noMessageBecause });
    expect(gapsOf(await resolve())).toEqual(['/otherDoor required']);
    expect(gapsOf(await resolve('nowhere'))).toEqual(['/otherDoor unknown_code']);
    expect((await resolve('data_commissioner')).status).toBe(200);
    expect((await desk.show('officer', caseNumber)).json).toMatchObject({ otherDoor: 'data_commissioner' });
  });

  it('a second time', async () => {
    const caseNumber = await handled();
    const end = { outcome: 'test', noMessageBecause };
    expect((await desk.decide('officer', caseNumber, 'resolution', end)).status).toBe(200);
    expect((await desk.decide('other', caseNumber, 'resolution', end)).json).toMatchObject({ because: 'wrong_status' });
  });
});

describe('the same event as another', () => {
  const asFollower = (caseNumber: string, leadCase?: string) =>
    desk.decide('officer', caseNumber, 'resolution', { outcome: 'same_event', leadCase, noMessageBecause });

  it('names a lead case that is there and leads itself', async () => {
    const caseNumber = await handled();
    expect(gapsOf(await asFollower(caseNumber))).toEqual(['/leadCase required']);
    expect(gapsOf(await asFollower(caseNumber, 'B-0000-0000'))).toEqual(['/leadCase unknown_code']);
    expect(gapsOf(await asFollower(caseNumber, caseNumber))).toEqual(['/leadCase wrong_form']);
    const stray = { outcome: 'advice_given', leadCase: caseNumber, noMessageBecause };
    expect(gapsOf(await desk.decide('officer', caseNumber, 'resolution', stray))).toEqual(['/leadCase wrong_form']);
  });

  it('ends only after its lead case, and then says which it was', async () => {
    const [lead, follower, third] = [await handled(), await handled(), await handled()];
    const early = await asFollower(follower, lead);
    expect(early.json).toMatchObject({ status: 409, because: 'lead_not_resolved' });
    expect((await desk.stateOf(follower)).case.leadCaseId).toBeUndefined();

    await desk.decide('officer', lead, 'resolution', { outcome: 'advice_given', noMessageBecause });
    expect((await asFollower(follower, lead.toLowerCase())).status).toBe(200);
    expect((await desk.show('officer', follower)).json).toMatchObject({ leadCase: lead, outcomes: ['same_event'] });
    const leadCaseId = (await desk.stateOf(lead)).case.caseId;
    expect(await desk.historyOf(follower)).toContainEqual(
      expect.objectContaining({ type: 'case.linked', data: { leadCaseId } }),
    );
    expect(gapsOf(await asFollower(third, follower))).toEqual(['/leadCase wrong_form']);
  });
});

describe('acknowledging an escalation', () => {
  const timer = '1.promise_handle.report' as const;
  const acknowledge = (caseNumber: string, rung: string, of: string = timer) =>
    desk.command('counsellor', caseNumber, `escalations/${of}/${rung}/acknowledgement`, {});

  it('holds the climb for half an hour, names the rung, and is not handling', async () => {
    const { caseNumber } = await desk.receive(bullying);
    desk.later(49 * 60);
    await desk.raise(caseNumber, timer);
    desk.later(1435);
    expect((await acknowledge(caseNumber, 'duty')).status).toBe(200);
    const { case: of, timers } = await desk.stateOf(caseNumber);
    const held = timers.find(({ kind }) => kind === 'promise_handle');
    expect(Date.parse(held?.nextRungAt ?? '') - Date.parse(desk.clock.now())).toBe(30 * 60_000);
    expect([of.handledAt, of.acknowledgedAt]).toEqual([undefined, undefined]);
    expect((await desk.historyOf(caseNumber)).at(-1)).toMatchObject({
      type: 'escalation.acknowledged',
      actor: 'staff:staff-counsellor',
      data: { timer, rung: 'duty' },
    });
  });

  it('is too late when the ladder has moved on, or what it watched has happened', async () => {
    const { caseNumber } = await desk.receive(bullying);
    expect((await acknowledge(caseNumber, 'duty')).json).toMatchObject({ status: 409, because: 'rung_moved_on' });
    desk.later(49 * 60);
    await desk.raise(caseNumber, timer);
    desk.later(1440);
    await desk.raise(caseNumber, timer);
    expect((await acknowledge(caseNumber, 'duty')).json).toMatchObject({ status: 409, because: 'rung_moved_on' });
    expect((await acknowledge(caseNumber, 'backup')).status).toBe(200);
    await desk.command('officer', caseNumber, 'read', {});
    await desk.decide('officer', caseNumber, 'handling', { ...handling, severity: 'normal' });
    expect((await acknowledge(caseNumber, 'backup')).json).toMatchObject({ status: 409, because: 'timer_ended' });
  });

  it('knows only timers and rungs there can be', async () => {
    const { caseNumber } = await desk.receive(bullying);
    expect((await acknowledge(caseNumber, 'mayor')).status).toBe(404);
    expect((await acknowledge(caseNumber, 'duty', '1.lunch.report')).status).toBe(404);
    expect((await acknowledge('B-0000-0000', 'duty')).status).toBe(404);
  });
});
