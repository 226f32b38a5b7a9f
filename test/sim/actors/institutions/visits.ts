import { deskFrom, deskKey } from '#shared/adapters/aws/cases/desk-rows.ts';
import { caseFrom, metaKey } from '#shared/adapters/aws/cases/rows.ts';
import { memberKey, recordFrom } from '#shared/adapters/aws/directory/directory.ts';
import { deriveAccess } from '#shared/sealing/desk-access.ts';
import { ask, posts, type Seen } from '../asking.ts';
import type { Row } from '../../database/values.ts';
import type { World } from '../../world.ts';
import type { Standing, Visit } from './visit.ts';

/** Names of the tables that say how an access code stands. */
export interface DeskTables {
  cases: string;
  directory: string;
}

type Asked = Pick<Visit, 'step' | 'access' | 'token' | 'digits' | 'key' | 'said'>;

/** Asks something at the desk, and keeps how its access code stood before and afterwards. */
export async function visits(world: World, tables: DeskTables, asked: Asked, body: object): Promise<Seen> {
  const { step, access, key } = asked;
  const headers = key === undefined ? {} : { 'Idempotency-Key': key };
  const [from, before] = [world.now(), standingOf(world, tables, access)];
  const seen = await ask(world, 'referral-desk', posts(`/v1/desk/${step}`, body, headers));
  const answered = seen === 'unknown' ? { status: seen, body: {} } : { status: seen.status, body: seen.body };
  const visit = { ...asked, ...answered, from, at: world.now(), before, after: standingOf(world, tables, access) };
  world.desk.visits.push(visit);
  world.did(`desk ${step}`, answered.status);
  world.tell(`at the desk, ${step} ${asked.said?.answer ?? ''}: ${answered.status}`);
  keepShown(world, visit);
  return seen;
}

/** The access log must have known of each copy before it was shown. */
function keepShown(world: World, { step, status, before: { access, of }, at }: Visit): void {
  if (step !== 'referral' || status !== 200 || access === undefined || of === undefined) return;
  const { contact, referral } = access;
  world.given.copies.push({ sub: contact, number: of.caseNumber, what: `desk ${referral}`, at });
}

function standingOf({ database }: World, { cases, directory }: DeskTables, code: string): Standing {
  const rowAt = (table: string, { pk, sk }: { pk: string; sk: string }): Row | undefined =>
    database.rows(table).find((row) => row['pk']?.S === pk && row['sk']?.S === sk);
  const row = rowAt(cases, deskKey(deriveAccess(code).lookup));
  if (row === undefined) return {};
  const access = deskFrom({ ...row });
  const meta = rowAt(cases, metaKey(access.caseId));
  const contact = rowAt(directory, memberKey(access.contact));
  return {
    access,
    ...(meta === undefined ? {} : { of: caseFrom({ ...meta }) }),
    ...(contact === undefined ? {} : { contact: recordFrom({ ...contact }) }),
  };
}
