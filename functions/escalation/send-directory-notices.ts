import { createHash } from 'node:crypto';
import { admits } from '#shared/domain/access/authorize.ts';
import { isReached } from '#shared/domain/people/person.ts';
import { partnerDuty } from '#shared/domain/people/duties.ts';
import { mayLeaveAt } from '#shared/domain/mail/mail-pace.ts';
import { minuteOf, plusMinutes } from '#shared/domain/time/instant.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { errorName, type Log, type Measure } from '#shared/lambda/log/log.ts';
import { hasTime, type TimeLeft } from '#shared/lambda/time-left.ts';
import type { MailWording } from '#shared/mail/mail-words.ts';
import type { DirectoryFacts } from '#shared/mail/render-directory-notice.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Directory, StaffMember } from '#shared/ports/directory.ts';
import type { DirectoryNotice, DirectoryNotices } from '#shared/ports/directory-book.ts';
import type { LastLetters } from '#shared/domain/mail/mail-pace.ts';
import { MailRefused, type Letters, type Mailer } from '#shared/ports/mailbox.ts';
import { oldestSeconds } from './oldest.ts';

export interface SendDirectoryNoticesDeps {
  notices: DirectoryNotices;
  directory: Pick<Directory, 'member' | 'inRoles' | 'rota'>;
  mailer: Mailer;
  letters: Pick<Letters, 'count' | 'lastOf' | 'takePlace' | 'giveBack' | 'write'>;
  country: Pick<CountryPack, 'mailTiming'>;
  clock: Clock;
  wording: MailWording;
  /** Where staff work, without a slash at the end. */
  staffUrl: string;
  newTag: () => string;
  log: Log;
  measure: Measure;
}

/** A mail names so many people to ring at most. */
const mostToRing = 3;
/** A mail tells of so many changes at most. The rest is told by the next one. */
const mostInMail = 50;
/** A notice that has waited so long goes before the letters about cases to the same person. */
const goesFirstAfterMinutes = 10;

interface Waiting {
  place: string;
  since: Instant;
  notice: DirectoryNotice;
}

/**
 * Mails the directory notices: they tell of changes of the directory, and whom to ring against them. Whoever was
 * suspended since is told too. All that waits for a person is one mail, and it keeps to the pace of their letters: many
 * changes are no flood. Letters about cases go first for ten minutes, and then the notice does, so that neither keeps
 * the other away. First news of a critical case waits for no notice. A notice waits for the next sweep when the mail
 * service does not take it. It ends when the service will never take it. It also ends when the address takes no mails,
 * and that is measured. The age of the oldest one that may leave is measured like that of any mail. A crash between
 * sending and ending repeats a mail. `busy`: to whom a letter is due now. Answers how many still wait, also because there
 * was no time. Source: docs/practice.md, Mails.
 */
export function sendDirectoryNotices(
  deps: SendDirectoryNoticesDeps,
): (now: Instant, timeLeft: TimeLeft, busy: ReadonlySet<string>) => Promise<{ left: number }> {
  const { pace } = deps.country.mailTiming;

  /** Tries one mail. True when it is done with. */
  const send = async (address: string, own: Notices, member: StaffMember, toRing: readonly StaffMember[]) => {
    // Nobody is told to ring themselves, or the one whom it is about.
    const factsOf = ({ notice }: Waiting): DirectoryFacts => ({
      ...notice,
      kind: notice.kind ?? 'change_waits',
      link: `${deps.staffUrl}${pageFor(member, notice)}`,
      ring: toRing.filter(({ id }) => id !== notice.to && id !== notice.about).slice(0, mostToRing),
    });
    const [first, ...others] = own;
    const reader = { ...member, list: `${deps.staffUrl}${hasPeople(member) ? '/people' : ownPage}` };
    // Most sweeps find no notice, so none waits for its words.
    const { renderDirectoryNotices } = await import('#shared/mail/render-directory-notice.ts');
    const letter = renderDirectoryNotices([factsOf(first), ...others.map(factsOf)], reader, deps.wording);
    const isTest = own.some(({ notice }) => notice.kind === 'test');
    const tag = isTest ? testTag(member) : deps.newTag();
    // A test that comes back is to mark the address, so its tag leads to the reader. No letter has the tag of another
    // notice: when one comes back the others were told.
    if (isTest) await deps.letters.write({ id: tag, to: member.id, sentAt: deps.clock.now(), events: [] });
    try {
      await deps.mailer.send({ to: address, ...letter, tag });
      deps.log('mail_sent');
      deps.measure('MailSent', 1);
      await deps.letters.count(deps.clock.now());
      return true;
    } catch (error) {
      const isRefused = error instanceof MailRefused;
      deps.log(isRefused ? 'mail_refused' : 'mail_failed', { errorName: errorName(error) });
      deps.measure(isRefused ? 'MailRefused' : 'MailFailed', 1);
      return isRefused;
    }
  };

  const end = async (own: readonly Waiting[]): Promise<void> => {
    for (const { place } of own) await deps.notices.end(place);
  };

  return async (now, timeLeft, busy) => {
    const waiting = await deps.notices.waiting();
    const byReader = [...Map.groupBy(waiting, ({ notice }) => notice.to)];
    const [last, toRing] =
      waiting.length === 0
        ? [new Map<string, LastLetters>(), []]
        : await Promise.all([deps.letters.lastOf(byReader.map(([to]) => to)), findToRing(deps.directory, now)]);
    const unsentSince: Instant[] = [];
    let left = 0;
    let untried = 0;
    for (const [to, own] of byReader) {
      if (!hasTime(timeLeft)) {
        untried += own.length;
        continue;
      }
      const member = await deps.directory.member(to);
      if (member === undefined) {
        await end(own);
        continue;
      }
      const seen = last.get(to) ?? {};
      const { contact } = member;
      const limits = { budget: 'plenty' as const, ...(contact === undefined ? {} : { contact }) };
      const byPace = mayLeaveAt({}, seen, limits, pace);
      const isEarly = byPace !== undefined && byPace > now;
      const since = own.map((one) => one.since).toSorted();
      if (!isEarly) unsentSince.push(...since.map((at) => (byPace !== undefined && byPace > at ? byPace : at)));
      const letsLettersGo = busy.has(to) && since.every((at) => plusMinutes(at, goesFirstAfterMinutes) > now);
      if (isEarly || letsLettersGo) {
        left += own.length;
        continue;
      }
      const { mails, unreached } = mailsOf(member, own, now);
      if (unreached.length > 0) {
        // Mails to this address come back. The others are told, and somebody looks why this person was not.
        deps.log('mail_undelivered');
        deps.measure('MailUndelivered', 1);
        await end(unreached);
      }
      if (mails.length === 0) continue;
      const next = { ...seen, lastLetterAt: minuteOf(now) };
      if (!(await deps.letters.takePlace(to, next, seen))) {
        left += own.length - unreached.length;
        continue;
      }
      let isAny = false;
      // Two addresses of one person are two readers: who reads the old one may be the person, and who the new one not.
      for (const { address, notices, later } of mails) {
        const isDone = await send(address, notices, member, toRing);
        if (isDone) await end(notices);
        isAny ||= isDone;
        left += later + (isDone ? 0 : notices.length);
      }
      if (!isAny) await deps.letters.giveBack(to, next, seen);
    }
    if (waiting.length > 0) deps.measure('OldestUnsentMailAge', oldestSeconds(unsentSince, now));
    deps.measure('NoticesLeftUndone', untried);
    return { left: left + untried };
  };
}

type Notices = readonly [Waiting, ...Waiting[]];

/** What Besa knows of oneself, and how one is reached. Everybody who signs in has it. */
const ownPage = '/me';

/** Who changed what in the directory. */
const auditPage = '/audit';

/** Whether somebody finds people in the console. */
const hasPeople = (member: StaffMember): boolean => admits(member, 'manage_directory') || admits(member, 'approve');

/** Where somebody sees what a notice is about: the record, else their own part of it, else where they begin. */
function pageFor(member: StaffMember, { kind, about, to }: DirectoryNotice): string {
  if (kind === 'test') return ownPage;
  if (kind === 'list_changed') return admits(member, 'see_directory_audit') ? auditPage : '/';
  if (hasPeople(member)) return `/people/${about}`;
  return about === to ? ownPage : '/';
}

/**
 * One mail to each address. On a phone a code is a message of its own, and comes first. `unreached`: what goes to an address of the record
 * from which mails come back. `later`: how many the next mail tells.
 */
function mailsOf(
  member: StaffMember,
  own: readonly Waiting[],
  now: Instant,
): { mails: { address: string; notices: Notices; later: number }[]; unreached: Waiting[] } {
  const isReachedThere = isReached({ ...member, active: true }, now);
  // A test asks just that: whether mails to the address come back.
  const unreached = own.filter(
    ({ notice }) => notice.address === undefined && notice.kind !== 'test' && !isReachedThere,
  );
  const toSend = own.filter((one) => !unreached.includes(one));
  const groups = Map.groupBy(toSend, ({ notice: { address = member.mail } }) => address);
  const mails = [...groups].flatMap(([address, of]) => {
    const ofPhone = member.contact === 'mail_to_sms' ? of.find(({ notice }) => notice.code !== undefined) : undefined;
    const [first, ...others] = ofPhone === undefined ? of : [ofPhone];
    if (first === undefined) return [];
    const notices: Notices = [first, ...others.slice(0, mostInMail - 1)];
    return [{ address, notices, later: of.length - notices.length }];
  });
  return { mails, unreached };
}

/** The tag of a test mail. It is the same for each of one person, so that their tests have one row. */
function testTag({ id }: StaffMember): string {
  return `test-${createHash('sha256').update(id).digest('hex').slice(0, 32)}`;
}

/** The director, and the outside partner. */
async function findToRing(directory: Pick<Directory, 'inRoles' | 'rota'>, now: Instant): Promise<StaffMember[]> {
  const rota = await directory.rota([partnerDuty]);
  return [...(await directory.inRoles(['director'])), ...rota.holders([partnerDuty], now)];
}
