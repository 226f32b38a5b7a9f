import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import { aCase } from '#test/support/builders.ts';
import { type Centre, Crash, openCentre } from '../centre.ts';

describe('The referral function', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre();
  });
  afterEach(() => centre.stop());

  const grooming: Partial<Case> = { severity: 'high', reported: { ...aCase().reported, category: 'grooming' } };
  const proposals = async (of: Case) => (await centre.read(of)).case.referrals ?? [];
  const proposedEvents = async (of: Case) =>
    (await centre.history(of)).filter(({ type }) => type === 'referral.proposed');

  async function triaged(overrides: Partial<Case> = grooming): Promise<Case> {
    const of = await centre.receive(overrides);
    await centre.deliver('triage', await centre.lastEvent(of, 'case.received'));
    return of;
  }

  it('proposes a lead and possible others, and says so in the history', async () => {
    const of = await triaged();
    await centre.deliver('referral', await centre.lastEvent(of, 'case.triaged'));
    expect(await proposals(of)).toMatchObject([
      { id: 'police_cybercrime-1', isLead: true, status: 'proposed', proposedBy: 'besa:referral' },
      { id: 'child_protection_unit-1', isLead: false, status: 'proposed' },
    ]);
    const events = await proposedEvents(of);
    expect(events.map(({ actor, data }) => ({ actor, data }))).toEqual([
      { actor: 'besa:referral', data: { referral: 'police_cybercrime-1' } },
      { actor: 'besa:referral', data: { referral: 'child_protection_unit-1' } },
    ]);
  });

  it('takes effect once when the same event comes five times and two workers take it at once', async () => {
    const of = await triaged();
    const event = await centre.lastEvent(of, 'case.triaged');
    await Promise.all([centre.deliver('referral', event, event, event), centre.deliver('referral', event, event)]);
    expect(await centre.deliver('referral', event)).toBe(0);
    expect(await proposedEvents(of)).toHaveLength(2);
  });

  it('proposes after a crash what it had not written, and nothing again that it had', async () => {
    const of = await triaged();
    const event = await centre.lastEvent(of, 'case.triaged');
    const crash = () => {
      throw new Crash();
    };
    centre.between.beforeWrite = crash;
    expect(await centre.deliver('referral', event)).toBe(1);
    delete centre.between.beforeWrite;
    centre.between.afterWrite = crash;
    expect(await centre.deliver('referral', event)).toBe(1);
    delete centre.between.afterWrite;
    expect(await centre.deliver('referral', event)).toBe(0);
    expect(await proposedEvents(of)).toHaveLength(2);
  });

  it('adds the number to call when the case becomes critical, and leaves what was decided', async () => {
    const of = await triaged();
    await centre.deliver('referral', await centre.lastEvent(of, 'case.triaged'));
    const referrals = (await proposals(of)).map((referral) =>
      referral.institution === 'child_protection_unit' ? { ...referral, status: 'dropped' as const } : referral,
    );
    await centre.change(of, {
      set: { severity: 'critical', referrals },
      events: [{ type: 'case.severity_changed', actor: 'staff:staff-duty', data: {} }],
    });
    await centre.deliver('referral', await centre.lastEvent(of, 'case.severity_changed'));
    expect(await proposals(of)).toMatchObject([
      { id: 'police_cybercrime-1', phones: ['129'], status: 'proposed' },
      { id: 'child_protection_unit-1', status: 'dropped' },
    ]);
    expect(await proposedEvents(of)).toHaveLength(3);
  });

  it('lets the next institution lead when the one that led declines or must not know any more', async () => {
    for (const type of ['referral.declined', 'case.exclusions_set'] as const) {
      const of = await triaged();
      await centre.deliver('referral', await centre.lastEvent(of, 'case.triaged'));
      const declined = (await proposals(of)).map((referral) =>
        referral.isLead ? { ...referral, status: 'declined' as const } : referral,
      );
      await centre.change(
        of,
        type === 'referral.declined'
          ? {
              set: { referrals: declined },
              events: [{ type, actor: 'staff:staff-duty', data: { referral: 'police_cybercrime-1' } }],
            }
          : {
              set: { exclusions: { institutions: ['police_cybercrime'], people: [] } },
              events: [{ type, actor: 'staff:staff-duty', data: {} }],
            },
      );
      await centre.deliver('referral', await centre.lastEvent(of, type));
      expect((await proposals(of)).map(({ id, isLead }) => [id, isLead])).toEqual([
        ['police_cybercrime-1', false],
        ['child_protection_unit-1', true],
      ]);
    }
  });

  describe('what becomes known later', () => {
    const institutions = async (of: Case) => (await proposals(of)).map(({ id }) => id);
    const informed = (of: Case, set: Partial<Case>) =>
      centre.change(of, {
        set: { severity: 'critical', ...set },
        events: [{ type: 'case.information_added', actor: 'reporter', data: { message: 1 } }],
      });
    const withFlags = ({ reported }: Case): Partial<Case> => ({
      reported: { ...reported, flags: { meetingArranged: true, inDanger: true } },
    });

    it('from the reporter is proposed for, also when the case was critical before', async () => {
      const of = await centre.receive({ ...grooming, severity: 'critical' });
      await centre.settle(of);
      expect(await institutions(of)).toEqual(['police_cybercrime-1', 'child_protection_unit-1']);
      await informed(of, withFlags(of));
      await centre.settle(of);
      expect(await institutions(of)).toEqual(['police_cybercrime-1', 'child_protection_unit-1', 'state_police-1']);
      expect((await proposals(of))[2]).toMatchObject({ isNecessary: true, phones: ['129', '112'] });
    });

    it('in a case that is over is proposed for when staff reopen it', async () => {
      const of = await centre.receive(grooming);
      await centre.settle(of);
      const referrals = (await proposals(of)).map((referral) => ({ ...referral, status: 'dropped' as const }));
      await centre.change(of, { set: { status: 'closed', closedAt: centre.now(), referrals }, events: [] });
      await informed(of, withFlags(of));
      await centre.settle(of);
      expect(await institutions(of)).toHaveLength(2);
      await centre.change(of, {
        set: { status: 'in_progress', closedAt: undefined, clockNumber: 2 },
        events: [{ type: 'case.reopened', actor: 'staff:staff-duty', data: {} }],
      });
      await centre.settle(of);
      expect((await proposals(of)).map(({ id, status }) => [id, status])).toEqual([
        ['police_cybercrime-1', 'dropped'],
        ['child_protection_unit-1', 'dropped'],
        ['state_police-1', 'proposed'],
      ]);
    });

    it('by what staff conclude is proposed for', async () => {
      const of = await centre.receive({ reported: { ...aCase().reported, category: 'not_sure', flags: {} } });
      await centre.settle(of);
      expect(await institutions(of)).toEqual([]);
      await centre.change(of, {
        set: { assessed: { category: 'sexual_extortion' } },
        events: [{ type: 'case.assessed', actor: 'staff:staff-duty', data: {} }],
      });
      await centre.settle(of);
      expect(await institutions(of)).toEqual(['police_cybercrime-1', 'child_protection_unit-1']);
    });
  });

  it('proposes nothing for a case that is over, and nothing where the matrix is silent', async () => {
    const over = await triaged();
    await centre.change(over, { set: { status: 'resolved', resolvedAt: centre.now() }, events: [] });
    await centre.deliver('referral', await centre.lastEvent(over, 'case.triaged'));
    const question = await triaged({ reported: { ...aCase().reported, category: 'question' } });
    await centre.deliver('referral', await centre.lastEvent(question, 'case.triaged'));
    expect([await proposals(over), await proposals(question)]).toEqual([[], []]);
    expect(centre.logged).toEqual([]);
  });
});
