import { country } from '#shared/country/current.ts';
import { dutiesOf } from '#shared/domain/people/duties.ts';
import { staffRoutes } from '#shared/contracts/http/staff/staff-routes.ts';
import type { World } from '../../world.ts';
import { ask, freshKey, hour, posts, statusOf, type Seen } from '../asking.ts';
import type { Shown } from '../at-work.ts';
import { wasShown, wereShown } from '../staff.ts';
import { bodyOf, type Known } from './bodies.ts';
import { colleaguesIn, numbersOf, peopleIn, type Plot } from './plot.ts';

type Route = ReturnType<typeof staffRoutes>[number];

// A look changes no case. Each history ends with looks of its own (checks/check-found.ts).
const commands = staffRoutes().filter(({ method, servedBy }) => method === 'POST' && servedBy !== 'finding');
const ofDirectory = commands.filter(({ servedBy }) => servedBy === 'directory');
const ofCases = commands.filter(({ servedBy }) => servedBy !== 'directory');

/**
 * An insider gives a command of the staff API, whichever it is, about whatever there is. Routes and forms come from the
 * product, so that a new command is tried without anybody adding it here. What the API refuses is no matter.
 */
export async function triesAnything(plot: Plot, sub: string): Promise<void> {
  const { world } = plot;
  const isKeeper = colleaguesIn(plot).find(({ id }) => id === sub)?.role === 'administrator';
  const [route] = world.chance.shuffled(world.chance.happens(0.8) === isKeeper ? ofDirectory : ofCases);
  const [number] = world.chance.shuffled(numbersOf(plot));
  const [person] = world.chance.shuffled([...peopleIn(plot).map(({ id }) => id), ...plot.puppets]);
  if (route !== undefined) await gives(plot, sub, route, { number, person });
}

/** Gives one command, with a body made for it or with this one. */
export async function gives(
  plot: Plot,
  sub: string,
  route: Route,
  { number, person, body }: { number?: string | undefined; person?: string | undefined; body?: unknown },
): Promise<Seen> {
  const { world } = plot;
  const of = number === undefined || !route.path.includes('{number}') ? undefined : await look(world, sub, number);
  const known = knownTo(plot, of?.shown);
  const sent = body ?? bodyOf(world.chance, plot.formOf(route.servedBy, route.name), known);
  const anyOf = (ids: readonly unknown[] = []): string | undefined =>
    world.chance.shuffled(ids).find((id) => typeof id === 'string');
  const parts = [...route.path.matchAll(/\{(\w+)\}/gu)].map(([, part = '']) => part);
  const path = Object.fromEntries(
    parts.map((part) => [
      part,
      part === 'number'
        ? (number ?? 'B-0000-0000')
        : part === 'person'
          ? (person ?? sub)
          : (anyOf(known[part]) ?? `${part}-1`),
    ]),
  );
  const etag =
    route.needsIfMatch === true ? (of?.etag ?? (await etagOf(world, sub, route.path, path, sent))) : undefined;
  const headers = {
    'Idempotency-Key': freshKey(world, 'insider'),
    ...(etag === undefined ? {} : { 'If-Match': etag }),
  };
  const seen = await ask(world, route.servedBy, { ...posts(route.path, sent, headers, path), claims: { sub } });
  if (route.name === 'read' && number !== undefined) wasShown(world, number, seen);
  if (route.name === 'linkedReading') wereShown(world, numbersOf(plot), seen);
  world.tell(`insider ${sub} ${route.name} ${Object.values(path).join(' ')}: ${statusOf(seen)}`);
  world.did(`insider: ${route.name}`, statusOf(seen));
  // A report that is filed has a number of its own.
  keepCode(plot, sub, route.path.includes('{number}') ? number : undefined, seen);
  if (route.name === 'fileReport')
    plot.filed.push(seen === 'unknown' || seen.status >= 500 ? 'unclear' : String(seen.body['caseNumber']));
  if (route.name === 'person' && seen !== 'unknown' && seen.status < 300)
    plot.puppets.push(String((sent as { id?: string }).id));
  return seen;
}

/** A route by its name. A name that is there no more is an error, so that nobody goes on trying nothing. */
export function routeOf(servedBy: Route['servedBy'], name: string): Route {
  const route = commands.find((one) => one.servedBy === servedBy && one.name === name);
  if (route === undefined) throw new Error(`No command of ${servedBy} is called ${name}.`);
  return route;
}

async function look(world: World, sub: string, number: string): Promise<{ shown?: Shown; etag: string } | undefined> {
  const request = { resource: '/v1/cases/{number}', path: { number }, claims: { sub } };
  const seen = await ask(world, 'case-desk', request);
  if (seen === 'unknown' || seen.status !== 200) return undefined;
  return { shown: seen.body as Shown, etag: seen.etag };
}

/** The ETag of whatever the command changes: what the same path shows, or an entry of its list. */
async function etagOf(
  world: World,
  sub: string,
  template: string,
  path: Record<string, string>,
  body: unknown,
): Promise<string> {
  const isOfPerson = template.includes('{person}');
  const resource = isOfPerson ? '/v1/directory/people/{person}' : template;
  const seen = await ask(world, 'directory', { resource, path, claims: { sub } });
  if (seen === 'unknown' || seen.status !== 200) return '"0"';
  if (seen.etag !== '') return seen.etag;
  const { code } = body as { code?: string };
  const entries = Object.values(seen.body).find((value) => Array.isArray(value)) as
    readonly { code?: string; revision?: number }[] | undefined;
  return `"${entries?.find((one) => one.code === code)?.revision ?? 0}"`;
}

/** Everything that fields and paths may name, by their names. */
function knownTo(plot: Plot, of: Shown | undefined): Known {
  const { world, puppets, heard } = plot;
  const { chance } = world;
  const people = [...peopleIn(plot).map(({ id }) => id), ...puppets];
  const raised = of?.history.findLast(({ type }) => type === 'case.escalated')?.data as
    { timer: string; rung: string } | undefined;
  const puppet = `staff-puppet-${puppets.length + 1}`;
  return {
    people,
    assignee: people,
    holders: people,
    contact: colleaguesIn(plot).map(({ id }) => id),
    id: [puppet],
    mail: [`${puppet}@mail.example`, `nobody-${chance.whole(1, 99)}@mail.example`],
    duties: dutiesOf(country),
    leadCase: numbersOf(plot),
    number: numbersOf(plot),
    institutions: ['police_cybercrime', 'school'],
    timer: [...(raised === undefined ? [] : [raised.timer]), ...(of?.timers ?? []).map(({ id }) => id)],
    rung: raised === undefined ? [] : [raised.rung],
    referral: (of?.referrals ?? []).map(({ id }) => id),
    notice: (of?.notices ?? []).map(({ id }) => id),
    approval: (of?.approvals ?? []).map(({ id }) => id),
    deadline: [new Date(world.now() + chance.whole(1, 60) * hour).toISOString()],
    code: [...heard.values(), ...guesses],
  };
}

/** Codes of calls that somebody makes up. */
const guesses = ['AAAAAAAA', '7K3M9QX1', '00000000'];

/** A code that somebody was shown opens the thread. The reporter's own is dead from then on. */
function keepCode(plot: Plot, by: string, number: string | undefined, seen: Seen): void {
  if (seen === 'unknown') return;
  const { receipt, caseNumber } = seen.body;
  if (typeof receipt === 'string') plot.codes.push({ code: receipt, number: number ?? String(caseNumber), by });
}
