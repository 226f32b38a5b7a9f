import { days, minute } from '#test/sim/actors/asking.ts';
import type { KeptCase, KeptQuestion } from '../kept-release.ts';
import type { Centre } from './centre.ts';
import { leavesChangesWaiting } from './directory-kept.ts';
import { comesToItsEnd } from './first-winter.ts';

const child = { role: 'child', ageYears: 14 };
const placeholder = (text: string) => ({
  narrative: `Placeholder: ${text}`,
  about: 'me',
  reporter: child,
  language: 'en',
});
const urgent = { category: 'sexual_extortion', flags: { threatToShare: true } };

/**
 * The last morning, at the end of which a release goes: some of everything is under way. Clocks of every kind run, second
 * people are asked, mails wait for the mail service, events wait in queues and beside them.
 */
export async function isLeftAtWork(centre: Centre): Promise<void> {
  const { reports, does, adds, later, world } = centre;
  const looked = await reports('waits for a second look', { ...urgent, ...placeholder('a second look.') });
  await later(5);
  await does('staff-blerim', looked, 'read', { reason: 'on_duty' });
  await does('staff-blerim', looked, 'severity', { severity: 'normal', reason: 'already_safe' });
  await does('staff-blerim', looked, 'export', { reason: 'complaint' });

  const ground = { ground: 'consent', notToldFirstBecause: 'told_by_phone' };
  const step = 'referrals/{referral}/sending';
  await does('staff-blerim', looked, step, { fields: ['narrative'], ...ground }, { referral: 'police_cybercrime-1' });
  looked.referrals.push({ id: 'police_cybercrime-1', words: ['Placeholder: a second look.'] });

  const inDanger = await reports('in danger, and read', {
    category: 'other',
    flags: { inDanger: true },
    ...placeholder('somebody is in danger.'),
  });
  await does('staff-blerim', inDanger, 'read', { reason: 'on_duty' });

  const ended = await reports('ended today', { category: 'privacy', ...placeholder('a name on a list.') });
  await comesToItsEnd(centre, 'staff-arta', ended, { outcome: 'nothing_more_possible' });
  await does('staff-blerim', ended, 'erasure', { because: 'person_concerned_asked', safetyDecision: 'safe_for_now' });

  await reports('unread', { category: 'fraud_scam', ...placeholder('a false shop.') });
  await later(30);
  await reports('unread and urgent', { ...urgent, ...placeholder('it is urgent.') });
  await later(5);
  world.goOut('ses', world.now() + days(1));
  await reports('untold', { category: 'blackmail_other', ...placeholder('nobody was mailed about it.') });
  await later(5);

  await world.stop();
  const queued = await reports('in the queue', { category: 'hacking', ...placeholder('it lies in a queue.') });
  await relays(centre);
  await reports('beside the queue', { category: 'privacy', ...placeholder('it lies beside the queue.') });
  await adds(queued, 'Invented word: one more thing.');
  await comesToItsEndUnheard(centre, looked);
  await leavesChangesWaiting(centre);
  await world.playUntil(world.now() + minute);
}

/** The relay takes what the stream has, and nobody takes it from the queues. */
async function relays({ world, play }: Centre): Promise<void> {
  const records = world.database.stream.splice(0);
  const outcome = await play(
    world.invoke('relay', {
      Records: records.map(({ image, sequence }) => ({
        eventName: 'INSERT',
        eventSource: 'aws:dynamodb',
        dynamodb: { NewImage: image, SequenceNumber: String(sequence) },
      })),
    }),
  );
  if (!outcome.ok) throw new Error('The relay failed.');
}

/** Somebody works on, and no function hears of it. */
async function comesToItsEndUnheard(centre: Centre, of: KeptCase): Promise<void> {
  const { severity } = (await centre.shows('staff-blerim', of)).body;
  const decided = { severity, safetyDecision: 'at_risk_acted', nextStep: 'advise_reporter' };
  await centre.writes('staff-blerim', of, 'handling', 'Invented word: we look after it.', decided);
}

/** The clear fields of a case that policy does not decide. */
const shownOfCase = ['status', 'severity', 'receivedAt', 'promise', 'assignee', 'outcomes', 'clockNumber'];

/** What is asked about the centre as a whole, by whom, and which members of the answer say what was kept. */
const questions: readonly (Omit<KeptQuestion, 'said'> & { members: readonly string[] })[] = [
  { function: 'case-desk', resource: '/v1/attention', by: 'staff-elira', members: [] },
  { function: 'case-desk', resource: '/v1/cases', by: 'staff-elira', members: ['caseNumber'] },
  {
    function: 'case-desk',
    resource: '/v1/cases',
    by: 'staff-elira',
    query: { status: 'resolved' },
    members: ['caseNumber'],
  },
  {
    function: 'directory',
    resource: '/v1/directory/people',
    by: 'staff-kujtim',
    members: ['id', 'name', 'mail', 'phone'],
  },
  { function: 'directory', resource: '/v1/directory/colleagues', by: 'staff-arta', members: ['id', 'name'] },
  {
    function: 'directory',
    resource: '/v1/directory/roster',
    by: 'staff-elira',
    members: ['holders', 'from', 'to', 'holidays'],
  },
  { function: 'directory', resource: '/v1/directory/institutions', by: 'staff-kujtim', members: ['phones'] },
  { function: 'directory', resource: '/v1/directory/platforms', by: 'staff-arta', members: ['code', 'name', 'to'] },
  {
    function: 'directory',
    resource: '/v1/directory/campaigns',
    by: 'staff-kujtim',
    members: ['code', 'name', 'from', 'to'],
  },
  {
    function: 'directory',
    resource: '/v1/directory/audit',
    by: 'staff-ilir',
    query: { month: '2026-11' },
    members: ['at', 'about'],
  },
  {
    function: 'directory',
    resource: '/v1/directory/audit',
    by: 'staff-ilir',
    query: { month: '2027-02' },
    members: ['at', 'about'],
  },
  {
    function: 'access-log',
    resource: '/v1/access-log',
    by: 'staff-ilir',
    query: { actor: 'staff-blerim', month: '2027-02' },
    members: ['at', 'actor', 'caseNumber', 'reason'],
  },
  { function: 'information', resource: '/v1/statistics', query: { year: '2026' }, members: ['quarter', 'frozenAt'] },
];

/** Asks what is shown of everything as it is left, so that a later release can be asked the same. */
export async function isLookedAt(centre: Centre, cases: readonly KeptCase[]): Promise<KeptQuestion[]> {
  for (const of of cases) {
    const { body } = await centre.shows(of.reader, of);
    of.shown = Object.fromEntries(shownOfCase.flatMap((name) => (name in body ? [[name, body[name]]] : [])));
    of.history = (body['history'] as { type: string }[]).map(({ type }) => type);
  }
  const asked: KeptQuestion[] = [];
  for (const { members, ...question } of questions) {
    const { by, resource, query } = question;
    const claims = by === undefined ? {} : { claims: { sub: by } };
    const { body } = await centre.asks(question.function, {
      resource,
      ...(query === undefined ? {} : { query }),
      ...claims,
    });
    asked.push({ ...question, said: [...new Set(saidIn(body, members))] });
  }
  return asked;
}

/** The texts under these members, wherever they stand. */
function saidIn(body: unknown, members: readonly string[], isUnder = false): string[] {
  if (typeof body === 'string') return isUnder ? [body] : [];
  if (typeof body !== 'object' || body === null) return [];
  if (Array.isArray(body)) return body.flatMap((one) => saidIn(one, members, isUnder));
  return Object.entries(body).flatMap(([name, value]) => saidIn(value, members, members.includes(name)));
}
