import { country } from '#shared/country/current.ts';
import { isTakenOn, type Facts } from './facts.ts';

/** What is told of an outcome: its text, and what was filled in. */
interface Telling {
  text: string;
  filled: Readonly<Record<string, string>>;
}

const { institutions } = await country.loadReferrals();

/** Clocks of functions may be this far apart, in ms. */
const skew = 11 * 60_000;

/** Whether an institution of this kind has it. */
function isWith({ referrals }: Facts, kind: string): boolean {
  const codes = institutions.filter((one) => one.kind === kind).map(({ code }) => code);
  return referrals.some((referral) => codes.includes(referral.institution) && isTakenOn(referral));
}

/** What a person gives for one outcome: that they looked themselves, whom they spoke to. */
interface SaidFact {
  outcome: string;
}

/** Facts that no row shows, as a sentence names them and as a command is given them. */
const given: Readonly<Record<string, string>> = {
  own_look: 'ownLook',
  spoken_to: 'spokenTo',
  asked_in_talk: 'askedInTalk',
};

/** When a person last gave a fact for an outcome, any or this one, ms since 1970: it stands on their word. */
function saidAt({ said }: Facts, outcome: string, which?: string): number | undefined {
  return said.findLast(({ body }) => {
    const facts = (body['facts'] ?? []) as SaidFact[];
    const isMeant = (fact: SaidFact): boolean => (which === undefined ? Object.keys(fact).length > 1 : which in fact);
    return facts.some((fact) => fact.outcome === outcome && isMeant(fact));
  })?.at;
}

/** What platforms answered, oldest first, with when it came. Of a notice that was answered twice the row keeps the second. */
function answersOf({ events, told }: Facts): { answer: string | undefined; at: number }[] {
  return events.flatMap(({ type, data, time }) => {
    if (type !== 'notice.answered') return [];
    const answer = told.of.notices?.find(({ id }) => id === data.notice)?.answer;
    return [{ answer, at: Date.parse(time) }];
  });
}

const gone: readonly (string | undefined)[] = ['removed', 'account_closed'];

/** Whether a platform said so, or a person saw it, and no platform has refused since. */
function isDown(facts: Facts, outcome: string, wanted: readonly (string | undefined)[]): boolean {
  const answers = answersOf(facts);
  const refused = answers.findLastIndex(({ answer }) => answer === 'kept_up');
  if (answers.some(({ answer }, at) => at > refused && wanted.includes(answer))) return true;
  const seen = saidAt(facts, outcome);
  return seen !== undefined && (answers[refused]?.at ?? -Infinity) <= seen + skew;
}

const hasWritten = ({ last }: Facts): boolean => last('case.message_posted') !== undefined;
const hasSpoken = ({ last, isFiled }: Facts): boolean => isFiled || last('case.reporter_spoken_to') !== undefined;

/** Nothing came from the reporter after the centre had written, and it ended only later. */
function heardNothing({ events, last, lastOfClock }: Facts): boolean {
  const resolved = lastOfClock('case.resolved')?.time ?? '';
  const asked = events.findLast(({ type, time }) => type === 'case.message_posted' && time < resolved);
  return asked !== undefined && (last('case.information_added')?.number ?? 0) < asked.number;
}

/** The reporter asked under the present clock, before the case ended; or said it to somebody, where the code is not named. */
const wasWithdrawn = (facts: Facts, text: string): boolean =>
  facts.lastOfClock('case.withdrawal_requested') !== undefined ||
  (!/your code|kodin (tënd|tuaj)/iu.test(text) && (hasSpoken(facts) || saidAt(facts, 'withdrawn') !== undefined));

const byOutcome: Readonly<Record<string, (facts: Facts, telling: Telling) => boolean | string>> = {
  content_removed: (facts) => isDown(facts, 'content_removed', gone) || 'nothing says that it is down',
  account_recovered_or_closed: (facts) =>
    isDown(facts, 'account_recovered_or_closed', ['account_closed']) || 'nothing says that the account is',
  content_still_up: (facts) => {
    const { notices = [] } = facts.told.of;
    const isAllGone = notices.length > 0 && notices.every(({ answer }) => gone.includes(answer));
    return !isAllGone || 'the platforms say that it is down';
  },
  police_involved: (facts) => isInvolved(facts, 'police_involved', 'police'),
  child_protection_involved: (facts) => isInvolved(facts, 'child_protection_involved', 'child_protection'),
  school_supporting: (facts) => isInvolved(facts, 'school_supporting', 'school'),
  site_passed_on: (facts) => isInvolved(facts, 'site_passed_on', 'cyber_authority'),
  helpline_support: (facts) =>
    hasWritten(facts) ||
    hasSpoken(facts) ||
    facts.last('case.handed_over') !== undefined ||
    saidAt(facts, 'helpline_support') !== undefined ||
    'nobody wrote or spoke to them',
  advice_given: () => true,
  nothing_more_possible: () => true,
  no_answer_from_reporter: (facts) => heardNothing(facts) || 'they answered, or were not asked',
  withdrawn: (facts, { text }) => wasWithdrawn(facts, text) || 'nobody asked for it',
  same_event: ({ last }, { text }) =>
    /someone else|somebody else|dikush tjetër/iu.test(text)
      ? 'it tells one reporter of another'
      : last('case.linked') !== undefined || 'it was linked to none',
  outside_our_work: ({ told }, { filled }) => {
    const door = institutions.find(({ code }) => code === told.of.otherDoor);
    if (door === undefined) return 'no other door is known';
    return filled['door'] === undefined || Object.values(door.name).includes(filled['door']) || 'it names another door';
  },
  test: () => true,
};

function isInvolved(facts: Facts, outcome: string, kind: string): boolean | string {
  return isWith(facts, kind) || saidAt(facts, outcome) !== undefined || `no ${kind} has it`;
}

/**
 * Says what makes an outcome's sentence untrue; undefined when nothing does. `standsOn`: the fact that the sentence itself names,
 * where it names one.
 */
export function factOfOutcome(facts: Facts, outcome: string, telling: Telling, standsOn?: string): string | undefined {
  if (facts.ended === undefined) return 'it has not ended';
  const which = given[standsOn ?? ''];
  if (which !== undefined && saidAt(facts, outcome, which) === undefined) return `nobody said ${which}`;
  const isSo = byOutcome[outcome]?.(facts, telling) ?? 'nobody knows what it stands on';
  if (isSo !== true) return String(isSo);
  // Whatever the outcome is, only who was written to was told anything.
  if (/have written to you|[tj][eëu] kemi shkruar/iu.test(telling.text) && !hasWritten(facts))
    return 'nobody wrote to them';
  const saysTold = /have told you|[tj][eëu] kemi treguar/iu.test(telling.text);
  const wasTold = hasWritten(facts) || hasSpoken(facts) || saidAt(facts, outcome) !== undefined;
  return saysTold && !wasTold ? 'nobody told them anything' : undefined;
}
