import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import type { StaffMember } from '#shared/ports/directory.ts';
import { sesEvent } from '#test/support/ses-events.ts';
import { type Centre, openCentre, staff } from '../centre.ts';

/** Two people on the first rung, one on each further one. */
const people = (domains: readonly string[]): StaffMember[] =>
  [...staff, { ...staff[0]!, id: 'staff-second' }].map((one, n) => ({
    ...one,
    mail: `${one.id.replace('staff-', '')}@${domains[n % domains.length] ?? ''}`,
  }));

describe('A minute in which a mail provider answers 550 to everything', () => {
  let centre: Centre;
  let refused = false;
  afterEach(() => centre.stop());

  const told = () => [...new Set(centre.letters.map((letter) => letter.to.split('@')[0]))];
  async function open(domains: readonly string[]): Promise<void> {
    centre = await openCentre(people(domains));
    refused = false;
  }
  async function report(): Promise<Case> {
    const of = await centre.receive({ severity: 'critical' });
    await centre.settle(of);
    return of;
  }
  /** Lets come back whatever was sent in that minute, until nothing more is sent for it. */
  async function everythingComesBack(of: Case, isRefused: (to: string) => boolean = () => true): Promise<void> {
    for (let from = 0; from < centre.letters.length;) {
      const letters = centre.letters.slice(from);
      from = centre.letters.length;
      for (const { to, tag } of letters.filter((one) => isRefused(one.to))) {
        expect(await centre.feedback(sesEvent('permanent', tag, to))).toBe(0);
      }
      await centre.settle(of);
    }
    refused = true;
  }

  describe.each([
    ['of one domain that all share', ['centre.example']],
    ['of two domains', ['centre.example', 'mail.example']],
    ['of a domain for each person', staff.map((_, n) => `d${n}.example`).concat('d9.example')],
  ])('%s', (_, domains) => {
    beforeEach(() => open(domains));

    it('leaves somebody on each rung: the next critical report is mailed', async () => {
      await everythingComesBack(await report());
      expect(refused).toBe(true);
      expect(told().length).toBe(6);
      // Five minutes after their last letter, which came back.
      centre.later(5);
      centre.letters.length = 0;
      await report();
      expect(told()).not.toEqual([]);
      for (const { duties } of staff) expect(await centre.holders(duties)).not.toEqual([]);
    });

    it('is not the end of what it was about: it is told once mails arrive again', async () => {
      const of = await report();
      await everythingComesBack(of);
      expect(centre.measured).toContainEqual({ metric: 'NobodyToTell', value: 1 });
      expect(await centre.owedTo(of)).not.toEqual([]);
      centre.letters.length = 0;
      for (let minute = 0; minute < 12; minute += 1) {
        centre.later(1);
        await centre.sweep();
        await centre.settle(of);
      }
      expect(told()).not.toEqual([]);
      expect(await centre.owedTo(of)).toEqual([]);
    });
  });

  it('rings, marks nobody, and takes off the mark that its first bounce set', async () => {
    await open(['centre.example']);
    await everythingComesBack(await report(), (to) => to.startsWith('duty') || to.startsWith('second'));
    expect(centre.measured).toContainEqual({ metric: 'MailProviderRefuses', value: 1 });
    expect(centre.logged).toContainEqual(expect.objectContaining({ code: 'provider_refuses' }));
    for (const { id } of people([''])) expect((await centre.member(id))?.unreachable).toBeUndefined();
  });

  it('is not rung for one full mailbox: that one is marked', async () => {
    await open(['centre.example']);
    await everythingComesBack(await report(), (to) => to.startsWith('second'));
    expect((await centre.member('staff-second'))?.unreachable).toMatchObject({ because: 'bounced' });
    expect(centre.measured).not.toContainEqual({ metric: 'MailProviderRefuses', value: 1 });
  });
});
