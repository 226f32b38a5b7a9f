import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import { MailRefused } from '#shared/ports/mailbox.ts';
import { ownCase } from '#test/support/new-case.ts';
import { type Centre, Crash, openCentre } from '#test/functions/centre.ts';

describe('Mails that wait', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre();
    // 15:00 in Tirana.
    centre.at('2026-11-20T14:00:00.000Z');
  });
  afterEach(() => centre.stop());

  const adults: Case['reported'] = {
    ...ownCase().reported,
    victims: [{ ageBand: '31+', gender: 'female' }],
    reporterAgeBand: '31+',
    reporterRole: 'citizen',
  };

  async function triaged(overrides: Partial<Case> = {}): Promise<Case> {
    const of = await centre.receive(overrides);
    await centre.settle(of);
    return of;
  }
  async function sweepAt(instant: string): Promise<void> {
    centre.at(instant);
    await centre.sweep();
  }

  it('tell of normal and low cases at the next time of the day, in one mail grouped by urgency', async () => {
    const normal = [await triaged({ severity: 'normal' }), await triaged({ severity: 'normal' })];
    const low = await triaged({ severity: 'normal' });
    await centre.change(low, { set: { severity: 'low' }, events: [] });
    await sweepAt('2026-11-20T16:58:59.000Z');
    expect(centre.letters).toEqual([]);
    await sweepAt('2026-11-20T17:00:00.000Z');
    expect(centre.letters).toHaveLength(1);
    const [letter] = centre.letters;
    expect(letter?.to).toBe('duty@centre.example');
    expect(letter?.subject).toBe('3 cases, 2 normal');
    const lines = letter?.text.split('\n') ?? [];
    expect(lines[0]).toBe('2 times normal');
    expect(
      lines
        .slice(1, 3)
        .map((line) => line.slice(2, 12))
        .toSorted(),
    ).toEqual(normal.map(({ caseNumber }) => caseNumber).toSorted());
    expect(lines[4]).toBe('1 times low');
    expect(lines[5]).toBe(`- ${low.caseNumber}, Friday 20 November, 19:00 (to be read)`);
    expect(letter?.html).toContain(`<a href="https://staff.centre.example/cases/${low.caseNumber}">`);
    expect(letter?.text).toContain('https://staff.centre.example/cases\n');
  });

  it('are one mail with a count for thirty high reports in a minute, and mark each of them', async () => {
    const cases: Case[] = [];
    for (let second = 0; second < 60; second += 2) {
      centre.at(new Date(Date.parse('2026-11-20T14:00:20.000Z') + second * 1000).toISOString());
      cases.push(await triaged({ severity: 'high' }));
    }
    expect(centre.letters).toEqual([]);
    await sweepAt('2026-11-20T14:01:19.000Z');
    expect(centre.letters).toEqual([]);
    await sweepAt('2026-11-20T14:01:21.000Z');
    expect(centre.letters.map(({ subject }) => subject)).toEqual(['30 cases, 30 high']);
    for (const of of cases) {
      expect(centre.letters[0]?.text).toContain(of.caseNumber);
      expect(await centre.mailsOf(of)).toEqual([expect.objectContaining({ sentAt: '2026-11-20T14:01:21.000Z' })]);
    }
    await sweepAt('2026-11-20T14:05:00.000Z');
    expect(centre.letters).toHaveLength(1);
  });

  it('keep no critical one waiting, and leave five minutes after it', async () => {
    await triaged({ severity: 'high' });
    const critical = await triaged({ severity: 'critical' });
    expect(centre.letters.map(({ subject }) => subject)).toEqual([`New case ${critical.caseNumber}: critical`]);
    await sweepAt('2026-11-20T14:04:00.000Z');
    expect(centre.letters).toHaveLength(1);
    // Five minutes after it, one letter tells of the other case, and of this one once more: nobody has taken it.
    await sweepAt('2026-11-20T14:05:00.000Z');
    expect(centre.letters.map(({ subject }) => subject).slice(1)).toEqual(['2 cases, 1 critical']);
  });

  it('that are alone are worded as any other', async () => {
    const of = await triaged({ severity: 'high' });
    await sweepAt('2026-11-20T14:01:00.000Z');
    expect(centre.letters.map(({ subject }) => subject)).toEqual([`New case ${of.caseNumber}: high`]);
  });

  it('wake nobody at night for adults, and somebody for a child', async () => {
    centre.at('2026-11-20T22:00:00.000Z');
    const grown = await triaged({ severity: 'high', reported: adults });
    const child = await triaged({ severity: 'high' });
    await sweepAt('2026-11-20T22:01:00.000Z');
    expect(centre.letters.map(({ subject }) => subject)).toEqual([`New case ${child.caseNumber}: high`]);
    await sweepAt('2026-11-21T06:00:00.000Z');
    expect(centre.letters.filter(({ text }) => text.includes(grown.caseNumber))).toEqual([]);
    await sweepAt('2026-11-21T07:00:00.000Z');
    expect(centre.letters.at(-1)?.to).toBe('duty@centre.example');
    expect(centre.letters.at(-1)?.subject).toContain(grown.caseNumber);
  });

  it('are not sent for cases that were read by then, nor for those that are over', async () => {
    const read = await triaged({ severity: 'normal' });
    const left = await triaged({ severity: 'normal' });
    await centre.change(read, { set: { readAt: centre.now() }, events: [] });
    await sweepAt('2026-11-20T17:00:00.000Z');
    expect(centre.letters.map(({ subject }) => subject)).toEqual([`New case ${left.caseNumber}: normal`]);
    expect(await centre.mailsOf(read)).toEqual([expect.objectContaining({ droppedBecause: 'read_already' })]);
  });

  it('ring nobody, so the first rung is still told when the case becomes critical', async () => {
    const of = await triaged({ severity: 'normal' });
    await sweepAt('2026-11-20T17:00:00.000Z');
    await centre.change(of, {
      set: { severity: 'critical' },
      events: [{ type: 'case.severity_changed', actor: 'staff:staff-duty', data: {} }],
    });
    await centre.settle(of);
    await centre.sweep();
    await centre.settle(of);
    expect(centre.letters.map(({ subject }) => subject)).toContain(`Raised to the duty: ${of.caseNumber}`);
  });

  it('are repeated rather than lost when the sweep dies between sending and marking', async () => {
    await triaged({ severity: 'normal' });
    await triaged({ severity: 'normal' });
    centre.between.afterSend = () => {
      throw new Crash();
    };
    const { nextAt } = await (async () => {
      centre.at('2026-11-20T17:00:00.000Z');
      return centre.sweep();
    })();
    // Their tries are over then.
    expect(nextAt).toBe('2026-11-20T17:02:00.000Z');
    delete centre.between.afterSend;
    // Their tries are somebody's for two minutes; then they go together again.
    await sweepAt('2026-11-20T17:01:00.000Z');
    expect(centre.letters).toHaveLength(1);
    // Whoever died had taken the place of a letter: the next leaves five minutes after it.
    await sweepAt('2026-11-20T17:02:00.000Z');
    expect(centre.letters).toHaveLength(1);
    await sweepAt('2026-11-20T17:05:00.000Z');
    await sweepAt('2026-11-20T17:11:00.000Z');
    expect(centre.letters.map(({ subject }) => subject)).toEqual(['2 cases, 2 normal', '2 cases, 2 normal']);
  });

  it('are tried again, together, when the mail service did not take them', async () => {
    await triaged({ severity: 'normal' });
    await triaged({ severity: 'normal' });
    centre.between.onSend = () => {
      throw new MailRefused('MessageRejected');
    };
    await sweepAt('2026-11-20T17:00:00.000Z');
    delete centre.between.onSend;
    await sweepAt('2026-11-20T17:02:00.000Z');
    expect(centre.letters.map(({ subject }) => subject)).toEqual(['2 cases, 2 normal']);
  });

  it('go out once when two sweeps run at once', async () => {
    await triaged({ severity: 'normal' });
    centre.at('2026-11-20T17:00:00.000Z');
    await Promise.all([centre.sweep(), centre.sweep(), centre.sweep()]);
    expect(centre.letters).toHaveLength(1);
  });
});
