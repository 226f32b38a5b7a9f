import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dangerTimer } from '#shared/domain/sla/clocks.ts';
import type { Mail } from '#shared/ports/mailbox.ts';
import { type Centre, openCentre } from '../centre.ts';
import { policy } from '../policy.ts';

describe('telling of a danger that nobody called for', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre();
  });
  afterEach(() => centre.stop());

  /** The mails of the first rung of a clock of a case that was read, and lowered after that. */
  async function raised(clock: 'danger_call' | 'handle'): Promise<Mail[]> {
    const of = await centre.receive({ severity: 'low' });
    await centre.deliver('triage', await centre.lastEvent(of, 'case.received'));
    await centre.deliver('sla-timer', await centre.lastEvent(of, 'case.triaged'));
    const danger = { since: centre.now(), flags: ['inDanger' as const] };
    const timer = dangerTimer({ ...of, danger }, policy);
    const data = { timer: `1.${clock}.report`, rung: 'duty', reminder: 0 } as const;
    await centre.change(of, {
      set: { danger },
      timersArmed: timer === undefined ? [] : [timer],
      events: [{ type: 'case.escalated', actor: 'besa:escalation', data }],
    });
    await centre.deliver('notification', await centre.lastEvent(of, 'case.escalated'));
    return centre.mailsOf(of);
  }

  it('leaves at once, though the case was lowered', async () => {
    const [mail] = await raised('danger_call');
    expect(mail).toMatchObject({ to: 'staff-duty', occasion: 'escalated' });
    expect(mail?.leavesAt).toBeUndefined();
    expect(centre.letters.map(({ to }) => to)).toEqual(['duty@centre.example']);
  });

  it('is alone in that: another clock of such a case waits for the mails of the day', async () => {
    const [mail] = await raised('handle');
    expect(mail?.leavesAt).toBeDefined();
    expect(centre.letters).toEqual([]);
  });
});
