import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessOpener, type OpenAccess } from '#functions/referral-desk/open-access.ts';
import { accessDesk } from '#shared/adapters/aws/cases/access-desk.ts';
import { directory } from '#shared/adapters/aws/directory/directory.ts';
import { country } from '#shared/country/current.ts';
import { receiptFrom } from '#shared/domain/identifiers.ts';
import { plusDays } from '#shared/domain/time/instant.ts';
import { sessionToken } from '#shared/sealing/desk-access.ts';
import { countedDatabase } from '#test/support/counted-database.ts';
import { openDesk } from '../case-desk/desk.ts';
import type { Desk } from '../case-desk/desk.ts';
import { onReferrals } from '../case-desk/referrals/referral-desk.ts';
import { bullying } from '../case-desk/reports.ts';
import { officeBeside } from './office.ts';

let desk: Desk;
let office: ReturnType<typeof officeBeside>;
let openAccess: OpenAccess;
const { proposed, on, override } = onReferrals(() => desk);
const police = 'police_cybercrime-1';

/** Why a code opens nothing, and such a code. `over`: the matter has ended, and the code is still known. */
const kinds = ['unknown', 'expired', 'excluded', 'suspended', 'not for me', 'ended by staff', 'over'] as const;
const codes = new Map<string, string>();
/** A code that opens. */
let open: string;
/** What the desk asked the database for. */
const work: string[] = [];

beforeAll(async () => {
  desk = await openDesk('memory', { isDeskOpen: true });
  const { db, tables } = desk.database;
  const counted = countedDatabase(db, (command) => work.push(command));
  const { clock } = desk;
  openAccess = accessOpener({
    desk: accessDesk(counted, tables),
    directory: directory(counted, tables, clock),
    country,
    clock,
  });
  office = officeBeside(desk, { openAccess });
  codes.set('unknown', receiptFrom(randomBytes(10)));
  codes.set('expired', (await sent('contact-expired')).access);
  clock.set(plusDays(clock.now(), 30));

  const excluded = await sent('contact-excluded');
  codes.set('excluded', excluded.access);
  const out = { people: ['contact-excluded'], institutions: [] };
  await desk.decide('supervisor', excluded.caseNumber, 'exclusions', out);

  codes.set('suspended', (await sent('contact-suspended')).access);
  await office.contact('contact-suspended', 'police_cybercrime', { active: false });

  const misdirected = await sent('contact-misdirected');
  codes.set('not for me', misdirected.access);
  await office.ask('not-for-me', { access: misdirected.access });

  const ended = await sent('contact-ended');
  codes.set('ended by staff', ended.access);
  await on(ended.caseNumber, police, 'access-end', { contact: 'contact-ended' });

  const over = await sent('contact-over');
  codes.set('over', over.access);
  await on(over.caseNumber, police, 'withdrawal', { because: 'sent_in_error' });

  open = (await sent('contact-open')).access;
});
afterAll(() => desk.stop());

/** A case that is sent to the police, with the access code of this contact. */
async function sent(contact: string): Promise<{ caseNumber: string; access: string }> {
  const { caseNumber } = await proposed(bullying);
  await desk.command('officer', caseNumber, 'referrals', {
    institution: 'police_cybercrime',
    basis: 'al_vkm_465_2019',
  });
  await office.contact(contact, 'police_cybercrime');
  const body = { fields: ['narrative'], ...override, notToldFirstBecause: 'reporter_unsafe' };
  await on(caseNumber, police, 'sending', body);
  await office.tell(caseNumber);
  await office.nextDigest();
  return { caseNumber, access: office.accessOf(contact) };
}

const nonce = randomBytes(16);
/** What is sent to each route by somebody who has a code, or made a token of one. */
const asked: Readonly<Record<Parameters<typeof office.ask>[0], (access: string) => object>> = {
  code: (access) => ({ access }),
  session: (access) => ({ access, code: '482913' }),
  referral: (access) => ({ session: sessionToken(access, nonce) }),
  addresses: (access) => ({ session: sessionToken(access, nonce) }),
  answer: (access) => ({ session: sessionToken(access, nonce), answer: 'acknowledged', name: 'A', post: 'B' }),
  'not-for-me': (access) => ({ access }),
};
const routes = Object.keys(asked) as (keyof typeof asked)[];
const ask = (route: keyof typeof asked, access: string) => office.ask(route, asked[route](access));
const codeOf = (kind: (typeof kinds)[number]) => codes.get(kind) ?? '';

describe.each(routes)('a code that opens nothing, at /v1/desk/%s', (route) => {
  it('is answered with the same bytes, whatever the reason, and nothing is written', async () => {
    const before = await desk.rows('cases');
    const answers = await Promise.all(kinds.map((kind) => ask(route, codeOf(kind))));
    const [first] = answers;
    expect(first?.status).toBe(route === 'code' || route === 'not-for-me' ? 202 : 401);
    for (const answer of answers) expect(answer).toEqual(first);
    expect(await desk.rows('cases')).toEqual(before);
  });

  it('asks the database for the same, as a code that opens does before anything is written', async () => {
    const workFor = async (access: string): Promise<string[]> => {
      work.length = 0;
      await ask(route, access);
      return work.toSorted();
    };
    const unknown = await workFor(codeOf('unknown'));
    expect(unknown.length).toBeGreaterThan(3);
    for (const kind of kinds) expect([kind, await workFor(codeOf(kind))]).toEqual([kind, unknown]);
    // Its writes are not counted. `not-for-me` ends the code, and comes last of all routes.
    expect(await workFor(open)).toEqual(unknown);
  });
});

it('a code that opens nothing takes about as long as one that was never given out, whatever the reason', async () => {
  const rounds = 200;
  const took = new Map<string, number[]>(kinds.map((kind) => [kind, []]));
  // All kinds take turns, so that what else the machine does is in all of them alike.
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of kinds) {
      const from = performance.now();
      await openAccess(codeOf(kind));
      took.get(kind)?.push(performance.now() - from);
    }
  }
  const median = (kind: string) => took.get(kind)?.toSorted((a, b) => a - b)[rounds / 2] ?? Number.NaN;
  // A row that is there takes a fifth longer to read than none; a read that is left out makes it three times as long.
  for (const kind of kinds) {
    const ratio = median(kind) / median('unknown');
    expect(ratio, `${kind}: ${ratio} times as long`).toBeGreaterThan(0.5);
    expect(ratio, `${kind}: ${ratio} times as long`).toBeLessThan(2);
  }
});
