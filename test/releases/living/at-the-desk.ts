import { randomUUID } from 'node:crypto';
import { ask, posts, type Seen } from '#test/sim/actors/asking.ts';
import { accessIn } from '#test/support/desk-over-http.ts';
import type { KeptCase } from '../kept-release.ts';
import type { Centre } from './centre.ts';

const police = {
  institution: 'police_cybercrime',
  referral: 'police_cybercrime-1',
  contact: 'contact-police-cybercrime',
};

/** An institution opens what it was sent, asks and is answered; another mail went to the wrong people; codes are guessed. */
export async function answersAtTheDesk(centre: Centre): Promise<void> {
  const asked = await isSent(centre, 'the police ask');
  const access = newestAccess(centre, asked);
  await atTheDesk(centre, 'code', { access });
  const code = await spokenTo(centre, asked);
  const { body } = await atTheDesk(centre, 'session', { access, code });
  const session = String(body['session']);
  await atTheDesk(centre, 'referral', { session });
  const named = { session, name: 'Invented Inspector', post: 'Invented Post' };
  await atTheDesk(centre, 'answer', { ...named, answer: 'acknowledged', reference: 'INV-1' });
  await atTheDesk(centre, 'answer', { session, answer: 'question', text: 'Invented question: which school?' });
  await centre.does(
    'staff-blerim',
    asked,
    'referrals/{referral}/reply',
    { text: 'Invented reply: number nine.' },
    police,
  );
  await atTheDesk(centre, 'answer', { session, answer: 'question', text: 'Invented question: since when?' });
  asked.referrals.push({
    id: police.referral,
    words: ['Invented Inspector', 'Invented question: which school?', 'Invented reply: number nine.'],
  });

  const guessed = await isSent(centre, 'somebody guesses');
  const guessedAccess = newestAccess(centre, guessed);
  const right = await spokenTo(centre, guessed);
  for (const wrong of ['000001', '000002', '000003', '000004', '000005'].filter((one) => one !== right))
    await tries(centre, 'session', { access: guessedAccess, code: wrong });

  const strayed = await isSent(centre, 'the wrong people');
  await atTheDesk(centre, 'not-for-me', { access: newestAccess(centre, strayed) });

  const ended = await isSent(centre, 'a code that is ended');
  await centre.does('staff-blerim', ended, 'referrals/{referral}/access-end', { contact: police.contact }, police);
}

/** A report that is with the police, who have their mail. */
async function isSent({ reports, does, later, shows }: Centre, name: string): Promise<KeptCase> {
  const of = await reports(name, {
    category: 'sexual_extortion',
    flags: { threatToShare: true },
    narrative: `Placeholder: ${name}.`,
    about: 'me',
    reporter: { role: 'child', ageYears: 14 },
    language: 'en',
  });
  await later(5);
  await does('staff-blerim', of, 'read', { reason: 'on_duty' });
  const { institution, referral } = police;
  const known = ((await shows('staff-blerim', of)).body['referrals'] ?? []) as { institution: string }[];
  if (!known.some((one) => one.institution === institution))
    await does('staff-blerim', of, 'referrals', { institution, basis: 'al_law_18_2017_duty' });
  const why = { ground: 'override', overrideBecause: 'crime_against_child', notToldFirstBecause: 'no_time_danger' };
  await does('staff-blerim', of, 'referrals/{referral}/sending', { fields: ['narrative'], ...why }, { referral });
  await later(10);
  return of;
}

function newestAccess({ world }: Centre, { caseNumber }: KeptCase): string {
  const mail = world.mails.findLast(
    ({ to, subject, text }) =>
      to === 'police-cybercrime@institution.example' && `${subject} ${text}`.includes(caseNumber),
  );
  const access = accessIn(mail?.text ?? '').at(-1);
  if (access === undefined) throw new Error(`No access code of ${caseNumber} went to the police.`);
  return access;
}

async function spokenTo({ does }: Centre, of: KeptCase): Promise<string> {
  const { contact } = police;
  return String((await does('staff-blerim', of, 'referrals/{referral}/access', { contact }, police)).body['code']);
}

const atTheDesk = ({ asks }: Centre, step: string, body: object) =>
  asks('referral-desk', posts(`/v1/desk/${step}`, body, { 'Idempotency-Key': randomUUID() }));

/** The same, where it may be refused. */
const tries = ({ play, world }: Centre, step: string, body: object): Promise<Seen> =>
  play(ask(world, 'referral-desk', posts(`/v1/desk/${step}`, body)));
