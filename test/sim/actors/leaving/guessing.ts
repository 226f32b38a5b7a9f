import { staffRows } from '#shared/adapters/aws/directory/directory.ts';
import { contactDuty } from '#shared/domain/case/referral.ts';
import type { Row } from '../../database/values.ts';
import { canary, freshKey, minute, statusOf } from '../asking.ts';
import type { AtWork } from '../at-work.ts';
import { numberOf, sendReport, type Simulated } from '../reporters.ts';
import { lookAt } from '../staff.ts';
import type { World } from '../../world.ts';

const platform = 'platform';
/** Institutions that somebody passes the case on to: of two there are many units. */
const localOnes = ['child_protection_unit', 'school_psychosocial'] as const;
const others = ['police_cybercrime', 'child_rights_agency'] as const;
const units = ['North', 'South'] as const;
const idOf = (institution: string, unit: string): string => `contact-${institution}-${unit.toLowerCase()}`;

/** Contacts of units, as they stand in the directory of a history in which somebody guesses. */
export const contactsOfUnits: readonly Row[] = localOnes.flatMap((institution) =>
  units.flatMap(
    (unit) =>
      staffRows({
        id: idOf(institution, unit),
        name: `Contact of ${unit}`,
        mail: `${idOf(institution, unit)}@institution.example`,
        language: 'en',
        duties: [contactDuty(institution)],
        unit,
        active: true,
        cleared: false,
      }) as Row[],
  ),
);
const contacts = [
  ...localOnes.flatMap((institution) => units.map((unit) => idOf(institution, unit))),
  ...others.map((institution) => `contact-${institution.replaceAll('_', '-')}`),
  'staff-blerim',
  'nobody',
];

/**
 * A report about a platform, and an officer who sends it on with whatever contact comes to mind: of another unit, of
 * another institution, of nobody. Now and then the officer asks the platform, while the machine proposes the same.
 * Answers who reported.
 */
export function guesses(world: World, spanMs: number): Simulated[] {
  const { chance } = world;
  const begun = world.now();
  const reporter: Simulated = {
    key: freshKey(world, `guessing-${canary}`),
    way: { title: 'intake', resource: '/v1/reports' },
    body: {
      category: 'cyberbullying',
      narrative: `They write about me every day. ${canary}`,
      about: 'me',
      reporter: { role: 'child', ageYears: 14 },
      platform: 'tiktok',
      language: 'en',
    },
    seen: [],
    thread: { said: [], receipt: undefined, changedAt: 0, changing: 0 },
  };
  world.at(begun, 'a report comes about what stands on a platform', async () => {
    reporter.seen.push(await sendReport(world, reporter));
  });
  const rounds = chance.whole(6, 12);
  for (let round = 1; round <= rounds; round += 1)
    world.at(begun + Math.round((round / (rounds + 1)) * spanMs), 'an officer guesses', async () => {
      for (const deed of [reads, ...chance.shuffled(deeds).slice(0, 3)]) {
        const number = numberOf(reporter);
        const at = number === undefined ? undefined : await lookAt(world, 'staff-blerim', number);
        if (at !== undefined) await deed(at);
        await world.wait(minute);
      }
    });
  return [reporter];
}

const reads = ({ command }: AtWork): Promise<unknown> => command('read', { reason: 'on_duty' });

const deeds: readonly ((at: AtWork) => Promise<unknown>)[] = [
  sendsByGuess,
  sendsByGuess,
  ({ command }) => command('notices', { platform: 'tiktok', way: 'reporting_form' }),
  ({ command, world }) =>
    command('referrals', {
      institution: world.chance.pick([platform, ...localOnes, ...localOnes, ...others]),
      basis: 'al_law_18_2017',
    }),
];

/** Sends one of the proposals to a contact by guess, mostly of some unit. What was tried is kept. */
async function sendsByGuess({ of, world, sub, command }: AtWork): Promise<void> {
  const { chance } = world;
  const open = (of.referrals ?? []).filter(
    ({ status, institution }) => status === 'proposed' && institution !== platform,
  );
  const [referral] = chance.shuffled(open);
  if (referral === undefined) return;
  const isLocal = localOnes.some((one) => one === referral.institution);
  const unit = isLocal ? chance.pick(['North', 'South', ' north ', 'West'] as const) : undefined;
  const [contact = ''] = chance.shuffled(isLocal ? [...contacts, ...contacts.slice(0, 4)] : contacts);
  world.given.guesses.push({ number: of.caseNumber, referral: referral.id, contact, unit });
  const body = {
    fields: [],
    ground: 'override',
    overrideBecause: 'crime_against_child',
    notToldFirstBecause: 'no_time_danger',
    contact,
    ...(unit === undefined ? {} : { unit }),
    ...(chance.happens(0.3) ? { call: { name: `Kola ${canary}` } } : {}),
  };
  const seen = await command('referrals/{referral}/sending', body, { referral: referral.id });
  world.did(`by guess: ${sub}`, statusOf(seen));
}
