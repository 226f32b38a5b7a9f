import { days, hour, posts } from '#test/sim/actors/asking.ts';
import { tidiesUp } from '#test/sim/actors/staff.ts';
import type { Row } from '../kept-rows.ts';
import { refuseLeftovers } from './goes-on.ts';
import { goesBy, type KeptCentre } from './kept-centre.ts';

const by = 'staff-elira';
const instead = 'staff-drita';

/**
 * Staff bring everything to its end, and it is kept until its time is over: the erasures that were under way are finished,
 * quarters are published, and of every case that nobody holds nothing is left.
 */
export async function comesToItsEnd(centre: KeptCentre): Promise<void> {
  const { world, rows, find } = centre;
  world.start();
  await goesBy(centre, hour);
  await decidesAll(centre);
  await looksAtCalls(centre);
  for (let round = 0; round < 3; round += 1) {
    const tidied = { isOver: false };
    const working = tidiesUp(world, 'advice_given').finally(() => (tidied.isOver = true));
    while (!tidied.isOver) await world.playUntil(world.now() + 1000);
    await working;
  }
  const open = metas(centre).filter(({ status }) => status?.S !== 'resolved' && status?.S !== 'closed');
  for (const { caseNumber, status } of open) find(`${caseNumber?.S} could not be brought to its end: ${status?.S}`);
  if (open.length > 0) return;
  const held = new Set(metas(centre).flatMap(({ caseId, hold }) => (hold === undefined ? [] : [caseId?.S ?? ''])));

  await goesBy(centre, days(800));
  for (const caseId of held)
    if (!metas(centre).some((meta) => meta['caseId']?.S === caseId)) find('a case under a legal hold was erased');
  const left = [...rows('Cases'), ...rows('CaseEvents'), ...rows('Keys')].filter((row) => !held.has(caseOf(row)));
  for (const kind of new Set(left.flatMap(kindLeft))) find(`${kind} is left of cases whose time was over`);
  if (rows('Keys').filter(({ pk }) => pk?.S?.startsWith('RECEIPT#')).length > held.size)
    find('keys of receipts are left of cases whose time was over');
  if (rows('Erasures').some(({ unfinishedPk }) => unfinishedPk !== undefined)) find('an erasure was never finished');
  if (!rows('Facts').some(({ sk }) => sk?.S === '2027-Q1')) find('the figures of the quarter were not published');
  refuseLeftovers(centre, 'at the end');
}

const metas = ({ rows }: KeptCentre): Row[] => rows('Cases').filter(({ sk }) => sk?.S === 'META');

/** The case that a row is of, by whatever of it says so. */
function caseOf({ pk, sk, caseId }: Row): string {
  if (caseId?.S !== undefined) return caseId.S;
  const place = sk?.S?.startsWith('CASE#') === true ? sk.S : (pk?.S ?? '');
  return place.split('#')[1] ?? '';
}

/** What a row is, where it should have gone with its case: tombstones stay, and keys of receipts name no case. */
function kindLeft({ pk, sk }: Row): string[] {
  const [of = ''] = (pk?.S ?? '').split('#');
  // When a person got letters, how many left on a day, and that a visit has ended, is about no case.
  if (of === 'PACE' || of === 'SENT' || of === 'VISIT') return [];
  if (of === 'REQUEST' || (of === 'RECEIPT' && sk?.S === 'KEYS')) return [];
  return [`${of} ${(sk?.S ?? 'an event').split('#')[0]}`];
}

/**
 * A second person decides whatever waits for one. Who is named in an exclusion that waits cannot open the case: then
 * somebody else refuses it.
 */
async function decidesAll(centre: KeptCentre): Promise<void> {
  for (const { caseNumber, approvals } of metas(centre)) {
    const number = caseNumber?.S ?? '';
    for (const { M: approval } of approvals?.L ?? []) {
      if (approval?.['decision'] !== undefined) continue;
      const shownTo = (sub: string) =>
        centre.asks('case-desk', { resource: '/v1/cases/{number}', path: { number }, claims: { sub } });
      const first = await shownTo(by);
      const [sub, shown, verdict] =
        first.status === 404 ? [instead, await shownTo(instead), 'refuse'] : [by, first, 'approve'];
      const headers = { 'If-Match': shown.etag, 'Idempotency-Key': `decides-${number}-${approval?.['id']?.S}` };
      const path = { number, approval: approval?.['id']?.S ?? '' };
      const decide = posts('/v1/cases/{number}/approvals/{approval}', { verdict }, headers, path);
      const { status } = await centre.asks('case-desk', { ...decide, claims: { sub } });
      if (status !== 200) centre.find(`${path.approval} of ${number} could not be decided: ${status}`);
    }
  }
}

/** Somebody looks at the calls that a counsellor made alone: else the centre is reminded for ever. */
async function looksAtCalls(centre: KeptCentre): Promise<void> {
  for (const { caseNumber, referrals } of metas(centre)) {
    for (const { M: referral } of referrals?.L ?? []) {
      if (referral?.['lookOwedSince'] === undefined || referral['lookedAt'] !== undefined) continue;
      const path = { number: caseNumber?.S ?? '', referral: referral['id']?.S ?? '' };
      const headers = { 'Idempotency-Key': `looks-${path.number}-${path.referral}` };
      const look = posts('/v1/cases/{number}/referrals/{referral}/look', {}, headers, path);
      const { status } = await centre.asks('case-desk', { ...look, claims: { sub: by } });
      if (status !== 200) centre.find(`the call of ${path.number} could not be looked at: ${status}`);
    }
  }
}
