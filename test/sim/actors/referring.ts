import { canary } from './asking.ts';
import type { AtWork } from './at-work.ts';

const open = ['proposed', 'approved', 'sent', 'acknowledged', 'accepted'];
const override = { ground: 'override', overrideBecause: 'crime_against_child', notToldFirstBecause: 'no_time_danger' };

/** Somebody takes a referral one step on: any step, or one that brings it to its end. */
export async function refers({ of, world, command }: AtWork, how: 'any' | 'to_its_end' = 'any'): Promise<void> {
  const { chance } = world;
  const left = (of.referrals ?? []).filter(({ status }) => open.includes(status));
  if (how === 'any' && (left.length === 0 || chance.happens(0.1))) {
    await command('referrals', { institution: 'police_cybercrime', basis: 'al_law_18_2017' });
    return;
  }
  for (const { id, institution, status, questions } of how === 'any' ? chance.shuffled(left).slice(0, 1) : left) {
    const step = (name: string, body: object) => command(`referrals/{referral}/${name}`, body, { referral: id });
    const isShort = how === 'to_its_end' || chance.happens(0.5);
    if (questions?.openSince !== undefined) {
      await step('reply', { text: `A reply ${canary}` });
    } else if (how === 'any' && chance.happens(0.1)) {
      await step('read', {});
    } else if (status === 'proposed') {
      if (how === 'any' && chance.happens(0.25))
        await step('change', chance.happens(0.5) ? { lead: true } : { basis: 'al_law_18_2017' });
      else if (isShort) await step('drop', { because: how === 'any' ? 'against_wish' : 'not_needed' });
      else await step('sending', sending(institution, chance.happens(0.5)));
    } else if (how === 'any' && chance.happens(0.2)) {
      if (chance.happens(0.5)) await step('reminder', {});
      else await step('withdrawal', { because: 'sent_in_error' });
    } else if (status === 'acknowledged' || status === 'accepted') {
      await step('answer', { answer: 'completed', outcome: 'support_given', name: `Kola ${canary}`, how: 'mail' });
    } else {
      const says = { answer: 'acknowledged', name: `Kola ${canary}`, how: 'phone' };
      await step(
        'answer',
        chance.happens(0.7) || how !== 'any' ? says : { answer: 'declined', because: 'no_capacity' },
      );
    }
  }
}

/** Sends what is proposed to an institution, or what somebody proposes now. */
export async function sendsReferral({ of, command }: AtWork, institution: string): Promise<void> {
  const proposed = of.referrals?.find((one) => one.institution === institution && one.status === 'proposed');
  if (proposed === undefined) await command('referrals', { institution, basis: 'al_law_18_2017' });
  else await command('referrals/{referral}/sending', sending(institution, false), { referral: proposed.id });
}

/** Sends it by mail, or by a call that a mail follows; to the one unit where there are many. */
function sending(institution: string, isCall: boolean): object {
  const isLocal = institution === 'child_protection_unit';
  return {
    fields: [],
    ...override,
    ...(isCall ? { call: { name: `Kola ${canary}` } } : {}),
    ...(isLocal ? { unit: `Unit ${canary}`, contact: 'contact-child-protection-unit' } : {}),
  };
}
