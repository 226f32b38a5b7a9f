import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import { type Centre, openCentre } from '../centre.ts';

describe('What the mail service did not take', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre();
    // 15:00 in Tirana: mails of high cases leave after one minute.
    centre.at('2026-11-20T14:00:00.000Z');
  });
  afterEach(() => centre.stop());

  const told = () =>
    centre.letters
      .filter(({ to }) => to.startsWith('duty'))
      .map(({ at, text }) => ({ minute: at.slice(11, 16), text }));
  const isDown = () => {
    throw new Error('unavailable');
  };
  async function triaged(severity: Case['severity']): Promise<Case> {
    const of = await centre.receive({ severity });
    await centre.deliver('triage', await centre.lastEvent(of, 'case.received'));
    await centre.deliver('sla-timer', await centre.lastEvent(of, 'case.triaged'));
    return of;
  }
  const tellOf = async (of: Case) => centre.deliver('notification', await centre.lastEvent(of, 'case.triaged'));
  async function passTo(end: string): Promise<void> {
    while (centre.now() < end) {
      centre.later(1);
      await centre.sweep();
    }
  }

  it('goes along with the next letter to its reader, however long its own pause still is', async () => {
    centre.between.onSend = isDown;
    const early = await triaged('critical');
    await tellOf(early);
    await passTo('2026-11-20T14:36:00.000Z');
    // The last try was two minutes ago. The next is to be 28 minutes on.
    expect(await centre.mailsOf(early)).toContainEqual(
      expect.objectContaining({ to: 'staff-duty', attempts: 6, retryAt: '2026-11-20T15:04:00.000Z' }),
    );
    delete centre.between.onSend;
    const late = await triaged('high');
    await tellOf(late);
    await passTo('2026-11-20T14:38:00.000Z');
    expect(told()).toEqual([{ minute: '14:37', text: expect.stringContaining(early.caseNumber) }]);
    expect(told()[0]?.text).toContain(late.caseNumber);
  });

  it('is left to whoever may still be trying it', async () => {
    const waits = await triaged('high');
    await tellOf(waits);
    const critical = await triaged('critical');
    centre.later(1);
    centre.between.onSend = isDown;
    await tellOf(critical);
    delete centre.between.onSend;
    // For all that the sweep knows, notification has not heard of the mail service yet.
    await centre.sendDue();
    expect(told()).toEqual([{ minute: '14:01', text: expect.stringContaining(waits.caseNumber) }]);
    expect(told()[0]?.text).not.toContain(critical.caseNumber);
    expect(await centre.mailsOf(critical)).toEqual([expect.objectContaining({ attempts: 1 })]);
  });

  it('pauses for no try that was not made, because another letter to its reader was first', async () => {
    const waits = await triaged('high');
    await tellOf(waits);
    const critical = await triaged('critical');
    const [before] = await centre.mailsOf(waits);
    centre.later(1);
    // The sweep has taken the mail. Before it takes the place of the letter, notification does.
    const load = centre.cases.load.bind(centre.cases);
    let isTaken = false;
    centre.cases.load = async (caseId) => {
      centre.cases.load = load;
      isTaken = (await centre.mailsOf(waits))[0]?.attempts === 1;
      await tellOf(critical);
      return load(caseId);
    };
    await centre.sendDue();
    expect(isTaken).toBe(true);
    expect(told()).toEqual([{ minute: '14:01', text: expect.not.stringContaining(waits.caseNumber) }]);
    expect(await centre.mailsOf(waits)).toEqual([{ ...before, letters: [expect.any(String)] }]);
    await passTo('2026-11-20T14:06:00.000Z');
    expect(told()[1]).toEqual({ minute: '14:06', text: expect.stringContaining(waits.caseNumber) });
  });
});
