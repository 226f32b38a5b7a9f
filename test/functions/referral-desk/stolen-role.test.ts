import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessDesk } from '#shared/adapters/aws/cases/access-desk.ts';
import { knownAccessFrom } from '#shared/adapters/aws/cases/desk-rows.ts';
import { accessCodes } from '#shared/adapters/aws/keys/access-codes.ts';
import { deriveAccess, unwrapCopyKey } from '#shared/sealing/desk-access.ts';
import { openParts } from '#shared/use-cases/referrals/opened-parts.ts';
import { openDesk } from '../case-desk/desk.ts';
import type { Desk } from '../case-desk/desk.ts';
import { onReferrals } from '../case-desk/referrals/referral-desk.ts';
import { bullying } from '../case-desk/reports.ts';
import { officeBeside } from './office.ts';

let desk: Desk;
let office: ReturnType<typeof officeBeside>;
const { proposed, on, override } = onReferrals(() => desk);
const police = 'police_cybercrime-1';

beforeAll(async () => {
  desk = await openDesk('memory', { isDeskOpen: true });
  office = officeBeside(desk);
  await office.contact('contact-police', 'police_cybercrime');
});
afterAll(() => desk.stop());

/** A case of which the police are about to hear by mail. */
async function approved(narrative: string): Promise<string> {
  const { caseNumber } = await proposed({ ...bullying, narrative });
  await desk.command('officer', caseNumber, 'referrals', {
    institution: 'police_cybercrime',
    basis: 'al_vkm_465_2019',
  });
  const body = { fields: ['narrative'], ...override, notToldFirstBecause: 'reporter_unsafe' };
  expect((await on(caseNumber, police, 'sending', body)).status).toBe(200);
  return caseNumber;
}

/** The texts of all copies that somebody opens who has every table, and may open keys as notification may. */
async function stolenCopies(): Promise<string[]> {
  const { db, tables } = desk.database;
  const reading = accessDesk(db, tables);
  const waiting = (await desk.rows('cases'))
    .filter(({ sk }) => sk?.S?.startsWith('ACCESS#'))
    .map(knownAccessFrom)
    .flatMap(({ letter, ...known }) => (letter === undefined ? [] : [{ ...known, letter }]));
  const copies = waiting.map(async ({ letter, ...known }) => {
    const { lookup, copyWrap } = deriveAccess(await accessCodes(desk.keys)(letter, known));
    const copyKey = unwrapCopyKey(copyWrap, (await reading.copyKey(lookup)) ?? '', known);
    return (await openParts(reading, copyKey, known, { id: known.referral })).copy?.narrative ?? '';
  });
  return Promise.all(copies);
}

it('a stolen role of notification, with all tables, opens the copies whose letters wait at that moment, and none that left', async () => {
  const first = await approved('They call me names.');
  expect(await stolenCopies()).toEqual(['They call me names.']);
  await office.tell(first);
  await office.nextDigest();
  await approved('They wait for me after school.');
  expect(await stolenCopies()).toEqual(['They wait for me after school.']);
});
