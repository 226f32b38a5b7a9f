import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffOverHttp } from '#test/support/besa-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, typesIn, type BesaUnderTest } from '#test/support/running-besa.ts';

let besa: BesaUnderTest;
let officer: StaffOverHttp;
beforeAll(async () => {
  besa = await startTestBesa();
  officer = await besa.signIn('staff-blerim');
});
afterAll(() => besa.end());

const contact = 'contact-police-cybercrime';
const id = 'police_cybercrime-1';
const accessForm = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b/;
const canary = 'Fjalët e fëmijës 7Q';

const ask = async (step: string, body: object, method = 'POST') => {
  const answer = await fetch(`${besa.url}/v1/desk/${step}`, {
    method,
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    text,
    body: (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>,
  };
};
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
  const mail = (await mailsOf(caseNumber)).find(({ to }) => to === 'police-cybercrime@institution.example');
  const [access] = accessForm.exec(mail?.text ?? '') ?? [];
  if (access === undefined) throw new Error('The mail has no access code.');
  return { caseNumber, access };
}

it('police open a critical case at night with a spoken code, acknowledge it, and the clock ends with their name', async () => {
  const { caseNumber, access } = await sentToPolice();
  // A robot asks every address with every method, and changes nothing.
  const before = typesIn((await officer.show(caseNumber)).body);
  for (const step of ['code', 'session', 'referral', 'answer', 'not-for-me']) {
    for (const method of ['GET', 'HEAD', 'POST']) expect((await ask(step, {}, method)).status).toBeGreaterThan(400);
  }
  expect(typesIn((await officer.show(caseNumber)).body)).toEqual(before);

  expect((await ask('code', { access })).status).toBe(202);
  // The officer just had a letter. The next one leaves five minutes after it.
  await besa.advance('PT6M');
  expect(await toldOfficer(caseNumber, 'kërkon kodin')).toBe(true);
  const spoken = await officer.command(caseNumber, `referrals/${id}/access`, { contact });
  const { code } = spoken.body as unknown as { code: string };
  const { session } = (await ask('session', { access, code })).body as { session: string };
  const shown = await ask('referral', { session });
  expect(shown.body).toMatchObject({ copy: { narrative: canary }, severity: 'critical' });
  const clock = `1.referral_acknowledge.referral-${id}`;
  expect((await officer.show(caseNumber)).body.timers.map((timer) => timer.id)).toContain(clock);
  const who = { name: 'Inspektore Kola', post: 'Sektori i krimeve kibernetike' };
  expect((await ask('answer', { session, answer: 'acknowledged', ...who })).status).toBe(200);
  await besa.inside.quiet();
  const after = (await officer.show(caseNumber)).body;
  expect(after.referrals?.[0]).toMatchObject({ status: 'acknowledged', acknowledgedHow: 'desk_spoken' });
  expect(after.timers.map((timer) => timer.id)).not.toContain(clock);
  expect((await officer.command(caseNumber, `referrals/${id}/read`, {})).body).toMatchObject({
    answer: { acknowledgedBy: who.name, post: who.post },
  });

  // Neither the words nor a code of a session is in any mail or queue, and no right was lacking.
  const told = JSON.stringify([await besa.inbox(), await besa.queues()]);
  for (const secret of [canary, code, session, who.name]) expect(told).not.toContain(secret);
  expect(besa.inside.refusals()).toEqual([]);
  expect((await besa.queues()).reduce((sum, queue) => sum + queue.deadLetters, 0)).toBe(0);
});

it('a wrong person presses "not for me": staff hear of it, and nothing is shown', async () => {
  const { caseNumber, access } = await sentToPolice();
  expect((await ask('not-for-me', { access })).status).toBe(202);
  await besa.advance('PT6M');
  expect(await toldOfficer(caseNumber, 'nuk është për atë adresë')).toBe(true);
  expect(besa.inside.refusals()).toEqual([]);
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
