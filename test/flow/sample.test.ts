import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBesa } from '#infra/local/besa.ts';
import { fileSample, sampleLivesMs } from '#infra/local/sample/file-sample.ts';
import type { Sample, SampleCase } from '#infra/local/sample/file-sample.ts';
import { staffAt } from '#infra/local/sample/people.ts';
import type { ShownCase, StaffOverHttp } from '#test/support/besa-over-http.ts';
import { startTestBesa, typesIn, type BesaUnderTest } from '#test/support/running-besa.ts';

/** What `npm start -- --sample` files, as people then find it. */
let besa: BesaUnderTest;
let sample: Sample;
let begunAt: string;
let supervisor: StaffOverHttp;
let shown: Record<SampleCase, ShownCase>;
beforeAll(async () => {
  besa = await startTestBesa();
  // As in the centre of `npm run demo -- --keep`: it has lived for a year, and somebody has set a roster.
  const administrator = staffAt(besa.inside.url, (await besa.inside.signIn('staff-kujtim')) ?? '');
  await administrator.keeps('roster', { shifts: [], holidays: [] }, await administrator.tagOfRoster());
  begunAt = besa.inside.clock.now();
  const startedAt = performance.now();
  sample = await fileSample(besa.inside);
  console.log(`The sample was filed in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
  supervisor = await besa.signIn('staff-elira');
  const seen = await Promise.all(
    Object.entries(sample.cases).map(async ([name, number]) => [name, (await supervisor.show(number)).body]),
  );
  shown = Object.fromEntries(seen) as typeof shown;
}, 180_000);
afterAll(() => besa.end());

const statusOf = (name: SampleCase): string => shown[name].status;
const referralsOf = (name: SampleCase) => (shown[name].referrals ?? []).map(({ status, wish }) => ({ status, wish }));

describe('a sample', () => {
  it('has at least a dozen cases, in every state that stays', () => {
    expect(new Set(Object.values(sample.cases)).size).toBeGreaterThanOrEqual(12);
    expect(new Set(Object.values(shown).map(({ status }) => status))).toEqual(
      new Set(['triaged', 'in_progress', 'waiting_reporter', 'waiting_institution', 'resolved', 'closed']),
    );
    expect(new Set(Object.values(shown).map(({ severity }) => severity))).toEqual(
      new Set(['low', 'normal', 'high', 'critical']),
    );
  });

  it('has each of them as its name says', () => {
    expect(shown.unread).not.toHaveProperty('readAt');
    expect(shown.read).toHaveProperty('readAt');
    expect(shown.read).not.toHaveProperty('assignee');
    expect(shown.claimed).toMatchObject({ assignee: 'staff-arta', notices: [{ platform: 'instagram' }] });
    expect(statusOf('waitsForReporter')).toBe('waiting_reporter');
    expect(statusOf('waitsForInstitution')).toBe('waiting_institution');
    expect(referralsOf('waitsForInstitution')).toContainEqual(expect.objectContaining({ status: 'sent' }));
    expect(referralsOf('againstWish')).toContainEqual({ status: 'proposed', wish: 'no' });
    expect(shown.notHelped).toMatchObject({ status: 'resolved', outcomes: ['advice_given'] });
    expect(typesIn(shown.notHelped)).toContain('case.helped');
    expect(shown.closed).toMatchObject({ status: 'closed', outcomes: ['test'] });
    expect(shown.csam).toMatchObject({ severity: 'high', reported: { category: 'csam', about: 'content_only' } });
    expect(shown.byPhone.channel).toBe('helpline');
    expect(typesIn(shown.withdrawn)).toContain('case.withdrawal_requested');
    const linked = [shown.linkedSecond, shown.linkedThird].map(({ caseNumber }) => caseNumber);
    expect(JSON.stringify(shown.lead)).toContain(linked[0]);
    expect(JSON.stringify(shown.lead)).toContain(linked[1]);
    // So that a word of a list, by chance, makes nothing critical that the sample does not mean to be.
    const critical = Object.entries(shown).filter(([, { severity }]) => severity === 'critical');
    expect(critical.map(([name]) => name).toSorted()).toEqual(['critical', 'waitsForInstitution']);
  });

  it('has a critical case that rang two rungs and that nobody has acknowledged', () => {
    const rungs = shown.critical.history.flatMap(({ type, data }) => (type === 'case.escalated' ? data['rung'] : []));
    expect(rungs).toEqual(['duty', 'backup']);
    expect(typesIn(shown.critical)).not.toContain('case.escalation_acknowledged');
    expect(shown.critical).not.toHaveProperty('readAt');
  });

  it('has a case whose promise was missed, without days of stepping', async () => {
    expect(shown.late.timers.filter(({ missedAt }) => missedAt !== undefined).map(({ id }) => id)).toContain(
      '1.promise_resolve.report',
    );
    const lived = Date.parse(await besa.now()) - Date.parse(begunAt);
    expect(lived).toBeGreaterThanOrEqual(sampleLivesMs);
    expect(lived).toBeLessThan(2 * sampleLivesMs);
  });

  it('has something to see for everybody who works on cases', async () => {
    const listed = async (user: string, query = '') => {
      const { body } = await (await besa.signIn(user)).look(`cases${query}`);
      return (body as { cases: unknown[] }).cases.length;
    };
    for (const user of ['staff-arta', 'staff-blerim', 'staff-drita']) {
      expect([user, await listed(user, `?assignee=${user}`)]).not.toEqual([user, 0]);
    }
    for (const user of ['staff-elira', 'staff-flamur', 'staff-hana', 'staff-ilir']) {
      expect([user, await listed(user)]).not.toEqual([user, 0]);
    }
    // The list comes in pages.
    const concerns = async (user: string): Promise<string[]> => {
      const person = await besa.signIn(user);
      const found: string[] = [];
      for (let page = ''; ;) {
        const { body } = await person.look(`attention${page}`);
        const { cases, cursor } = body as { cases: { concerns: { what: string }[] }[]; cursor?: string };
        found.push(...cases.flatMap((one) => one.concerns.map(({ what }) => what)));
        if (cursor === undefined) return found;
        page = `?cursor=${encodeURIComponent(cursor)}`;
      }
    };
    for (const user of ['staff-blerim', 'staff-elira', 'staff-flamur']) {
      expect(await concerns(user)).toEqual(
        expect.arrayContaining(['unread', 'raise_not_acknowledged', 'second_person_waits', 'proposal_undecided']),
      );
    }
  });

  it('shows its addresses to nobody without clearance', async () => {
    const counsellor = await besa.signIn('staff-arta');
    const { body } = await counsellor.command(sample.cases.csam, 'read', { reason: 'on_duty' });
    expect(body).toMatchObject({ addressesWithheld: 'clearance' });
  });

  it('has codes to try on the pages for whoever reports', async () => {
    const [unread, asked] = await Promise.all(
      sample.codes.map(async ({ code, language }) => (await besa.followUp(code, language)).body),
    );
    expect(unread?.status.code).toBe('triaged');
    expect(asked?.messages.at(-1)?.from).toBe('centre');
  });

  it('is filed by nothing but what people may do, and only where nothing was reported yet', async () => {
    expect(besa.inside.refusals()).toEqual([]);
    expect((await besa.queues()).reduce((sum, queue) => sum + queue.deadLetters, 0)).toBe(0);
    await besa.inside.stop();
    await expect(startBesa({ dataDir: besa.inside.dataDir, quiet: true, isNew: true })).rejects.toThrow(
      /^There are cases in .* already\. Name an empty folder with --data\.$/u,
    );
  });
});
