import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { StaffOverHttp } from '#test/support/besa-over-http.ts';
import { deskOverHttp, type DeskOverHttp } from '#test/support/desk-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, timesOf, typesIn, type BesaUnderTest } from '#test/support/running-besa.ts';
import { takeInHand } from '#test/support/take-in-hand.ts';

let besa: BesaUnderTest;
let officer: StaffOverHttp;
let administrator: StaffOverHttp;
let ask: DeskOverHttp['ask'];
let accessOf: DeskOverHttp['accessOf'];
beforeAll(async () => {
  besa = await startTestBesa();
  officer = await besa.signIn('staff-blerim');
  administrator = await besa.signIn('staff-kujtim');
  ({ ask, accessOf } = deskOverHttp(besa));
});
afterEach(() => besa.inside.faults.clear());
afterAll(() => besa.end());

const contact = 'contact-police-cybercrime';
const mailOf = 'police-cybercrime@institution.example';
const id = 'police_cybercrime-1';
const canary = 'Fjalët e fëmijës 7Q';
const who = { name: 'Inspektore Kola', post: 'Sektori i krimeve kibernetike' };
const clockOf = (of: string) => `1.referral_acknowledge.referral-${of}`;
/** The officer just had a letter. The next one leaves five minutes after it. */
const pause = () => besa.advance('PT6M');

const mailsOf = async (caseNumber: string) =>
  (await besa.inbox()).filter(({ subject, text }) => `${subject} ${text}`.includes(caseNumber));

const toldOfficer = async (caseNumber: string, words: string): Promise<boolean> =>
  (await mailsOf(caseNumber)).some(({ to, text }) => to === 'blerim@besa.example' && text.includes(words));

/** A critical case, sent to the police by mail. */
async function sentToPolice(): Promise<{ caseNumber: string; access: string }> {
  const { caseNumber } = (await besa.report({ ...reportOf.critical, narrative: canary })).body;
  await besa.inside.quiet();
  await officer.command(caseNumber, 'read', { reason: 'on_duty' });
  await officer.command(caseNumber, 'claim', {});
  const sending = {
    fields: ['narrative'],
    ground: 'override',
    overrideBecause: 'crime_against_child',
    notToldFirstBecause: 'no_time_danger',
  };
  expect((await officer.command(caseNumber, `referrals/${id}/sending`, sending)).status).toBe(200);
  await besa.inside.quiet();
  return { caseNumber, access: await codeOf(caseNumber) };
}

async function codeOf(caseNumber: string, to = mailOf): Promise<string> {
  const access = await accessOf(caseNumber, to);
  if (access === undefined) throw new Error(`No mail to ${to} has an access code.`);
  return access;
}

/** The centre calls back and reads a code out. Both codes open a session. */
async function inside(caseNumber: string, access: string, of = contact): Promise<string> {
  const spoken = await officer.command(caseNumber, `referrals/${id}/access`, { contact: of });
  const begun = await ask('session', { access, code: spoken.body['code'] });
  expect(begun.status).toBe(200);
  return begun.body['session'] as string;
}

const decide = async (step: string, body: object = {}) => {
  const path = `people/${contact}`;
  const shown = await administrator.look(`directory/${path}`);
  const headers = { 'if-match': shown.headers.get('etag') ?? '' };
  return administrator.changeDirectory(`${path}/${step}`, body, headers);
};

/** No right was lacking, and nothing was given up. */
async function expectWhole(): Promise<void> {
  expect(besa.inside.refusals()).toEqual([]);
  expect((await besa.queues()).reduce((sum, queue) => sum + queue.deadLetters, 0)).toBe(0);
}

it('police acknowledge a critical case at three in the morning, and the clock ends with their name', async () => {
  // From ten in the morning, in Tirana, to half past two.
  await besa.advance('PT16H30M');
  const { caseNumber, access } = await sentToPolice();
  // A robot asks every address with every method, and changes nothing.
  const before = typesIn((await officer.show(caseNumber)).body);
  for (const step of ['code', 'session', 'referral', 'answer', 'not-for-me']) {
    for (const method of ['GET', 'HEAD', 'POST']) {
      expect((await ask(step, {}, { method })).status).toBeGreaterThan(400);
    }
  }
  expect(typesIn((await officer.show(caseNumber)).body)).toEqual(before);

  expect((await ask('code', { access })).status).toBe(202);
  await besa.advance('PT30M');
  expect(await toldOfficer(caseNumber, 'kërkon kodin')).toBe(true);
  const spoken = await officer.command(caseNumber, `referrals/${id}/access`, { contact });
  const { code } = spoken.body as unknown as { code: string };
  const { session } = (await ask('session', { access, code })).body as { session: string };
  const shown = await ask('referral', { session });
  expect(shown.body).toMatchObject({ copy: { narrative: canary }, severity: 'critical' });
  expect((await officer.show(caseNumber)).body.timers.map((timer) => timer.id)).toContain(clockOf(id));
  expect((await ask('answer', { session, answer: 'acknowledged', ...who })).status).toBe(200);
  await besa.inside.quiet();
  const after = (await officer.show(caseNumber)).body;
  expect(after.referrals?.[0]).toMatchObject({ status: 'acknowledged', acknowledgedHow: 'desk_spoken' });
  expect(after.timers.map((timer) => timer.id)).not.toContain(clockOf(id));
  const said = after.history.find(({ type }) => type === 'referral.acknowledged');
  expect(said?.actor).toBe(`institution:${contact}`);
  expect(new Date(said?.time ?? '').toLocaleTimeString('en-GB', { timeZone: 'Europe/Tirane' })).toMatch(/^03:0/);
  expect((await officer.command(caseNumber, `referrals/${id}/read`, {})).body).toMatchObject({
    answer: { acknowledgedBy: who.name, post: who.post },
  });

  // Neither the words nor a code of a session is in any mail or queue.
  const told = JSON.stringify([await besa.inbox(), await besa.queues()]);
  for (const secret of [canary, code, session, who.name]) expect(told).not.toContain(secret);
  await takeInHand(officer, caseNumber);
  await expectWhole();
});

it('a wrong person presses "not for me": staff hear of it, and nothing is shown', async () => {
  const { caseNumber, access } = await sentToPolice();
  const said = await ask('not-for-me', { access });
  expect([said.status, Object.keys(said.body)]).toEqual([202, ['help']]);
  await pause();
  expect(await toldOfficer(caseNumber, 'nuk është për atë adresë')).toBe(true);
  await takeInHand(officer, caseNumber);
  await expectWhole();
});

it('a mailbox that forwards everything to a colleague opens nothing of an urgent case, and staff are told', async () => {
  const { caseNumber, access } = await sentToPolice();
  const mails = (await besa.inbox()).length;
  expect((await ask('code', { access })).status).toBe(202);
  await pause();
  // Whoever reads the mailbox gets no digits: those who ask are called.
  const since = (await besa.inbox()).slice(mails);
  expect(since.filter(({ to }) => to === mailOf)).toEqual([]);
  expect(await toldOfficer(caseNumber, 'kërkon kodin')).toBe(true);
  for (const code of ['000000', '123456']) expect((await ask('session', { access, code })).status).toBe(401);
  expect(timesOf((await officer.show(caseNumber)).body, 'referral.opened')).toBe(0);
  await takeInHand(officer, caseNumber);
});

describe('while somebody at the institution has it open', () => {
  it('the centre takes it back: the next request says so', async () => {
    const { caseNumber, access } = await sentToPolice();
    const session = await inside(caseNumber, access);
    expect((await ask('referral', { session })).status).toBe(200);
    const because = 'sent_in_error';
    expect((await officer.decide(caseNumber, `referrals/${id}/withdrawal`, { because })).status).toBe(200);
    for (const [step, body] of [
      ['referral', { session }],
      ['answer', { session, answer: 'acknowledged', ...who }],
    ] as const) {
      const refused = await ask(step, body);
      expect([refused.status, refused.body['status']]).toEqual([409, 'withdrawn']);
      expect(refused.text).not.toContain(canary);
    }
    await takeInHand(officer, caseNumber);
  });

  it('a reminder brings another code: the one before opens nothing, and what was open is shut', async () => {
    const { caseNumber, access } = await sentToPolice();
    const session = await inside(caseNumber, access);
    expect((await officer.decide(caseNumber, `referrals/${id}/reminder`, {})).status).toBe(200);
    await pause();
    const next = await codeOf(caseNumber);
    expect(next).not.toBe(access);
    expect((await ask('referral', { session })).status).toBe(401);
    const { code } = (await officer.command(caseNumber, `referrals/${id}/access`, { contact })).body;
    expect((await ask('session', { access, code })).status).toBe(401);
    const begun = await ask('session', { access: next, code });
    expect((await ask('referral', { session: begun.body['session'] })).status).toBe(200);
    await takeInHand(officer, caseNumber);
  });

  it('its contact is suspended, and comes back: only while it is active is anything shown', async () => {
    const { caseNumber, access } = await sentToPolice();
    const session = await inside(caseNumber, access);
    expect((await decide('suspension')).status).toBe(200);
    expect((await ask('referral', { session })).status).toBe(401);
    const spoken = await officer.command(caseNumber, `referrals/${id}/access`, { contact });
    expect([spoken.status, spoken.body['because']]).toEqual([409, 'no_access_code']);
    const back = await decide('return');
    expect([back.status, back.body['active']]).toEqual([200, true]);
    expect((await ask('referral', { session })).status).toBe(200);
    await takeInHand(officer, caseNumber);
  });

  it('a mail to its contact comes back: the code opens nothing more', async () => {
    const { caseNumber, access } = await sentToPolice();
    const session = await inside(caseNumber, access);
    const until = new Date(Date.parse(besa.inside.clock.now()) + 60_000).toISOString();
    besa.inside.bounceUntil(until, 'institution.example');
    expect((await officer.decide(caseNumber, `referrals/${id}/reminder`, {})).status).toBe(200);
    await besa.advance('PT3M');
    expect(timesOf((await officer.show(caseNumber)).body, 'mail.bounced')).toBeGreaterThan(0);
    const next = await codeOf(caseNumber);
    for (const one of [access, next]) expect((await ask('code', { access: one })).status).toBe(202);
    expect((await ask('referral', { session })).status).toBe(401);
    expect(timesOf((await officer.show(caseNumber)).body, 'referral.code_asked')).toBe(0);
    await takeInHand(officer, caseNumber);
    // The address rests for an hour.
    await besa.advance('PT2H');
  });
});

describe('an answer during which the function is killed', () => {
  const writing = (call: { function: string; action: string }) =>
    call.function === 'referral-desk' && call.action === 'TransactWriteItems';

  it.each(['before', 'after'] as const)('%s it was written takes effect once, sent again', async (when) => {
    const { caseNumber, access } = await sentToPolice();
    const session = await inside(caseNumber, access);
    const injected = besa.inside.faults.inject(writing, { kind: 'crash', when });
    const key = `killed-${when}-it-was-written`;
    const answer = { session, answer: 'acknowledged', ...who };
    expect((await ask('answer', answer, { key })).status).toBeGreaterThanOrEqual(500);
    expect(injected.hits()).toBe(1);
    const again = await ask('answer', answer, { key });
    expect(again).toMatchObject({ status: 200, body: { status: 'acknowledged' } });
    expect((await ask('answer', answer, { key })).body).toEqual(again.body);
    await besa.inside.quiet();
    const shown = (await officer.show(caseNumber)).body;
    expect(timesOf(shown, 'referral.acknowledged')).toBe(1);
    expect(shown.timers.map((timer) => timer.id)).not.toContain(clockOf(id));
    await takeInHand(officer, caseNumber);
    await expectWhole();
  });
});

it('of several contacts each has a code, and the first who acknowledges is named to the others', async () => {
  const second = {
    id: 'police-night',
    mail: 'police-night@institution.example',
    duties: ['institution:police_cybercrime'],
  };
  const added = await administrator.changeDirectory('people', {
    ...second,
    name: 'Roja e natës',
    language: 'sq',
    cleared: false,
  });
  expect(added.status).toBeLessThan(300);
  const { caseNumber, access } = await sentToPolice();
  const other = await codeOf(caseNumber, second.mail);
  expect(other).not.toBe(access);
  const [first, beside] = [await inside(caseNumber, access), await inside(caseNumber, other, second.id)];
  expect((await ask('referral', { session: beside })).body['answers']).toEqual({});
  expect((await ask('answer', { session: first, answer: 'acknowledged', ...who })).status).toBe(200);
  const shown = await ask('referral', { session: beside });
  expect(shown.body).toMatchObject({
    status: 'acknowledged',
    answers: { answer: { acknowledgedBy: who.name, post: who.post } },
  });
  const late = await ask('answer', { session: beside, answer: 'acknowledged', name: 'Tjetri', post: 'Roja' });
  expect([late.status, late.body['status']]).toEqual([409, 'acknowledged']);
  await takeInHand(officer, caseNumber);
  await expectWhole();
});

it('a unit that never answers: the ladder is climbed for it, rung by rung, until it answers after all', async () => {
  const { caseNumber, access } = await sentToPolice();
  await takeInHand(officer, caseNumber);
  const rungs = async () => {
    const { history } = (await officer.show(caseNumber)).body;
    const raised = history.filter(({ type, data }) => type === 'case.escalated' && data['timer'] === clockOf(id));
    return raised.map(({ data }) => data['rung']);
  };
  await besa.advance('PT1H30M');
  const climbed = await rungs();
  expect(climbed.length).toBeGreaterThan(1);
  expect(new Set(climbed).size).toBe(climbed.length);
  const session = await inside(caseNumber, access);
  expect((await ask('answer', { session, answer: 'acknowledged', ...who })).status).toBe(200);
  await besa.inside.quiet();
  const until = (await rungs()).length;
  await besa.advance('PT1H');
  expect(await rungs()).toHaveLength(until);
  expect((await officer.show(caseNumber)).body.referrals?.[0]).toMatchObject({ acknowledgedHow: 'desk_spoken' });
  await expectWhole();
});

it('police ask at night: staff hear of it at once, a reply ends the clock, and a question nobody answers climbs', async () => {
  const { caseNumber, access } = await sentToPolice();
  const clock = `1.referral_question.referral-${id}`;
  const running = async () => (await officer.show(caseNumber)).body.timers.map((timer) => timer.id);
  const inside = async (): Promise<string> => {
    const spoken = await officer.command(caseNumber, `referrals/${id}/access`, { contact });
    const { code } = spoken.body as unknown as { code: string };
    return ((await ask('session', { access, code })).body as { session: string }).session;
  };
  const question = { answer: 'question', text: 'Pyetja 4K: a është fëmija në shtëpi?', name: 'Kola 8R', post: 'roja' };
  const session = await inside();
  expect((await ask('answer', { session, ...question })).status).toBe(200);
  await besa.advance('PT6M');
  expect(await toldOfficer(caseNumber, 'ka një pyetje')).toBe(true);
  expect(await running()).toContain(clock);
  const concerns = async () => {
    const page = (await officer.look('attention')).body as {
      cases: { caseNumber: string; concerns: { what: string }[] }[];
    };
    const of = page.cases.find((one) => one.caseNumber === caseNumber);
    return (of?.concerns ?? []).map(({ what }) => what);
  };
  expect(await concerns()).toContain('question_waits');

  const replied = 'Përgjigjja 5L: po, dhe nëna është me të.';
  expect((await officer.command(caseNumber, `referrals/${id}/reply`, { text: replied })).status).toBe(200);
  await besa.inside.quiet();
  expect(await running()).not.toContain(clock);
  expect(await concerns()).not.toContain('question_waits');
  const toPolice = (await mailsOf(caseNumber)).filter(({ to }) => to === 'police-cybercrime@institution.example');
  expect(toPolice.at(-1)?.text).toContain('iu përgjigj pyetjes suaj');
  expect((await ask('referral', { session })).body['thread']).toMatchObject([
    { from: 'institution', text: question.text },
    { from: 'centre', text: replied },
  ]);

  // A second question, to which nobody replies, climbs the ladder of the case.
  expect((await ask('answer', { session, ...question })).status).toBe(200);
  await besa.advance('PT1H2M');
  const raised = (await officer.show(caseNumber)).body.history.filter(
    ({ type, data }) => type === 'case.escalated' && (data as { timer?: string }).timer === clock,
  );
  expect(raised.length).toBeGreaterThan(0);

  const told = JSON.stringify([await besa.inbox(), await besa.queues(), (await officer.show(caseNumber)).body]);
  for (const word of [question.text, question.name, replied]) expect(told).not.toContain(word);
  expect(besa.inside.refusals()).toEqual([]);
  expect((await besa.queues()).reduce((sum, queue) => sum + queue.deadLetters, 0)).toBe(0);
});
