import { consumersOf } from '#shared/contracts/events/consumers.ts';
import type { EventType } from '#shared/domain/case/events.ts';
import { days, hour, minute, posts } from '#test/sim/actors/asking.ts';
import { sesEvent } from '#test/support/ses-events.ts';
import { rowFrom, type Row } from '../kept-rows.ts';
import { failuresIn, goesBy, historyOf, queuesOf, type KeptCentre } from './kept-centre.ts';

/**
 * The sweeps come back: what was pending is done, mails and notices go out, clocks climb their ladders. Then whatever had
 * been in a queue comes once more, a mail comes back, somebody reports an address that is known, the directory is changed.
 */
export async function goesOn(centre: KeptCentre): Promise<void> {
  const { world, rows, find, release, asks } = centre;
  const waiting = rows('Cases').filter(({ sk, duePk }) => sk?.S?.startsWith('MAIL#') && duePk !== undefined);
  world.start();
  await goesBy(centre, 8 * hour);
  refuseLeftovers(centre, 'eight hours later');
  for (const mail of waiting) {
    const now = rows('Cases').find(({ pk, sk }) => pk?.S === mail['pk']?.S && sk?.S === mail['sk']?.S);
    if (now?.['sentAt'] === undefined && now?.['droppedBecause'] === undefined)
      find(`the mail ${mail['sk']?.S} was neither sent nor dropped`);
  }
  if (rows('Directory').some(({ pk }) => pk?.S === 'NOTICES')) find('a notice of the directory was not sent');

  await comesOnceMore(centre);
  await comesBack(centre);
  const [known] = release.story.cases.filter(({ name }) => name === 'urgent');
  const again = await asks('intake', posts('/v1/reports', known?.reported.body, { 'Idempotency-Key': newKey }));
  await asks('directory', {
    ...posts(
      '/v1/directory/people/{person}/change',
      { phone: '+355 6 000 3333' },
      {
        'Idempotency-Key': newKey,
        'If-Match': (await personNow(centre, 'staff-flamur')).etag,
      },
      { person: 'staff-flamur' },
    ),
    claims: { sub: 'staff-kujtim' },
  }).then(({ status }) => status === 200 || find(`the directory answers a change with ${status}`));
  await goesBy(centre, days(1));
  refuseLeftovers(centre, 'a day after that');
  const found = rows('Cases').find(
    ({ caseNumber, sk }) => sk?.S === 'META' && caseNumber?.S === again.body['caseNumber'],
  );
  if ((found?.['maybeSameAs']?.L ?? []).length === 0) find('a known address is not found');
}

const newKey = '3f0f6a1e-6d5c-4a53-9c5e-2b8f2a6f9b11';

const personNow = ({ asks }: KeptCentre, person: string) =>
  asks('directory', { resource: '/v1/directory/people/{person}', path: { person }, claims: { sub: 'staff-kujtim' } });

/** Work of the kept release that was not done, and whatever failed. */
export function refuseLeftovers(centre: KeptCentre, when: string): void {
  const { world, rows, find } = centre;
  for (const { pk, number, type, pendingPk } of rows('CaseEvents'))
    if (pendingPk !== undefined && isOlder(centre, pk?.S, number?.N)) find(`${when}, ${type?.S} is still pending`);
  for (const { name, messages } of world.queues.all())
    if (messages.length > 0) find(`${when}, ${messages.length} messages are left in ${name}`);
  for (const line of failuresIn(centre)) find(`${when}, the log says ${line}`);
  for (const what of world.unprovoked) find(what);
}

/** Whether an event is of the kept release, not of what has happened since. */
function isOlder({ release }: KeptCentre, pk: string | undefined, number: string | undefined): boolean {
  return (release.tables['CaseEvents'] ?? []).some((row) => {
    const { pk: of, number: nth } = row as { pk: { S: string }; number: { N: string } };
    return of.S === pk && nth.N === number;
  });
}

/** Every sample goes to whoever consumes its type today, as one put back from the dead letters does: it changes nothing. */
async function comesOnceMore(centre: KeptCentre): Promise<void> {
  const { world, system, release, find, rows } = centre;
  const count = (): number => rows('CaseEvents').length;
  const before = count();
  for (const sample of release.events) {
    const type = String(sample['type']).replace(/^besa\.|\.v\d+$/gu, '') as EventType;
    for (const reactor of consumersOf(type))
      for (const queue of queuesOf(system, reactor)) world.queues.put(queue, JSON.stringify(sample), world.now());
  }
  await world.playUntil(world.now() + 1);
  if (count() !== before) find('an event that came once more took effect once more');
  refuseLeftovers(centre, 'when every event had come once more');
}

/** A mail that the kept release sent comes back: its tag still leads to it, and somebody else is told. */
async function comesBack(centre: KeptCentre): Promise<void> {
  const { world, system, release, rows, find } = centre;
  const isSent = ({ sk, sentAt, to, undelivered }: Row): boolean =>
    sk?.S?.startsWith('MAIL#') === true && sentAt !== undefined && to?.S === 'staff-arta' && undelivered === undefined;
  const sent = (release.tables['Cases'] ?? []).map(rowFrom).filter(isSent);
  const metas = new Map(
    rows('Cases').flatMap((row) => (row['sk']?.S === 'META' ? [[row['pk']?.S, row] as const] : [])),
  );
  const mail = sent.find(({ pk }) => metas.has(pk?.S));
  const number = metas.get(mail?.['pk']?.S)?.['caseNumber']?.S ?? '';
  const bounced = (): number => historyOf(centre, number).filter((type) => type === 'mail.bounced').length;
  const before = bounced();
  for (const queue of queuesOf(system, 'mail-feedback'))
    world.queues.put(queue, sesEvent('permanent', tagOf(mail), 'arta@besa.example'), world.now());
  await world.playUntil(world.now() + minute);
  if (bounced() === before) find('a mail that came back is not known by its tag');
}

/** 0.1.0 gave each mail a tag; since then it is the id of the letter that told it. */
const tagOf = (mail: Row | undefined): string => mail?.['tag']?.S ?? mail?.['letters']?.L?.at(-1)?.S ?? '';
