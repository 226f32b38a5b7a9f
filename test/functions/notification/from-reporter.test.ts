import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import { decideInformation } from '#shared/domain/commands/reporter/add-information.ts';
import type { Information } from '#shared/domain/commands/reporter/add-information.ts';
import { decideLock, decideWithdrawal } from '#shared/domain/commands/reporter/reporter-actions.ts';
import { eventNumberOf } from '#shared/domain/case/events.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import { type Centre, openCentre } from '../centre.ts';
import { policy } from '../policy.ts';

describe('News from the reporter', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre();
  });
  afterEach(() => centre.stop());

  const told = () => centre.letters.map(({ to, subject }) => [to.split('@')[0], subject.split(':')[0]]);

  /** A case that somebody has read and taken. */
  async function inWork(overrides: Partial<Case> = {}): Promise<Case> {
    const of = await centre.receive({ severity: 'high', ...overrides });
    await centre.settle(of);
    const at = centre.now();
    const { timers } = await centre.read(of);
    const timersDisarmed = timers.map(({ clock, kind, subject }) => `${clock}.${kind}.${subject}` as const);
    await centre.change(of, {
      set: { status: 'in_progress', readAt: at, lastReadAt: at, ...overrides },
      events: [],
      timersDisarmed,
    });
    await centre.sweep();
    centre.letters.length = 0;
    centre.later(5);
    return of;
  }

  async function writes(of: Case, said: Partial<Information> = {}): Promise<void> {
    const { case: now, timers } = await centre.read(of);
    const input = { flags: {}, words: [], stillHappening: false, addresses: 0, ...said };
    const decided = decideInformation(now, timers, input, policy, centre.now());
    await centre.change(of, decided.parts);
    await centre.settle(of);
  }

  /** Mails of a burst or a digest leave with the sweep. */
  async function sweepAfter(minutes: number): Promise<void> {
    centre.later(minutes);
    await centre.sweep();
  }

  it('goes to who is on duty when it may not wait, whoever has the case', async () => {
    const of = await inWork({ assignee: 'staff-backup' });
    await writes(of);
    await sweepAfter(1);
    expect(told()).toEqual([['duty', 'From the reporter']]);
  });

  it('otherwise to who has the case, with the next daily mail', async () => {
    const of = await inWork({ severity: 'normal', assignee: 'staff-backup' });
    await writes(of);
    expect(told()).toEqual([]);
    await sweepAfter(24 * 60);
    expect(told().filter(([who]) => who === 'backup')).toContainEqual(['backup', 'From the reporter']);
  });

  it('is not told any more when somebody has read it meanwhile', async () => {
    const of = await inWork({ severity: 'normal', assignee: 'staff-backup' });
    await writes(of);
    await centre.change(of, {
      set: { lastReadAt: centre.now(), readUpTo: (await centre.read(of)).case.lastEvent, unreadFrom: undefined },
      events: [],
      timersDisarmed: ['1.must_be_read.report'],
    });
    await sweepAfter(24 * 60);
    expect(told()).toEqual([]);
  });

  it('calls nobody for the words before it, when a mail about those comes back after they were read', async () => {
    const of = await inWork();
    await writes(of);
    await sweepAfter(1);
    const mail = (await centre.mailsOf(of)).find(({ occasion }) => occasion === 'from_reporter');
    const { lastEvent } = (await centre.read(of)).case;
    await centre.change(of, {
      set: { lastReadAt: centre.now(), readUpTo: lastEvent, unreadFrom: undefined },
      events: [],
      timersDisarmed: ['1.must_be_read.report'],
    });
    await writes(of);
    const before = (await centre.mailsOf(of)).length;
    await centre.change(of, {
      set: {},
      events: [
        {
          type: 'mail.bounced',
          actor: 'besa:mail-feedback',
          data: { mail: eventNumberOf(mail!.eventId), to: mail!.to, because: 'bounced' },
        },
      ],
    });
    await centre.settle(of);
    expect(await centre.mailsOf(of)).toHaveLength(before);
  });

  it('is told of an ended case, too', async () => {
    const at = '2026-11-20T22:10:00.000Z';
    const of = await inWork({ status: 'resolved', handledAt: at, resolvedAt: at });
    await writes(of);
    await sweepAfter(1);
    expect(told()).toEqual([['duty', 'From the reporter']]);
  });

  it('that tells of danger in a case somebody had taken climbs the ladder anew, and rings', async () => {
    const of = await inWork({ assignee: 'staff-backup', acknowledgedAt: '2026-11-20T22:10:00.000Z' });
    await writes(of, { words: ['words_weapon'] });
    await centre.sweep();
    await centre.settle(of);
    expect(told()).toEqual([['duty', 'Raised to the duty']]);
    await sweepAfter(5);
    expect(told()).toHaveLength(2);
    await sweepAfter(5);
    await centre.settle(of);
    expect(told().map(([who]) => who)).toContain('backup');
  });

  describe('in a case that was critical when staff were told of it', () => {
    /** One that rang once, was read, and is now as `set` says. */
    async function onceCritical(set: Partial<Case>): Promise<Case> {
      const of = await centre.receive({ severity: 'critical' });
      await centre.settle(of);
      await centre.sweep();
      await centre.settle(of);
      const at = centre.now();
      const { timers } = await centre.read(of);
      await centre.change(of, {
        set: { status: 'in_progress', readAt: at, lastReadAt: at, acknowledgedAt: at, handledAt: at, ...set },
        events: [],
        timersDisarmed: timers.map(timerId),
      });
      await sweepAfter(10);
      centre.letters.length = 0;
      centre.later(600);
      return of;
    }

    /** Whom the ladder of a case that nobody has taken calls within two minutes, and ten minutes after that. */
    async function calls(of: Case): Promise<string[][]> {
      const begun = centre.now();
      const called = async (): Promise<string[]> =>
        (await centre.mailsOf(of))
          .filter(({ createdAt, timer = '' }) => createdAt >= begun && timer.includes('must_be_acknowledged'))
          .map(({ to }) => to.replace('staff-', ''))
          .toSorted();
      await sweepAfter(0);
      await centre.settle(of);
      await sweepAfter(2);
      const first = await called();
      await sweepAfter(8);
      await centre.settle(of);
      return [first, await called()];
    }
    const ladder = [['duty'], ['backup', 'duty']];

    it('calls the first rung at once when it goes on after the end', async () => {
      const of = await onceCritical({ status: 'resolved', resolvedAt: centre.now() });
      await writes(of, { stillHappening: true });
      expect(await calls(of)).toEqual(ladder);
    });

    it('calls the first rung at once when it tells of danger after the case was lowered', async () => {
      const of = await onceCritical({ severity: 'normal', severityConfirmedBy: 'staff-backup' });
      await writes(of, { words: ['words_weapon'] });
      expect(await calls(of)).toEqual(ladder);
    });

    it('calls it also when the case was lowered before anybody had read it', async () => {
      const of = await onceCritical({
        severity: 'normal',
        severityConfirmedBy: 'staff-backup',
        status: 'triaged',
        readAt: undefined,
        lastReadAt: undefined,
        acknowledgedAt: undefined,
        handledAt: undefined,
      } as unknown as Partial<Case>);
      await writes(of, { words: ['words_weapon'] });
      expect(await calls(of)).toEqual(ladder);
    });
  });

  describe('that somebody else has the code of an ended case', () => {
    async function locksAfterItsEnd(): Promise<Case> {
      const at = '2026-11-20T22:10:00.000Z';
      const of = await inWork({ severity: 'normal', status: 'resolved', handledAt: at, resolvedAt: at });
      const locked = decideLock(of, centre.now());
      if (locked.outcome !== 'change') throw new Error('It was not locked.');
      await centre.change(of, locked.parts);
      await centre.settle(of);
      return of;
    }

    it('is told: without another code nobody can follow it any more', async () => {
      await locksAfterItsEnd();
      await sweepAfter(24 * 60);
      expect(told()).toEqual([['duty', 'From the reporter']]);
    });

    it('is not told any more when a person has given out another meanwhile', async () => {
      const of = await locksAfterItsEnd();
      await centre.change(of, { set: { receiptLockedAt: undefined, codeConcerns: [] }, events: [] });
      await sweepAfter(24 * 60);
      expect(told()).toEqual([]);
    });
  });

  it('is also that they want to take it back, or that somebody else has the code', async () => {
    const of = await inWork();
    const { case: now } = await centre.read(of);
    const asked = decideWithdrawal(now, policy, centre.now());
    if (asked.outcome !== 'change') throw new Error('It was not asked for.');
    await centre.change(of, asked.parts);
    await centre.settle(of);
    await sweepAfter(1);
    expect(told()).toEqual([['duty', 'From the reporter']]);
    const locked = decideLock((await centre.read(of)).case, centre.now());
    if (locked.outcome !== 'change') throw new Error('It was not locked.');
    await centre.change(of, locked.parts);
    await centre.settle(of);
    // Five minutes after the first letter.
    await sweepAfter(5);
    expect(told()).toHaveLength(2);
  });
});
