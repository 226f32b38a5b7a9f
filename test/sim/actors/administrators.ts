import { ask, freshKey, posts, type Seen } from './asking.ts';
import { mailDomains } from '../faults/outages.ts';
import type { World } from '../world.ts';

export const administrators = ['staff-kujtim', 'staff-lule'] as const;

/** Everybody else in the directory, also the last one of a rung or of a role. */
export const colleagues = [
  'staff-arta',
  'staff-blerim',
  'staff-desk',
  'staff-drita',
  'staff-elira',
  'staff-flamur',
  'staff-grace',
  'staff-hana',
  'staff-ilir',
  'staff-jona',
] as const;

interface Person {
  id: string;
  active: boolean;
  phone?: string;
}

/** Somebody changes the directory: who is there, by which phone, and who is on the rota. */
export async function administers(world: World): Promise<void> {
  const sub = world.chance.pick(administrators);
  const other = administrators.find((one) => one !== sub) ?? sub;
  const id = world.chance.pick(colleagues);
  switch (world.chance.whole(0, 3)) {
    case 0:
      return turnOver(world, sub, other, id);
    case 1:
      await change(world, sub, id, 'change', { phone: `+355 6 ${world.chance.whole(1000, 9999)}` });
      return undefined;
    case 2:
      await change(world, sub, id, 'change', {
        mail: `${id.slice(6)}-${world.chance.whole(1, 99)}@${world.chance.pick(mailDomains)}`,
      });
      return undefined;
    default:
      return setRoster(world);
  }
}

/** Suspends who is there, or brings back who is not, with the second administrator where that is asked for. */
async function turnOver(world: World, sub: string, other: string, id: string): Promise<void> {
  const shown = await show(world, sub, id);
  if (shown === 'unknown' || shown.status !== 200) return;
  const { active } = shown.body as unknown as Person;
  const seen = await change(world, sub, id, active ? 'suspension' : 'return', {});
  if (seen !== 'unknown' && seen.body['waiting'] !== undefined && world.chance.happens(0.8))
    await change(world, other, id, 'approval', { verdict: world.chance.happens(0.8) ? 'approve' : 'refuse' });
}

export function show(world: World, sub: string, person: string): Promise<Seen> {
  const resource = '/v1/directory/people/{person}';
  return ask(world, 'directory', { resource, path: { person }, claims: { sub } });
}

export async function change(world: World, sub: string, person: string, step: string, body: object): Promise<Seen> {
  const shown = await show(world, sub, person);
  if (shown === 'unknown' || shown.status !== 200) return shown;
  const etag = world.chance.happens(0.1) ? '"0"' : shown.etag;
  const headers = { 'Idempotency-Key': freshKey(world, step), 'If-Match': etag };
  const request = posts(`/v1/directory/people/{person}/${step}`, body, headers, { person });
  const seen = await ask(world, 'directory', { ...request, claims: { sub } });
  world.tell(`${sub} ${step} of ${person}: ${seen === 'unknown' ? seen : seen.status}`);
  return seen;
}

/** The duty officer's hours: all of them by one or the other. */
async function setRoster(world: World): Promise<void> {
  const claims = { sub: 'staff-elira' };
  const shown = await ask(world, 'directory', { resource: '/v1/directory/roster', claims });
  if (shown === 'unknown' || shown.status !== 200) return;
  const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'holiday'];
  const shift = (from: string, to: string, holder: string) => ({
    duty: 'duty_officer',
    days,
    from,
    to,
    holders: [holder],
  });
  const shifts = [shift('08:00', '20:00', 'staff-blerim'), shift('20:00', '08:00', 'staff-desk')];
  const body = { holidays: [], shifts: world.chance.happens(0.7) ? shifts : [] };
  const headers = { 'Idempotency-Key': freshKey(world, 'roster'), 'If-Match': shown.etag };
  const seen = await ask(world, 'directory', { ...posts('/v1/directory/roster', body, headers), claims });
  world.tell(`staff-elira sets the rota: ${seen === 'unknown' ? seen : seen.status}`);
}
