import { answerWays, withdrawReasons } from '#shared/domain/case/referral.ts';
import { administrativeOutcomes, outcomes, type MainOutcome } from '#shared/domain/case/lifecycle.ts';
import { takedownNoticeAnswers } from '#shared/domain/case/case.ts';
import type { AtWork } from './at-work.ts';
import { canary } from './asking.ts';

/** Why an outcome is corrected, as the command takes it. */
const correctionReasons = [
  'put_back_online',
  'taken_down_since',
  'institution_withdrew',
  'recorded_wrongly',
  'new_information',
] as const;
const doors = ['data_commissioner', 'state_police', 'police_cybercrime'] as const;

/** Whatever somebody says of how a case ended: true or not, with a fact or without, with a message or without. */
function anyEnd({ of, world: { chance } }: AtWork, others: readonly string[]): object {
  const outcome: MainOutcome = chance.happens(0.85) ? chance.pick(outcomes) : chance.pick(administrativeOutcomes);
  const isAlone = administrativeOutcomes.some((one) => one === outcome);
  const also = isAlone || chance.happens(0.6) ? [] : [chance.pick(outcomes)].filter((one) => one !== outcome);
  const [leadCase] = chance.shuffled(others.filter((other) => other !== of.caseNumber));
  const fact = chance.pick<object>([
    outcome === 'withdrawn' ? { askedInTalk: true } : { ownLook: true },
    { spokenTo: { name: `Kola ${canary}`, why: `On the phone. ${canary}` } },
  ]);
  return {
    outcome,
    ...(also.length === 0 ? {} : { alsoOutcomes: also }),
    ...(chance.happens(0.25) ? { facts: [{ outcome, ...fact }] } : {}),
    ...(outcome === 'same_event' && leadCase !== undefined ? { leadCase } : {}),
    ...(outcome === 'outside_our_work' ? { otherDoor: chance.pick(doors) } : {}),
    ...(chance.happens(0.75)
      ? { message: `This is how it ended, ${of.caseNumber}. ${canary}` }
      : { noMessageBecause: chance.pick(['no_thread_wanted', 'content_only', 'unsafe'] as const) }),
  };
}

/** Ends a case in any way that there is, allowed or not. */
export async function endsAnyhow(at: AtWork, others: readonly string[]): Promise<void> {
  const dutyToReport = { decision: 'not_required', basis: 'al_law_18_2017' };
  await at.command('resolution', { ...anyEnd(at, others), dutyToReport, dropProposals: at.world.chance.happens(0.5) });
}

/** Says that a case ended otherwise than it was told. */
export async function corrects(at: AtWork, others: readonly string[]): Promise<void> {
  const because = at.world.chance.pick(correctionReasons);
  await at.command('outcome-correction', { because, ...anyEnd(at, others) });
}

/** An institution's part ends in another way after the case has: it is taken back, or somebody there says so. */
export async function endsReferral({ of, world: { chance }, command }: AtWork): Promise<void> {
  const underWay = (of.referrals ?? []).filter(({ status }) =>
    ['approved', 'sent', 'acknowledged', 'accepted'].includes(status),
  );
  const [referral] = chance.shuffled(underWay);
  if (referral === undefined) return;
  const step = (name: string, body: object) => command(`referrals/{referral}/${name}`, body, { referral: referral.id });
  if (chance.happens(0.6)) await step('withdrawal', { because: chance.pick(withdrawReasons) });
  else if (chance.happens(0.5)) await step('answer', { answer: 'declined', because: 'no_capacity' });
  else await step('answer', { answer: 'acknowledged', name: `Kola ${canary}`, how: chance.pick(answerWays) });
}

/** Asks a platform, or writes down what it answers: also another answer than before. */
export async function notifies({ of, world: { chance }, command }: AtWork): Promise<void> {
  const [notice] = chance.shuffled(of.notices ?? []);
  if (notice === undefined || chance.happens(0.2)) {
    await command('notices', { platform: chance.pick(['tiktok', 'tiktok', 'instagram']), way: 'reporting_form' });
    return;
  }
  // What was taken down may be put back.
  const answer = notice.answer === 'removed' && chance.happens(0.6) ? 'kept_up' : chance.pick(takedownNoticeAnswers);
  await command('notices/{notice}/answer', { answer }, { notice: notice.id });
}
