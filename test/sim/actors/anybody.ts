import { country } from '#shared/country/current.ts';
import { mostTickedCases } from '#shared/domain/case/bounds.ts';
import { bodyExamples } from '#shared/contracts/http/openapi/openapi-staff-examples.ts';
import { routesOfCaseDesk, type CaseDeskCommand } from '#shared/contracts/http/staff/staff-routes.ts';
import type { Shown } from './at-work.ts';
import { ask, freshKey, hour, posts, statusOf } from './asking.ts';
import { excludesPeople, firstAnswer, type Simulated } from './reporters.ts';
import { lookAt, wasShown, wereShown } from './staff.ts';
import type { World } from '../world.ts';

/** Everybody who can sign in, whatever their role lets them do. */
const everybody = [
  'staff-arta',
  'staff-blerim',
  'staff-drita',
  'staff-elira',
  'staff-flamur',
  'staff-hana',
  'staff-ilir',
  'staff-jona',
  'staff-kujtim',
] as const;

const commands = Object.values(routesOfCaseDesk)
  .flat()
  .filter((route) => route.method === 'POST');

/** A part of a path that names something of a case, such as a referral: one that is there, mostly. */
function named(world: World, part: string, of: Shown): string {
  const { chance } = world;
  const raised = of.history.findLast(({ type }) => type === 'case.escalated')?.data as
    { timer: string; rung: string } | undefined;
  const ids: Readonly<Record<string, readonly string[]>> = {
    timer: [...(raised === undefined ? [] : [raised.timer]), ...of.timers.map(({ id }) => id)],
    rung: [raised?.rung ?? 'duty'],
    referral: (of.referrals ?? []).map(({ id }) => id),
    notice: (of.notices ?? []).map(({ id }) => id),
    approval: (of.approvals ?? []).map(({ id }) => id),
  };
  return chance.shuffled(ids[part] ?? [])[0] ?? `${part}-1`;
}

/**
 * Whoever it is does anything that the API has a route for, about any case, in whatever state it is. The bodies are the
 * examples of the API's own document, so that a new command is tried as soon as it has one.
 */
export async function doesAnything(world: World, reporters: readonly Simulated[]): Promise<void> {
  const { chance } = world;
  const numbers = reporters.flatMap((one) => firstAnswer(one)?.body['caseNumber'] ?? []) as string[];
  const [number, other = number] = chance.shuffled(numbers);
  if (number === undefined || other === undefined) return;
  const at = await lookAt(world, 'staff-elira', number);
  if (at === undefined) return;
  const sub = chance.pick(everybody);
  const [route] = chance.shuffled(commands);
  // A new code is told to who called. The reporters of a history learn of it by an actor of their own.
  if (route === undefined || route.name === 'receiptReissue') return;
  const [problemTexts, referrals] = await Promise.all([country.loadProblemTexts(), country.loadReferrals()]);
  const examples = bodyExamples({ ...country, problemTexts, referrals });
  const family = [number, ...(at.of.linkedCases ?? [])].slice(0, mostTickedCases);
  const cases = family.map((one) => ({ number: one, revision: Number(at.of['revision']) }));
  const instead = {
    assignment: { assignee: chance.pick(everybody) },
    link: { leadCase: other },
    exclusions: {
      institutions: ['police_cybercrime'],
      people: chance.shuffled(everybody).slice(0, chance.whole(1, 3)),
    },
    target: {
      timer: named(world, 'timer', at.of),
      deadline: new Date(world.now() + chance.whole(1, 60) * hour).toISOString(),
      because: 'waiting_for_evidence',
    },
    linkedReading: { ...examples.linkedReading, cases },
    linkedHandling: { ...examples.linkedHandling, cases },
    linkedDanger: { ...examples.linkedDanger, cases },
    linkedMessage: { ...examples.linkedMessage, cases },
    linkedResolution: { ...examples.linkedResolution, cases },
  } satisfies Partial<Record<CaseDeskCommand, object>>;
  const bodies: Partial<Record<CaseDeskCommand, object>> = { ...examples, ...instead };
  const parts = [...route.path.matchAll(/\{(\w+)\}/gu)].map(([, part = '']) => part);
  const path = Object.fromEntries(parts.map((part) => [part, part === 'number' ? number : named(world, part, at.of)]));
  const headers = {
    'Idempotency-Key': freshKey(world, 'anything'),
    'If-Match': `"${chance.happens(0.9) ? String(at.of['revision']) : '1'}"`,
  };
  const request = posts(route.path, bodies[route.name] ?? {}, headers, path);
  const send = () => ask(world, 'case-desk', { ...request, claims: { sub } });
  const people = route.name === 'exclusions' ? instead.exclusions.people : [];
  const seen = await excludesPeople(world, reporters, at.of, people, send);
  if (route.name === 'read') wasShown(world, number, seen);
  if (route.name === 'linkedReading') wereShown(world, family, seen);
  world.tell(`${sub} ${route.name} ${number}: ${statusOf(seen)}`);
  world.did(`anybody: ${route.name}`, statusOf(seen));
}
