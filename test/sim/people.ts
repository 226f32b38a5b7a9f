import type { APIGatewayProxyResult } from 'aws-lambda';
import type { ReportedFacts } from '#shared/domain/report.ts';
import { gatewayEvent, type GatewayRequest } from '#test/support/gateway.ts';
import { reportOf } from '#test/support/http-reports.ts';
import type { World } from './world.ts';

/** What somebody sees: an answer, or that none came and it is unknown what was done. */
export type Seen = { status: number; body: Record<string, unknown>; etag: string } | 'unknown';

/** One who reported, and every answer they got. */
export interface Reporter {
  key: string;
  body: Record<string, unknown>;
  seen: Seen[];
}

export interface Shown extends Record<string, unknown> {
  caseNumber: string;
  status: string;
  severity: string;
  reported: ReportedFacts;
  timers: { id: string }[];
  history: { number: number; type: string; time: string; data: Record<string, unknown> }[];
}

/** Words that may stand nowhere but under a seal. */
export const canary = 'canarysim7f3a';

const minute = 60_000;
const hour = 60 * minute;
const staff = ['staff-arta', 'staff-blerim', 'staff-drita', 'staff-elira'] as const;

/** A request to an API, as its gateway sends it on to the function. */
export async function ask(world: World, title: string, request: GatewayRequest): Promise<Seen> {
  const outcome = await world.invoke(title, gatewayEvent(request));
  if (!outcome.ok) return 'unknown';
  const { statusCode, body, headers } = outcome.value as APIGatewayProxyResult;
  const parsed = (body === '' ? {} : JSON.parse(body)) as Record<string, unknown>;
  return { status: statusCode, body: parsed, etag: String(headers?.['ETag'] ?? '') };
}

/** Somebody who reports, and tries again when no answer comes. */
export function reports(
  world: World,
  at: number,
  kind: (typeof reportOf)[keyof typeof reportOf] = reportOf[
    world.chance.pick(['critical', 'high', 'normal', 'low'] as const)
  ],
): Reporter {
  const reporter: Reporter = {
    key: `sim-${world.chance.whole(0, 1e9)}-${canary}`,
    body: {
      ...kind,
      narrative: `${kind.narrative} ${canary}`,
      urls: [`https://${canary}.example/${world.chance.whole(0, 3)}`],
    },
    seen: [],
  };
  const send = async (left: number): Promise<void> => {
    const seen = await sendReport(world, reporter);
    reporter.seen.push(seen);
    const again = seen === 'unknown' || seen.status >= 500 || world.chance.happens(0.1);
    if (again && left > 0 && world.chance.happens(0.8))
      world.at(world.now() + world.chance.whole(0, 90) * minute, 'a reporter sends it again', () => send(left - 1));
  };
  world.at(at, `a ${kind.category} is reported`, () => {
    void send(4);
    if (world.chance.happens(0.1)) void send(0);
  });
  return reporter;
}

/** One request with the report and its key. */
export function sendReport(world: World, { key, body }: Reporter): Promise<Seen> {
  return ask(world, 'intake', posts('/v1/reports', body, { 'Idempotency-Key': key }));
}

function posts(resource: string, body: unknown, headers: Record<string, string>, path?: Record<string, string>) {
  return {
    method: 'POST',
    resource,
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(path === undefined ? {} : { path }),
  };
}

/** One round of somebody on the staff: looks at the queue and does one thing on each of a few cases. */
export async function works(world: World): Promise<void> {
  const sub = staff[world.chance.whole(0, staff.length - 1)] ?? staff[0];
  const listed = await ask(world, 'case-desk', { resource: '/v1/cases', claims: { sub } });
  if (listed === 'unknown' || listed.status !== 200) return;
  const cases = (listed.body['cases'] ?? []) as { caseNumber: string }[];
  for (const { caseNumber } of world.chance.shuffled(cases).slice(0, world.chance.whole(1, 3)))
    await workOn(world, sub, caseNumber);
}

async function workOn(world: World, sub: string, number: string, what = world.chance.whole(0, 5)): Promise<void> {
  const show = await ask(world, 'case-desk', { resource: '/v1/cases/{number}', path: { number }, claims: { sub } });
  if (show === 'unknown' || show.status !== 200) return;
  const of = show.body as Shown;
  const command = async (name: string, body: unknown): Promise<Seen> => {
    const headers = { 'Idempotency-Key': `command-${world.chance.whole(0, 1e12)}-x`, 'If-Match': show.etag };
    const request = { ...posts(`/v1/cases/{number}/${name}`, body, headers, { number }), claims: { sub } };
    const seen = await ask(world, 'case-desk', request);
    const isUnclear = seen === 'unknown' || seen.status >= 500;
    world.tell(`${sub} ${name} ${number}: ${seen === 'unknown' ? seen : seen.status}`);
    return isUnclear && world.chance.happens(0.7) ? ask(world, 'case-desk', request) : seen;
  };
  switch (what) {
    case 0:
      await command('claim', {});
      return;
    case 1:
      await acknowledge(world, sub, of);
      return;
    case 2:
      await command('severity', { severity: 'critical', because: 'greater_danger' });
      return;
    default:
      if (of['readAt'] === undefined) await command('read', { reason: 'on_duty' });
      else if (of['handledAt'] === undefined)
        await command('handling', {
          severity: of.severity,
          safetyDecision: 'safe_for_now',
          nextStep: 'advise_reporter',
          message: `We are with you. ${canary}`,
        });
      else
        await command('resolution', {
          outcome: 'advice_given',
          message: `Call us whenever you want. ${canary}`,
          dutyToReport: { decision: 'not_required', basis: 'al_law_18_2017' },
        });
  }
}

async function acknowledge(world: World, sub: string, { caseNumber, history }: Shown): Promise<void> {
  const raised = history.findLast(({ type }) => type === 'case.escalated');
  if (raised === undefined) return;
  const { timer, rung } = raised.data as { timer: string; rung: string };
  await ask(world, 'case-desk', {
    ...posts(
      '/v1/cases/{number}/escalations/{timer}/{rung}/acknowledgement',
      {},
      { 'Idempotency-Key': `ack-${world.chance.whole(0, 1e12)}-xx` },
      { number: caseNumber, timer, rung },
    ),
    claims: { sub },
  });
}

/** Everything people do in a history: so many reports over its first day and a half, and rounds of the staff. */
export function populate(world: World, spanMs: number, atMost: number): Reporter[] {
  const begun = world.now();
  const busy = world.chance.pick([1, 4, 12] as const);
  for (let at = begun; at < begun + spanMs; at += world.chance.whole(10, 8 * 60) * minute * (4 / busy))
    world.at(at, 'a round of the staff', () => works(world));
  const count = Math.min(world.chance.whole(1, 4), atMost);
  return Array.from({ length: count }, () => reports(world, begun + world.chance.whole(0, 36 * 60) * minute));
}

/** Somebody reads every case that nobody has read, once nothing goes wrong any more. */
export async function catchUp(world: World): Promise<void> {
  const sub = 'staff-elira';
  const listed = await ask(world, 'case-desk', { resource: '/v1/cases', claims: { sub } });
  const { cases } = (listed === 'unknown' ? {} : listed.body) as { cases: { caseNumber: string; readAt?: string }[] };
  for (const { caseNumber, readAt } of cases) {
    if (readAt !== undefined) continue;
    const headers = { 'Idempotency-Key': `catching-up-${caseNumber}` };
    const read = posts('/v1/cases/{number}/read', { reason: 'on_duty' }, headers, { number: caseNumber });
    await ask(world, 'case-desk', { ...read, claims: { sub } });
  }
}

/** The plain lives of an urgent case and of another: reported, read, handled and resolved, with half an hour between. */
export function liveThrough(world: World): Reporter[] {
  const begun = world.now();
  const reporters = [reports(world, begun, reportOf.critical), reports(world, begun, reportOf.normal)];
  ['read', 'claim', 'handling', 'resolution'].forEach((_, at) => {
    const round = async (): Promise<void> => {
      const listed = await ask(world, 'case-desk', { resource: '/v1/cases', claims: { sub: 'staff-blerim' } });
      const { cases = [] } = (listed === 'unknown' ? {} : listed.body) as { cases?: { caseNumber: string }[] };
      for (const { caseNumber } of cases) await workOn(world, 'staff-blerim', caseNumber, 5);
    };
    world.at(begun + (at + 1) * 30 * minute, 'a round of the staff', round);
  });
  return reporters;
}

export const days = (count: number): number => count * 24 * hour;
