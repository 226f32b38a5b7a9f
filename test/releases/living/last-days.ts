import { answered, ask, posts } from '#test/sim/actors/asking.ts';
import { asMultipart } from '#test/support/pages/page-forms.ts';
import { sesEvent } from '#test/support/ses-events.ts';
import { nameIn } from '#test/sim/services.ts';
import type { World } from '#test/sim/world.ts';
import type { Centre } from './centre.ts';
import { comesToItsEnd } from './first-winter.ts';

const mocked = {
  category: 'cyberbullying',
  about: 'me',
  platform: 'tiktok',
  reporter: { role: 'child', ageYears: 15 },
  language: 'en',
};

/** What stands between the centre and its own people: doubt, exclusions that wait, calls that somebody must look at. */
export async function keepsAnEyeOnItself(centre: Centre): Promise<void> {
  const { reports, does, says, later, until, administers, play, world } = centre;
  const put = await reports('put back', { ...mocked, narrative: 'Placeholder: it was down for a day.' });
  await comesToItsEnd(centre, 'staff-arta', put, { outcome: 'advice_given' });
  const corrected = { because: 'recorded_wrongly', outcome: 'nothing_more_possible' };
  await centre.writes('staff-arta', put, 'outcome-correction', 'Invented word: we were wrong.', corrected);

  const used = await reports('an old code is used', { ...mocked, narrative: 'Placeholder: he has the paper.' });
  await later(5);
  await does('staff-arta', used, 'read', { reason: 'on_duty' });
  await says(used, 'lock');
  const dead = used.receipt ?? '';
  used.voidReceipts.push(dead);
  delete used.receipt;
  await play(ask(world, 'follow-up', posts('/v1/follow-up', { receipt: dead })));
  await does('staff-arta', used, 'spoken', { how: 'met_in_person' });

  const shut = await reports('shut for many', { ...mocked, narrative: 'Placeholder: it is one of you.' });
  await later(5);
  await does('staff-blerim', shut, 'read', { reason: 'on_duty' });
  // Whoever would be told of it is named: that stays owed.
  const named = ['staff-ilir', 'staff-elira', 'staff-flamur', 'staff-grace'];
  await does('staff-blerim', shut, 'exclusions', { institutions: [], people: named });
  shut.reader = 'staff-blerim';

  await endsTheVisit(centre);

  // By night nobody is on duty who may send, so a counsellor calls alone.
  await until('2027-02-03T20:00:00.000Z');
  await calls(centre, 'a call that was looked at', 'police_cybercrime');
  await calls(centre, 'a call that waits for a look', 'state_police');
  await administers('staff-kujtim', 'people/{person}/suspension', { distrusted: true }, { person: 'staff-mira' });
  await bounces(centre);
  await until('2027-02-04T07:30:00.000Z');
}

/** A counsellor who is alone passes a critical case on by phone; an officer looks at the first of these calls. */
async function calls({ reports, does, later, shows }: Centre, name: string, institution: string): Promise<void> {
  const of = await reports(name, {
    ...mocked,
    category: 'sexual_extortion',
    flags: { threatToShare: true },
    narrative: `Placeholder: ${name}.`,
  });
  await later(5);
  await does('staff-arta', of, 'read', { reason: 'on_duty' });
  const known = ((await shows('staff-arta', of)).body['referrals'] ?? []) as { institution: string }[];
  if (!known.some((one) => one.institution === institution))
    await does('staff-blerim', of, 'referrals', { institution, basis: 'al_law_18_2017_duty' });
  const referral = { referral: `${institution}-1` };
  const sending = {
    fields: ['narrative'],
    ground: 'override',
    overrideBecause: 'crime_against_child',
    notToldFirstBecause: 'no_time_danger',
    call: { name: 'Invented Inspector' },
  };
  await does('staff-arta', of, 'referrals/{referral}/sending', sending, referral);
  of.referrals.push({ id: referral.referral, words: ['Invented Inspector'] });
  await later(5);
  if (institution === 'police_cybercrime') await does('staff-blerim', of, 'referrals/{referral}/look', {}, referral);
}

/** Somebody presses [Done] on a computer that others use. */
async function endsTheVisit({ play, world }: Centre): Promise<void> {
  const { contentType, body } = asMultipart([
    ['visit', '6b0e3f0c-53a5-4d37-9a55-3a1f7cb1a001'],
    ['go', 'done'],
  ]);
  const headers = { Accept: 'text/html', 'Content-Type': contentType, 'Sec-Fetch-Site': 'same-origin' };
  const address = '/en/code';
  const request = { method: 'POST' as const, resource: address, seen: address, headers, body };
  const seen = await play(answered(world, 'follow-up', request));
  if (seen?.statusCode !== 200) throw new Error(`Leaving was answered with ${seen?.statusCode}.`);
}

/** A letter to a colleague comes back. */
async function bounces(centre: Centre): Promise<void> {
  const mail = centre.world.mails.findLast(({ to, tags }) => to === 'arta@besa.example' && tags['mail'] !== undefined);
  if (mail === undefined) throw new Error('No mail went to Arta.');
  comesBack(centre, mail);
  await centre.later(5);
}

function comesBack({ world, system }: Centre, { to, tags }: World['mails'][number]): void {
  const feedback = system.blueprint.queueSources.find(
    ({ functionArn }) => system.titleOf(functionArn) === 'mail-feedback',
  );
  if (feedback === undefined) throw new Error('No queue feeds mail-feedback.');
  world.queues.put(nameIn(feedback.queueArn), sesEvent('permanent', tags['mail'] ?? '', to), world.now());
}
