import { isReached } from '#shared/domain/people/person.ts';
import { partnerDuty } from '#shared/domain/people/duties.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { errorName, type Log, type Measure } from '#shared/lambda/log/log.ts';
import { hasTime, type TimeLeft } from '#shared/lambda/time-left.ts';
import type { MailWording } from '#shared/mail/mail-words.ts';
import { renderDirectoryNotice } from '#shared/mail/render-directory-notice.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Directory, StaffMember } from '#shared/ports/directory.ts';
import type { DirectoryNotice, DirectoryNotices } from '#shared/ports/directory-book.ts';
import { MailRefused, type Letters, type Mailer } from '#shared/ports/mailbox.ts';
import { oldestSeconds } from './oldest.ts';

export interface SendDirectoryNoticesDeps {
  notices: DirectoryNotices;
  directory: Pick<Directory, 'member' | 'inRoles' | 'rota'>;
  mailer: Mailer;
  letters: Pick<Letters, 'count'>;
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

/**
 * Mails the directory notices: they tell of changes of the directory, and whom to ring against them. Whoever was
 * suspended since is told too. A notice waits for the next sweep when the mail service does not take it. It ends when
 * the service will never take it. It also ends when the address takes no mails, and that is measured. The age of the
 * oldest one is measured like that of any mail. A crash between sending and ending repeats a mail. Answers how many
 * still wait, also because there was no time.
 */
export function sendDirectoryNotices(
  deps: SendDirectoryNoticesDeps,
): (now: Instant, timeLeft: TimeLeft) => Promise<{ left: number }> {
  /** Tries one notice. True when it is done with. */
  const send = async (notice: DirectoryNotice, now: Instant, toRing: readonly StaffMember[]): Promise<boolean> => {
    const { to, about, kind = 'change_waits', address } = notice;
    const member = await deps.directory.member(to);
    if (member === undefined) return true;
    if (address === undefined && !isReached({ ...member, active: true }, now)) {
      // Mails to this address come back. The others are told, and somebody looks why this person was not.
      deps.log('mail_undelivered');
      deps.measure('MailUndelivered', 1);
      return true;
    }
    const link = `${deps.staffUrl}/directory/people/${about}`;
    // Nobody is told to ring themselves, or the one whom it is about.
    const ring = toRing.filter(({ id }) => id !== to && id !== about).slice(0, mostToRing);
    const letter = renderDirectoryNotice({ ...notice, kind, link, ring }, member, deps.wording);
    try {
      // No letter has this tag. A notice that comes back is ignored, because the others were told.
      await deps.mailer.send({ to: address ?? member.mail, ...letter, tag: deps.newTag() });
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

  return async (now, timeLeft) => {
    const waiting = await deps.notices.waiting();
    // The mails of cases were measured before, under the same name. The alarm takes the older of the two.
    const since = waiting.map((notice) => notice.since);
    if (since.length > 0) deps.measure('OldestUnsentMailAge', oldestSeconds(since, now));
    const toRing = waiting.length === 0 ? [] : await findToRing(deps.directory, now);
    let left = 0;
    let tried = 0;
    for (const { place, notice } of waiting) {
      if (!hasTime(timeLeft)) break;
      tried += 1;
      if (await send(notice, now, toRing)) await deps.notices.end(place);
      else left += 1;
    }
    const untried = waiting.length - tried;
    deps.measure('NoticesLeftUndone', untried);
    return { left: left + untried };
  };
}

/** The director, and the outside partner. */
async function findToRing(directory: Pick<Directory, 'inRoles' | 'rota'>, now: Instant): Promise<StaffMember[]> {
  const rota = await directory.rota([partnerDuty]);
  return [...(await directory.inRoles(['director'])), ...rota.holders([partnerDuty], now)];
}
