import { plusMinutes } from '../../domain/time/instant.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { LadderPolicy } from '../../domain/sla/clock-policy.ts';
import type { CountryPack } from '../../domain/country-pack.ts';
import { approverRoles, canDecide } from '../../domain/access/approver.ts';
import type { Role } from '../../domain/access/authorize.ts';
import { isExcludedPerson, isKeptOut, isNamedInWaiting } from '../../domain/case/exclusions.ts';
import { partnerDuty } from '../../domain/people/duties.ts';
import { isReached } from '../../domain/people/person.ts';
import { contactDuty } from '../../domain/case/referral.ts';
import { timerId } from '../../domain/case/timer-id.ts';
import type { TimerId } from '../../domain/case/timer-id.ts';
import type { CaseWithTimers } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Directory, StaffMember } from '../../ports/directory.ts';
import type { Mail } from '../../ports/mailbox.ts';
import type { StaffAlert } from './staff-alert.ts';

export interface Addressees {
  people: StaffMember[];
  /** Rungs with nobody to tell, or where everybody was told before. Each is reported. */
  skippedRungs: string[];
  /** How many of these nobody holds at all. */
  emptyRungs?: number;
  /** Why it is right that `people` is empty. Where this is absent, nobody could be found. */
  because?: 'told_already' | 'rung_is_told' | 'no_contact';
  /** Nobody else is there: mails to these people came back, and they are tried all the same. */
  areMarked?: true;
}

/** Those who read cases. */
const caseworkers: readonly Role[] = ['counsellor', 'officer', 'supervisor'];

/** Minutes until somebody whose mail came back is tried again with the same, times how often they were tried. */
const triedAgainAfterMinutes = 10;

export interface FindAddresseesDeps {
  directory: Directory;
  clock: Clock;
  country: Pick<CountryPack, 'ladder' | 'loadReferrals'>;
}

/**
 * Finds the people who are told of a case, and nobody whom the case excludes. `mails` are the mails of its other
 * events, dropped ones included. Where nobody is reached for a critical case, those are found whose mails came back.
 */
export function findAddressees(deps: FindAddresseesDeps, withTimers: CaseWithTimers) {
  const { directory, clock } = deps;
  const { case: of } = withTimers;
  const { ladder } = deps.country;
  const withDuties = async (duties: readonly string[]): Promise<StaffMember[]> => {
    const people = await directory.holders(duties, clock.now());
    return people.filter(({ id }) => !isExcludedPerson(of, id));
  };
  const holders = (rungs: LadderPolicy['rungs']): Promise<StaffMember[]> =>
    withDuties(rungs.flatMap((rung) => rung.duties));

  /**
   * The first rung from here on with somebody who was not told yet. If there is none, the people of this rung are told
   * again, or else those of the whole ladder.
   */
  async function climb(from: number, told: ReadonlySet<string>): Promise<Addressees> {
    const skippedRungs: string[] = [];
    let emptyRungs = 0;
    for (const rung of ladder.rungs.slice(from)) {
      const held = await holders([rung]);
      const people = held.filter((person) => !told.has(person.id));
      if (people.length > 0) return { people, skippedRungs, emptyRungs };
      skippedRungs.push(rung.id);
      if (held.length === 0) emptyRungs += 1;
    }
    const again = await holders(ladder.rungs.slice(from, from + 1));
    return { people: again.length > 0 ? again : await holders(ladder.rungs), skippedRungs, emptyRungs };
  }

  async function active(id: string): Promise<StaffMember | undefined> {
    const member = await directory.member(id);
    return member !== undefined && isReached(member, clock.now()) && !isExcludedPerson(of, id) ? member : undefined;
  }

  /** Where an institution has many units, such as schools, only the contact that was picked is the right one. */
  async function contactsOf(code: string, picked: string | undefined): Promise<StaffMember[]> {
    const contacts = await withDuties([contactDuty(code)]);
    if (picked !== undefined) return contacts.filter(({ id }) => id === picked);
    const { institutions } = await deps.country.loadReferrals();
    return institutions.some((one) => one.code === code && one.isLocal === true) ? [] : contacts;
  }

  /** The mails that said the same as an alert, or called to the same. */
  const sameAs = (alert: StaffAlert, mails: readonly Mail[]): Mail[] =>
    sinceItRuns(alert, withTimers, mails).filter((mail) => isSameAlarm(mail, alert) || isSameNews(mail, alert));

  /** Whether the same was sent to somebody so lately that it is not tried again yet. */
  function isTriedLately({ id }: StaffMember, same: readonly Mail[]): boolean {
    const theirs = same.filter(({ to }) => to === id).map(({ createdAt }) => createdAt);
    const last = theirs.toSorted().at(-1);
    return last !== undefined && plusMinutes(last, triedAgainAfterMinutes * theirs.length) > clock.now();
  }

  /** Those of the nearest rung whose mails came back, when a critical case finds nobody else. */
  async function lastHope(alert: StaffAlert, mails: readonly Mail[]): Promise<StaffMember[]> {
    const same = sameAs(alert, mails);
    const marked = async (rungs: LadderPolicy['rungs']): Promise<StaffMember[]> => {
      const people = await directory.marked(
        rungs.flatMap((rung) => rung.duties),
        clock.now(),
      );
      return people.filter((one) => !isExcludedPerson(of, one.id) && !isTriedLately(one, same));
    };
    if (!('from' in alert)) return marked(ladder.rungs);
    for (const rung of inTurn(alert.from)) {
      const people = await marked([rung]);
      if (people.length > 0) return people;
    }
    return [];
  }

  /** All rungs: from this one on, then those below it. */
  const inTurn = (from: number): LadderPolicy['rungs'] => [...ladder.rungs.slice(from), ...ladder.rungs.slice(0, from)];

  const find = async (alert: StaffAlert, mails: readonly Mail[]): Promise<Addressees> => {
    switch (alert.to) {
      case 'everybody':
        return { people: await holders(ladder.rungs), skippedRungs: [] };
      case 'assignee_or_rung': {
        const assignee = alert.assignee === undefined ? undefined : await active(alert.assignee);
        if (assignee !== undefined) return { people: [assignee], skippedRungs: [] };
        const rung = await climb(alert.from, new Set());
        const people = rung.people.filter(({ id }) => id !== alert.besides);
        const isKnown = people.length === 0 && rung.people.length > 0;
        return { ...rung, people, ...(isKnown ? { because: 'told_already' as const } : {}) };
      }
      case 'assignee_and_rung': {
        const assignee = alert.assignee === undefined ? undefined : await active(alert.assignee);
        const rung = await climb(alert.from, new Set());
        const people = [...(assignee === undefined ? [] : [assignee]), ...rung.people];
        return { ...rung, people: [...new Map(people.map((one) => [one.id, one])).values()] };
      }
      case 'beside_rung': {
        const assignee = alert.assignee === undefined ? undefined : await active(alert.assignee);
        const rung = await climb(alert.from, new Set());
        const also = alert.also === undefined ? [] : (await climb(alert.also, new Set())).people;
        const onRung = new Set(rung.people.map(({ id }) => id));
        const beside = [...(assignee === undefined ? [] : [assignee]), ...also].filter(({ id }) => !onRung.has(id));
        const people = [...new Map(beside.map((person) => [person.id, person])).values()];
        return { people, skippedRungs: [], ...(people.length === 0 ? { because: 'rung_is_told' as const } : {}) };
      }
      case 'rung': {
        const same = sinceItRuns(alert, withTimers, mails).filter((mail) => isSameAlarm(mail, alert));
        const told = new Set(same.map((mail) => mail.to));
        // The mail about a new case and the first rung of its acknowledgement say the same within a minute.
        const isTold = same.some((mail) => mail.undelivered === undefined);
        if (alert.from === 0 && isTold) return { people: [], skippedRungs: [], because: 'told_already' };
        return climb(alert.from, told);
      }
      case 'somebody_else': {
        const same = sameAs(alert, mails);
        const tried = new Set(same.map((mail) => mail.to));
        const first = async (isToTry: (person: StaffMember) => boolean): Promise<StaffMember[]> => {
          for (const rung of inTurn(alert.from)) {
            const people = (await holders([rung])).filter(isToTry);
            if (people.length > 0) return people;
          }
          return [];
        };
        const untried = await first(({ id }) => !tried.has(id));
        if (untried.length > 0) return { people: untried, skippedRungs: [] };
        // Nobody new is left to try. Whoever has a mail that did not come back knows.
        if (same.some((mail) => mail.undelivered === undefined)) {
          return { people: [], skippedRungs: [], because: 'told_already' };
        }
        return { people: await first((one) => !isTriedLately(one, same)), skippedRungs: [] };
      }
      case 'assignee_and_roles': {
        const assignee = alert.assignee === undefined ? undefined : await active(alert.assignee);
        const inRoles = async (roles: typeof alert.roles): Promise<StaffMember[]> => {
          const people = (await directory.inRoles(roles)).filter(({ id }) => id !== alert.besides);
          return people.filter((one) => isReached(one, clock.now()) && !isExcludedPerson(of, one.id));
        };
        const first = await inRoles(alert.roles);
        // Who did it is not the one who watches over it.
        const watching = first.length > 0 ? first : await inRoles(alert.orRoles);
        const isOther = assignee !== undefined && assignee.id !== alert.besides;
        const people = [...new Map([...(isOther ? [assignee] : []), ...watching].map((one) => [one.id, one])).values()];
        if (people.length > 0) return { people, skippedRungs: [] };
        return climb(alert.from, new Set(alert.besides === undefined ? [] : [alert.besides]));
      }
      case 'approvers': {
        const people = await directory.inRoles(approverRoles[alert.asked.kind]);
        const now = clock.now();
        return {
          people: people.filter((one) => canDecide(of, alert.asked, one, now) && isReached(one, now)),
          skippedRungs: [],
        };
      }
      case 'role_and_partner': {
        const [role, partners] = await Promise.all([
          directory.inRoles(alert.roles),
          directory.holders([partnerDuty], clock.now()),
        ]);
        const told = new Map([...role, ...partners].map((one) => [one.id, one]));
        const people = [...told.values()].filter(({ id }) => !isKeptOut(of, id));
        const reached = people.filter((one) => isReached(one, clock.now()));
        return {
          people: reached,
          skippedRungs: [],
          ...(people.length === 0 ? { because: 'no_contact' as const } : {}),
        };
      }
      case 'partner': {
        const partner = await directory.member(alert.partner);
        if (partner?.active !== true) return { people: [], skippedRungs: [], because: 'no_contact' };
        const isMarked = !isReached(partner, clock.now());
        return { people: [partner], skippedRungs: [], ...(isMarked ? { areMarked: true as const } : {}) };
      }
      case 'director_or_partner': {
        const mayHearOfExclusions = ({ id }: StaffMember): boolean =>
          !isExcludedPerson(of, id) && !isNamedInWaiting(of, id, alert.about);
        const mayKnow = (one: StaffMember): boolean => one.id !== alert.besides && mayHearOfExclusions(one);
        const inRole = async (roles: Parameters<Directory['inRoles']>[0]): Promise<StaffMember[]> =>
          (await directory.inRoles(roles)).filter(mayHearOfExclusions);
        const isThere = (one: StaffMember): boolean => isReached(one, clock.now());
        const directors = await inRole(['director']);
        const told = directors.filter((one) => mayKnow(one) && isThere(one));
        if (told.length > 0) return { people: told, skippedRungs: [] };
        const partners = await directory.holders([partnerDuty], clock.now());
        const others = partners.filter(mayKnow);
        if (others.length > 0) return { people: others, skippedRungs: [] };
        const isAnybodyThere = directors.some(mayKnow) || partners.length > 0;
        const roles = !isAnybodyThere && alert.orColleagues === true ? caseworkers : (['supervisor'] as const);
        const colleagues = (await inRole(roles)).filter((one) => mayKnow(one) && isThere(one));
        if (colleagues.length > 0 || alert.isAgain !== true) return { people: colleagues, skippedRungs: [] };
        const same = sameAs(alert, mails);
        const again = [...directors.filter(isThere), ...partners, ...(await inRole(['supervisor'])).filter(isThere)];
        const untried = again.filter((one) => mayHearOfExclusions(one) && !isTriedLately(one, same));
        return { people: untried.slice(0, 1), skippedRungs: [] };
      }
      case 'institution': {
        const people = await contactsOf(alert.institution, alert.contact);
        return { people, skippedRungs: [], ...(people.length === 0 ? { because: 'no_contact' as const } : {}) };
      }
      default:
        return alert satisfies never;
    }
  };

  return async (alert: StaffAlert, mails: readonly Mail[]): Promise<Addressees> => {
    const found = await find(alert, mails);
    const isNobody = found.people.length === 0 && found.because === undefined;
    if (!isNobody || of.severity !== 'critical' || isOfFew(alert)) return found;
    const people = await lastHope(alert, mails);
    return people.length === 0 ? found : { ...found, people, areMarked: true };
  };
}

/** Whether only certain people may hear of it, so that nobody of the ladder stands in for them. */
function isOfFew({ to }: StaffAlert): boolean {
  return ['approvers', 'role_and_partner', 'partner', 'director_or_partner'].includes(to);
}

/**
 * Whether a mail told its addressee of this same ladder. On a critical case, the ladder starts with the mail about the
 * new case.
 */
function isSameAlarm(mail: Mail, alert: StaffAlert): boolean {
  if (mail.droppedBecause !== undefined) return false;
  if (mail.occasion === 'escalated' && mail.timer === alert.timer) return true;
  // A mail about a new case that waits or waited for others woke nobody. When the case becomes critical, the first rung
  // must be woken.
  if (mail.leavesAt !== undefined) return false;
  return isStartOfAcknowledgement(mail.occasion, mail.timer) && isStartOfAcknowledgement(alert.occasion, alert.timer);
}

/** Whether a mail said the same about the same deadline or referral. */
function isSameNews(mail: Mail, alert: StaffAlert): boolean {
  const isSame = (['occasion', 'timer', 'referral'] as const).every((part) => mail[part] === alert[part]);
  return mail.droppedBecause === undefined && isSame;
}

/** The timer that starts with the mail about a new critical case: somebody acknowledges the report as it came. */
const startOfAll: TimerId = '1.must_be_acknowledged.report';

/**
 * Whether a mail starts that acknowledgement. A reopened case, or a message that tells of danger, has a ladder of its
 * own. That ladder calls the first rung anew.
 */
function isStartOfAcknowledgement(occasion: Mail['occasion'], timer: Mail['timer']): boolean {
  return occasion === 'new_case' || (occasion === 'escalated' && timer === startOfAll);
}

/**
 * The mails written since the clock of this alert began to run. A clock may end and run again under the same name: a
 * case was lowered and is critical again. Then its ladder climbs anew, because the people it called before know nothing
 * of this.
 */
function sinceItRuns(alert: StaffAlert, { case: of, timers }: CaseWithTimers, mails: readonly Mail[]): readonly Mail[] {
  const id = alert.occasion === 'new_case' ? startOfAll : alert.timer;
  const timer = timers.find((armed) => timerId(armed) === id);
  // This clock counts from triage, even where the case became critical again only later.
  const isOfCritical = timer?.kind === 'must_be_acknowledged';
  const begun = [timer?.armedAt, isOfCritical ? of.criticalSince : undefined]
    .filter((at): at is Instant => at !== undefined)
    .toSorted()
    .at(-1);
  return begun === undefined ? mails : mails.filter(({ createdAt }) => createdAt >= begun);
}
