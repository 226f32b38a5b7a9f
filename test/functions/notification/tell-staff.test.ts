import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import { eventId, eventNumberOf } from '#shared/domain/case/events.ts';
import { timerId, type TimerId } from '#shared/domain/case/timer-id.ts';
import { aMail } from '#test/support/mails.ts';
import { type Centre, openCentre, staff } from '../centre.ts';

describe('Telling staff', () => {
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

  /** Escalates so long after the last letters that nobody's pace makes it wait. */
  async function raise(of: Case, timer: TimerId, rung: string, reminder = 0): Promise<number> {
    centre.later(31);
    await centre.change(of, {
      set: {},
      events: [{ type: 'case.escalated', actor: 'besa:escalation', data: { timer, rung, reminder } }],
    });
    return centre.deliver('notification', await centre.lastEvent(of, 'case.escalated'));
  }
  const acknowledge: TimerId = '1.must_be_acknowledged.report';
  const reading: TimerId = '1.must_be_read.report';

  it('tells the first rung of a new critical case at once', async () => {
    await tellOfNewCase(await triaged());
    expect(told()).toEqual(['duty']);
  });

  it('judges by the case as it stands now, not as it was when the event was written', async () => {
    const of = await triaged({ severity: 'low' });
    await centre.change(of, { set: { severity: 'critical' }, events: [] });
    await tellOfNewCase(of);
    expect(told()).toEqual(['duty']);
  });

  it('tells the assignee of a warning, or the duty when there is none', async () => {
    for (const assignee of [undefined, 'staff-backup', 'staff-unknown']) {
      const of = await triaged();
      centre.later(31);
      await centre.change(of, {
        set: { assignee },
        events: [{ type: 'sla.warned', actor: 'besa:escalation', data: { timer: '1.handle.report' } }],
      });
      await centre.deliver('notification', await centre.lastEvent(of, 'sla.warned'));
    }
    expect(told()).toEqual(['duty', 'backup', 'duty']);
  });

  it('tells the assignee of a miss beside the rung, and nobody twice', async () => {
    for (const assignee of [undefined, 'staff-duty', 'staff-supervisor']) {
      const of = await triaged();
      centre.later(31);
      await centre.change(of, {
        set: { assignee },
        events: [{ type: 'sla.missed', actor: 'besa:escalation', data: { timer: reading } }],
      });
      await centre.deliver('notification', await centre.lastEvent(of, 'sla.missed'));
      await raise(of, reading, 'duty');
    }
    expect(told()).toEqual(['duty', 'duty', 'supervisor', 'duty']);
  });

  it('tells the head of the team of a broken promise at once, beside the assignee and the rung, and anew when it climbs', async () => {
    const promised = '1.promise_handle.report';
    const toldOf: unknown[][] = [];
    for (const assignee of [undefined, 'staff-backup', 'staff-supervisor', 'staff-duty']) {
      const of = await triaged();
      const before = told().length;
      centre.later(31);
      await centre.change(of, {
        set: { assignee },
        events: [{ type: 'sla.missed', actor: 'besa:escalation', data: { timer: promised } }],
      });
      await centre.deliver('notification', await centre.lastEvent(of, 'sla.missed'));
      for (const rung of ['duty', 'backup', 'supervisor']) await raise(of, promised, rung);
      toldOf.push(told().slice(before));
    }
    const ladder = ['duty', 'backup', 'supervisor'];
    expect(toldOf).toEqual([
      ['supervisor', ...ladder],
      ['backup', 'supervisor', ...ladder],
      ['supervisor', ...ladder],
      ['supervisor', ...ladder],
    ]);
  });

  it('tells each rung in turn, and everybody of a reminder', async () => {
    const of = await triaged();
    for (const { id } of staff) await raise(of, reading, id.replace('staff-', ''));
    await raise(of, reading, 'partner', 1);
    const everybody = ['duty', 'backup', 'supervisor', 'director', 'partner'];
    expect(told().slice(0, 5)).toEqual(everybody);
    expect(told()).toHaveLength(10);
    expect(new Set(told().slice(5))).toEqual(new Set(everybody));
  });

  it('sends one mail for a new critical case and for the first rung of its acknowledgement', async () => {
    const of = await triaged();
    await tellOfNewCase(of);
    await raise(of, acknowledge, 'duty');
    expect(told()).toEqual(['duty']);
    await raise(of, acknowledge, 'backup');
    expect(told()).toEqual(['duty', 'backup']);
  });

  it('sends that one mail too when the rung is heard of before the new case', async () => {
    const of = await triaged();
    await raise(of, acknowledge, 'duty');
    await tellOfNewCase(of);
    expect(told()).toEqual(['duty']);
  });

  it('tells the first rung when a case becomes critical only after nobody had to be told of it', async () => {
    const of = await triaged({ severity: 'normal' });
    await tellOfNewCase(of);
    await centre.change(of, {
      set: { severity: 'critical' },
      events: [{ type: 'case.severity_changed', actor: 'staff:staff-duty', data: {} }],
    });
    await centre.deliver('sla-timer', await centre.lastEvent(of, 'case.severity_changed'));
    await raise(of, acknowledge, 'duty');
    expect(told()).toEqual(['duty']);
  });

  describe('of a case that was lowered before anybody had read it, and is critical again', () => {
    const setTo = async (of: Case, severity: Case['severity']): Promise<void> => {
      centre.later(3);
      await centre.change(of, {
        set: { severity },
        events: [{ type: 'case.severity_changed', actor: 'staff:staff-duty', data: {} }],
      });
      await centre.settle(of);
    };
    const steps = async (of: Case, minutes: number): Promise<void> => {
      for (let minute = 0; minute < minutes; minute += 1) {
        await centre.sweep();
        await centre.settle(of);
        centre.later(1);
      }
    };

    it('calls each rung anew, whoever was called before', async () => {
      const of = await centre.receive({ severity: 'critical' });
      await centre.settle(of);
      await steps(of, 25);
      expect([...new Set(told())]).toEqual(['duty', 'backup', 'supervisor']);
      await setTo(of, 'normal');
      await steps(of, 10);
      centre.letters.length = 0;
      await setTo(of, 'critical');
      await steps(of, 2);
      expect(told()).toEqual(['duty']);
      await steps(of, 21);
      expect([...new Set(told())]).toEqual(['duty', 'backup', 'supervisor']);
    });

    it('calls somebody else when the first mail of the second time comes back, though all were called the first time', async () => {
      const of = await centre.receive({ severity: 'critical' });
      await centre.settle(of);
      await steps(of, 65);
      expect(new Set(told()).size).toBe(staff.length);
      await setTo(of, 'normal');
      await steps(of, 10);
      await setTo(of, 'critical');
      await steps(of, 2);
      centre.letters.length = 0;
      const back = (await centre.mailsOf(of)).findLast(
        ({ timer, to }) => timer === acknowledge && to === 'staff-duty',
      )!;
      await centre.putMember({ ...staff[0]!, unreachable: { since: centre.now(), because: 'bounced' } });
      await centre.change(of, {
        set: {},
        events: [
          {
            type: 'mail.bounced',
            actor: 'besa:mail-feedback',
            data: { mail: eventNumberOf(back.eventId), to: back.to, because: 'bounced' },
          },
        ],
      });
      await centre.settle(of);
      expect(told()).toEqual(['backup']);
    });
  });

  it('writes a mail with nothing in it but number, severity, due time and link', async () => {
    const of = await triaged({ receivedAt: '2026-11-20T22:10:00.000Z' });
    await tellOfNewCase(of);
    const [letter] = centre.letters;
    expect(letter?.subject).toBe(`New case ${of.caseNumber}: critical`);
    expect(letter?.text).toBe(
      [
        // 22:10 UTC and an hour, as a clock in Tirana shows it.
        'to be read by Saturday 21 November, 00:10',
        `https://staff.centre.example/cases/${of.caseNumber}`,
        `Seen: https://staff.centre.example/letters/${letter?.tag}`,
        '',
        'This is a message between colleagues & never a summons.',
        '',
      ].join('\n'),
    );
    expect(letter?.html).toContain(
      `<a href="https://staff.centre.example/cases/${of.caseNumber}">https://staff.centre.example/cases/${of.caseNumber}</a>`,
    );
    expect(letter?.html).toContain('colleagues &amp; never');
    expect(letter?.html).toContain('name="viewport"');
  });

  it('writes in the language of the addressee', async () => {
    const of = await triaged();
    await raise(of, reading, 'director');
    expect(centre.letters[0]?.subject).toBe(`[sq] Raised to [sq] the director: ${of.caseNumber}`);
    expect(centre.letters[0]?.text).toContain('e shtunë 21 nëntor, 00:10');
  });

  it('lets nothing that a case knows of its reporter into a mail, an event or a log', async () => {
    const canary = 'KANARINA';
    const of = await triaged({
      reported: {
        category: canary,
        alsoCategories: [canary],
        platform: canary,
        region: canary,
        victims: [],
        flags: { inDanger: true },
        reporterAgeBand: '12-13',
        wishes: {},
        needs: [],
      },
    });
    await tellOfNewCase(of);
    await raise(of, reading, 'backup');
    expect(centre.letters).toHaveLength(2);
    expect(
      JSON.stringify([centre.letters, await centre.history(of), centre.logged, await centre.mailsOf(of)]),
    ).not.toContain(canary);
    expect(JSON.stringify(centre.letters)).not.toContain('12-13');
  });

  it('tells once when the same event comes five times and two workers take it at once', async () => {
    const of = await triaged();
    const event = await centre.lastEvent(of, 'case.triaged');
    await Promise.all([
      centre.deliver('notification', event, event, event),
      centre.deliver('notification', event, event),
    ]);
    // A worker that lost the race may have asked for the message again; now it finds the work done.
    expect(await centre.deliver('notification', event)).toBe(0);
    expect(told()).toEqual(['duty']);
  });

  it('tells nobody of a case that was resolved meanwhile, or of a deadline that was met', async () => {
    const of = await triaged();
    const { timers } = await centre.read(of);
    await centre.change(of, {
      set: { readAt: centre.now() },
      events: [],
      timersDisarmed: [acknowledge, reading],
    });
    await raise(of, reading, 'duty');
    await centre.change(of, {
      set: { status: 'resolved', resolvedAt: centre.now() },
      events: [],
      timersDisarmed: timers.map(timerId),
    });
    await raise(of, '1.handle.report', 'director');
    expect(await tellOfNewCase(of)).toBe(0);
    expect(told()).toEqual([]);
    expect(await centre.mailsOf(of)).toEqual([]);
  });

  describe('when a rung holds more people than one transaction', () => {
    const many = Array.from({ length: 55 }, (_, index) => ({
      ...staff[0]!,
      id: `staff-duty-${index}`,
      mail: `duty-${index}@centre.example`,
    }));
    beforeEach(async () => {
      for (const member of many) await centre.putMember(member);
    });

    it('tells each of them, once', async () => {
      const of = await triaged();
      expect(await tellOfNewCase(of)).toBe(0);
      expect(await tellOfNewCase(of)).toBe(0);
      expect(told()).toHaveLength(56);
      expect(new Set(centre.letters.map(({ to }) => to))).toEqual(
        new Set([staff[0]!, ...many].map(({ mail }) => mail)),
      );
      expect(await centre.mailsOf(of)).toHaveLength(56);
    });

    it('tells everybody when whoever wrote died before the DONE row', async () => {
      const of = await triaged();
      const event = await centre.lastEvent(of, 'case.triaged');
      // What a first worker left: a mail beyond the transaction, and no DONE row of this reactor.
      const left = aMail({ caseId: of.caseId, eventId: eventId(event), to: 'staff-duty-7', occasion: 'new_case' });
      await centre.writer.writeDone(of.caseId, { reactor: 'sweeper', eventId: eventId(event) }, [left]);
      expect(await centre.deliver('notification', event)).toBe(0);
      expect(told()).toHaveLength(55);
      centre.at(left.retryAt);
      await centre.sweep();
      expect(told().filter((name) => name === 'duty-7')).toHaveLength(1);
    });
  });

  describe('when a rung is empty', () => {
    it('goes on to the next with holders, and reports it', async () => {
      const of = await triaged();
      await centre.putMember({ ...staff[0]!, active: false });
      await centre.putMember({ ...staff[1]!, duties: [] });
      await raise(of, reading, 'duty');
      expect(told()).toEqual(['supervisor']);
      expect(centre.logged).toContainEqual(expect.objectContaining({ code: 'rung_skipped' }));
      expect(centre.measured).toContainEqual({ metric: 'RungSkipped', value: 2 });
    });

    it('does not tell somebody again who holds two rungs, but the next who has not been told', async () => {
      await centre.putMember({ ...staff[0]!, duties: ['duty', 'backup'] });
      await centre.putMember({ ...staff[1]!, duties: [] });
      const of = await triaged();
      await raise(of, reading, 'duty');
      await raise(of, reading, 'backup');
      expect(told()).toEqual(['duty', 'supervisor']);
    });

    it('rather tells somebody twice than nobody', async () => {
      const of = await triaged();
      for (const member of staff.slice(1)) await centre.putMember({ ...member, active: false });
      await raise(of, reading, 'duty');
      await raise(of, reading, 'backup');
      expect(told()).toEqual(['duty', 'duty']);
    });

    it('says so loudly when there is nobody at all', async () => {
      const of = await triaged();
      for (const member of staff) await centre.putMember({ ...member, active: false });
      expect(await raise(of, reading, 'duty')).toBe(0);
      expect(centre.measured).toContainEqual({ metric: 'NobodyToTell', value: 1 });
    });
  });
});
