import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import { MailRefused } from '#shared/ports/mailbox.ts';
import { type Centre, Crash, openCentre } from '#test/functions/centre.ts';

describe('Sending a mail when something dies', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre();
  });
  afterEach(() => centre.stop());

  const told = () => centre.letters.map((letter) => letter.to.split('@')[0]);

  async function triaged(overrides: Partial<Case> = {}): Promise<Case> {
    const of = await centre.receive({ severity: 'critical', ...overrides });
    await centre.deliver('triage', await centre.lastEvent(of, 'case.received'));
    await centre.deliver('sla-timer', await centre.lastEvent(of, 'case.triaged'));
    return of;
  }
  const tellOfNewCase = async (of: Case) => centre.deliver('notification', await centre.lastEvent(of, 'case.triaged'));

  async function dying(point: 'beforeWrite' | 'afterWrite' | 'afterSend'): Promise<Case> {
    const of = await triaged();
    centre.between[point] = () => {
      throw new Crash();
    };
    expect(await tellOfNewCase(of)).toBe(1);
    delete centre.between[point];
    return of;
  }

  it('tells when run again after a crash before the commit', async () => {
    const of = await dying('beforeWrite');
    expect(await centre.mailsOf(of)).toEqual([]);
    await tellOfNewCase(of);
    expect(told()).toEqual(['duty']);
  });

  it('finds the unsent mail when run again after a crash between commit and sending', async () => {
    const of = await dying('afterWrite');
    expect(told()).toEqual([]);
    // While the first try may still be going on, nobody sends beside it.
    await tellOfNewCase(of);
    expect(told()).toEqual([]);
    centre.later(3);
    await tellOfNewCase(of);
    await tellOfNewCase(of);
    expect(told()).toEqual(['duty']);
  });

  it('repeats a mail rather than lose it after a crash between sending and marking', async () => {
    const of = await dying('afterSend');
    centre.later(3);
    await tellOfNewCase(of);
    // Whoever died had taken the place of a letter.
    expect(told()).toEqual(['duty']);
    centre.later(2);
    await tellOfNewCase(of);
    await tellOfNewCase(of);
    expect(told()).toEqual(['duty', 'duty']);
  });

  it('leaves a mail the service did not take to the sweep, with longer and longer pauses', async () => {
    const of = await triaged();
    centre.between.onSend = () => {
      throw new Error('unavailable');
    };
    expect(await tellOfNewCase(of)).toBe(0);
    const tries: string[] = [];
    for (let minute = 0; minute < 40; minute += 1) {
      centre.later(1);
      await centre.sweep();
      const [mail] = await centre.mailsOf(of);
      if (mail !== undefined && mail.attempts > tries.length + 1) tries.push(String(minute + 1));
    }
    expect(tries).toEqual(['2', '6', '10', '18', '34']);
    delete centre.between.onSend;
    centre.later(30);
    await centre.sweep();
    expect(centre.letters.filter((letter) => letter.subject.startsWith('New case'))).toHaveLength(1);
  });

  it('drops an unsent mail when its case is over by then', async () => {
    const of = await triaged();
    centre.between.onSend = () => {
      throw new MailRefused('MessageRejected');
    };
    await tellOfNewCase(of);
    expect(centre.measured).toContainEqual({ metric: 'MailRefused', value: 1 });
    delete centre.between.onSend;
    const { timers } = await centre.read(of);
    await centre.change(of, {
      set: { status: 'resolved', resolvedAt: centre.now() },
      events: [],
      timersDisarmed: timers.map(timerId),
    });
    centre.later(5);
    await centre.sweep();
    expect(told()).toEqual([]);
    expect(await centre.mailsOf(of)).toEqual([expect.objectContaining({ droppedBecause: 'case_over' })]);
    expect(await centre.sweep()).toEqual({});
  });
});
