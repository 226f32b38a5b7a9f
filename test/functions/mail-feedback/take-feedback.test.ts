import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import { timerId, type TimerId } from '#shared/domain/case/timer-id.ts';
import { MailRefused, type Mail } from '#shared/ports/mailbox.ts';
import { sesEvent, type SesKind } from '#test/support/ses-events.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { StaffMember } from '#shared/ports/directory.ts';
import { type Centre, openCentre, staff } from '../centre.ts';

const reading: TimerId = '1.must_be_read.report';

describe('What the mail service says of a mail', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre(undefined, 'engine');
  });
  afterEach(() => centre.stop());

  const told = () => centre.letters.map((letter) => letter.to.split('@')[0]);
  const typesOf = async (of: Case) => (await centre.history(of)).map(({ type }) => type);
  const bouncesOf = async (of: Case) => (await centre.history(of)).filter(({ type }) => type === 'mail.bounced');

  async function toldOfNewCase(): Promise<Case> {
    const of = await centre.receive({ severity: 'critical' });
    await centre.settle(of);
    expect(told()).toEqual(['duty']);
    return of;
  }
  const lastMail = async (of: Case): Promise<Mail> => {
    const mail = (await centre.mailsOf(of)).at(-1);
    if (mail === undefined) throw new Error('There is no mail.');
    return mail;
  };
  async function raise(of: Case, rung: string, reminder = 0): Promise<void> {
    // So long after the last letters that nobody's pace makes it wait.
    centre.later(31);
    await centre.change(of, {
      set: {},
      events: [{ type: 'case.escalated', actor: 'besa:escalation', data: { timer: reading, rung, reminder } }],
    });
    await centre.settle(of);
  }
  async function comesBack(of: Case, kind: SesKind, mail?: Mail): Promise<void> {
    const { letters = [], to } = mail ?? (await lastMail(of));
    expect(
      await centre.feedback(sesEvent(kind, letters.at(-1) ?? '', `${to.replace('staff-', '')}@centre.example`)),
    ).toBe(0);
    await centre.settle(of);
  }

  it.each([
    ['permanent', 'bounced'],
    ['transient', 'bounced'],
    ['complaint', 'complained'],
    ['reject', 'rejected'],
  ] as const)(
    'a %s leads by its tag to the mail, says so in the history, and somebody else is told',
    async (kind, because) => {
      const of = await toldOfNewCase();
      const mail = await lastMail(of);
      await comesBack(of, kind);
      expect(told()).toEqual(['duty', 'backup']);
      const [bounced] = await bouncesOf(of);
      expect(bounced).toMatchObject({ actor: 'besa:mail-feedback', data: { mail: 2, to: 'staff-duty', because } });
      expect(await centre.mailsOf(of)).toContainEqual({ ...mail, undelivered: because });
      // Who looks at all cases sees by this that the mails of this one are worth a look.
      expect((await centre.read(of)).case.mailBackAt).toBe(centre.now());
      expect(centre.letters[1]?.subject).toBe(centre.letters[0]?.subject);
      expect(centre.measured).toContainEqual({ metric: 'MailUndelivered', value: 1 });
    },
  );

  it('leaves the last one of a rung in use: who else should be called there', async () => {
    await comesBack(await toldOfNewCase(), 'permanent');
    expect((await centre.member('staff-duty'))?.unreachable).toBeUndefined();
    centre.later(5);
    await centre.settle(await centre.receive({ severity: 'critical' }));
    expect(told()).toEqual(['duty', 'backup', 'duty']);
    expect(centre.measured).not.toContainEqual({ metric: 'MailProviderRefuses', value: 1 });
  });

  describe('where somebody else is on the rung', () => {
    const colleague: StaffMember = { ...staff[0]!, id: 'staff-colleague', mail: 'colleague@other.example' };
    /** So long after the last letters that nobody's pace makes it wait. */
    const newCase = async () => {
      centre.later(5);
      centre.letters.length = 0;
      const of = await centre.receive({ severity: 'critical' });
      await centre.settle(of);
      return of;
    };
    const bounces = async (of: Case) =>
      comesBack(
        of,
        'permanent',
        (await centre.mailsOf(of)).find(({ to }) => to === 'staff-duty'),
      );
    beforeEach(() => centre.putMember(colleague));

    it('marks the address: its holder is passed over for an hour, and then tried again', async () => {
      await bounces(await newCase());
      const mark = { since: centre.now(), because: 'bounced', tries: 1, againAt: plusMinutes(centre.now(), 60) };
      expect((await centre.member('staff-duty'))?.unreachable).toEqual(mark);
      await newCase();
      expect(told()).toEqual(['colleague']);
      centre.later(60);
      const of = await newCase();
      expect(new Set(told())).toEqual(new Set(['duty', 'colleague']));
      await bounces(of);
      expect((await centre.member('staff-duty'))?.unreachable).toEqual({
        ...mark,
        tries: 2,
        againAt: plusMinutes(centre.now(), 360),
      });
    });

    it('uses the address again once the record is written anew', async () => {
      await bounces(await newCase());
      await centre.putMember(staff[0]!);
      await newCase();
      expect(new Set(told())).toEqual(new Set(['duty', 'colleague']));
    });

    it('marks one of two at most when both come back at once', async () => {
      // Mails of two cases: nothing but the marks themselves stands in each other's way.
      const cases = [await newCase(), await newCase()];
      const [ofDuty, ofColleague] = await Promise.all(
        cases.map(async (of, n) => {
          const to = ['staff-duty', 'staff-colleague'][n];
          const mail = (await centre.mailsOf(of)).find((one) => one.to === to);
          return sesEvent(
            'permanent',
            mail?.letters?.at(-1) ?? '',
            ['duty@centre.example', 'colleague@other.example'][n],
          );
        }),
      );
      const events = [ofDuty ?? '', ofColleague ?? ''];
      await Promise.all(events.map((event) => centre.feedback(event)));
      await centre.feedback(...events);
      const marks = await Promise.all(['staff-duty', 'staff-colleague'].map((id) => centre.member(id)));
      expect(marks.filter((one) => one?.unreachable !== undefined)).toHaveLength(1);
    });

    it('marks the address also for a case that is over by then, and tells nobody of it', async () => {
      const of = await newCase();
      const { timers } = await centre.read(of);
      await centre.change(of, {
        set: { status: 'resolved', resolvedAt: centre.now() },
        events: [],
        timersDisarmed: timers.map(timerId),
      });
      await bounces(of);
      expect(told()).toHaveLength(2);
      expect((await centre.member('staff-duty'))?.unreachable).toBeDefined();
    });
  });

  it.each(['transient', 'reject'] as const)('leaves the address in use after a %s', async (kind) => {
    await comesBack(await toldOfNewCase(), kind);
    expect(await centre.member('staff-duty')).toEqual(staff[0]);
  });

  it('does not mark an address that was put right since', async () => {
    const of = await toldOfNewCase();
    await centre.putMember({ ...staff[0]!, mail: 'duty@new.example' });
    await comesBack(of, 'permanent');
    expect((await centre.member('staff-duty'))?.unreachable).toBeUndefined();
    expect(told()).toEqual(['duty', 'backup']);
  });

  it('about a digest is about every mail in it', async () => {
    const cases = [await centre.receive({ severity: 'normal' }), await centre.receive({ severity: 'normal' })];
    for (const of of cases) await centre.settle(of);
    for (let hour = 0; hour < 24 && centre.letters.length === 0; hour += 1) {
      centre.later(60);
      await centre.sweep();
    }
    const [letter] = centre.letters;
    expect(letter?.to).toBe('duty@centre.example');
    expect(await centre.feedback(sesEvent('permanent', letter?.tag ?? ''))).toBe(0);
    for (const of of cases) {
      await centre.settle(of);
      expect(await bouncesOf(of)).toHaveLength(1);
      expect(await centre.mailsOf(of)).toContainEqual(
        expect.objectContaining({ to: 'staff-backup', occasion: 'new_case' }),
      );
    }
  });

  it('notes a delay on the mail and does no more', async () => {
    const of = await toldOfNewCase();
    const before = await typesOf(of);
    await comesBack(of, 'delay');
    expect(await typesOf(of)).toEqual(before);
    expect(await lastMail(of)).toMatchObject({ delayedAt: centre.now() });
    expect(told()).toEqual(['duty']);
  });

  it('takes effect once, however often and at once it comes', async () => {
    const of = await toldOfNewCase();
    const tag = (await lastMail(of)).letters?.at(-1) ?? '';
    const [first, second] = [sesEvent('permanent', tag), sesEvent('complaint', tag)];
    await Promise.all([centre.feedback(first, first, second), centre.feedback(second, first)]);
    expect(await centre.feedback(first, second)).toBe(0);
    await centre.settle(of);
    expect(await bouncesOf(of)).toHaveLength(1);
    expect(told()).toEqual(['duty', 'backup']);
  });

  it('that comes before the mail is marked as sent keeps it from being sent again', async () => {
    const of = await centre.receive({ severity: 'critical' });
    centre.between.afterSend = async () => {
      delete centre.between.afterSend;
      const tag = (await lastMail(of)).letters?.at(-1) ?? '';
      await centre.feedback(sesEvent('permanent', tag));
    };
    await centre.settle(of);
    centre.later(3);
    await centre.sweep();
    expect(told()).toEqual(['duty', 'backup']);
  });

  it('changes nothing for a mail nobody knows, and puts aside what it cannot read', async () => {
    const of = await toldOfNewCase();
    const before = await typesOf(of);
    expect(await centre.feedback(sesEvent('permanent', 'not-one-of-ours'), sesEvent('delay', 'nor-this'))).toBe(0);
    expect(await centre.feedback('{}', sesEvent('permanent', 'a tag with words'), 'no JSON')).toBe(3);
    expect(await typesOf(of)).toEqual(before);
  });

  it('leads from rung to rung until a mail stays, and says loudly when none does', async () => {
    const of = await toldOfNewCase();
    for (const _ of staff) await comesBack(of, 'permanent');
    expect(told()).toEqual(['duty', 'backup', 'supervisor', 'director', 'partner']);
    expect(centre.measured).toContainEqual({ metric: 'NobodyToTell', value: 1 });
    await centre.sweep();
    expect(told()).toHaveLength(5);
  });

  it('of a raise tells the next rung, or the ones before when there is none after', async () => {
    const of = await toldOfNewCase();
    centre.letters.length = 0;
    await raise(of, 'partner');
    await comesBack(of, 'transient');
    expect(told()).toEqual(['partner', 'duty']);
    await comesBack(of, 'transient');
    expect(told()).toEqual(['partner', 'duty', 'backup']);
  });

  it('of a reminder tells nobody twice: everybody else has it', async () => {
    const of = await toldOfNewCase();
    centre.letters.length = 0;
    await raise(of, 'partner', 1);
    expect(told()).toHaveLength(5);
    await comesBack(of, 'permanent');
    expect(told()).toHaveLength(5);
    expect(centre.measured).not.toContainEqual({ metric: 'NobodyToTell', value: 1 });
  });

  it('that it will never take a mail makes the second try tell somebody else, once, and keeps trying', async () => {
    const of = await centre.receive({ severity: 'high' });
    centre.between.onSend = ({ to }) => {
      if (to.startsWith('duty')) throw new MailRefused('MessageRejected');
    };
    await centre.settle(of);
    for (let minute = 0; minute < 8; minute += 1) {
      centre.later(1);
      await centre.sweep();
      await centre.settle(of);
    }
    expect(told()).toEqual(['backup']);
    expect((await bouncesOf(of)).map(({ data }) => data)).toEqual([{ mail: 2, to: 'staff-duty', because: 'refused' }]);
    delete centre.between.onSend;
    centre.later(5);
    await centre.sweep();
    expect(told()).toEqual(['backup', 'duty']);
  });
});
