import type { Centre } from './centre.ts';
import type { KeptCase } from '../kept-release.ts';

const notRequired = { decision: 'not_required', basis: 'al_law_18_2017' };

/** A case from its first reading to its end, by one person. */
export async function comesToItsEnd(
  centre: Centre,
  by: string,
  of: KeptCase,
  end: Record<string, unknown>,
): Promise<void> {
  await centre.later(20);
  await centre.does(by, of, 'read', { reason: 'on_duty' });
  await centre.does(by, of, 'claim', {});
  const shown = await centre.shows(by, of);
  await centre.writes(by, of, 'handling', `We have read it. (${of.name})`, {
    severity: shown.body['severity'],
    safetyDecision: 'safe_for_now',
    nextStep: 'advise_reporter',
  });
  await centre.later(45);
  await centre.writes(by, of, 'resolution', `This is what we could do. (${of.name})`, end);
}

/**
 * What lies behind a centre after its first winter: cases that have ended in each of several ways, one that is erased
 * because its time was over, one whose owner was told that it will be, and a quarter whose figures are published.
 */
export async function livesThroughWinter(centre: Centre): Promise<{ erased: KeptCase }> {
  const { reports, files, does, later, until } = centre;
  const mocked = await reports('mocked', {
    category: 'cyberbullying',
    narrative: 'Placeholder: somebody wrote unkind things in a group.',
    about: 'me',
    platform: 'whatsapp',
    reporter: { role: 'child', ageYears: 12 },
    victims: [{ ageYears: 12, gender: 'female' }],
    language: 'en',
  });
  await comesToItsEnd(centre, 'staff-arta', mocked, { outcome: 'advice_given' });
  await centre.says(mocked, 'helped', { helped: 'yes' });
  await does('staff-arta', mocked, 'closure', { because: 'nothing_left_to_do' });

  const same = await reports('the same again', {
    category: 'cyberbullying',
    narrative: 'Placeholder: the same group, from a friend.',
    about: 'someone_i_know',
    reporter: { role: 'child', ageYears: 13 },
    language: 'en',
  });
  const end = { outcome: 'same_event', leadCase: mocked.caseNumber };
  await comesToItsEnd(centre, 'staff-arta', same, end);

  const taken = await files('staff-blerim', 'taken down', {
    channel: 'school',
    category: 'impersonation_account',
    narrative: 'Placeholder: a false profile of a pupil.',
    about: 'pupil_or_client',
    platform: 'instagram',
    accounts: [{ platform: 'instagram', handle: 'invented_profile_1' }],
    reporter: { role: 'teacher', name: 'Invented Teacher', organisation: 'Invented School' },
    victims: [{ ageYears: 14, gender: 'male' }],
    language: 'sq',
  });
  await later(10);
  await does('staff-blerim', taken, 'read', { reason: 'on_duty' });
  await does('staff-blerim', taken, 'notices', { platform: 'instagram', way: 'trusted_flagger' });
  await does('staff-blerim', taken, 'notices/{notice}/answer', { answer: 'removed' }, { notice: 'instagram-1' });
  await comesToItsEnd(centre, 'staff-blerim', taken, {
    outcome: 'content_removed',
    alsoOutcomes: ['advice_given'],
    dutyToReport: notRequired,
  });
  await centre.says(taken, 'helped', { helped: 'partly' });

  const price = await reports('not ours', {
    category: 'question',
    narrative: 'Placeholder: a question about a bill.',
    reporter: { role: 'citizen', ageYears: 52 },
    language: 'sq',
  });
  await comesToItsEnd(centre, 'staff-drita', price, {
    outcome: 'outside_our_work',
    otherDoor: 'communications_authority',
  });

  const locked = await reports('locked out', {
    category: 'hacking',
    narrative: 'Placeholder: I cannot get into my account.',
    about: 'me',
    platform: 'facebook',
    reporter: { role: 'citizen', ageYears: 30 },
    language: 'en',
  });
  await comesToItsEnd(centre, 'staff-drita', locked, {
    outcome: 'account_recovered_or_closed',
    facts: [{ outcome: 'account_recovered_or_closed', ownLook: true }],
  });
  await does('staff-drita', locked, 'hold', { because: 'complaint' });

  for (const number of [1, 2]) {
    const counted = await files('staff-arta', `counted ${number}`, {
      channel: 'helpline',
      category: 'cyberbullying',
      narrative: `Placeholder: call number ${number}.`,
      reporter: { role: 'parent' },
      about: 'my_child',
      victims: [{ ageYears: 10 + number, gender: 'female' }],
      language: 'sq',
    });
    await comesToItsEnd(centre, 'staff-arta', counted, { outcome: 'advice_given' });
  }

  await until('2026-12-28T10:00:00.000Z');
  const erased = await reports('a try in December', aTry);
  await comesToItsEnd(centre, 'staff-blerim', erased, { outcome: 'test' });
  await until('2027-01-12T10:00:00.000Z');
  const leaving = await reports('a try in January', aTry);
  await comesToItsEnd(centre, 'staff-blerim', leaving, { outcome: 'test' });
  await until('2027-02-01T07:00:00.000Z');
  return { erased };
}

const aTry = {
  category: 'other',
  narrative: 'Placeholder: we only try whether this works.',
  reporter: { role: 'citizen', ageYears: 35 },
  language: 'en',
};
