import { country } from '#shared/country/current.ts';
import type { TakedownNoticeAnswer } from '#shared/domain/case/case.ts';
import { declineReasons, owesLook, referralOutcomes } from '#shared/domain/case/referral.ts';
import type { Referral, ReferralStatus } from '#shared/domain/case/referral.ts';
import { suspectsCrimeAgainstChild } from '#shared/domain/referrals/duty-to-report.ts';
import { isWithin } from '#shared/domain/time/local-time.ts';
import type { Answer, BesaOverHttp, ShownCase, StaffOverHttp } from '#test/support/besa-over-http.ts';
import { passOn, passOnSeen } from '#test/support/pass-on.ts';
import { institutions } from './institutions/institutions-at-work.ts';
import { wallClock } from './local-time.ts';
import type { PlannedReport } from './centre-year/year-plan.ts';
import { firstWords, lastWords } from './centre-year/year-words.ts';

/** A case as somebody has it before them. */
export type Seen = Answer<ShownCase>;

/** How institutions came to know of a case. */
export type Told = 'nobody' | 'in_writing' | 'and_received' | 'by_phone';

interface Way {
  nextStep: string;
  outcome: string;
  /** Who is told, where a crime against a child is suspected. */
  sentTo?: string;
}

/** How an ordinary case of a category goes on and ends. What is not here is answered with advice. */
const ways: Readonly<Record<string, Way>> = {
  sexual_extortion: { nextStep: 'refer_institution', outcome: 'police_involved', sentTo: 'police_cybercrime' },
  blackmail_other: { nextStep: 'refer_institution', outcome: 'police_involved', sentTo: 'police_cybercrime' },
  grooming: { nextStep: 'refer_institution', outcome: 'police_involved', sentTo: 'police_cybercrime' },
  intimate_image: { nextStep: 'notify_platform', outcome: 'content_removed', sentTo: 'police_cybercrime' },
  csam_synthetic: { nextStep: 'notify_platform', outcome: 'content_removed', sentTo: 'police_cybercrime' },
  csam: { nextStep: 'hand_over_addresses', outcome: 'site_passed_on', sentTo: 'police_cybercrime' },
  illegal_site: { nextStep: 'hand_over_addresses', outcome: 'site_passed_on' },
  cyberbullying: { nextStep: 'refer_institution', outcome: 'school_supporting' },
  threat_violence: { nextStep: 'refer_institution', outcome: 'police_involved', sentTo: 'state_police' },
  missing_child: { nextStep: 'refer_institution', outcome: 'police_involved', sentTo: 'state_police' },
  abuse_offline: {
    nextStep: 'refer_institution',
    outcome: 'child_protection_involved',
    sentTo: 'child_protection_unit',
  },
  suicide_self_harm: { nextStep: 'advise_reporter', outcome: 'helpline_support' },
  impersonation_account: { nextStep: 'notify_platform', outcome: 'account_recovered_or_closed' },
  hacking: { nextStep: 'notify_platform', outcome: 'account_recovered_or_closed' },
  hate_speech: { nextStep: 'notify_platform', outcome: 'content_still_up' },
  harmful_content: { nextStep: 'notify_platform', outcome: 'content_removed' },
  other: { nextStep: 'close', outcome: 'outside_our_work' },
};

const ordinary: Way = { nextStep: 'advise_reporter', outcome: 'advice_given' };

/** One acknowledgement in so many is made from the letter, the others on the case. */
const oneByLetter = 4;
const linkOfLetter = /\/letters\/([\w-]+)/u;

function shiftAt(at: number): 'day' | 'evening' | 'night' {
  const { weekday, minutes } = wallClock(at);
  if (weekday === 'Sat' || weekday === 'Sun' || minutes < 8 * 60 || minutes >= 23 * 60) return 'night';
  return minutes < 16 * 60 ? 'day' : 'evening';
}

/** The hours in which a counsellor counts as alone, whoever is on duty. */
function isNight(at: number): boolean {
  return isWithin(new Date(at).toISOString(), country.mailTiming.quiet, country.timeZone);
}

/** Who works when: officers by day and evening on weekdays, the helpline's counsellor at night and on weekends. */
export async function staffAtWork(besa: BesaOverHttp) {
  const counsellor = await besa.signIn('staff-arta');
  const byDay = await besa.signIn('staff-blerim');
  const byEvening = await besa.signIn('staff-drita');
  const supervisor = await besa.signIn('staff-elira');
  const referrals = await country.loadReferrals();
  const others = await institutions(besa, byDay);

  /** Where the letters of those come who work from a mailbox. */
  const mailboxes = new Map([
    [counsellor, 'arta@besa.example'],
    [byDay, 'blerim@besa.example'],
  ]);
  let isEveningAway = false;
  const onShift = (at: number): StaffOverHttp => {
    switch (shiftAt(at)) {
      case 'night':
        return counsellor;
      case 'evening':
        return isEveningAway ? byDay : byEvening;
      default:
        return byDay;
    }
  };
  const counts = { refusedByGuards: 0, letters: 0, takenOver: 0 };

  /** Acknowledges the last letter about the case. Says whether this person got one. */
  const acknowledgeByLetter = async (person: StaffOverHttp, caseNumber: string): Promise<boolean> => {
    const mailbox = mailboxes.get(person);
    if (mailbox === undefined) return false;
    const letters = (await besa.inbox()).filter(({ to, text }) => {
      return to === mailbox && text.includes(caseNumber) && linkOfLetter.test(text);
    });
    const letter = linkOfLetter.exec(letters.at(-1)?.text ?? '')?.[1];
    if (letter === undefined) return false;
    done('Acknowledging a letter', await person.acknowledgeLetter(letter));
    counts.letters += 1;
    return true;
  };
  let sinceLetter = oneByLetter;

  /** Who must know has given it back: an officer calls an institution that can act in its place. */
  const useSecondRoute = async (caseNumber: string): Promise<void> => {
    const second = { institution: 'child_rights_agency', basis: 'al_law_18_2017' };
    done('Adding a second route', await decide(byDay, caseNumber, 'referrals', () => second));
    await passOn(byDay, caseNumber, ({ institution }) => institution === second.institution);
  };

  return {
    counsellor,
    supervisor,
    /** How institutions answered. */
    institutions: others,
    onShift,
    isEvening: (at: number): boolean => shiftAt(at) === 'evening',
    /** How often staff were refused, acknowledged by letter, and took a case over from somebody who was gone. */
    counts: () => ({ ...counts }),
    /** The officer of the evening is gone. The one of the day takes the shift, and every case that nobody holds now. */
    takeOver: async (): Promise<void> => {
      isEveningAway = true;
      let cursor: string | undefined;
      do {
        const { body } = await byDay.list(cursor);
        for (const { caseNumber } of body.cases.filter(({ holderGone }) => holderGone === true)) {
          done('Taking over', await byDay.command(caseNumber, 'claim', {}));
          counts.takenOver += 1;
        }
        cursor = body.cursor;
      } while (cursor !== undefined);
    },
    handBack: (): void => {
      isEveningAway = false;
    },
    read: async (person: StaffOverHttp, caseNumber: string): Promise<void> => {
      done('Reading', await person.command(caseNumber, 'read', { reason: 'on_duty' }));
    },
    /** The one on call says that they have seen the last raise; nothing to do where somebody has read the case. */
    acknowledge: async (person: StaffOverHttp, caseNumber: string): Promise<void> => {
      sinceLetter += 1;
      if (sinceLetter >= oneByLetter && (await acknowledgeByLetter(person, caseNumber))) {
        sinceLetter = 0;
        return;
      }
      const shown = (await person.show(caseNumber)).body;
      const raised = shown.history.findLast(({ type, data }) => {
        return type === 'case.escalated' && data['timer'] === '1.must_be_acknowledged.report';
      });
      const isRunning = shown.timers.some(({ id }) => id === raised?.data['timer']);
      if (raised === undefined || !isRunning) return;
      const path = `escalations/${String(raised.data['timer'])}/${String(raised.data['rung'])}/acknowledgement`;
      done('Acknowledging', await person.command(caseNumber, path, {}));
    },
    readAndClaim: async (person: StaffOverHttp, caseNumber: string): Promise<void> => {
      done('Reading', await person.command(caseNumber, 'read', { reason: 'on_duty' }));
      done('Claiming', await person.command(caseNumber, 'claim', {}));
    },
    /** Calls for a person in danger, or says why not; nothing to do where nobody is, or somebody has called. */
    callForDanger: async (person: StaffOverHttp, caseNumber: string): Promise<void> => {
      const { danger, reported } = (await person.show(caseNumber)).body;
      if (danger === undefined || danger.ended !== undefined) return;
      const isSafe = reported.flags.inDanger === 'unsure' || reported.about === 'something_i_did';
      const institution = danger.flags.every((flag) => flag === 'selfHarm') ? 'ambulance' : 'state_police';
      const said = isSafe
        ? { notCalledBecause: 'not_imminent_after_reading' }
        : { called: { institution, answeredBy: 'Dikush në turn', reference: `R-${caseNumber}` } };
      done('Calling for a danger', await person.command(caseNumber, 'danger', said));
    },
    /** Answers with the case as it was handled. */
    handle: async (person: StaffOverHttp, caseNumber: string): Promise<Seen> => {
      const handled = await decide(person, caseNumber, 'handling', ({ severity, reported }) => ({
        severity,
        safetyDecision: severity === 'critical' ? 'at_risk_acted' : 'safe_for_now',
        nextStep: (ways[reported.category] ?? ordinary).nextStep,
        ...told(reported, firstWords),
      }));
      done('Handling', handled);
      const { reported } = handled.seen.body;
      if ((ways[reported.category] ?? ordinary).nextStep === 'notify_platform') {
        const notice = { platform: reported.platform ?? 'website', way: 'reporting_form' };
        done('Asking the platform', await person.command(caseNumber, 'notices', notice));
      }
      return handled.seen;
    },
    /**
     * An officer passes the case on to each institution that must know: calls it where a case is critical or an urgent list
     * of addresses has its hour, and has Besa write to it where there is time. At night a counsellor who is alone makes the
     * calls of a critical case. Says which of these there were.
     */
    refer: async (
      at: number,
      { body: of }: Seen,
      { category, severity }: PlannedReport,
      isTimeLeft: boolean,
    ): Promise<Told> => {
      const { sentTo } = ways[category] ?? ordinary;
      const isLocal = (code: string) => referrals.institutions.some((one) => one.code === code && one.isLocal === true);
      const isCalled = ({ addressesOnly, institution }: Referral): boolean =>
        severity === 'critical' ||
        (addressesOnly === true && severity === 'high') ||
        !isTimeLeft ||
        isLocal(institution);
      let isWritten = false;
      const isAlone =
        of.severity === 'critical' && severity === 'critical' && isNight(at) && onShift(at) === counsellor;
      const all = await passOnSeen(
        isAlone ? counsellor : byDay,
        of,
        ({ isNecessary, addressesOnly, institution }) =>
          isNecessary || addressesOnly === true || institution === sentTo,
        (referral) => {
          isWritten ||= !isCalled(referral);
          return isCalled(referral);
        },
      );
      return all.length === 0 ? 'nobody' : isWritten ? 'in_writing' : 'by_phone';
    },
    /** An officer looks at the calls that a counsellor made alone. */
    lookAtCalls: async (caseNumber: string): Promise<void> => {
      const { referrals: all = [] } = (await byDay.show(caseNumber)).body;
      for (const { id } of all.filter(owesLook)) {
        done('Looking at a call', await byDay.command(caseNumber, `referrals/${id}/look`, {}));
      }
    },
    /** The institutions have seen their mails, and say so. Says whether every mail had left by then. */
    receive: async (caseNumber: string): Promise<boolean> => {
      const { referrals: all = [] } = (await byDay.show(caseNumber)).body;
      for (const referral of all.filter(({ status }) => status === 'sent'))
        await others.answer(caseNumber, referral, { answer: 'acknowledged' });
      return all.every(({ status }) => status !== 'approved');
    },
    /** What the institutions say that have acknowledged: what came of it, or that it is not theirs. */
    hear: async (caseNumber: string, isDeclined: boolean): Promise<void> => {
      const { referrals: all = [] } = (await byDay.show(caseNumber)).body;
      const said = isDeclined
        ? { answer: 'declined', because: declineReasons[0] }
        : { answer: 'completed', outcome: referralOutcomes[0] };
      for (const referral of all.filter(({ status }) => status === 'acknowledged'))
        await others.answer(caseNumber, referral, said);
      if (isDeclined) await useSecondRoute(caseNumber);
    },
    /**
     * Somebody in a hurry first leaves out what the guards ask for, and is refused. Answers with the outcome. `seen` is the
     * case as it stands, where the person has it before them.
     */
    resolve: async (
      person: StaffOverHttp,
      caseNumber: string,
      how: { leadCase: string | undefined; isInAHurry: boolean },
      seen?: Seen,
    ): Promise<string> => {
      const isDutyDecided = ({ reported }: ShownCase) => suspectsCrimeAgainstChild(reported, referrals.dutyToReport);
      const shown = seen ?? (await person.show(caseNumber));
      const isRecorded = await recordPlatform(person, how.leadCase, shown);
      const before = isRecorded ? await person.show(caseNumber) : shown;
      if (how.isInAHurry && isDutyDecided(before.body)) {
        const refused = await decide(person, caseNumber, 'resolution', (of) => endOf(of, how.leadCase), before);
        if (refused.status !== 422) throw new Error(`Resolving without a decision answered ${refused.status}.`);
        counts.refusedByGuards += 1;
      }
      const end = (of: ShownCase) => ({
        ...endOf(of, how.leadCase),
        ...(isDutyDecided(of) ? dutyOf(of) : {}),
        dropProposals: true,
      });
      const resolved = await decide(person, caseNumber, 'resolution', end, before);
      done('Resolving', resolved);
      return end(resolved.seen.body).outcome;
    },
  };
}
export type StaffAtWork = Awaited<ReturnType<typeof staffAtWork>>;

function told({ about }: ShownCase['reported'], message: string) {
  return about === 'content_only' ? { noMessageBecause: 'content_only' } : { message };
}

function endOf(of: ShownCase, leadCase: string | undefined) {
  const { reported } = of;
  const outcome = outcomeWithFact(of);
  return {
    ...(leadCase === undefined ? { outcome } : { outcome: 'same_event', leadCase }),
    ...(leadCase === undefined && outcome === 'outside_our_work' ? { otherDoor: 'communications_authority' } : {}),
    ...told(reported, lastWords),
  };
}

/** The institutions whose acknowledgement each outcome needs, by their names in the pack. */
const reachedBy: Readonly<Record<string, readonly string[]>> = {
  police_involved: ['state_police', 'police_cybercrime'],
  child_protection_involved: ['child_rights_agency', 'child_protection_unit', 'social_service'],
  school_supporting: ['school_psychosocial', 'school_safety_officer', 'education_office', 'education_directorate'],
  site_passed_on: ['cyber_authority'],
};
const acknowledged: readonly string[] = ['acknowledged', 'accepted', 'completed'] satisfies ReferralStatus[];

/** The outcome that the way of this category leads to, where it happened; else what did happen. */
function outcomeWithFact({ reported, referrals = [] }: ShownCase): string {
  const { outcome } = ways[reported.category] ?? ordinary;
  const isReached = (one: string): boolean =>
    referrals.some(
      ({ institution, status }) => acknowledged.includes(status) && reachedBy[one]?.includes(institution) === true,
    );
  const isWrittenTo = reported.about !== 'content_only';
  if (reachedBy[outcome] !== undefined) {
    const happened = [outcome, ...Object.keys(reachedBy)].find(isReached);
    return happened ?? (isWrittenTo ? 'advice_given' : 'nothing_more_possible');
  }
  const needsWords = ['content_still_up', 'helpline_support', 'advice_given'].includes(outcome);
  return needsWords && !isWrittenTo ? 'nothing_more_possible' : outcome;
}

/** What the platform answers where an outcome tells of it. Staff record it before they end the case. */
const platformAnswers: Readonly<Record<string, TakedownNoticeAnswer>> = {
  content_removed: 'removed',
  content_still_up: 'kept_up',
  account_recovered_or_closed: 'account_closed',
};

/** Records what the platform answered, where the way of the case waits for that. Says whether it did. */
async function recordPlatform(
  person: StaffOverHttp,
  leadCase: string | undefined,
  { body: { caseNumber, reported, notices = [] } }: Seen,
): Promise<boolean> {
  const answer = platformAnswers[(ways[reported.category] ?? ordinary).outcome];
  const open = notices.find((notice) => notice.answer === undefined);
  if (leadCase !== undefined || answer === undefined || open === undefined) return false;
  done('Recording an answer', await person.command(caseNumber, `notices/${open.id}/answer`, { answer }));
  return true;
}

/** Sent to whoever of those who were told leads; to nobody where nobody was told. */
function dutyOf({ referrals = [] }: ShownCase) {
  const told = referrals.filter(({ approvedAt, status, addressesOnly }) => {
    return approvedAt !== undefined && status !== 'declined' && addressesOnly !== true;
  });
  const sentTo = (told.find(({ isLead }) => isLead) ?? told[0])?.institution;
  const basis = 'al_law_18_2017';
  const dutyToReport =
    sentTo === undefined ? { decision: 'not_required', basis } : { decision: 'required', basis, sentTo };
  return { dutyToReport };
}

/**
 * Decides on the case as it stands or as it was seen, and says how it stood; looks again when a reaction of Besa itself
 * came between.
 */
async function decide(
  person: StaffOverHttp,
  caseNumber: string,
  name: string,
  bodyFor: (of: ShownCase) => unknown,
  before?: Seen,
): Promise<Answer & { seen: Seen }> {
  let seen = before ?? (await person.show(caseNumber));
  for (let left = 5; ; left -= 1) {
    const ifMatch = { 'if-match': seen.headers.get('etag') ?? '' };
    const answer = await person.command(caseNumber, name, bodyFor(seen.body), ifMatch);
    if (answer.status !== 412 || left === 0) return { ...answer, seen };
    seen = await person.show(caseNumber);
  }
}

function done(what: string, answer: Answer): void {
  if (answer.status !== 200) throw new Error(`${what} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}
