import { notCalledReasons } from '#shared/domain/case/danger/danger.ts';
import type { AtWork, Shown } from './at-work.ts';
import { ask, canary, freshKey, isUnclear, minute, posts, statusOf, type Seen } from './asking.ts';
import { corrects, endsAnyhow, endsReferral, notifies } from './ending.ts';
import { assesses, excludes, movesTarget } from './judging.ts';
import { actsTogether } from './linked.ts';
import { refers } from './referring.ts';
import { changesReceipt, firstAnswer, looks, numberOf, type Simulated } from './reporters.ts';
import type { World } from '../world.ts';

export const staff = ['staff-arta', 'staff-blerim', 'staff-drita', 'staff-elira'] as const;

/** The queue, as somebody sees it. */
export async function queueOf(world: World, sub: string): Promise<{ caseNumber: string; status: string }[]> {
  const listed = await ask(world, 'case-desk', { resource: '/v1/cases', claims: { sub } });
  return listed === 'unknown' ? [] : ((listed.body['cases'] ?? []) as { caseNumber: string; status: string }[]);
}

/** Looks at a case; undefined when it is not shown. `stale`: what is then decided is decided on an earlier state. */
export async function lookAt(world: World, sub: string, number: string, stale = 0): Promise<AtWork | undefined> {
  const show = await ask(world, 'case-desk', { resource: '/v1/cases/{number}', path: { number }, claims: { sub } });
  if (show === 'unknown' || show.status !== 200) return undefined;
  const etag = world.chance.happens(stale) ? '"1"' : show.etag;
  return {
    world,
    sub,
    of: show.body as Shown,
    command: async (name, body, path = {}) => {
      const headers = { 'Idempotency-Key': freshKey(world, 'command'), 'If-Match': etag };
      const request = { ...posts(`/v1/cases/{number}/${name}`, body, headers, { number, ...path }), claims: { sub } };
      const send = async (): Promise<Seen> => {
        const answer = await ask(world, 'case-desk', request);
        if (name === 'read') wasShown(world, number, answer);
        if (name === 'linked/read') wereShown(world, numbersIn(body), answer);
        return answer;
      };
      const seen = await send();
      world.tell(`${sub} ${name} ${number}: ${statusOf(seen)}`);
      world.did(name, statusOf(seen));
      return isUnclear(seen) && world.chance.happens(0.7) ? send() : seen;
    },
  };
}

/** Notes that somebody was shown what stands in a case, or may have been. */
export function wasShown(world: World, number: string, seen: Seen): void {
  if (!isUnclear(seen) && statusOf(seen) !== 200) return;
  const reading = { at: world.now(), ...(isUnclear(seen) ? {} : { shown: JSON.stringify(seen) }) };
  world.read.set(number, [...(world.read.get(number) ?? []), reading]);
}

/** The numbers of the cases that somebody ticked. */
const numbersIn = (body: unknown): string[] => (body as { cases: { number: string }[] }).cases.map((one) => one.number);

/** The same of linked cases that were read together: each that the answer shows, or that it may have been shown of. */
export function wereShown(world: World, numbers: readonly string[], seen: Seen): void {
  if (isUnclear(seen)) {
    for (const number of numbers) wasShown(world, number, seen);
    return;
  }
  const parts = (seen as { body: { cases?: { number: string; status: number; case?: object }[] } }).body.cases ?? [];
  for (const { number, status, case: body } of parts) {
    wasShown(world, number, status >= 500 ? 'unknown' : { status, body: { ...body }, etag: '' });
  }
}

/**
 * One round of somebody on the staff: looks at the queue, and at cases that reporters speak of, and does one thing on each of
 * a few. Now and then a colleague does something to the same case at the same instant.
 */
export async function works(world: World, reporters: readonly Simulated[]): Promise<void> {
  const sub = world.chance.pick(staff);
  const open = (await queueOf(world, sub)).map(({ caseNumber }) => caseNumber);
  const spokenOf = reporters.flatMap((one) => firstAnswer(one)?.body['caseNumber'] ?? []) as string[];
  const numbers = [...new Set([...open, ...spokenOf])];
  for (const number of world.chance.shuffled(numbers).slice(0, world.chance.whole(1, 3))) {
    const colleague = world.faults.strikes('same_instant') ? world.chance.pick(staff) : undefined;
    await Promise.all([
      doesSomething(world, sub, number, numbers, reporters),
      ...(colleague === undefined ? [] : [doesSomething(world, colleague, number, numbers, reporters)]),
    ]);
  }
}

export async function doesSomething(
  world: World,
  sub: string,
  number: string,
  others: readonly string[],
  reporters: readonly Simulated[],
): Promise<void> {
  const at = await lookAt(world, sub, number, 0.1);
  if (at === undefined) return;
  const { chance } = world;
  if (chance.happens(0.45)) return goesOn(at);
  const isOver = at.of.status === 'resolved' || at.of.status === 'closed';
  const [does] = chance.shuffled([...always, ...(isOver ? onceOver : whileOpen)]);
  await does?.(at, { reporters, others });
}

interface Around {
  reporters: readonly Simulated[];
  /** Numbers of cases that somebody may mean. */
  others: readonly string[];
}
type Deed = (at: AtWork, around: Around) => Promise<unknown>;

const asksToErase: Deed = ({ command }) =>
  command('erasure', { because: 'person_concerned_asked', safetyDecision: 'safe_for_now' });

/** What staff do to a case in any state, besides its next step. */
const always: readonly Deed[] = [
  callsForDanger,
  decides,
  exports,
  ({ of, command }) =>
    of.hold === undefined ? command('hold', { because: 'court_proceedings' }) : command('release', {}),
  ({ command }) => command('notes', { text: `A note. ${canary}` }),
  (at, { reporters }) => reissues(at, reporters),
  asksToErase,
  asksToErase,
  ({ world, command }) =>
    world.chance.happens(0.6) ? command('closure', { because: 'nothing_left_to_do' }) : command('reopening', {}),
  (at) => refers(at),
  assesses,
  (at, { reporters }) => excludes(at, reporters),
];

const whileOpen: readonly Deed[] = [
  givesAway,
  ({ world, command }) =>
    command('waiting', { for: world.chance.pick(['reporter', 'institution', 'institution', 'nobody'] as const) }),
  setsSeverity,
  (at, { others }) => links(at, others),
  notifies,
  movesTarget,
  movesTarget,
  writesTo,
  (at, { others }) => endsAnyhow(at, others),
  (at, { others }) => endsAnyhow(at, others),
];

/** What turns out otherwise once a case has ended. */
const onceOver: readonly Deed[] = [
  endsReferral,
  notifies,
  writesTo,
  (at, { others }) => corrects(at, others),
  (at, { others }) => corrects(at, others),
];

async function writesTo({ of, command }: AtWork): Promise<void> {
  await command('messages', { text: `We read it, ${of.caseNumber}. ${canary}` });
}

async function givesAway({ world: { chance }, command }: AtWork): Promise<void> {
  const how = chance.whole(0, 2);
  if (how === 0) await command('claim', {});
  else if (how === 1) await command('assignment', { assignee: chance.pick(staff) });
  else await command('hand-over', { team: chance.pick(['hotline', 'helpline'] as const) });
}

/** The next step of a case's plain life. */
export async function goesOn(at: AtWork): Promise<void> {
  const { of, world } = at;
  if (of.status === 'resolved' || of.status === 'closed' || of.readAt === undefined || unread(of)) {
    await at.command('read', { reason: 'on_duty' });
  } else if (of.danger !== undefined && of.danger.ended === undefined && world.chance.happens(0.6)) {
    await callsForDanger(at);
  } else if (world.chance.happens(0.15)) {
    await acknowledges(at);
  } else if (of.handledAt === undefined) {
    await at.command('handling', {
      severity: of.severity,
      safetyDecision: 'safe_for_now',
      nextStep: world.chance.pick(['advise_reporter', 'advise_reporter', 'ask_reporter', 'refer_institution'] as const),
      message: `We are with you, ${of.caseNumber}. ${canary}`,
    });
  } else {
    await resolves(at, world.chance.pick(['advice_given', 'advice_given', 'test', 'withdrawn'] as const));
  }
}

/** Somebody says whom they called for a person in danger, or why nobody. Now and then both, or neither. */
async function callsForDanger({ world, command }: AtWork): Promise<void> {
  const called = {
    institution: world.chance.pick(['state_police', 'ambulance']),
    answeredBy: canary,
    reference: canary,
  };
  const notCalledBecause = world.chance.pick(notCalledReasons);
  const isCalled = world.chance.happens(0.6);
  await command('danger', {
    ...(isCalled ? { called } : {}),
    ...(isCalled && !world.chance.happens(0.05) ? {} : { notCalledBecause, note: canary }),
  });
}

const unread = ({ timers }: Shown): boolean => timers.some(({ kind }) => kind === 'must_be_read');

export function resolves({ of, command }: AtWork, outcome: string): Promise<Seen> {
  return command('resolution', {
    outcome,
    message: `Call us whenever you want, ${of.caseNumber}. ${canary}`,
    dutyToReport: { decision: 'not_required', basis: 'al_law_18_2017' },
    ...(outcome === 'withdrawn' ? { facts: [{ outcome, askedInTalk: true }] } : {}),
  });
}

export async function acknowledges({ of, command }: AtWork): Promise<void> {
  const raised = of.history.findLast(({ type }) => type === 'case.escalated');
  if (raised === undefined) return;
  const { timer, rung } = raised.data as { timer: string; rung: string };
  await command('escalations/{timer}/{rung}/acknowledgement', {}, { timer, rung });
}

async function setsSeverity({ of, world, command }: AtWork): Promise<void> {
  const isLower = of.severity === 'critical' || world.chance.happens(0.3);
  // Who lowers reads first, mostly: what nobody has read cannot be lowered.
  if (isLower && of.readAt === undefined && world.chance.happens(0.8)) {
    await command('read', { reason: 'on_duty' });
    return;
  }
  await command(
    'severity',
    isLower
      ? { severity: world.chance.pick(['normal', 'low'] as const), reason: 'already_safe' }
      : { severity: world.chance.pick(['critical', 'high'] as const), reason: 'greater_danger' },
  );
}

/** Somebody decides what waits for a second person; who asked is refused, and asks a colleague. */
export async function decides(at: AtWork): Promise<void> {
  // One of them, for some can be decided no more: they have lapsed, or the reporter has written since.
  const [waiting] = at.world.chance.shuffled((at.of.approvals ?? []).filter(({ decision }) => decision === undefined));
  if (waiting === undefined) return;
  const verdict = at.world.chance.happens(0.85) ? 'approve' : 'refuse';
  await at.command('approvals/{approval}', { verdict }, { approval: waiting.id });
}

/** Asks for the text as a file, or takes what was approved. */
async function exports({ of, world, command }: AtWork): Promise<void> {
  const ready = of.approvals?.find((one) => one.kind === 'export' && one.decision === 'approved');
  if (ready === undefined) {
    await command('export', { reason: world.chance.pick(['court_or_prosecutor', 'audit'] as const) });
    return;
  }
  await command('export/{approval}/copy', {}, { approval: ready.id });
}

async function links({ of, world, command }: Omit<AtWork, 'sub'>, others: readonly string[]): Promise<void> {
  if ((of.linkedCases ?? []).length > 0) return actsTogether({ of, world, command });
  const [leadCase] = world.chance.shuffled(others.filter((other) => other !== of.caseNumber));
  if (of.leadCase !== undefined) await command('unlink', {});
  else if (leadCase !== undefined) await command('link', { leadCase });
}

/** The reporter has another code from then on, if the one who called is told it. */
async function reissues({ of, world, command }: AtWork, reporters: readonly Simulated[]): Promise<void> {
  const reporter = reporters.find((one) => firstAnswer(one)?.body['caseNumber'] === of.caseNumber);
  if (reporter === undefined) return;
  await changesReceipt(world, reporter, async () => {
    const before = reporter.thread.receipt;
    await command('read', { reason: 'on_duty' });
    const seen = await command('receipt', { assuredBy: 'called_safe_contact' });
    if (isUnclear(seen)) return 'unclear';
    if (seen === 'unknown' || seen.status !== 200) return before;
    const { receipt } = seen.body;
    // A retry tells that it was done, and not the code.
    return typeof receipt === 'string' ? { code: receipt } : 'unclear';
  });
}

/**
 * Somebody takes one case to an end, whatever it rests on, and then it turns out otherwise. Its reporter looks now and then: what
 * is told of an end is rare in histories of half a day.
 */
export async function takesToAnEnd(world: World, reporters: readonly Simulated[]): Promise<void> {
  const { chance } = world;
  const [reporter] = chance.shuffled(reporters.filter((one) => numberOf(one) !== undefined));
  const number = reporter && numberOf(reporter);
  if (reporter === undefined || number === undefined) return;
  const others = reporters.flatMap((one) => numberOf(one) ?? []);
  const around = { reporters, others };
  const ends: Deed = (at) => endsAnyhow(at, others);
  const asksPlatform: Deed = (at) => (chance.happens(0.5) ? notifies(at) : Promise.resolve());
  const refersSomebody: Deed = (at) => (chance.happens(0.6) ? refers(at) : Promise.resolve());
  const turnsOut = chance.shuffled(onceOver).slice(0, 3);
  const steps = [
    goesOn,
    goesOn,
    asksPlatform,
    asksPlatform,
    refersSomebody,
    refersSomebody,
    ends,
    ends,
    ends,
    ...turnsOut,
  ];
  for (const step of steps) {
    const at = await lookAt(world, chance.pick(staff), number);
    if (at !== undefined) await step(at, around);
    if (chance.happens(0.4)) await looks(world, reporter);
    await world.wait(chance.whole(1, 30) * minute);
  }
}

/** Somebody works through everything that is left, until nothing of any case waits for anybody. */
export async function tidiesUp(world: World, outcome: string): Promise<void> {
  const [sub, second] = ['staff-blerim', 'staff-elira'] as const;
  for (const { caseNumber } of await queueOf(world, second)) {
    for (const who of [sub, second]) {
      const at = await lookAt(world, who, caseNumber);
      if (at !== undefined) await decides(at);
    }
    const step = async (run: (at: AtWork) => Promise<unknown>): Promise<void> => {
      const at = await lookAt(world, second, caseNumber);
      if (at !== undefined) await run(at);
    };
    await step(({ command }) => command('read', { reason: 'on_duty' }));
    await step(async ({ of, command }) => {
      if (of.danger !== undefined && of.danger.ended === undefined)
        await command('danger', { notCalledBecause: 'reporter_safe_now' });
    });
    for (let round = 0; round < 3; round += 1) await step((at) => refers(at, 'to_its_end'));
    await step(async ({ of, command }) => {
      for (const { id, answer } of of.notices ?? [])
        if (answer === undefined) await command('notices/{notice}/answer', { answer: 'no_answer' }, { notice: id });
    });
    await step(({ of, command }) =>
      command('handling', {
        severity: of.severity,
        safetyDecision: 'safe_for_now',
        nextStep: 'advise_reporter',
        message: `We are with you, ${of.caseNumber}. ${canary}`,
      }),
    );
    await step((at) => resolves(at, outcome));
  }
  await world.wait(minute);
}
