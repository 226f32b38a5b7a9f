import { lookAt } from '../staff.ts';
import { ask, freshKey, posts, statusOf } from '../asking.ts';
import { gives, routeOf } from './any-command.ts';
import { peopleIn, type Plot } from './plot.ts';

/*
 * What somebody clever does: not any command, but those that lead somewhere. None of them steps round anything.
 */

type Gambit = (plot: Plot, sub: string, number: string) => Promise<unknown>;

const onCase = (plot: Plot, sub: string, number: string, name: string, body?: unknown) =>
  gives(plot, sub, routeOf('case-desk', name), { number, body });

const reads: Gambit = (plot, sub, number) => onCase(plot, sub, number, 'read', { reason: 'on_duty' });

/** Everybody else, or all but one, must have nothing to do with the case any more. */
const excludes: Gambit = async (plot, sub, number) => {
  const { chance } = plot.world;
  const others = chance.shuffled(peopleIn(plot).filter(({ id }) => id !== sub)).map(({ id }) => id);
  const people = others.slice(chance.pick([0, 0, 1, 2] as const));
  await onCase(plot, sub, number, 'exclusions', { institutions: [], people });
};

/** Nobody else is left, so that nobody could be asked. */
const excludesAll: Gambit = async (plot, sub, number) => {
  await reads(plot, sub, number);
  const people = peopleIn(plot).flatMap(({ id }) => (id === sub ? [] : [id]));
  await onCase(plot, sub, number, 'exclusions', { institutions: [], people });
};

/** One more each time, so that no single step looks wide. */
const excludesInTurn: Gambit = async (plot, sub, number) => {
  const others = plot.world.chance.shuffled(peopleIn(plot).filter(({ id }) => id !== sub)).map(({ id }) => id);
  for (let count = 1; count <= others.length; count += 3)
    await onCase(plot, sub, number, 'exclusions', { institutions: [], people: others.slice(0, count) });
};

/** The case ends as somebody's test. */
const endsAsTest: Gambit = async (plot, sub, number) => {
  await reads(plot, sub, number);
  const at = await lookAt(plot.world, sub, number);
  for (const { id } of at?.of.referrals ?? []) {
    const again = await lookAt(plot.world, sub, number);
    await again?.command('referrals/{referral}/drop', { because: 'not_needed' }, { referral: id });
  }
  await onCase(plot, sub, number, 'handling', {
    severity: at?.of.severity ?? 'normal',
    safetyDecision: 'safe_for_now',
    nextStep: 'close',
    noMessageBecause: 'no_thread_wanted',
  });
  await onCase(plot, sub, number, 'resolution', {
    outcome: 'test',
    dutyToReport: { decision: 'not_required', basis: 'al_law_18_2017' },
    noMessageBecause: 'no_thread_wanted',
  });
};

const asksErasure: Gambit = (plot, sub, number) =>
  onCase(plot, sub, number, 'erasure', { because: 'taken_in_error', safetyDecision: 'safe_for_now' });

const lowers: Gambit = async (plot, sub, number) => {
  await reads(plot, sub, number);
  await onCase(plot, sub, number, 'severity', { severity: 'low', reason: 'prank_or_test' });
};

/** Asks for the text as a file, or takes what was asked for. */
const exports: Gambit = async (plot, sub, number) => {
  const at = await lookAt(plot.world, sub, number);
  const open = (at?.of.approvals ?? []).filter(({ kind, takenAt }) => kind === 'export' && takenAt === undefined);
  if (open.length === 0) await onCase(plot, sub, number, 'exportRequest', { reason: 'audit' });
  for (const { id } of open) await at?.command('export/{approval}/copy', {}, { approval: id });
};

/** Says yes to whatever waits, also to what they asked for themselves; with the code of a call, a real or an invented one. */
const approves: Gambit = async (plot, sub, number) => {
  const { world, heard } = plot;
  const at = await lookAt(world, sub, number);
  for (const { id, decision } of at?.of.approvals ?? []) {
    if (decision !== undefined) continue;
    const code = heard.get(`${String(at?.of.caseNumber)}/${id}`);
    const call = code ?? (world.chance.happens(0.3) ? '7K3M9QX1' : undefined);
    const again = await lookAt(world, sub, number);
    const body = { verdict: 'approve', ...(call === undefined ? {} : { call: { code: call } }) };
    await again?.command('approvals/{approval}', body, { approval: id });
  }
};

/** Gives themselves a code, and uses it as if they were the child. */
const usesCode: Gambit = async (plot, sub, number) => {
  await onCase(plot, sub, number, 'receiptReissue', { assuredBy: 'called_safe_contact' });
  const known = plot.codes.findLast((one) => one.number === number);
  if (known !== undefined) await usesReceipt(plot, known.code);
};

/** What a person can do who has a code: look, write, withdraw, lock. */
export async function usesReceipt({ world }: Plot, receipt: string): Promise<void> {
  const what = world.chance.pick(['look', 'messages', 'messages', 'withdrawal', 'lock', 'helped'] as const);
  const body = {
    receipt,
    ...(what === 'messages' ? { text: 'Please forget what I wrote.' } : {}),
    ...(what === 'helped' ? { helped: 'yes' } : {}),
  };
  const resource = what === 'look' ? '/v1/follow-up' : `/v1/follow-up/${what}`;
  const seen = await ask(world, 'follow-up', posts(resource, body, { 'Idempotency-Key': freshKey(world, 'thief') }));
  world.tell(`somebody with a code, ${what}: ${statusOf(seen)}`);
  world.did(`with a code: ${what}`, statusOf(seen));
}

const onPerson = (plot: Plot, sub: string, person: string, name: string, body?: unknown) =>
  gives(plot, sub, routeOf('directory', name), { person, body });

/** Those whom somebody shuts out first: who could object, and who watches. */
const inTheWay = ['administrator', 'supervisor', 'director', 'auditor'];

/** Suspends in turn whoever could object, or whoever works on cases, or all of a rung. */
const suspends: Gambit = async (plot, sub) => {
  const { chance } = plot.world;
  const others = peopleIn(plot).filter(({ id, active }) => id !== sub && active);
  const wanted = chance.pick([
    others.filter(({ role = '' }) => inTheWay.includes(role)),
    others.filter(({ role }) => role !== undefined),
    others.filter(({ duties }) => duties.length > 0),
  ]);
  const count = chance.pick([1, 2, wanted.length] as const);
  for (const { id } of chance.shuffled(wanted).slice(0, count)) await onPerson(plot, sub, id, 'suspension');
};

/** All of those who could object, and then nobody can. */
const suspendsWhoObjects: Gambit = async (plot, sub) => {
  for (const { id, role = '' } of peopleIn(plot))
    if (id !== sub && inTheWay.includes(role)) await onPerson(plot, sub, id, 'suspension');
};

/** A new colleague whom nobody but the insider knows. */
const addsPuppet: Gambit = async (plot, sub) => {
  const { chance } = plot.world;
  const id = `staff-puppet-${plot.puppets.length + 1}`;
  if (plot.puppets.length >= 3) return;
  await onPerson(plot, sub, id, 'person', {
    id,
    name: `Puppet ${plot.puppets.length + 1}`,
    mail: `${id}@mail.example`,
    language: 'sq',
    role: chance.pick(['officer', 'officer', 'supervisor', 'administrator', 'director', 'auditor'] as const),
    duties: chance.pick<readonly string[]>([[], ['supervisor'], ['outside_partner']]),
    cleared: true,
  });
};

/** Somebody's mails go elsewhere, or a duty or role of theirs is gone. */
const redirects: Gambit = async (plot, sub) => {
  const { chance } = plot.world;
  const others = peopleIn(plot).filter(({ id, active }) => id !== sub && active);
  const [one] = chance.shuffled(others);
  if (one === undefined) return;
  await onPerson(
    plot,
    sub,
    one.id,
    'personChange',
    chance.pick<object>([
      { mail: `${sub}-too@mail.example` },
      { phone: '+355 6 9999' },
      { duties: [] },
      { role: 'volunteer' },
      { role: null },
      { role: 'administrator', cleared: true },
    ]),
  );
};

/** Says yes or no to whatever waits in the directory. */
const answersChanges: Gambit = async (plot, sub) => {
  for (const { id } of plot.world.chance.shuffled([...peopleIn(plot)]).slice(0, 6)) {
    const code = plot.heard.get(`directory/${id}`);
    const call = code === undefined ? {} : { call: { code } };
    const verdict = plot.world.chance.happens(0.8) ? 'approve' : 'refuse';
    await onPerson(plot, sub, id, 'approval', { verdict, ...call });
  }
};

const bringsBack: Gambit = async (plot, sub) => {
  const gone = peopleIn(plot).filter(({ active }) => !active);
  const [one] = plot.world.chance.shuffled(gone);
  if (one !== undefined) await onPerson(plot, sub, one.id, 'return');
};

/** Gambits of whoever works on cases, and of whoever keeps the directory. Some stand twice, for they lead further. */
export const caseGambits = [
  excludes,
  excludes,
  excludesInTurn,
  endsAsTest,
  endsAsTest,
  asksErasure,
  asksErasure,
  exports,
  exports,
  exports,
  lowers,
  approves,
  approves,
  usesCode,
  reads,
] as const;
export const directoryGambits = [
  suspends,
  suspends,
  addsPuppet,
  addsPuppet,
  redirects,
  redirects,
  answersChanges,
  bringsBack,
] as const;

/** Whole plans, step by step, that begin a history in half of all cases. */
export const campaigns: Readonly<Record<'cases' | 'directory', readonly (readonly Gambit[])[]>> = {
  cases: [
    [excludesAll, endsAsTest, asksErasure, exports],
    [excludesAll, endsAsTest, asksErasure],
    [reads, excludes, lowers, exports],
    [lowers, endsAsTest, asksErasure],
    [usesCode, usesCode, excludes],
    [exports, approves],
  ],
  directory: [
    [suspendsWhoObjects, addsPuppet],
    [addsPuppet, redirects, suspends],
    [redirects, redirects, suspends, bringsBack],
  ],
};
