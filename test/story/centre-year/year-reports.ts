import { country } from '#shared/country/current.ts';
import type { Severity } from '#shared/domain/report/severity.ts';
import type { Chance } from '../chance.ts';
import { sharedOut } from '../chance.ts';
import { severityOf } from '../severity-of.ts';
import { narratives } from './year-words.ts';

/**
 * The make-up of the centre's national report for 2024: 407 incidents, 62 % of the victims girls, blackmail and bullying
 * the main incidents, all 12 regions. What that report does not say (the other categories, platforms, hours) is invented.
 */
export const makeUp = {
  categories: {
    sexual_extortion: 72,
    blackmail_other: 54,
    cyberbullying: 102,
    intimate_image: 22,
    impersonation_account: 22,
    grooming: 16,
    hacking: 14,
    sexual_harassment: 13,
    stalking_harassment: 12,
    threat_violence: 11,
    fraud_scam: 11,
    hate_speech: 9,
    illegal_site: 9,
    other: 8,
    privacy: 7,
    harmful_content: 6,
    csam: 4,
    not_sure: 4,
    suicide_self_harm: 3,
    csam_synthetic: 2,
    question: 2,
    abuse_offline: 1,
    missing_child: 1,
    radicalisation: 1,
    technical_help: 1,
  },
  genders: { female: 62, male: 34, unknown: 3, other: 1 },
  channels: { web: 78, helpline: 15, school: 7 },
  regions: {
    'AL-11': 32,
    'AL-02': 11,
    'AL-03': 9,
    'AL-04': 9,
    'AL-12': 8,
    'AL-06': 8,
    'AL-10': 7,
    'AL-08': 5,
    'AL-01': 4,
    'AL-09': 3,
    'AL-07': 2,
    'AL-05': 2,
  },
} as const;

export type Category = keyof typeof makeUp.categories;
export type ReportChannel = keyof typeof makeUp.channels;
type Gender = keyof typeof makeUp.genders;

/** Reports about what is on a page rather than about somebody. */
const withoutVictim: readonly Category[] = [
  'illegal_site',
  'csam',
  'harmful_content',
  'hate_speech',
  'question',
  'technical_help',
  'other',
];

export interface DrawnReport {
  category: Category;
  channel: ReportChannel;
  body: Record<string, unknown>;
  severity: Severity;
}

/** Draws so many reports whose shares are those of the make-up, in no order of time. */
export function drawReports(count: number, chance: Chance): DrawnReport[] {
  const categories = sharedOut(count, makeUp.categories);
  const channels = chance.shuffled(sharedOut(count, makeUp.channels));
  const regions = chance.shuffled(sharedOut(count, makeUp.regions));
  const genders = chance.shuffled(sharedOut(categories.filter(hasVictim).length, makeUp.genders));
  let victims = 0;
  const reports = categories.map((category, index): DrawnReport => {
    const gender = hasVictim(category) ? genders[victims++] : undefined;
    const channel = channels[index] ?? 'web';
    const body = bodyOf(category, channel, gender, regions[index] ?? 'AL-11', chance);
    return { category, channel, body, severity: severityOf(body) };
  });
  return chance.shuffled(reports);
}

function hasVictim(category: Category): boolean {
  return !withoutVictim.includes(category);
}

function bodyOf(category: Category, channel: ReportChannel, gender: Gender | undefined, region: string, dice: Chance) {
  const isAdult = dice.happens(0.08);
  const ageYears = isAdult ? dice.whole(18, 29) : dice.pick([9, 10, 11, 12, 13, 13, 14, 14, 15, 15, 16, 16, 17]);
  const by =
    channel === 'school'
      ? 'teacher'
      : dice.pick<keyof typeof said>(['victim', 'victim', 'victim', 'parent', 'citizen']);
  const municipalities = country.regions.find(({ code }) => code === region)?.municipalities ?? [];
  return {
    category,
    narrative: dice.pick(narratives[category] ?? ['Diçka nuk shkon.']),
    language: 'sq',
    place: {
      region,
      ...(dice.happens(0.5) ? { municipality: municipalities[dice.whole(0, municipalities.length - 1)]?.code } : {}),
    },
    ...(gender === undefined
      ? { about: 'content_only', reporter: { role: 'citizen', ageYears: dice.whole(18, 60) } }
      : {
          ...said[by],
          ...(by === 'victim'
            ? { reporter: { role: isAdult ? 'citizen' : 'child', ageYears } }
            : { reporter: { role: by } }),
          victims: [{ ageYears, gender }],
        }),
    ...details(category, dice),
  };
}

const said = {
  victim: { about: 'me' },
  parent: { about: 'my_child' },
  teacher: { about: 'pupil_or_client' },
  citizen: { about: 'someone_i_know' },
} as const;

/** Platforms, flags and addresses as they go with the category. */
function details(category: Category, dice: Chance): Record<string, unknown> {
  const platform = dice.pick(['instagram', 'instagram', 'tiktok', 'tiktok', 'snapchat', 'whatsapp', 'facebook']);
  const handle = `invented.${dice.whole(1, 40)}`;
  switch (category) {
    case 'sexual_extortion':
      return {
        platform,
        accounts: [{ platform, handle }],
        flags: { threatToShare: true, paymentAsked: dice.happens(0.7), paymentMade: dice.happens(0.2) },
        suspect: { relation: 'stranger' },
        wishes: { parents: dice.pick(['no', 'ask_me', 'yes']), police: dice.pick(['ask_me', 'yes', 'no']) },
      };
    case 'blackmail_other':
      return { platform, flags: { paymentAsked: true }, accounts: [{ platform, handle }] };
    case 'cyberbullying':
      return {
        platform,
        flags: { repeated: dice.happens(0.4) },
        suspect: { relation: dice.pick(['classmate', 'classmate', 'peer', 'unsure']) },
        wishes: { school: dice.pick(['yes', 'ask_me', 'no']) },
      };
    case 'threat_violence':
      return { platform, flags: { offlineViolence: true }, suspect: { relation: 'peer' } };
    case 'suicide_self_harm':
      return { flags: { selfHarm: dice.pick<true | 'unsure'>([true, 'unsure']) } };
    case 'missing_child':
      return { flags: { missing: true } };
    case 'abuse_offline':
      return { suspect: { relation: 'family', adult: true, livesWithChild: 'unsure' } };
    case 'grooming':
      return { platform, suspect: { relation: 'stranger', adult: 'unsure' }, accounts: [{ platform, handle }] };
    case 'illegal_site':
    case 'csam':
    case 'csam_synthetic':
      return { urls: [`hxxp://invented-${dice.whole(1, 500)}.example/page`] };
    case 'question':
    case 'technical_help':
    case 'other':
      return {};
    default:
      return { platform };
  }
}
