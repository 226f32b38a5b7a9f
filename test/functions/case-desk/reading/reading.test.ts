import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { changeCase } from '#shared/domain/case/case-change.ts';
import { reconcileTimers } from '#shared/domain/sla/clocks.ts';
import { defanged } from '#shared/contracts/http/staff/defanged.ts';
import { country } from '#shared/country/current.ts';
import { KeysUnavailable } from '#shared/ports/sealing.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk, people } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { bullying, canary, extortion } from '../reports.ts';

type Json = Record<string, unknown>;

const logged = catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const entriesOf = async (caseNumber: string): Promise<unknown[]> => {
  const { caseId } = (await desk.stateOf(caseNumber)).case;
  return (await desk.rows('accessLog')).filter(({ pk }) => pk?.S === `CASE#${caseId}`);
};

describe('reading a case', () => {
  it('opens words, details and thread, and shows addresses only defanged, accounts as typed', async () => {
    const { caseNumber } = await desk.receive(extortion);
    const read = await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    expect(read.json).toMatchObject({
      narrative: extortion.narrative,
      details: { reporter: extortion.reporter, victims: extortion.victims },
      addresses: {
        urls: ['hxxps://canary.example/photos', 'www[.]canary[.]example/me'],
        accounts: extortion.accounts,
      },
    });
    expect(read.text.replace(extortion.accounts[0]?.handle ?? '', '')).not.toMatch(/https?:/);
    expect(read.headers['Cache-Control']).toBe('no-store');
  });

  it('makes a link of nothing in an address, where another stands in it or words before it', () => {
    expect(defanged('www.canary.example/?next=https://x.example')).toBe(
      'www[.]canary[.]example/?next=hxxps://x[.]example',
    );
    expect(defanged('HTTPS://a.example www.b.example')).toBe('hxxpS://a[.]example www[.]b[.]example');
    expect(defanged('http://a.example/b')).toBe('hxxp://a.example/b');
  });

  it('keeps addresses of a CSAM-flagged case from who is not cleared, and says so', async () => {
    const { caseNumber } = await desk.receive(extortion);
    const read = await desk.command('other', caseNumber, 'read', { reason: 'on_duty' });
    expect(read.json).toMatchObject({ narrative: extortion.narrative, addressesWithheld: 'clearance' });
    expect(read.text).not.toContain('canary.example');
  });

  it('shows account names to everybody who reads the case, as typed: a child must be told which one to report', async () => {
    const accounts = [{ platform: 'tiktok', handle: '@leo.tirana09' }];
    const { caseNumber } = await desk.receive({ ...extortion, accounts });
    for (const who of ['officer', 'other', 'counsellor'] as const) {
      const read = await desk.command(who, caseNumber, 'read', { reason: 'on_duty' });
      expect((read.json['addresses'] as Json)['accounts']).toEqual(accounts);
    }
    const only = await desk.receive({ ...extortion, urls: [], accounts });
    const read = await desk.command('other', only.caseNumber, 'read', { reason: 'on_duty' });
    expect(read.json['addresses']).toEqual({ accounts });
    expect(read.json).not.toHaveProperty('addressesWithheld');
  });

  it('shows addresses of other cases to anybody on shift', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const read = await desk.command('counsellor', caseNumber, 'read', {});
    expect(read.json['addresses']).toEqual({ urls: ['hxxps://chat.example/group'], accounts: [] });
    expect(read.json).not.toHaveProperty('addressesWithheld');
  });

  it('leaves a text as typed, and says where addresses stand in it', async () => {
    const narrative = `🙂 ${canary}: shih https://site.al/x, pastaj bad[.]example/y.`;
    const { caseNumber, receipt } = await desk.receive({ ...bullying, narrative });
    await desk.ask('messages', { receipt, text: 'Tani në www.tani.al' });
    await desk.command('officer', caseNumber, 'notes', { text: 'Pa adresë.' });
    const { json } = await desk.command('counsellor', caseNumber, 'read', { reason: 'on_duty' });
    expect(json['narrative']).toBe(narrative);
    const stood = (json['narrativeLinks'] as { from: number; to: number }[]).map(({ from, to }) =>
      narrative.slice(from, to),
    );
    expect(stood).toEqual(['https://site.al/x', 'bad[.]example/y']);
    expect(json['messages']).toMatchObject([{ text: 'Tani në www.tani.al', links: [{ from: 8, to: 19 }] }]);
    expect((json['notes'] as object[])[0]).not.toHaveProperty('links');
    expect(json).not.toHaveProperty('addressesWithheld');
  });

  it('takes addresses out of every text of a CSAM-flagged case for who is not cleared, and nothing else', async () => {
    const report = {
      ...extortion,
      urls: [],
      accounts: [],
      narrative: `${canary}: shih https://site.al/x, pastaj më fol.`,
      place: { school: 'Shkolla site.al' },
    };
    const { caseNumber, receipt } = await desk.receive(report);
    await desk.ask('messages', { receipt, text: 'Edhe si te . al ose site.al, në telefon.' });
    await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    await desk.command('officer', caseNumber, 'notes', { text: 'Pashë site.al/y vetë.' });
    const cleared = await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    expect(cleared.json).toMatchObject({ narrative: report.narrative, details: { place: report.place } });
    const other = await desk.command('other', caseNumber, 'read', { reason: 'on_duty' });
    expect(other.text).not.toContain('site.al');
    expect(other.json).toMatchObject({
      addressesWithheld: 'clearance',
      narrative: `${canary}: shih ▮▮▮, pastaj më fol.`,
      narrativeLinks: [{ from: canary.length + 7, to: canary.length + 10, withheld: true }],
      details: { place: { school: 'Shkolla ▮▮▮' } },
      messages: [{ text: 'Edhe si te . al ose ▮▮▮, në telefon.', links: [{ withheld: true }] }],
      notes: [{ text: 'Pashë ▮▮▮ vetë.', links: [{ withheld: true }] }],
    });
  });

  it('keeps them from who is not cleared when the flag comes while the case is being opened', async () => {
    const { caseNumber, receipt } = await desk.receive(bullying);
    const { accessLog } = desk.deps;
    const flagging = desk.with({
      accessLog: {
        record: async (entry) => {
          await desk.ask('messages', { receipt, text: canary, flags: { sexualImageOfMinor: true } });
          await accessLog.record(entry);
        },
      },
    });
    const read = await desk.commandAt(flagging, 'other', caseNumber, 'read', { reason: 'on_duty' });
    expect(read.json).toMatchObject({ addressesWithheld: 'clearance' });
    expect(read.text).not.toContain('chat.example');
  });

  it('counts a picture of a minor as flagged whatever the category', async () => {
    const { caseNumber } = await desk.receive({ ...bullying, flags: { sexualImageOfMinor: 'unsure' } });
    const read = await desk.command('counsellor', caseNumber, 'read', { reason: 'on_duty' });
    expect(read.json).toMatchObject({ addressesWithheld: 'clearance' });
  });

  it('asks for a reason when a case is critical or high, and for none otherwise', async () => {
    const { caseNumber } = await desk.receive(extortion);
    const refused = await desk.command('officer', caseNumber, 'read', {});
    expect(refused.status).toBe(422);
    expect(refused.json['errors']).toMatchObject([{ pointer: '/reason', code: 'required' }]);
    expect(refused.text).not.toContain(canary);
    expect(await entriesOf(caseNumber)).toEqual([]);
    const words = await desk.command('officer', caseNumber, 'read', { reason: `Called by ${canary}` });
    expect(words.json['errors']).toMatchObject([{ pointer: '/reason', code: 'unknown_code' }]);
    expect(words.text).not.toContain(canary);
    for (const reason of ['on_duty', 'assigned_to_me', 'other']) {
      expect((await desk.command('officer', caseNumber, 'read', { reason })).status).toBe(200);
    }
    const normal = await desk.receive(bullying);
    expect((await desk.command('officer', normal.caseNumber, 'read', {})).status).toBe(200);
  });

  it('writes down first who reads and why; when that fails, the text stays closed and the case unread', async () => {
    const { caseNumber } = await desk.receive(extortion);
    const closed = desk.with({ accessLog: { record: () => Promise.reject(new Error('The table does not answer.')) } });
    const answer = await desk.commandAt(closed, 'officer', caseNumber, 'read', { reason: 'on_duty' });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain(canary);
    const { case: of, timers } = await desk.stateOf(caseNumber);
    expect(of.readAt).toBeUndefined();
    expect(timers.map(({ kind }) => kind)).toContain('must_be_read');

    await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    expect(await entriesOf(caseNumber)).toMatchObject([
      { actor: { S: people.officer.id }, action: { S: 'read' }, reason: { S: 'on_duty' } },
    ]);
  });

  it('writes down whose the case was, and that somebody it excludes tried', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'claim', {});
    await desk.command('officer', caseNumber, 'read', { reason: 'assigned_to_me' });
    desk.later(1);
    await desk.command('other', caseNumber, 'read', {});
    desk.later(1);
    await desk.decide('officer', caseNumber, 'exclusions', { institutions: [], people: [people.other.id] });
    desk.later(1);
    expect((await desk.command('other', caseNumber, 'read', {})).status).toBe(404);
    expect(await entriesOf(caseNumber)).toMatchObject([
      { actor: { S: people.officer.id }, holder: { S: 'self' }, caseNumber: { S: caseNumber } },
      { actor: { S: people.other.id }, holder: { S: 'another' }, reason: { S: 'not_asked' } },
      { actor: { S: people.officer.id }, action: { S: 'exclusion_set' }, excludes: { N: '1' } },
      { actor: { S: people.other.id }, action: { S: 'refused' }, reason: { S: 'excluded' } },
    ]);
  });

  it('does not count as read when the text did not open', async () => {
    const { caseNumber } = await desk.receive(extortion);
    const noKeys = desk.with({ keys: { open: () => Promise.reject(new KeysUnavailable(undefined)) } });
    const answer = await desk.commandAt(noKeys, 'officer', caseNumber, 'read', { reason: 'on_duty' });
    expect(answer.status).toBe(503);
    expect((await desk.stateOf(caseNumber)).case.readAt).toBeUndefined();
  });

  it('ends what waited for it: to be read, to be acknowledged', async () => {
    const { caseNumber } = await desk.receive(extortion);
    const before = (await desk.stateOf(caseNumber)).timers.map(({ kind }) => kind);
    expect(before).toEqual(expect.arrayContaining(['must_be_read', 'must_be_acknowledged', 'handle']));
    await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    const after = (await desk.stateOf(caseNumber)).timers.map(({ kind }) => kind);
    expect(after).not.toContain('must_be_read');
    expect(after).not.toContain('must_be_acknowledged');
    expect(after).toContain('handle');
  });

  it('keeps the first time and the last', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const first = (await desk.command('officer', caseNumber, 'read', {})).json['readAt'];
    desk.later(90);
    await desk.command('counsellor', caseNumber, 'read', {});
    const { case: of } = await desk.stateOf(caseNumber);
    expect([of.readAt, of.lastReadAt]).toEqual([first, desk.clock.now()]);
  });

  it('ends the clock of messages that came before it, and says up to which event it read', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'read', {});
    desk.later(5);
    const state = await desk.stateOf(caseNumber);
    const at = desk.clock.now();
    const set = { unreadFrom: { message: 1, event: state.case.lastEvent + 1, at, readBy: at } };
    const { arm } = reconcileTimers({ ...state.case, ...set }, state.timers, country);
    const timersArmed = arm.filter(({ kind }) => kind === 'must_be_read');
    expect(timersArmed).toHaveLength(1);
    const change = changeCase(state.case, { set, events: [], timersArmed }, at);
    await desk.deps.writer.write(change);
    await desk.command('officer', caseNumber, 'read', {});
    const read = await desk.stateOf(caseNumber);
    expect(read.timers.map(({ kind }) => kind)).not.toContain('must_be_read');
    expect(read.case).not.toHaveProperty('unreadFrom');
    expect(read.case.readUpTo).toBe(change.after.lastEvent);
  });

  it('opens the text again for a retry, which is a row of its own and one reading', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const headers = { 'Idempotency-Key': randomUUID() };
    const first = await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' }, headers);
    const again = await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' }, headers);
    expect(again.text).toBe(first.text);
    expect(await entriesOf(caseNumber)).toHaveLength(2);
    expect((await desk.historyOf(caseNumber)).filter(({ type }) => type === 'case.read')).toHaveLength(1);
  });

  it('reads a resolved case without waking it', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'read', {});
    await desk.decide('officer', caseNumber, 'handling', {
      severity: 'normal',
      safetyDecision: 'safe_for_now',
      nextStep: 'close',
      noMessageBecause: 'no_thread_wanted',
    });
    await desk.decide('officer', caseNumber, 'resolution', { outcome: 'test', noMessageBecause: 'no_thread_wanted' });
    const read = await desk.command('supervisor', caseNumber, 'read', {});
    expect(read.json).toMatchObject({ status: 'resolved', narrative: bullying.narrative });
  });

  it('puts nothing that was said into the log', async () => {
    const { caseNumber } = await desk.receive(extortion);
    await desk.command('officer', caseNumber, 'read', { reason: `${canary} reason` });
    await desk.command('officer', caseNumber, 'read', { reason: 'other' });
    const lines = JSON.stringify(logged());
    expect(lines).toContain('command_done');
    for (const secret of [canary, 'canary', caseNumber]) expect(lines).not.toContain(secret);
  });
});
