import { staffRows } from '#shared/adapters/aws/directory/directory.ts';
import { contactDuty } from '#shared/domain/case/referral.ts';
import type { Chance } from '#test/story/chance.ts';
import { accessIn, digitsIn } from '#test/support/desk-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import type { Row } from '../../database/values.ts';
import type { World } from '../../world.ts';
import { change } from '../administrators.ts';
import { ask, canary, freshKey, isUnclear, minute, posts, statusOf } from '../asking.ts';
import type { AtWork, ShownReferral } from '../at-work.ts';
import { firstAnswer, numberOf, sendReport, type Simulated } from '../reporters.ts';
import { lookAt } from '../staff.ts';
import { visits, type DeskTables } from './visits.ts';

const police = 'police_cybercrime';
/** Staff read out the codes of the first. The second gets them by mail where that may be. */
const contacts = ['contact-police-cybercrime', 'contact-police-night'] as const;
type Contact = (typeof contacts)[number];
const addressOf: Readonly<Record<Contact, string>> = {
  'contact-police-cybercrime': 'police-cybercrime@institution.example',
  'contact-police-night': 'police-night@institution.example',
};

/** A second contact of the police, who alone reads the address, as far as the directory knows. */
export const secondContact: readonly Row[] = staffRows({
  id: contacts[1],
  name: 'Contact of the night',
  mail: addressOf[contacts[1]],
  language: 'en',
  duties: [contactDuty(police)],
  codeBy: 'mail',
  active: true,
  cleared: true,
});

/** The office of an institution, with everybody who reads its mails, and who listens. */
interface Office {
  world: World;
  chance: Chance;
  tables: DeskTables;
  reporters: readonly Simulated[];
  /** Sessions that were begun, by the access code that began them. */
  tokens: { access: string; token: string }[];
  /** Whose desk can be suspended and brought back. */
  suspended: Set<Contact>;
}
type Deed = (office: Office) => Promise<void>;

/**
 * Two reports that are sent to the police, who open them at the desk and answer, or say nothing, or say that it is not for
 * them. Beside them are those who forward mails, try old codes and tokens, guess digits, and robots. The centre reminds,
 * takes back, ends codes, and keeps contacts out. Draws from its own `chance`. Answers who reported.
 */
export function atTheDesk(world: World, spanMs: number, chance: Chance, tables: DeskTables): Simulated[] {
  const begun = world.now();
  const reporters = [reporterOf(world, reportOf.critical), reporterOf(world, reportOf.normal)];
  const office: Office = { world, chance, tables, reporters, tokens: [], suspended: new Set() };
  for (const reporter of reporters)
    world.at(begun, 'somebody reports what the police will get', async () => {
      for (let time = 0; time < 5 && firstAnswer(reporter) === undefined; time += 1) {
        reporter.seen.push(await sendReport(world, reporter));
        if (isUnclear(reporter.seen.at(-1) ?? 'unknown')) await world.wait(20 * minute);
      }
      const receipt = firstAnswer(reporter)?.body['receipt'];
      if (typeof receipt === 'string') reporter.thread.receipt ??= { code: receipt };
    });
  const rounds = chance.whole(15, 40);
  for (let round = 1; round <= rounds; round += 1)
    world.at(begun + Math.round((round / (rounds + 1)) * spanMs), 'a round at the desk', async () => {
      await sends(office);
      const [deed] = chance.shuffled(deeds);
      await deed?.(office);
    });
  return reporters;
}

function reporterOf(world: World, kind: (typeof reportOf)[keyof typeof reportOf]): Simulated {
  return {
    key: freshKey(world, `for-the-police-${canary}`),
    way: { title: 'intake', resource: '/v1/reports' },
    body: { ...kind, narrative: `${kind.narrative} ${canary}` },
    seen: [],
    thread: { said: [], receipt: undefined, changedAt: 0, changing: 0 },
  };
}

/** What an officer does about one of the cases. */
async function byOfficer({ world, chance, reporters }: Office, number: string | undefined, deed: OfficerDeed) {
  const [any] = chance.shuffled(reporters.flatMap((one) => numberOf(one) ?? []));
  const meant = number ?? any;
  const at = meant === undefined ? undefined : await lookAt(world, 'staff-blerim', meant);
  const sent = at?.of.referrals?.findLast(({ institution }) => institution === police);
  if (at !== undefined) await deed(at, sent);
}
type OfficerDeed = (at: AtWork, referral: ShownReferral | undefined) => Promise<unknown>;

/** An officer sends what is proposed to the police, and proposes it where nobody has. */
async function sends(office: Office): Promise<void> {
  for (const number of office.reporters.flatMap((one) => numberOf(one) ?? []))
    await byOfficer(office, number, async ({ of, command }, referral) => {
      if (of.readAt === undefined) return command('read', { reason: 'on_duty' });
      if (referral === undefined || over.includes(referral.status))
        return command('referrals', { institution: police, basis: 'al_law_18_2017' });
      if (referral.status !== 'proposed') return undefined;
      const body = {
        fields: ['narrative'],
        ground: 'override',
        overrideBecause: 'crime_against_child',
        notToldFirstBecause: 'no_time_danger',
      };
      return command('referrals/{referral}/sending', body, { referral: referral.id });
    });
}

const over = ['declined', 'withdrawn', 'dropped', 'completed'];

interface Letter {
  contact: Contact;
  access: string;
  /** The number of the case, as the mail says it. */
  number: string | undefined;
}

/** Every access code that came to the office, the newest last. */
function lettersIn({ world, reporters }: Office, only?: Contact): Letter[] {
  const numbers = reporters.flatMap((one) => numberOf(one) ?? []);
  return world.mails.flatMap(({ to, subject, text }) => {
    const contact = contacts.find((one) => addressOf[one] === to);
    if (contact === undefined || (only !== undefined && contact !== only)) return [];
    const number = numbers.find((one) => `${subject} ${text}`.includes(one));
    return [...new Set(accessIn(text))].map((access) => ({ contact, access, number }));
  });
}

/** One-time codes that somebody knows: of the mailbox, and with `hears` also those that were read out. */
function digitsKnown({ world }: Office, contact: Contact, hears: boolean): string[] {
  const mailed = world.mails.filter(({ to }) => to === addressOf[contact]).flatMap(({ text }) => digitsIn(text));
  const spoken = world.desk.spoken.filter((one) => hears && one.contact === contact).map(({ digits }) => digits);
  return [...mailed, ...spoken];
}

const asks = ({ world, tables }: Office, access: string) => visits(world, tables, { step: 'code', access }, { access });

async function types(office: Office, access: string, digits: string): Promise<string | undefined> {
  const { world, tables } = office;
  const seen = await visits(world, tables, { step: 'session', access, digits }, { access, code: digits });
  if (seen === 'unknown' || seen.status !== 200) return undefined;
  const token = String(seen.body['session']);
  office.tokens.push({ access, token });
  return token;
}

const opens = ({ world, tables }: Office, { access, token }: Office['tokens'][number]) =>
  visits(world, tables, { step: 'referral', access, token }, { session: token });

/** Answers anything, mostly what can be said; now and then twice under one key, at once or later. */
async function answers(office: Office, { access, token }: Office['tokens'][number], canSay: readonly string[]) {
  const { world, chance, tables } = office;
  const anything = ['acknowledged', 'accepted', 'declined', 'completed'];
  const [answer = 'acknowledged'] = chance.shuffled(canSay.length > 0 && chance.happens(0.9) ? canSay : anything);
  const key = `at-the-desk-${chance.whole(0, 1e12)}-${canary}`;
  const name = `Kola ${chance.whole(0, 1e9)} ${canary}`;
  const body = {
    session: token,
    answer,
    name,
    post: `Post ${canary}`,
    ...(answer === 'declined' ? { because: 'no_capacity' } : {}),
    ...(answer === 'completed' ? { outcome: 'support_given' } : {}),
  };
  const say = () => visits(world, tables, { step: 'answer', access, token, key, said: { answer, name } }, body);
  const isTwice = chance.happens(0.3);
  const [seen] = await Promise.all(isTwice ? [say(), say()] : [say()]);
  if (isUnclear(seen ?? 'unknown') || chance.happens(0.3)) await say();
}

/** Somebody of the institution comes in by the rules, looks, and answers, several times at times. */
const comesIn: Deed = async (office) => {
  const { world, chance } = office;
  const letter = lettersIn(office, chance.pick(contacts)).at(-1);
  if (letter === undefined) return;
  const { contact, access, number } = letter;
  await asks(office, access);
  await world.wait(chance.whole(1, 8) * minute);
  if (contact === contacts[0] || chance.happens(0.4)) await hasItSpoken(office, contact, number);
  if (chance.happens(0.3)) await types(office, access, guess(chance));
  const digits = digitsKnown(office, contact, true).at(-1);
  const token = digits === undefined ? undefined : await types(office, access, digits);
  if (token === undefined) return;
  for (let times = chance.whole(1, 4); times > 0; times -= 1) {
    const shown = await opens(office, { access, token });
    const canSay = shown === 'unknown' ? [] : ((shown.body['canSay'] ?? []) as string[]);
    if (chance.happens(0.8)) await answers(office, { access, token }, canSay);
    await world.wait(chance.whole(0, 20) * minute);
  }
};

/** The institution is called, at the number on record, and hears a code. */
async function hasItSpoken(office: Office, contact: Contact, number: string | undefined): Promise<void> {
  const { world } = office;
  await byOfficer(office, number, async ({ command }, referral) => {
    if (referral === undefined) return;
    const seen = await command('referrals/{referral}/access', { contact }, { referral: referral.id });
    const digits = seen === 'unknown' ? undefined : seen.body['code'];
    if (typeof digits === 'string') world.desk.spoken.push({ contact, digits, at: world.now() });
  });
}

const guess = (chance: Chance): string => String(chance.whole(0, 999_999)).padStart(6, '0');

/** Somebody guesses digits, many at once, and then types the code that is out. */
const guesses: Deed = async (office) => {
  const { chance } = office;
  const letter = lettersIn(office, chance.pick(contacts)).at(-1);
  if (letter === undefined) return;
  if (chance.happens(0.7)) await hasItSpoken(office, letter.contact, letter.number);
  const tries = Array.from({ length: chance.whole(3, 8) }, () => guess(chance));
  if (chance.happens(0.5)) await Promise.all(tries.map((digits) => types(office, letter.access, digits)));
  else for (const digits of tries) await types(office, letter.access, digits);
  const digits = digitsKnown(office, letter.contact, true).at(-1);
  if (digits !== undefined) await types(office, letter.access, digits);
};

/** Whoever has all mails of the office, and hears nothing that is said, tries each code with all digits. */
const forwards: Deed = async (office) => {
  const { chance } = office;
  const { contact, access } = chance.shuffled(lettersIn(office))[0] ?? {};
  if (contact === undefined || access === undefined) return;
  if (chance.happens(0.5)) await asks(office, access);
  await office.world.wait(chance.whole(0, 6) * minute);
  for (const digits of digitsKnown(office, contact, false).slice(-3)) await types(office, access, digits);
};

/** Somebody asks again and again. */
const asksTooOften: Deed = async (office) => {
  const { access } = office.chance.shuffled(lettersIn(office))[0] ?? {};
  if (access === undefined) return;
  for (let times = office.chance.whole(2, 8); times > 0; times -= 1) await asks(office, access);
};

/** Somebody has kept everything, and tries old codes and sessions. */
const triesAllThatIsOld: Deed = async (office) => {
  const { chance } = office;
  for (const { access, contact } of chance.shuffled(lettersIn(office)).slice(0, 4)) {
    if (chance.happens(0.3)) await asks(office, access);
    for (const digits of chance.shuffled(digitsKnown(office, contact, true)).slice(0, 2))
      await types(office, access, digits);
  }
  for (const token of chance.shuffled(office.tokens).slice(0, 4)) {
    await opens(office, token);
    if (chance.happens(0.4)) await answers(office, token, []);
  }
};

/** A session that was begun long ago goes on, if it does. */
const goesOn: Deed = async (office) => {
  const token = office.tokens.at(-1);
  if (token === undefined) return;
  await opens(office, token);
  await answers(office, token, []);
};

const notForMe: Deed = async (office) => {
  const { world, chance, tables } = office;
  const { access } = chance.shuffled(lettersIn(office))[0] ?? {};
  if (access !== undefined) await visits(world, tables, { step: 'not-for-me', access }, { access });
};

/** A robot sends everything that it finds to everything that there is. */
const robot: Deed = async (office) => {
  const { world, chance } = office;
  const { access = 'none' } = chance.shuffled(lettersIn(office))[0] ?? {};
  for (const step of ['code', 'session', 'referral', 'answer', 'not-for-me']) {
    for (const method of ['GET', 'HEAD', 'POST']) {
      const body = chance.pick<object>([{}, { session: access }, { link: access }, [access]]);
      const request = { ...posts(`/v1/desk/${step}`, method === 'POST' ? body : undefined), method };
      const seen = await ask(world, 'referral-desk', request);
      if (statusOf(seen) !== 'unknown' && Number(statusOf(seen)) < 400)
        world.amiss.push(`a robot that sends ${method} to desk/${step} is answered ${statusOf(seen)}`);
    }
  }
};

const reminds: Deed = (office) =>
  byOfficer(office, undefined, async ({ command }, referral) => {
    if (referral !== undefined) await command('referrals/{referral}/reminder', {}, { referral: referral.id });
  });

const takesBack: Deed = (office) =>
  byOfficer(office, undefined, async ({ command }, referral) => {
    if (referral === undefined || !office.chance.happens(0.5)) return;
    await command('referrals/{referral}/withdrawal', { because: 'sent_in_error' }, { referral: referral.id });
  });

const endsCode: Deed = (office) =>
  byOfficer(office, undefined, async ({ command }, referral) => {
    const contact = office.chance.pick(contacts);
    if (referral !== undefined)
      await command('referrals/{referral}/access-end', { contact }, { referral: referral.id });
  });

const keepsOut: Deed = (office) =>
  byOfficer(office, undefined, ({ command }) => {
    const { chance } = office;
    const people = chance.happens(0.6) ? [chance.pick(contacts)] : [];
    return command('exclusions', { institutions: [], people });
  });

/** An administrator suspends a contact, or brings one back; the other one agrees where that is asked for. */
const suspends: Deed = async ({ world, chance, suspended }) => {
  const contact = chance.pick(contacts);
  const seen = await change(world, 'staff-kujtim', contact, suspended.has(contact) ? 'return' : 'suspension', {});
  if (seen === 'unknown' || seen.status !== 200) return;
  if (seen.body['waiting'] !== undefined && chance.happens(0.8))
    await change(world, 'staff-lule', contact, 'approval', { verdict: 'approve' });
  if (suspended.has(contact)) suspended.delete(contact);
  else suspended.add(contact);
};

const deeds: readonly Deed[] = [
  ...Array.from({ length: 12 }, () => comesIn),
  guesses,
  guesses,
  forwards,
  asksTooOften,
  triesAllThatIsOld,
  triesAllThatIsOld,
  triesAllThatIsOld,
  goesOn,
  goesOn,
  notForMe,
  robot,
  reminds,
  reminds,
  takesBack,
  endsCode,
  keepsOut,
  suspends,
];
