import { ask, canary, freshKey, isUnclear, minute, posts, sealedAddress, statusOf, type Seen } from '../asking.ts';
import type { AtWork, ShownReferral } from '../at-work.ts';
import { actsTogether } from '../linked.ts';
import { firstAnswer, numberOf, sendReport, type Simulated } from '../reporters.ts';
import { decides, lookAt } from '../staff.ts';
import type { World } from '../../world.ts';

interface Telling {
  /** The number that stands first for it. Source: docs/practice.md, Reporter's side. */
  first: string;
  body: Record<string, unknown>;
}

const child = { role: 'child', ageYears: 14, gender: 'female' };
/** Reports of each reason by which phones are ordered, as a child tells them. */
const tellings: readonly Telling[] = [
  { first: '127', body: { category: 'suicide_self_harm', flags: { selfHarm: true, inDanger: true } } },
  { first: '116111', body: { category: 'suicide_self_harm', flags: { selfHarm: true } } },
  { first: '129', body: { category: 'cyberbullying', flags: { weapon: true } } },
  { first: '129', body: { category: 'sexual_extortion', flags: { threatToShare: true, offlineViolence: true } } },
  { first: '116111', body: { category: 'sexual_extortion', flags: { threatToShare: true } } },
  { first: '116000', body: { category: 'missing_child', flags: { missing: true } } },
  { first: '116111', body: { category: 'cyberbullying' } },
];
/** The same home, and reports that differ in everything else. */
const watched: readonly Record<string, unknown>[] = [
  { category: 'grooming', suspect: { relation: 'family', livesWithChild: true } },
  { category: 'abuse_offline', suspect: { relation: 'known_adult', livesWithChild: true } },
  { category: 'cyberbullying', suspect: { relation: 'family' } },
];

function reporterOf(world: World, body: Record<string, unknown>): Simulated {
  return {
    key: freshKey(world, `given-out-${canary}`),
    way: { title: 'intake', resource: '/v1/reports' },
    body: { about: 'me', reporter: { role: child.role, ageYears: child.ageYears }, language: 'en', ...body },
    seen: [],
    thread: { said: [], receipt: undefined, changedAt: 0, changing: 0 },
  };
}

/** Sends a report until it is clear what came of it. */
async function tells(world: World, reporter: Simulated): Promise<Seen> {
  for (let time = 0; time < 5; time += 1) {
    const seen = await sendReport(world, reporter);
    reporter.seen.push(seen);
    const answered = firstAnswer(reporter);
    if (answered !== undefined) reporter.thread.receipt ??= { code: String(answered.body['receipt']) };
    if (!isUnclear(seen)) return seen;
    await world.wait(20 * minute);
  }
  return 'unknown';
}

/** Somebody tells of one reason. The phones are kept as they stood in the answer. */
async function asksForHelp(world: World, { first, body }: Telling, reporter: Simulated): Promise<void> {
  const seen = await tells(world, reporter);
  if (statusOf(seen) !== 201 || seen === 'unknown') return;
  const phones = (seen.body['help'] as { phone: string }[]).map(({ phone }) => phone);
  world.given.phones.push({ reason: JSON.stringify(body), wanted: first, phones });
}

/** A child whom somebody at home may watch reads once more what to do. */
async function readsAgain(world: World, reporter: Simulated): Promise<void> {
  await tells(world, reporter);
  await world.wait(world.chance.whole(1, 60) * minute);
  const { receipt } = reporter.thread;
  if (typeof receipt !== 'object') return;
  const asked = posts('/v1/follow-up', { receipt: receipt.code, guidance: true }, { 'Accept-Language': 'sq' });
  const seen = await ask(world, 'follow-up', asked);
  if (seen === 'unknown' || seen.body['guidance'] === undefined) return;
  world.given.readAgain.push(JSON.stringify([seen.body['guidance'], seen.body['help']]));
}

/**
 * A report whose addresses only the cleared may see, beside reports of each reason. Somebody who is not cleared asks for
 * everything that shows or gives out an address. Somebody who is cleared does the same. Answers who reported.
 */
export function givesOut(world: World, spanMs: number): Simulated[] {
  const { chance } = world;
  const begun = world.now();
  const later = (share: number): number => begun + Math.round((chance.whole(0, 1000) / 1000) * share * spanMs);
  const [telling = tellings[0] as Telling, another = telling] = chance.shuffled(tellings);
  const seeks = [telling, another].map((one) => ({ one, reporter: reporterOf(world, wordsOf(one.body)) }));
  for (const { one, reporter } of seeks)
    world.at(later(0.3), 'somebody tells of one reason', () => asksForHelp(world, one, reporter));
  const atHome = chance.shuffled(watched).slice(0, 2);
  const children = atHome.map((body) => reporterOf(world, { ...wordsOf(body), about: 'me' }));
  for (const reporter of children)
    world.at(later(0.3), 'a child who is watched at home reports', () => readsAgain(world, reporter));

  const citizen = reporterOf(world, {
    category: 'csam',
    narrative: `Pictures of children: https://${sealedAddress}/a and ${sealedAddress}/b. ${canary}`,
    about: 'content_only',
    reporter: { role: 'citizen', ageYears: 40 },
    urls: [`https://${sealedAddress}/a`],
    accounts: [{ platform: 'telegram', handle: `@${canary}` }],
  });
  world.at(begun, 'addresses are reported that only the cleared may see', () => tells(world, citizen));
  const rounds = chance.whole(4, 10);
  for (let round = 1; round <= rounds; round += 1)
    world.at(begun + Math.round((round / (rounds + 1)) * spanMs), 'addresses are asked for', () =>
      asksForAddresses(world, citizen, seeks[0]?.reporter),
    );
  return [citizen, ...children, ...seeks.map(({ reporter }) => reporter)];
}

const wordsOf = (body: Record<string, unknown>): Record<string, unknown> => ({
  ...body,
  narrative: `I do not know what to do. ${canary}`,
});

/** One of the two asks for one thing after the other. */
async function asksForAddresses(world: World, citizen: Simulated, other: Simulated | undefined): Promise<void> {
  const number = numberOf(citizen);
  if (number === undefined) return;
  for (const sub of world.chance.shuffled(['staff-arta', 'staff-blerim', 'staff-elira'] as const)) {
    for (const deed of world.chance.shuffled(deeds).slice(0, 3)) {
      const at = await lookAt(world, sub, number);
      if (at !== undefined) await deed(at, numberOf(other ?? citizen));
    }
  }
}

type Deed = (at: AtWork, other: string | undefined) => Promise<unknown>;

/** One of the referrals that are proposed, or one of the others. */
const oneOf = ({ of, world }: AtWork, how: 'proposed' | 'further'): ShownReferral | undefined =>
  world.chance.shuffled(of.referrals ?? []).find(({ status }) => (status === 'proposed') === (how === 'proposed'));

/** Everything that shows or gives out what stands in a case. */
const deeds: readonly Deed[] = [
  ({ command }) => command('read', { reason: 'on_duty' }),
  ({ command }) => command('notes', { text: `Looked at http://${sealedAddress}/a. ${canary}` }),
  async ({ of, command }, other) => {
    if (other === undefined || other === of.caseNumber) return;
    if (of.leadCase === undefined && (of.linkedCases ?? []).length === 0) await command('link', { leadCase: other });
  },
  async ({ world, sub, of }) => {
    const lead = await lookAt(world, sub, of.leadCase ?? of.caseNumber);
    if (lead !== undefined && (lead.of.linkedCases ?? []).length > 0) await actsTogether(lead);
    if (lead !== undefined)
      await lead.command('linked/read', { cases: [{ number: of.caseNumber }], reason: 'on_duty' });
  },
  ({ command }) => command('referrals', { institution: 'police_cybercrime', basis: 'al_law_18_2017' }),
  async (at) => {
    const referral = oneOf(at, 'proposed');
    if (referral === undefined) return;
    await at.command(
      'referrals/{referral}/sending',
      {
        fields: at.world.chance.shuffled(['narrative', 'addresses']).slice(0, at.world.chance.whole(1, 2)),
        ...(at.world.chance.happens(0.7) ? { addresses: [0] } : {}),
        ground: 'override',
        overrideBecause: 'crime_against_child',
        notToldFirstBecause: 'no_time_danger',
      },
      { referral: referral.id },
    );
  },
  async (at) => {
    const referral = oneOf(at, 'further');
    if (referral !== undefined) await at.command('referrals/{referral}/read', {}, { referral: referral.id });
  },
  async (at) => {
    const referral = oneOf(at, 'further');
    if (referral === undefined) return;
    const { world, sub, of } = at;
    const seen = await ask(world, 'case-desk', {
      resource: '/v1/cases/{number}/referrals/{referral}/letter',
      path: { number: of.caseNumber, referral: referral.id },
      claims: { sub },
    });
    world.did('letter', statusOf(seen));
    isGiven(at, seen, `letter ${referral.id}`);
  },
  async (at) => {
    const seen = await at.command('copy-for-notice', { addresses: [0], accounts: [0] });
    isGiven(at, seen, 'notice');
  },
  async (at) => {
    const seen = await at.command('subject-access', { assuredBy: 'called_safe_contact' });
    isGiven(at, seen, 'subject_access');
  },
  async ({ of, command }) => {
    const ready = of.approvals?.find((one) => one.kind === 'export' && one.decision === 'approved');
    if (ready === undefined) await command('export', { reason: 'court_or_prosecutor' });
    else await command('export/{approval}/copy', {}, { approval: ready.id });
  },
  decides,
];

/** Notes that somebody was given a letter or a copy, which the access log must have known before. */
function isGiven({ world, sub, of }: AtWork, seen: Seen, what: string): void {
  if (statusOf(seen) === 200) world.given.copies.push({ sub, number: of.caseNumber, what, at: world.now() });
}
