import { mostTickedCases } from '#shared/domain/case/bounds.ts';
import { ask, canary } from './asking.ts';
import type { AtWork, Shown } from './at-work.ts';
import type { World } from '../world.ts';

/**
 * Somebody does the next step of a whole family of cases at once: reads what is unread, handles what was not handled,
 * ends the parent and then all that stands under it, or takes the parent up again. Now and then they write to all.
 */
export async function actsTogether({ of, world, command }: Omit<AtWork, 'sub'>): Promise<void> {
  const numbers = [of.caseNumber, ...(of.linkedCases ?? [])].slice(0, mostTickedCases);
  const family = await seen(world, numbers);
  const on = (some: readonly Shown[]) =>
    some.map(({ caseNumber: number, revision }) => ({ number, revision: Number(revision) }));
  const isOver = ({ status }: Shown): boolean => status === 'resolved' || status === 'closed';
  const message = `We are with you all. ${canary}`;

  const unread = family.filter(({ readAt, unreadFrom }) => readAt === undefined || unreadFrom !== undefined);
  if (unread.length > 0) {
    await command('linked/read', { cases: unread.map(({ caseNumber: number }) => ({ number })), reason: 'on_duty' });
    return;
  }
  if (isOver(of)) {
    const left = family.filter((one) => !isOver(one) && one.handledAt !== undefined);
    if (left.length > 0) await command('linked/resolution', { cases: on(left), outcome: 'same_event', message });
    else if (world.chance.happens(0.5)) await command('reopening', {});
    return;
  }
  const toHandle = family.filter((one) => !isOver(one) && one.handledAt === undefined);
  const [{ severity } = of] = world.chance.shuffled(toHandle);
  if (toHandle.length > 0) {
    await command('linked/handling', {
      cases: on(toHandle.filter((one) => one.severity === severity)),
      severity,
      safetyDecision: 'safe_for_now',
      nextStep: 'advise_reporter',
      message,
    });
  } else if (world.chance.happens(0.3)) {
    await command('linked/message', { cases: on(family), text: message });
  } else {
    await command('linked/resolution', { cases: on([of]), outcome: 'advice_given', message });
  }
}

/** The cases as they are shown now. */
async function seen(world: World, numbers: readonly string[]): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const number of numbers) {
    const claims = { sub: 'staff-blerim' };
    const answer = await ask(world, 'case-desk', { resource: '/v1/cases/{number}', path: { number }, claims });
    if (answer !== 'unknown' && answer.status === 200) shown.push(answer.body as Shown);
  }
  return shown;
}
