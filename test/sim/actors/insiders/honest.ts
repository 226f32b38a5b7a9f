import { fromRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import { peopleIn, numbersOf, type Plot } from './plot.ts';
import { lookAt, queueOf, goesOn, decides } from '../staff.ts';
import { change, show } from '../administrators.ts';
import type { AtWork } from '../at-work.ts';

/** Those who work on cases, and those who can object to what is done to the directory. */
const working = ['staff-arta', 'staff-blerim', 'staff-drita', 'staff-elira'];
const objecting = ['staff-elira', 'staff-flamur', 'staff-kujtim', 'staff-lule'];

/** What honest people do beside insiders: they go on with cases; and decide what waits, where they are awake. */
export async function goOnHonestly(plot: Plot): Promise<void> {
  const { world, insiders, watchfulness } = plot;
  const { chance } = world;
  const isHonest = (id: string): boolean => !insiders.includes(id);
  const [sub] = chance.shuffled(working.filter(isHonest));
  if (sub !== undefined) {
    const open = (await queueOf(world, sub)).map(({ caseNumber }) => caseNumber);
    for (const number of chance.shuffled([...new Set([...open, ...numbersOf(plot)])]).slice(0, 2)) {
      const at = await lookAt(world, sub, number);
      if (at === undefined) continue;
      if (watchfulness !== 'asleep' && chance.happens(0.5)) await decidesAsTheyAre(plot, at);
      else if (chance.happens(0.1)) await keepsOut(plot, at);
      else await goesOn(at);
    }
  }
  const [objector] = chance.shuffled(objecting.filter(isHonest));
  if (watchfulness !== 'asleep' && objector !== undefined) await answersChanges(plot, objector);
}

async function decidesAsTheyAre({ watchfulness }: Plot, at: AtWork): Promise<void> {
  if (watchfulness === 'anything') return decides(at);
  const [waiting] = (at.of.approvals ?? []).filter(({ decision }) => decision === undefined);
  if (waiting !== undefined) await at.command('approvals/{approval}', { verdict: 'refuse' }, { approval: waiting.id });
}

/** Somebody noticed something: an insider must have nothing to do with the case any more. */
async function keepsOut({ insiders }: Plot, { sub, command }: AtWork): Promise<void> {
  const [insider] = insiders;
  if (insider !== undefined && insider !== sub) await command('exclusions', { institutions: [], people: [insider] });
}

/** Somebody who can object to a change of the directory says what they think of it. */
async function answersChanges(plot: Plot, sub: string): Promise<void> {
  const { world, watchfulness } = plot;
  for (const { id } of peopleIn(plot)) {
    const shown = await show(world, sub, id);
    if (shown === 'unknown' || shown.body['waiting'] === undefined) continue;
    const verdict = watchfulness === 'anything' && world.chance.happens(0.5) ? 'approve' : 'refuse';
    await change(world, sub, id, 'approval', { verdict });
  }
}

interface ByCall {
  id: string;
  decision?: string;
  partner?: { code?: string };
}

/**
 * The letter to the outside partner has a code. Whoever reads that address knows it; the partner gives it only in a
 * history in which the partner agrees.
 */
export function hearCodes(plot: Plot): void {
  const { world, witness, heard, agreed, doesPartnerAgree, insiders, puppets, directoryTable } = plot;
  const own = [...insiders.map((id) => `${id}-too@`), ...puppets.map((id) => `${id}@`)];
  const hear = (key: string, { decision, partner }: Partial<ByCall> = {}): void => {
    const code = partner?.code;
    if (code === undefined || decision !== undefined) return;
    const letters = world.mails.filter(({ text }) => text.includes(code));
    const isWithPartner = letters.some(({ to }) => to === 'grace@besa.example');
    if (isWithPartner && doesPartnerAgree) agreed.add(key);
    if (agreed.has(key) || letters.some(({ to }) => own.some((begin) => to.startsWith(begin)))) heard.set(key, code);
  };
  for (const { caseNumber, states } of witness.cases(new Map()))
    for (const one of (states.at(-1)?.of.approvals ?? []) as readonly ByCall[]) hear(`${caseNumber}/${one.id}`, one);
  for (const row of world.database.rows(directoryTable)) {
    if (row['sk']?.S !== 'MEMBER') continue;
    const { id, waiting } = fromRow({ ...row }) as { id: string; waiting?: { approval: ByCall } };
    hear(`directory/${id}`, waiting?.approval);
  }
}
