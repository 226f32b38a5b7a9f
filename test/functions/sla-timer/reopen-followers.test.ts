import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mostOf } from '#shared/domain/case/bounds.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import type { Severity } from '#shared/domain/report/severity.ts';
import { type Centre, Crash, openCentre } from '../centre.ts';

const waits = { timeout: 60_000 };

describe('When a parent case is reopened', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre();
  });
  afterEach(() => centre.stop());

  async function ended(of: Case, set: Partial<Case>): Promise<void> {
    const { timers } = await centre.read(of);
    const now = centre.now();
    await centre.change(of, {
      set: {
        status: 'resolved',
        triagedAt: now,
        readAt: now,
        lastReadAt: now,
        handledAt: now,
        resolvedAt: now,
        assignee: 'staff-duty',
        ...set,
      },
      events: [{ type: 'case.resolved', actor: 'staff:staff-duty', data: {} }],
      timersDisarmed: timers.map(timerId),
    });
  }

  /** A parent case and so many that ended because of it, all of them ended and with the same person. */
  async function family(count: number, severity: Severity = 'normal'): Promise<{ lead: Case; followers: Case[] }> {
    const lead = await centre.receive({ severity });
    const followers: Case[] = [];
    for (let nth = 0; nth < count; nth += 1) followers.push(await centre.receive({ severity }));
    for (const follower of followers) await ended(follower, { outcomes: ['same_event'], leadCaseId: lead.caseId });
    const linkedCases = followers.map(({ caseId, caseNumber }) => ({ caseId, caseNumber }));
    await ended(lead, { outcomes: ['advice_given'], linkedCases });
    return { lead, followers };
  }

  async function reopen(lead: Case) {
    await centre.change(lead, {
      set: { status: 'in_progress', clockNumber: 2, reopenedAt: centre.now(), resolvedAt: undefined, outcomes: [] },
      events: [{ type: 'case.reopened', actor: 'staff:staff-duty', data: {} }],
    });
    return centre.lastEvent(lead, 'case.reopened');
  }

  const standing = async (followers: readonly Case[]) =>
    Promise.all(
      followers.map(async (follower) => {
        const { status, clockNumber } = (await centre.read(follower)).case;
        return `${status} ${clockNumber}`;
      }),
    );
  const all = (count: number, what: string) => Array.from({ length: count }, () => what);
  const reopenings = async (of: Case) =>
    (await centre.history(of)).filter(({ type }) => type === 'case.reopened').map(({ actor }) => actor);

  it('all that ended because of it follow, as many as a parent can have, each once', waits, async () => {
    const { lead, followers } = await family(mostOf.linkedCases);
    const event = await reopen(lead);
    expect(await centre.deliver('sla-timer', event)).toBe(0);
    expect(await standing(followers)).toEqual(all(mostOf.linkedCases, 'in_progress 2'));
    expect(await centre.deliver('sla-timer', event, event)).toBe(0);
    for (const follower of followers) {
      expect(await reopenings(follower)).toEqual(['besa:sla-timer']);
      const kinds = (await centre.read(follower)).timers.map(({ kind, clock }) => `${clock} ${kind}`);
      expect(kinds).toContain('2 must_be_read');
      expect(kinds).toContain('2 promise_handle');
    }
  });

  it('a crash at any write leaves none behind: the event comes again and does the rest', waits, async () => {
    const count = 6;
    for (let crashAt = 1; crashAt <= count + 1; crashAt += 1) {
      const { lead, followers } = await family(count);
      const event = await reopen(lead);
      let writes = 0;
      centre.between.afterWrite = () => {
        writes += 1;
        if (writes >= crashAt) throw new Crash();
      };
      expect(await centre.deliver('sla-timer', event)).toBe(1);
      delete centre.between.afterWrite;
      expect(await centre.deliver('sla-timer', event)).toBe(0);
      expect(await standing(followers)).toEqual(all(count, 'in_progress 2'));
      for (const follower of followers) expect(await reopenings(follower)).toHaveLength(1);
    }
  });

  it('what ended otherwise or is gone on with stays as it is', async () => {
    const { lead, followers } = await family(3);
    const [otherwise, open] = followers;
    if (otherwise === undefined || open === undefined) throw new Error('There are too few.');
    await centre.change(otherwise, { set: { outcomes: ['advice_given'] }, events: [] });
    await centre.change(open, { set: { status: 'in_progress', outcomes: [], resolvedAt: undefined }, events: [] });
    await centre.deliver('sla-timer', await reopen(lead));
    expect(await standing(followers)).toEqual(['resolved 1', 'in_progress 1', 'in_progress 2']);
  });

  it('an event that comes late, when the parent has ended again, reopens nothing', async () => {
    const { lead, followers } = await family(2);
    const event = await reopen(lead);
    await ended(lead, { outcomes: ['advice_given'] });
    expect(await centre.deliver('sla-timer', event)).toBe(0);
    expect(await standing(followers)).toEqual(all(2, 'resolved 1'));
  });

  it.each(['normal', 'high'] as const)(
    'thirty of severity %s are news for who has them, in one letter that waits for its time',
    waits,
    async (severity) => {
      const { lead, followers } = await family(30, severity);
      await centre.deliver('sla-timer', await reopen(lead));
      const before = centre.letters.length;
      for (const follower of followers) {
        await centre.deliver('notification', await centre.lastEvent(follower, 'case.reopened'));
      }
      expect(centre.letters.length).toBe(before);
      // The evening of the report is late: the first daily mail comes ten hours later, the burst ends within a minute.
      centre.later(severity === 'high' ? 2 : 10 * 60);
      await centre.sendDue();
      const sent = centre.letters.slice(before);
      expect(sent.map(({ to }) => to)).toEqual(['duty@centre.example']);
      for (const { caseNumber } of followers) expect(JSON.stringify(sent)).toContain(caseNumber);
    },
  );

  it('is no news any more once somebody has read it, and none of a parent to who reopened that themselves', async () => {
    const { lead, followers } = await family(1, 'high');
    const [follower] = followers;
    if (follower === undefined) throw new Error('There is none.');
    const event = await reopen(lead);
    await centre.deliver('sla-timer', event);
    await centre.deliver('notification', event);
    expect(await centre.mailsOf(lead)).toEqual([]);
    await centre.deliver('notification', await centre.lastEvent(follower, 'case.reopened'));
    expect(await centre.mailsOf(follower)).toMatchObject([{ occasion: 'lead_reopened', to: 'staff-duty' }]);
    await centre.change(follower, { set: { readAt: centre.now() }, events: [] });
    centre.later(2);
    const before = centre.letters.length;
    await centre.sendDue();
    expect(centre.letters.length).toBe(before);
    expect(await centre.mailsOf(follower)).toMatchObject([{ droppedBecause: 'read_already' }]);
  });
});
