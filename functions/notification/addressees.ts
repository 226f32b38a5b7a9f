import type { Instant } from '#shared/domain/time/instant.ts';
import type { LadderPolicy } from '#shared/domain/sla/clock-policy.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { isExcludedPerson } from '#shared/domain/case/exclusions.ts';
import { isReached } from '#shared/domain/people/person.ts';
import { contactDuty } from '#shared/domain/case/referral.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import type { TimerId } from '#shared/domain/case/timer-id.ts';
import type { CaseWithTimers } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Directory, StaffMember } from '#shared/ports/directory.ts';
import type { Mail } from '#shared/ports/mailbox.ts';
import type { Notice } from './staff-alert.ts';

export interface Addressees {
  people: StaffMember[];
  /** Rungs that had nobody to tell, or nobody not yet told; each is reported. */
  skippedRungs: string[];
  /** Why `people` is empty when that is as it should be; absent, nobody could be found. */
  because?: 'told_already' | 'rung_is_told' | 'no_contact';
}

export interface FindAddressees {
  directory: Directory;
  clock: Clock;
  country: Pick<CountryPack, 'ladder' | 'loadReferrals'>;
}

/**
 * Finds who is told of a case; nobody who must not get to do with it. `mails` are all its mails so far, dropped ones
 * included.
 */
export function findAddressees(deps: FindAddressees, withTimers: CaseWithTimers) {
  const { directory, clock } = deps;
  const { case: of } = withTimers;
  const { ladder } = deps.country;
  const withDuties = async (duties: readonly string[]): Promise<StaffMember[]> => {
    const people = await directory.holders(duties, clock.now());
    return people.filter(({ id }) => !isExcludedPerson(of, id));
  };
  const holders = (rungs: LadderPolicy['rungs']): Promise<StaffMember[]> =>
    withDuties(rungs.flatMap((rung) => rung.duties));

  /** The first rung from here on with somebody not yet told; if there is none, whoever there is, once more. */
  async function climb(from: number, told: ReadonlySet<string>): Promise<Addressees> {
    const skippedRungs: string[] = [];
    for (const rung of ladder.rungs.slice(from)) {
      const people = (await holders([rung])).filter((person) => !told.has(person.id));
      if (people.length > 0) return { people, skippedRungs };
      skippedRungs.push(rung.id);
    }
    const again = await holders(ladder.rungs.slice(from, from + 1));
    return { people: again.length > 0 ? again : await holders(ladder.rungs), skippedRungs };
  }

  async function active(id: string): Promise<StaffMember | undefined> {
    const member = await directory.member(id);
    return member !== undefined && isReached(member) && !isExcludedPerson(of, id) ? member : undefined;
  }

  /** Of an institution of which there are many, only the contact that was picked is the right one. */
  async function contactsOf(code: string, picked: string | undefined): Promise<StaffMember[]> {
    const contacts = await withDuties([contactDuty(code)]);
    if (picked !== undefined) return contacts.filter(({ id }) => id === picked);
    const { institutions } = await deps.country.loadReferrals();
    return institutions.some((one) => one.code === code && one.isLocal === true) ? [] : contacts;
  }

  return async (notice: Notice, mails: readonly Mail[]): Promise<Addressees> => {
    switch (notice.to) {
      case 'everybody':
        return { people: await holders(ladder.rungs), skippedRungs: [] };
      case 'assignee_or_rung': {
        const assignee = await active(notice.assignee);
        return assignee === undefined ? climb(notice.from, new Set()) : { people: [assignee], skippedRungs: [] };
      }
      case 'beside_rung': {
        const assignee = notice.assignee === undefined ? undefined : await active(notice.assignee);
        const rung = await climb(notice.from, new Set());
        const also = notice.also === undefined ? [] : (await climb(notice.also, new Set())).people;
        const onRung = new Set(rung.people.map(({ id }) => id));
        const beside = [...(assignee === undefined ? [] : [assignee]), ...also].filter(({ id }) => !onRung.has(id));
        const people = [...new Map(beside.map((person) => [person.id, person])).values()];
        return { people, skippedRungs: [], ...(people.length === 0 ? { because: 'rung_is_told' as const } : {}) };
      }
      case 'rung': {
        const same = sinceItRuns(notice, withTimers, mails).filter((mail) => isSameAlarm(mail, notice));
        const told = new Set(same.map((mail) => mail.to));
        // The mail about a new case and the first rung of its acknowledgement say the same within a minute.
        const isTold = same.some((mail) => mail.undelivered === undefined);
        if (notice.from === 0 && isTold) return { people: [], skippedRungs: [], because: 'told_already' };
        return climb(notice.from, told);
      }
      case 'somebody_else': {
        const same = sinceItRuns(notice, withTimers, mails).filter(
          (mail) => isSameAlarm(mail, notice) || isSameNews(mail, notice),
        );
        const tried = new Set(same.map((mail) => mail.to));
        for (const rung of [...ladder.rungs.slice(notice.from), ...ladder.rungs.slice(0, notice.from)]) {
          const people = (await holders([rung])).filter((person) => !tried.has(person.id));
          if (people.length > 0) return { people, skippedRungs: [] };
        }
        // Nobody is left: whoever was told without its mail coming back knows. Trying those again would go on for ever.
        const isTold = same.some((mail) => mail.undelivered === undefined);
        return { people: [], skippedRungs: [], ...(isTold ? { because: 'told_already' as const } : {}) };
      }
      case 'approvers': {
        const people = await directory.inRoles(notice.roles);
        return {
          people: people.filter(
            (one) => one.id !== notice.besides && one.unreachable === undefined && !isExcludedPerson(of, one.id),
          ),
          skippedRungs: [],
        };
      }
      case 'institution': {
        const people = await contactsOf(notice.institution, notice.contact);
        return { people, skippedRungs: [], ...(people.length === 0 ? { because: 'no_contact' as const } : {}) };
      }
      default:
        return notice satisfies never;
    }
  };
}

/** Whether a mail told its addressee of this very ladder, whose start on a critical case is the mail about the new case. */
function isSameAlarm(mail: Mail, notice: Notice): boolean {
  if (mail.droppedBecause !== undefined) return false;
  if (mail.occasion === 'escalated' && mail.timer === notice.timer) return true;
  // News of a new case that waits or waited for others rang nobody; the first rung of a case that became critical must.
  if (mail.leavesAt !== undefined) return false;
  return isStartOfAcknowledgement(mail.occasion, mail.timer) && isStartOfAcknowledgement(notice.occasion, notice.timer);
}

/** Whether a mail said the very same of the very same deadline. */
function isSameNews(mail: Mail, notice: Notice): boolean {
  const isSame = (['occasion', 'timer', 'referral'] as const).every((part) => mail[part] === notice[part]);
  return mail.droppedBecause === undefined && isSame;
}

/** What the mail about a new critical case starts: that somebody acknowledges the report as it came. */
const startOfAll: TimerId = '1.must_be_acknowledged.report';

/** A reopened case, or a message that tells of danger, has a ladder of its own: it calls the first rung anew. */
function isStartOfAcknowledgement(occasion: Mail['occasion'], timer: Mail['timer']): boolean {
  return occasion === 'new_case' || (occasion === 'escalated' && timer === startOfAll);
}

/**
 * The mails written since the clock of this notice runs. One that ended and runs again, as that of a case which was lowered
 * and is critical once more, climbs anew under the same name: whoever it called before knows nothing of this.
 */
function sinceItRuns(notice: Notice, { case: of, timers }: CaseWithTimers, mails: readonly Mail[]): readonly Mail[] {
  const id = notice.occasion === 'new_case' ? startOfAll : notice.timer;
  const timer = timers.find((armed) => timerId(armed) === id);
  // The clock of an acknowledgement counts from triage, also where the case became critical again only later.
  const isOfCritical = timer?.kind === 'must_be_acknowledged';
  const begun = [timer?.armedAt, isOfCritical ? of.criticalSince : undefined]
    .filter((at): at is Instant => at !== undefined)
    .toSorted()
    .at(-1);
  return begun === undefined ? mails : mails.filter(({ createdAt }) => createdAt >= begun);
}
