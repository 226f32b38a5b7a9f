import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer, StaffOverHttp } from '#test/support/besa-over-http.ts';
import { startTestBesa, typesIn, type BesaUnderTest } from '#test/support/running-besa.ts';

type Json = Record<string, unknown>;

let besa: BesaUnderTest;
let counsellor: StaffOverHttp;
let officer: StaffOverHttp;
let supervisor: StaffOverHttp;
/** An officer who knows the child: excluded as soon as somebody has read who it is about. */
let relative: StaffOverHttp;
let volunteer: StaffOverHttp;
let director: StaffOverHttp;
let auditor: StaffOverHttp;
let outsiders: StaffOverHttp[];
beforeAll(async () => {
  besa = await startTestBesa();
  [counsellor, officer, relative, supervisor, volunteer, director, auditor] = await Promise.all([
    besa.signIn('staff-arta'),
    besa.signIn('staff-blerim'),
    besa.signIn('staff-drita'),
    besa.signIn('staff-elira'),
    besa.signIn('staff-hana'),
    besa.signIn('staff-flamur'),
    besa.signIn('staff-ilir'),
  ]);
  outsiders = await Promise.all(['staff-jona', 'staff-kujtim', 'staff-lule'].map((user) => besa.signIn(user)));
});
afterAll(() => besa.end());

/** Words that only the reporter, whoever reads the case and whoever was given them may ever meet. */
const marks = {
  narrative: 'canarynarrative3e7a',
  name: 'Canaryname3e7a',
  phone: '+355 69 000 3717',
  school: 'Canaryschool3e7a',
  handle: 'canaryhandle3e7a',
  url: 'canaryurl3e7a.example',
  answer: 'canaryanswer3e7a',
  toReporter: 'canarytoreporter3e7a',
  note: 'canarynote3e7a',
  inspector: 'Canaryinspector3e7a',
};
const report = {
  category: 'sexual_extortion',
  narrative: `He wants money or he sends my picture to everyone. ${marks.narrative}`,
  about: 'me',
  victims: [{ ageYears: 14, gender: 'female' }],
  urls: [`https://${marks.url}/p/1`],
  accounts: [{ platform: 'instagram', handle: marks.handle }],
  flags: { threatToShare: true, sexualImageOfMinor: true },
  reporter: {
    role: 'child',
    ageYears: 14,
    name: marks.name,
    contact: { phone: marks.phone, whose: 'mine', how: 'call', safe: true },
  },
  place: { region: 'AL-11', school: marks.school },
  wishes: { school: 'no', parents: 'no', police: 'ask_me' },
  language: 'en',
};
const police = 'police_cybercrime-1';

/** What the director and the auditor must never find in a case: what was reported, concluded, passed on, or to whom. */
const unseen = ['reported', 'assessed', 'referrals', 'notices', 'linkedCases', 'thread', 'flags'];
/** What somebody who does not work on the case may try to do with it. */
const attempts: [string, unknown][] = [
  ['read', { reason: 'on_duty' }],
  ['claim', {}],
  ['notes', { text: 'A note.' }],
  ['messages', { text: 'A message.' }],
  [`referrals/${police}/read`, {}],
  [`referrals/${police}/answer`, { answer: 'acknowledged', name: 'Somebody', how: 'phone' }],
  ['receipt', { assuredBy: 'called_safe_contact' }],
];

/** What somebody who does not work on the case gets of it: the case itself, and what comes of all that they may try. */
async function getsOf(person: StaffOverHttp, caseNumber: string): Promise<{ shown: Answer<Json>; tried: Answer[] }> {
  const { status, headers, body } = await person.show(caseNumber);
  const tried = await Promise.all(attempts.map(([name, content]) => person.command(caseNumber, name, content)));
  return { shown: { status, headers, body: body as unknown as Json }, tried };
}

/** Holds, at one step of the case, what each of those who do not work on it sees of it; nobody sees a word. */
async function seenByTheRightPeople(
  caseNumber: string,
  as: { status: string; isOpen: boolean; isRelativeOut: boolean },
): Promise<void> {
  const [byVolunteer, ...byOverseers] = await Promise.all([
    getsOf(volunteer, caseNumber),
    getsOf(director, caseNumber),
    getsOf(auditor, caseNumber),
  ]);
  const refused = attempts.map(() => 403);
  const statuses = (tried: Answer[]) => tried.map(({ status }) => status);
  const { help: _, ...told } = byVolunteer.shown.body;
  const fields = byVolunteer.shown.status === 200 ? Object.keys(told).toSorted() : [];
  const some = as.isOpen ? [200, ['caseNumber', 'due', 'may', 'severity']] : [403, []];
  expect([byVolunteer.shown.status, fields, statuses(byVolunteer.tried)]).toEqual([...some, refused]);
  for (const { shown, tried } of byOverseers) {
    expect([shown.status, shown.body['status'], statuses(tried)]).toEqual([200, as.status, refused]);
    expect(unseen.filter((field) => field in shown.body)).toEqual([]);
  }
  // The director sees who is excluded, and may lift it; the auditor finds that in the log.
  expect(byOverseers.map(({ shown }) => 'exclusions' in shown.body)).toEqual([as.isRelativeOut, false]);
  const toOutsiders = await Promise.all(outsiders.map((person) => person.show(caseNumber)));
  expect(toOutsiders.map(({ status }) => status)).toEqual(outsiders.map(() => 403));
  // Until somebody says that she must not, she may work on it, so that nothing is tried in her name.
  const byRelative = as.isRelativeOut ? (await getsOf(relative, caseNumber)).tried : [];
  expect(statuses(byRelative)).toEqual(as.isRelativeOut ? attempts.map(() => 404) : []);
  const toRelative = await relative.show(caseNumber);
  expect(toRelative.status).toBe(as.isRelativeOut ? 404 : 200);
  const listed = (await relative.list()).body.cases.some((line) => line.caseNumber === caseNumber);
  expect(listed).toBe(!as.isRelativeOut);

  const answers = [byVolunteer, ...byOverseers].flatMap(({ shown, tried }) => [shown, ...tried]);
  const seen = JSON.stringify([...answers, ...byRelative, ...toOutsiders, toRelative].map(({ body }) => body));
  expect(Object.values(marks).filter((mark) => seen.includes(mark))).toEqual([]);
}

it('a child’s case goes from the report to the outcome of the police, each step seen by the right people only', async () => {
  const { status, body } = await besa.report(report);
  expect(status).toBe(201);
  const { caseNumber, receipt } = body;
  await besa.inside.quiet();
  const child = async () => (await besa.followUp(receipt)).body as unknown as Json & { status: Json; canDo: string[] };
  expect((await child()).status).toMatchObject({
    code: 'triaged',
    text: expect.stringContaining('has not read') as string,
  });
  await seenByTheRightPeople(caseNumber, { status: 'triaged', isOpen: true, isRelativeOut: false });

  // Reading: a reason in one tap; the helpline reads the words, cleared people the addresses too.
  expect((await counsellor.command(caseNumber, 'read', {})).status).toBe(422);
  const byCounsellor = (await counsellor.command(caseNumber, 'read', { reason: 'on_duty' })).body;
  expect(byCounsellor).toMatchObject({ narrative: report.narrative, addressesWithheld: 'clearance' });
  expect(JSON.stringify(byCounsellor)).not.toContain(marks.url);
  const byOfficer = (await officer.command(caseNumber, 'read', { reason: 'on_duty' })).body;
  expect(byOfficer).toMatchObject({ addresses: { urls: [`hxxps://${marks.url}/p/1`] } });
  expect(byOfficer).toMatchObject({ details: { reporter: { name: marks.name } } });
  expect((await child()).status).toMatchObject({ code: 'in_progress' });
  await seenByTheRightPeople(caseNumber, { status: 'in_progress', isOpen: true, isRelativeOut: false });

  // One has it; the colleague who knows the child is out of it, and so is the school.
  expect((await officer.command(caseNumber, 'claim', {})).status).toBe(200);
  const second = await counsellor.command(caseNumber, 'claim', {});
  expect(second).toMatchObject({ status: 409, body: { case: { assignee: 'staff-blerim' } } });
  const excluded = await officer.decide(caseNumber, 'exclusions', { institutions: [], people: ['staff-drita'] });
  expect(excluded.status).toBe(200);
  await besa.inside.quiet();
  const toRelative = async () => (await besa.inbox()).filter(({ to }) => to === 'drita@besa.example').length;
  const mailsToRelative = await toRelative();
  await seenByTheRightPeople(caseNumber, { status: 'in_progress', isOpen: true, isRelativeOut: true });

  // Handling with a message, which only the child reads.
  expect((await officer.command(caseNumber, 'notes', { text: `Call after school. ${marks.note}` })).status).toBe(200);
  const handled = await officer.decide(caseNumber, 'handling', {
    severity: 'critical',
    safetyDecision: 'safe_for_now',
    nextStep: 'ask_reporter',
    message: `You did the right thing. May we tell the police? ${marks.toReporter}`,
  });
  expect(handled.status).toBe(200);
  expect(await child()).toMatchObject({
    status: { code: 'waiting_reporter' },
    messages: [{ from: 'centre', text: expect.stringContaining(marks.toReporter) as string }],
  });
  await seenByTheRightPeople(caseNumber, { status: 'waiting_reporter', isOpen: true, isRelativeOut: true });

  // The child answers; until somebody reads that, it stands in the queue as unread.
  const answered = await besa.post(
    '/v1/follow-up/messages',
    { receipt, text: `Yes, tell them. ${marks.answer}` },
    { 'idempotency-key': 'the-answer-of-the-child-0001' },
  );
  expect(answered.status).toBe(201);
  await besa.inside.quiet();
  const waiting = (await officer.list()).body.cases.find((line) => line.caseNumber === caseNumber);
  expect(waiting).toHaveProperty('unreadSince');
  expect((await officer.show(caseNumber)).body.timers.map(({ id }) => id)).toContain('1.must_be_read.report');
  const read = await officer.command(caseNumber, 'read', { reason: 'assigned_to_me' });
  expect(JSON.stringify(read.body)).toContain(marks.answer);
  expect((await officer.list()).body.cases.find((line) => line.caseNumber === caseNumber)).not.toHaveProperty(
    'unreadSince',
  );

  // The referral: proposed by the machine, sent by an officer, not by a counsellor; the mail to the police has no word.
  const given = {
    fields: ['narrative', 'victims', 'addresses', 'accounts'],
    addresses: [0],
    accounts: [0],
    ground: 'consent',
  };
  const sending = `referrals/${police}/sending`;
  expect((await counsellor.command(caseNumber, sending, given)).status).toBe(403);
  const sent = await officer.command(caseNumber, sending, given);
  expect([sent.status, sent.body['errors']]).toEqual([200, undefined]);
  await besa.inside.quiet();
  await besa.advance('PT1M');
  const mails = (await besa.inbox()).filter(({ to }) => to === 'police-cybercrime@institution.example');
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain(`${caseNumber} / ${police}`);
  expect((await child())['sharedWith']).toMatchObject([{ who: expect.stringMatching(/police|polic/i) as string }]);
  const unproven = await officer.decide(caseNumber, 'resolution', resolution);
  expect(unproven).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/facts', code: 'police_not_reached' }] },
  });
  const early = await officer.decide(caseNumber, 'resolution', { ...resolution, outcome: 'advice_given' });
  expect(early).toMatchObject({ status: 409, body: { because: 'referral_not_acknowledged', referrals: [police] } });
  await seenByTheRightPeople(caseNumber, { status: 'in_progress', isOpen: true, isRelativeOut: true });

  // The police answer; what was given is opened by an officer alone, and that is written down.
  const told = (content: object) => officer.command(caseNumber, `referrals/${police}/answer`, content);
  expect((await told({ answer: 'completed', outcome: 'investigation_opened' })).status).toBe(409);
  expect((await told({ answer: 'acknowledged', name: marks.inspector, how: 'phone' })).status).toBe(200);
  expect((await told({ answer: 'accepted' })).status).toBe(200);
  const copy = await officer.command(caseNumber, `referrals/${police}/read`, {});
  expect(copy.body).toMatchObject({
    copy: { narrative: report.narrative, accounts: report.accounts },
    answer: { acknowledgedBy: marks.inspector },
  });
  // Whoever follows the referral reads who answered, and nothing of the copy.
  const followed = await counsellor.command(caseNumber, `referrals/${police}/read`, {});
  expect(followed.body).toMatchObject({ answer: { acknowledgedBy: marks.inspector } });
  expect(followed.body).not.toHaveProperty('copy');
  expect(JSON.stringify(followed.body)).not.toContain(marks.narrative);

  // Resolved, and the child says how it was for them; the police work on.
  const resolved = await officer.decide(caseNumber, 'resolution', resolution);
  expect([resolved.status, resolved.body['errors']]).toEqual([200, undefined]);
  await besa.inside.quiet();
  expect(await child()).toMatchObject({
    status: { code: 'resolved', text: expect.stringContaining('The police know from us what happened.') as string },
    promise: { kept: true },
  });
  await seenByTheRightPeople(caseNumber, { status: 'resolved', isOpen: false, isRelativeOut: true });
  const helped = await besa.post('/v1/follow-up/helped', { receipt, helped: 'yes' });
  expect(helped.status).toBe(202);
  expect((await officer.show(caseNumber)).body).toMatchObject({ helped: 'yes' });

  // Closed when the police are done: not before, and with nothing still running.
  const open = await supervisor.decide(caseNumber, 'closure', {});
  expect(open).toMatchObject({ status: 409, body: { because: 'matters_open' } });
  await besa.advance('P3D');
  expect((await told({ answer: 'completed', outcome: 'investigation_opened' })).status).toBe(200);
  const others = ((await officer.show(caseNumber)).body.referrals ?? []).filter(({ id }) => id !== police);
  expect(others.map(({ id, status: stands }) => [id, stands])).toEqual([['child_protection_unit-1', 'proposed']]);
  const dropped = await officer.command(caseNumber, 'referrals/child_protection_unit-1/drop', {
    because: 'not_needed',
  });
  expect(dropped.status).toBe(200);
  await besa.advance('P31D');
  expect((await supervisor.decide(caseNumber, 'closure', {})).status).toBe(200);
  await besa.inside.quiet();
  const ended = (await officer.show(caseNumber)).body;
  expect([ended.status, ended.timers]).toEqual(['closed', []]);
  expect(ended.referrals?.find(({ id }) => id === police)).toMatchObject({
    status: 'completed',
    outcome: 'investigation_opened',
  });
  expect(await child()).toMatchObject({ status: { code: 'closed' }, promise: { kept: true } });
  await seenByTheRightPeople(caseNumber, { status: 'closed', isOpen: false, isRelativeOut: true });

  // The history tells it in order, and the auditor sees who opened it, and who was kept from it.
  const steps = typesIn(ended).filter((type) => story.includes(type));
  expect(steps).toEqual(story);
  const token = (await besa.post('/local/sign-in', { user: 'staff-ilir' })).body as { token: string };
  const log = await besa.get(`/staff/v1/access-log?case=${caseNumber}`, { authorization: `Bearer ${token.token}` });
  const entries = (log.body as { entries: { actor: string; action: string; unusual?: string[] }[] }).entries;
  expect(new Set(entries.map(({ actor, action }) => `${actor} ${action}`))).toEqual(
    new Set([
      'staff-arta read',
      'staff-blerim read',
      'staff-blerim exclusion_set',
      'staff-blerim export',
      'staff-drita refused',
    ]),
  );
  expect(
    entries.filter(({ action }) => action === 'refused').every(({ unusual }) => unusual?.includes('excluded')),
  ).toBe(true);

  // The director heard of the exclusion. Nobody wrote to the colleague about it once excluded; no mail, no row, no queue and no log has a word of it.
  const later = (await besa.inbox()).filter(({ to }) => to === 'drita@besa.example').slice(mailsToRelative);
  expect(later.filter(({ text }) => text.includes(caseNumber))).toEqual([]);
  const toDirector = (await besa.inbox()).filter(({ to }) => to === 'flamur@besa.example');
  expect(toDirector.filter(({ text }) => text.includes(`${caseNumber}: perjashtim nga rasti`))).toHaveLength(1);
  expect((await besa.queues()).reduce((sum, queue) => sum + queue.deadLetters, 0)).toBe(0);
  expect(besa.inside.refusals()).toEqual([]);
  const inbox = JSON.stringify(await besa.inbox());
  const files = readdirSync(besa.inside.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(3);
  for (const mark of [...Object.values(marks), receipt, receipt.replaceAll('-', '')]) {
    expect(inbox).not.toContain(mark);
    expect([mark, files.filter((file) => readFileSync(file).includes(mark))]).toEqual([mark, []]);
  }
});

const resolution = {
  outcome: 'police_involved',
  message: 'The police are looking for him. You can call 116 111 at any time.',
  dutyToReport: { decision: 'required', basis: 'al_law_18_2017', sentTo: 'police_cybercrime' },
};
/** What happened, in the order in which it did, as often as it did. */
const story = [
  'case.received',
  'case.triaged',
  // To the police, who lead, and to child protection.
  'referral.proposed',
  'referral.proposed',
  'case.assigned',
  'case.exclusions_set',
  'case.handled',
  'case.information_added',
  'referral.approved',
  'referral.sent',
  'referral.acknowledged',
  'referral.accepted',
  'case.resolved',
  'case.helped',
  'referral.completed',
  'case.closed',
];
