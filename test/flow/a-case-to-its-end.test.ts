import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { country } from '#shared/country/current.ts';
import type { StaffOverHttp } from '#test/support/besa-over-http.ts';
import { passOn } from '#test/support/pass-on.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, timesOf, typesIn, type BesaUnderTest } from '#test/support/running-besa.ts';

let besa: BesaUnderTest;
let officer: StaffOverHttp;
beforeAll(async () => {
  besa = await startTestBesa();
  officer = await besa.signIn('staff-blerim');
});
afterAll(() => besa.end());

const message = 'We have read what you wrote. You did the right thing.';
const hours = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 3_600_000;

/** Which clear consequences each severity has: hours until it must be read, and how soon staff are told, if not in a daily mail. */
const expectations = {
  critical: {
    readHours: 1,
    toldAfter: 'PT0S',
    duty: { decision: 'required', basis: 'al_law_18_2017', sentTo: 'police_cybercrime' },
  },
  high: {
    readHours: 4,
    toldAfter: 'PT2M',
    duty: { decision: 'required', basis: 'al_law_18_2017', sentTo: 'police_cybercrime' },
  },
  normal: { readHours: 4, toldAfter: undefined, duty: undefined },
  low: { readHours: 24, toldAfter: undefined, duty: undefined },
} as const;

describe.each(Object.entries(expectations))('a %s report', (severity, { readHours, toldAfter, duty }) => {
  it('is stored, triaged, watched, told, read, handled, resolved; and its reporter sees each step', async () => {
    // Nobody who is told got a letter so lately that their pace makes this one wait.
    await besa.advance('PT6M');
    const mailsBefore = (await besa.inbox()).length;
    const { status, body } = await besa.report(reportOf[severity as keyof typeof reportOf]);
    expect(status).toBe(201);
    expect(hours(body.receivedAt, body.promise.readBy)).toBe(readHours);
    expect(hours(body.receivedAt, body.promise.handleBy)).toBe(48);
    expect(hours(body.receivedAt, body.promise.resolveBy)).toBe(72);

    await besa.inside.quiet();
    const triaged = (await officer.show(body.caseNumber)).body;
    expect(triaged.status).toBe('triaged');
    expect(triaged.severity).toBe(severity);
    if (toldAfter !== undefined) await besa.advance(toldAfter);
    const about = (await besa.inbox()).slice(mailsBefore).filter(({ text }) => text.includes(body.caseNumber));
    expect(about.length > 0).toBe(toldAfter !== undefined);
    const kinds = triaged.timers.map(({ id }) => id.split('.')[1]);
    expect(new Set(kinds)).toEqual(
      new Set([
        ...(severity === 'critical' ? ['must_be_acknowledged'] : []),
        'handle',
        'must_be_read',
        'promise_handle',
        'promise_resolve',
        'resolve',
      ]),
    );

    const opened = await officer.command(body.caseNumber, 'read', { reason: 'on_duty' });
    expect(opened.status).toBe(200);
    expect(JSON.stringify(opened.body)).toContain(reportOf[severity as keyof typeof reportOf].narrative);
    expect((await officer.command(body.caseNumber, 'claim', {})).status).toBe(200);
    const handled = await officer.decide(body.caseNumber, 'handling', {
      severity,
      safetyDecision: 'safe_for_now',
      nextStep: 'advise_reporter',
      message,
    });
    expect(handled.status).toBe(200);
    const followed = await besa.followUp(body.receipt);
    expect(followed.body.messages.map(({ text }) => text)).toEqual([message]);
    expect(followed.body.status.code).toBe('in_progress');

    const called = await passOn(officer, body.caseNumber, ({ institution }) => institution === duty?.sentTo);
    expect(called).toEqual(duty === undefined ? [] : [duty.sentTo]);
    await besa.inside.quiet();
    const resolved = await officer.decide(body.caseNumber, 'resolution', {
      outcome: 'advice_given',
      message: 'This is what we did, and whom you can call.',
      ...(duty === undefined ? {} : { dutyToReport: duty }),
    });
    expect(resolved.body).not.toHaveProperty('errors');
    expect(resolved.status).toBe(200);
    await besa.inside.quiet();
    const ended = (await officer.show(body.caseNumber)).body;
    expect(ended.status).toBe('resolved');
    const running = ended.timers.map(({ id }) => id.split('.')[1]);
    expect(running).toEqual(duty === undefined ? [] : ['referral_answer']);
    expect(timesOf(ended, 'case.resolved')).toBe(1);
    expect(ended.history.map(({ number }) => number)).toEqual(ended.history.map((_, index) => index + 1));
    expect((await besa.followUp(body.receipt)).body.promise).toMatchObject({ kept: true });
  });
});

describe('a critical report that nobody opens', () => {
  it('climbs every rung in order, each once, then reminds everybody; and stops when somebody resolves it', async () => {
    const { body } = await besa.report(reportOf.critical);
    await besa.advance('PT3H');
    const shown = (await officer.show(body.caseNumber)).body;
    const climbs = shown.history.filter(
      ({ type, data }) => type === 'case.escalated' && data['timer'] === '1.must_be_acknowledged.report',
    );
    const rungs = climbs.filter(({ data }) => data['reminder'] === 0).map(({ data }) => data['rung']);
    expect(rungs).toEqual(['duty', 'backup', 'supervisor', 'director', 'outside_partner']);
    expect(climbs.filter(({ data }) => data['reminder'] !== 0).length).toBeGreaterThanOrEqual(2);
    const told = new Set((await besa.inbox()).filter(({ text }) => text.includes(body.caseNumber)).map(({ to }) => to));
    const onLadder = country.ladder.rungs.flatMap(({ duties }) => duties);
    const called = (await besa.staff()).filter(({ duties }) => duties.some((duty) => onLadder.includes(duty)));
    expect(told.size).toBe(called.length);
    expect(typesIn(shown)).toContain('sla.missed');

    expect((await officer.command(body.caseNumber, 'read', { reason: 'on_duty' })).status).toBe(200);
    const mailsBefore = (await besa.inbox()).length;
    const climbsBefore = timesOf((await officer.show(body.caseNumber)).body, 'case.escalated');
    await officer.decide(body.caseNumber, 'handling', {
      severity: 'critical',
      safetyDecision: 'at_risk_acted',
      nextStep: 'advise_reporter',
      message,
    });
    const end = {
      outcome: 'helpline_support',
      message,
      dutyToReport: { decision: 'not_required', basis: 'al_law_18_2017' },
    };
    const tooEarly = await officer.decide(body.caseNumber, 'resolution', end);
    expect(tooEarly.body).toMatchObject({ because: 'referral_not_acknowledged', referrals: ['police_cybercrime-1'] });
    await officer.command(body.caseNumber, 'referrals/police_cybercrime-1/drop', { because: 'not_needed' });
    expect((await officer.decide(body.caseNumber, 'resolution', end)).status).toBe(200);
    await besa.advance('PT72H');
    const after = (await officer.show(body.caseNumber)).body;
    expect(after.status).toBe('resolved');
    expect(timesOf(after, 'case.escalated')).toBe(climbsBefore);
    expect((await besa.inbox()).length).toBe(mailsBefore);
  });
});

describe('a report entered late, from paper', () => {
  it('has the promise of when it was told: within two minutes what was missed meanwhile is raised, and somebody is told', async () => {
    const receivedAt = new Date(Date.parse(await besa.now()) - 50 * 3_600_000).toISOString();
    const { status, body } = await officer.file({ ...reportOf.critical, channel: 'helpline', receivedAt });
    expect([status, body.receivedAt]).toEqual([201, receivedAt]);
    expect(hours(receivedAt, body.promise.handleBy)).toBe(48);
    await besa.advance('PT2M');
    const shown = (await officer.show(body.caseNumber)).body;
    const missed = shown.history.filter(({ type }) => type === 'sla.missed').map(({ data }) => data['timer']);
    // Who filed it has read it.
    expect(missed).toEqual(['1.promise_handle.report']);
    expect(shown.history[0]).toMatchObject({ type: 'case.received', data: { receivedAt } });
    expect((await besa.inbox()).filter(({ text }) => text.includes(body.caseNumber)).length).toBeGreaterThan(0);
  });
});
