import { randomUUID } from 'node:crypto';
import { ask, posts } from '#test/sim/actors/asking.ts';
import { sesEvent } from '#test/support/ses-events.ts';
import { nameIn } from '#test/sim/services.ts';
import type { KeptCase } from '../kept-release.ts';
import type { Centre } from './centre.ts';
import { comesToItsEnd } from './first-winter.ts';

const notRequired = { decision: 'not_required', basis: 'al_law_18_2017' };

/** A report in which every field is filled in. */
const everything = {
  category: 'sexual_extortion',
  alsoCategories: ['impersonation_account'],
  narrative: 'Placeholder: somebody asks for money and names a picture.',
  urls: ['https://invented.example/page-one', 'www.invented.example/page-two'],
  accounts: [{ platform: 'instagram', handle: 'invented_account_1' }, { handle: 'invented_account_2' }],
  platform: 'instagram',
  about: 'me',
  victims: [
    { ageYears: 14, gender: 'male' },
    { ageYears: 13, gender: 'female' },
  ],
  moreVictims: true,
  suspect: { relation: 'stranger', adult: 'unsure', livesWithChild: false },
  when: 'today',
  alreadyTold: ['friend'],
  flags: { threatToShare: true, paymentAsked: true, paymentMade: 'unsure', repeated: false },
  reporter: {
    role: 'child',
    ageYears: 14,
    name: 'Invented Name',
    contact: {
      email: 'invented@mail.example',
      phone: '+355 69 000 0001',
      whose: 'mine',
      how: 'sms',
      safe: 'unsure',
      whenSafe: 'after school, invented',
    },
  },
  place: { country: 'AL', region: 'AL-11', municipality: 'unknown', school: 'Invented School 9' },
  wishes: { school: 'no', parents: 'ask_me', police: 'yes' },
  needs: ['easy_text', 'call_me'],
  campaign: 'SCHOOLS-2027',
  language: 'en',
};

/** The latest rung of the ladder that was told of a case is answered. */
async function answersTheLadder({ shows, does }: Centre, by: string, of: KeptCase): Promise<void> {
  const { body } = await shows(by, of);
  const history = body['history'] as { type: string; data: { timer: string; rung: string } }[];
  const raised = history.findLast(({ type }) => type === 'case.escalated');
  if (raised === undefined) throw new Error(`Nothing was raised of ${of.name}.`);
  const { timer, rung } = raised.data;
  await does(by, of, 'escalations/{timer}/{rung}/acknowledgement', {}, { timer, rung });
}

async function handles({ shows, writes }: Centre, by: string, of: KeptCase, nextStep: string): Promise<void> {
  const { severity } = (await shows(by, of)).body;
  const decided = { severity, safetyDecision: 'safe_for_now', nextStep };
  await writes(by, of, 'handling', `You are not alone in this. (${of.name})`, decided);
}

/** By day: an urgent case that waits too long, and then goes everywhere it can go. */
export async function spendsTheDay(centre: Centre): Promise<KeptCase> {
  const { reports, does, notes, adds, later, writes } = centre;
  const urgent = await reports('urgent', everything);
  await later(40);
  await answersTheLadder(centre, 'staff-elira', urgent);
  await later(40);
  await does('staff-blerim', urgent, 'claim', {});
  await does('staff-blerim', urgent, 'read', { reason: 'on_duty' });
  await notes('staff-blerim', urgent, 'Invented note: called back at four.');
  await handles(centre, 'staff-blerim', urgent, 'refer_institution');
  await adds(urgent, 'Invented answer: he wrote again.', {
    flags: { inDanger: 'unsure' },
    urls: ['https://invented.example/page-three'],
    accounts: [{ platform: 'snapchat', handle: 'invented_account_3' }],
  });
  await later(5);
  await does('staff-blerim', urgent, 'read', { reason: 'on_duty' });
  await does('staff-blerim', urgent, 'danger', { notCalledBecause: 'too_little_known', note: 'Invented: no place.' });
  await does('staff-blerim', urgent, 'danger', {
    called: { institution: 'state_police', answeredBy: 'Invented officer', reference: 'Invented 12' },
  });
  await writes('staff-blerim', urgent, 'messages', 'Invented reply: keep what he writes.');
  await does('staff-blerim', urgent, 'assessment', {
    category: 'sexual_extortion',
    alsoCategories: ['grooming'],
    platform: 'instagram',
    about: 'me',
    victims: [{ ageBand: '14', gender: 'male' }],
    moreVictims: false,
    suspect: { relation: 'stranger', adult: true, livesWithChild: false },
    flags: { threatToShare: true, paymentMade: false },
    region: 'AL-11',
  });
  await does('staff-blerim', urgent, 'targets', {
    timer: '1.resolve.report',
    deadline: '2027-02-04T06:00:00.000Z',
    because: 'institution_needs_time',
  });
  await passesOn(centre, urgent);
  return urgent;
}

/** Every step that a referral can take. */
async function passesOn(centre: Centre, of: KeptCase): Promise<void> {
  const { does, later } = centre;
  const by = 'staff-blerim';
  const step = (id: string, name: string, body: Record<string, unknown>) =>
    does(by, of, `referrals/{referral}/${name}`, body, { referral: id });
  const add = async (institution: string, basis: string): Promise<void> => {
    const { body } = await centre.shows(by, of);
    const known = (body['referrals'] ?? []) as { institution: string; status: string }[];
    if (!known.some((one) => one.institution === institution && one.status === 'proposed'))
      await does(by, of, 'referrals', { institution, basis });
  };
  const override = {
    ground: 'override',
    overrideBecause: 'crime_against_child',
    notToldFirstBecause: 'no_time_danger',
  };
  const given = ['Invented Name', 'page-one', 'invented_account_1', 'Invented answer: he wrote again.'];
  const fields = ['narrative', 'victims', 'suspect', 'reporter', 'place', 'addresses', 'accounts', 'thread'];

  await add('police_cybercrime', 'al_law_18_2017_duty');
  await step('police_cybercrime-1', 'change', { lead: true });
  await step('police_cybercrime-1', 'sending', { fields, ...override, addresses: [0, 2], accounts: [0] });
  of.referrals.push({ id: 'police_cybercrime-1', words: [everything.narrative, 'Invented Inspector', ...given] });
  await later(10);
  await step('police_cybercrime-1', 'reminder', {});
  const byName = { answer: 'acknowledged', name: 'Invented Inspector', how: 'phone' };
  await step('police_cybercrime-1', 'answer', byName);
  await step('police_cybercrime-1', 'answer', { answer: 'accepted', name: 'Invented Inspector', how: 'mail' });
  await later(30);
  await step('police_cybercrime-1', 'answer', {
    answer: 'completed',
    outcome: 'investigation_opened',
    name: 'Invented Inspector',
    how: 'letter',
  });

  await add('child_protection_unit', 'al_vkm_578_2018');
  await step('child_protection_unit-1', 'sending', {
    fields: ['narrative', 'place'],
    ...override,
    basis: 'al_law_18_2017_duty',
    unit: 'Invented Municipality',
    contact: 'contact-child-protection-unit',
    call: { name: 'Invented Worker' },
  });
  of.referrals.push({ id: 'child_protection_unit-1', words: ['Invented Municipality', 'Invented Worker'] });
  await later(10);

  await add('state_police', 'al_law_18_2017_duty');
  await step('state_police-1', 'sending', {
    fields: ['narrative'],
    ground: 'consent',
    message: 'Invented word beforehand: we tell the police, as you asked.',
  });
  of.thread.push('Invented word beforehand: we tell the police, as you asked.');
  of.referrals.push({ id: 'state_police-1', words: [everything.narrative] });
  await later(10);
  await step('state_police-1', 'answer', {
    answer: 'declined',
    because: 'already_known',
    name: 'Invented Inspector',
    how: 'phone',
  });

  await add('ministry_of_education', 'al_law_18_2017');
  await step('ministry_of_education-1', 'sending', { fields: ['place'], ...override });
  of.referrals.push({ id: 'ministry_of_education-1', words: ['Invented School 9'] });
  await later(10);
  await step('ministry_of_education-1', 'withdrawal', { because: 'sent_in_error' });
  await add('social_service', 'al_law_18_2017');
  await step('social_service-1', 'drop', { because: 'not_needed' });
  await later(10);
}

/** Somebody who must have nothing to do with a case tries to read it. */
async function isKeptOut({ play, world }: Centre, by: string, of: KeptCase): Promise<void> {
  const path = { number: of.caseNumber };
  const request = posts('/v1/cases/{number}/read', { reason: 'on_duty' }, { 'Idempotency-Key': randomUUID() }, path);
  await play(ask(world, 'case-desk', { ...request, claims: { sub: by } }));
}

/** By night: second people, clocks that are moved, other teams, a mail that comes back, codes that change hands. */
export async function spendsTheNight(centre: Centre, urgent: KeptCase): Promise<void> {
  const { reports, files, does, later, until, world, system } = centre;
  await until('2027-02-01T19:00:00.000Z');
  const told = await files('staff-arta', 'told by phone', {
    ...everything,
    channel: 'helpline',
    receivedAt: '2027-02-01T18:30:00.000Z',
    category: 'threat_violence',
    narrative: 'Placeholder: a parent rang about a threat at school.',
    urls: [],
    accounts: [],
    about: 'my_child',
    flags: {},
    reporter: { role: 'parent', name: 'Invented Parent' },
  });
  await later(5);
  await does('staff-arta', told, 'read', { reason: 'on_duty' });
  await does('staff-arta', told, 'hand-over', { team: 'hotline' });
  await does('staff-drita', told, 'assignment', { assignee: 'staff-drita' });
  await handles(centre, 'staff-drita', told, 'ask_reporter');
  await does('staff-drita', told, 'waiting', { for: 'reporter' });
  await does('staff-drita', told, 'targets', {
    timer: '1.resolve.report',
    deadline: '2027-02-04T09:00:00.000Z',
    because: 'reporter_needs_time',
  });
  await does('staff-drita', told, 'exclusions', { institutions: ['social_service'], people: ['staff-arta'] });
  await isKeptOut(centre, 'staff-arta', told);
  // She knew the code: it opens nothing any more.
  told.voidReceipts.push(told.receipt ?? '');
  delete told.receipt;
  await does('staff-elira', told, 'link', { leadCase: urgent.caseNumber });
  await does('staff-elira', told, 'unlink', {});

  const follower = await reports('follows the urgent one', {
    ...everything,
    narrative: 'Placeholder: it is my friend.',
  });
  await later(5);
  await does('staff-drita', follower, 'read', { reason: 'on_duty' });
  await handles(centre, 'staff-drita', follower, 'advise_reporter');
  await does('staff-drita', follower, 'link', { leadCase: urgent.caseNumber });

  const lowered = await reports('lowered', { ...everything, narrative: 'Placeholder: it was less than it seemed.' });
  await later(5);
  await does('staff-blerim', lowered, 'read', { reason: 'on_duty' });
  await handles(centre, 'staff-blerim', lowered, 'advise_reporter');
  const lower = { severity: 'normal', reason: 'already_safe' };
  await does('staff-blerim', lowered, 'severity', lower);
  await does('staff-elira', lowered, 'approvals/{approval}', { verdict: 'refuse' }, { approval: 'lowering-1' });
  await does('staff-blerim', lowered, 'severity', lower);
  await does('staff-elira', lowered, 'approvals/{approval}', { verdict: 'approve' }, { approval: 'lowering-2' });
  await does('staff-blerim', lowered, 'export', { reason: 'reporter_request' });
  await does('staff-drita', lowered, 'approvals/{approval}', { verdict: 'approve' }, { approval: 'export-1' });
  await does('staff-blerim', lowered, 'export/{approval}/copy', {}, { approval: 'export-1' });
  await does('staff-blerim', lowered, 'hold', { because: 'audit' });
  await does('staff-blerim', lowered, 'release', {});

  const mail = world.mails.findLast(({ to, tags }) => to === 'drita@besa.example' && tags['mail'] !== undefined);
  const feedback = system.blueprint.queueSources.find(
    ({ functionArn }) => system.titleOf(functionArn) === 'mail-feedback',
  );
  if (mail === undefined || feedback === undefined) throw new Error('No mail went to Drita.');
  const body = sesEvent('permanent', mail.tags['mail'] ?? '', mail.to);
  world.queues.put(nameIn(feedback.queueArn), body, world.now());
  await later(5);
}

/** The next day: what reporters do with their codes, and cases that end or begin again. */
export async function spendsTheNextDay(centre: Centre): Promise<{ leaving: KeptCase }> {
  const { reports, files, does, says, adds, later, until } = centre;
  await until('2027-02-02T07:00:00.000Z');
  const plain = {
    category: 'cyberbullying',
    about: 'me',
    platform: 'tiktok',
    reporter: { role: 'child', ageYears: 15 },
    language: 'en',
  };
  const again = await reports('goes on', { ...plain, narrative: 'Placeholder: they made a page about me.' });
  await comesToItsEnd(centre, 'staff-arta', again, { outcome: 'advice_given' });
  await says(again, 'helped', { helped: 'no' });
  await adds(again, 'Invented news: the page is back.', { stillHappening: true, flags: { repeated: true } });
  await later(5);

  const changed = await reports('another code', { ...plain, narrative: 'Placeholder: my brother found the paper.' });
  await later(5);
  await does('staff-arta', changed, 'read', { reason: 'on_duty' });
  await says(changed, 'lock');
  const first = changed.receipt ?? '';
  const { receipt } = (await does('staff-arta', changed, 'receipt', { assuredBy: 'told_what_was_reported' })).body;
  Object.assign(changed, { receipt, voidReceipts: [first] });

  const locked = await reports('without a code', { ...plain, narrative: 'Placeholder: somebody else has my code.' });
  await later(5);
  await does('staff-arta', locked, 'read', { reason: 'on_duty' });
  await says(locked, 'lock');
  locked.voidReceipts.push(locked.receipt ?? '');
  delete locked.receipt;

  const back = await reports('taken back', { ...plain, narrative: 'Placeholder: I want it to stop being a case.' });
  await later(5);
  await says(back, 'withdrawal');
  await does('staff-arta', back, 'read', { reason: 'on_duty' });

  const site = await reports('a page', {
    category: 'illegal_site',
    narrative: 'Placeholder: a page that somebody should look at.',
    urls: ['https://invented.example/page-list'],
    about: 'content_only',
    reporter: { role: 'citizen', ageYears: 44 },
    language: 'sq',
  });
  await later(5);
  await does('staff-blerim', site, 'read', { reason: 'on_duty' });
  await does('staff-blerim', site, 'notices', { platform: 'invented_forum', way: 'email' });
  await does(
    'staff-blerim',
    site,
    'referrals/{referral}/sending',
    { fields: ['addresses'], addresses: [0], ground: 'nothing_personal', notToldFirstBecause: 'content_only' },
    { referral: 'cyber_authority-1' },
  );
  site.referrals.push({ id: 'cyber_authority-1', words: ['page-list'] });
  // The mail has to leave first: nobody is waited for who was not asked.
  await later(5);
  await does('staff-blerim', site, 'waiting', { for: 'institution' });

  const leaving = await files('staff-blerim', 'asked to be erased', {
    ...plain,
    channel: 'email',
    narrative: 'Placeholder: filed.',
  });
  await comesToItsEnd(centre, 'staff-blerim', leaving, { outcome: 'advice_given', dutyToReport: notRequired });
  await does('staff-blerim', leaving, 'erasure', { because: 'taken_in_error', safetyDecision: 'safe_for_now' });
  await does('staff-elira', leaving, 'approvals/{approval}', { verdict: 'approve' }, { approval: 'erasure-1' });
  await until('2027-02-03T07:30:00.000Z');
  return { leaving };
}
